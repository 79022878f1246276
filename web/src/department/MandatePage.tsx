import type { Letter } from '../api/mandate-model.ts';
import type { MandatePageView, MandateVersion } from '../api/model.ts';
import type { ReactNode } from 'react';
import { letterAddress, sealedLetterAddress } from '../api/client.ts';
import { useMandate } from '../api/reads.ts';
import { EvidencePane } from '../explorer/EvidencePane.tsx';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { GoTo, useNamed } from '../frame/navigation.tsx';
import { Timeline } from '../frame/Timeline.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { LetterSheet } from './LetterSheet.tsx';
import { LifeActs } from './LifeActs.tsx';
import { StateTag } from './StateTag.tsx';

/** One mandate: the letter, its state, what can be done with it, and its life so far. */
export function MandatePage(): ReactNode {
  const query = useMandate(useNamed('mandateNo'));
  return (
    <Loaded query={query} isPage>
      {(found) => <MandateSheet found={found} />}
    </Loaded>
  );
}

function MandateSheet({ found }: { readonly found: MandatePageView }): ReactNode {
  const say = useText();
  const last = found.versions.at(-1);
  return (
    <div className="desk-page">
      <header className="case-head">
        <h1>
          <span className="mono">{found.mandateNo}</span> <StateTag state={found.state} />
        </h1>
        <a href={letterAddress(found.mandateNo)} target="_blank" rel="noreferrer">
          {say('mandate.pdf')}
        </a>
      </header>
      <div className="case-grid">
        <div>
          {last === undefined ? <Nothing title={say('mandates.none')} /> : <LetterSheet letter={last.letter} />}
        </div>
        <aside className="rail" aria-label={say('mandate.acts')}>
          {last === undefined ? null : <LifeActs found={found} last={last} />}
          {found.versions.toReversed().map((version) => (
            <VersionPane key={version.letter.version} found={found} version={version} />
          ))}
          <section className="pane">
            <h2>{say('mandate.events')}</h2>
            <Timeline entries={found.events} />
          </section>
          <EvidencePane
            path={`/mandates/${encodeURIComponent(found.mandateNo)}/evidence`}
            name={found.mandateNo}
            can={found.can['downloadEvidence']}
            chain={paths.mandateChain(found.mandateNo)}
          />
        </aside>
      </div>
    </div>
  );
}

function VersionPane({
  found,
  version,
}: {
  readonly found: MandatePageView;
  readonly version: MandateVersion;
}): ReactNode {
  const say = useText();
  const letter: Letter = version.letter;
  // Who keeps the seal accepts as well, without being named as a holder.
  const nameOf = (id: string): string =>
    letter.grantees?.find(({ personId }) => personId === id)?.name ??
    found.events.find(({ actor }) => actor.id === id)?.actor.name ??
    id;
  const names = (ids: readonly string[]): string => ids.map(nameOf).join(say.language === 'zh' ? '、' : ', ');
  return (
    <section className="pane">
      <h2>
        {say('mandates.version', { version: version.letter.version })} <StateTag state={version.state} />
      </h2>
      <p className="quiet">
        {say('mandate.hash')} <Code value={version.hash} short />
      </p>
      {version.hasSealedLetter ? (
        <p className="letter-acts">
          <a href={sealedLetterAddress(found.mandateNo, letter.version, 'pdf')} target="_blank" rel="noreferrer">
            {say('mandate.sealedPdf')}
          </a>
          <a
            href={sealedLetterAddress(found.mandateNo, letter.version, 'ofd')}
            download={`${found.mandateNo}-${letter.version}.ofd`}
          >
            {say('mandate.sealedOfd')}
          </a>
          <GoTo to={paths.verify(`${found.mandateNo}-${letter.version}`)}>{say('mandate.verify')}</GoTo>
        </p>
      ) : null}
      {version.acceptedBy.length === 0 ? null : (
        <p>{say('mandate.acceptedBy', { names: names(version.acceptedBy) })}</p>
      )}
      {found.suspendedHolders.length === 0 ? null : (
        <p className="light light-yellow">{say('mandate.stopped', { names: names(found.suspendedHolders) })}</p>
      )}
    </section>
  );
}
