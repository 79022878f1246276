import type { Letter } from '../api/mandate-model.ts';
import type { MandatePageView, MandateVersion } from '../api/model.ts';
import type { ReactNode } from 'react';
import { letterAddress } from '../api/client.ts';
import { useMandate } from '../api/reads.ts';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { useNamed } from '../frame/navigation.tsx';
import { Timeline } from '../frame/Timeline.tsx';
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
      {version.acceptedBy.length === 0 ? null : (
        <p>{say('mandate.acceptedBy', { names: names(version.acceptedBy) })}</p>
      )}
      {found.suspendedHolders.length === 0 ? null : (
        <p className="light light-yellow">{say('mandate.stopped', { names: names(found.suspendedHolders) })}</p>
      )}
    </section>
  );
}
