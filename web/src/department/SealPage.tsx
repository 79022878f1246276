import type { ReactNode } from 'react';
import type { SealPageView } from '../api/model.ts';
import { useSeal } from '../api/reads.ts';
import { Loaded } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { useNamed } from '../frame/navigation.tsx';
import { Timeline } from '../frame/Timeline.tsx';
import { useText } from '../text/text.ts';
import { dateText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { SealActs } from './SealActs.tsx';
import { SealStateTag } from './SealsPage.tsx';
import { SealUses } from './SealUses.tsx';

/** One seal: its picture and papers, what can be done with it, its life so far, and the register of its use. */
export function SealPage(): ReactNode {
  const query = useSeal(useNamed('sealId'));
  return (
    <Loaded query={query} isPage>
      {(found) => <SealSheet found={found} />}
    </Loaded>
  );
}

function SealSheet({ found }: { readonly found: SealPageView }): ReactNode {
  const say = useText();
  const { seal } = found;
  return (
    <div className="desk-page">
      <header className="case-head">
        <h1>
          {seal.bearer ?? seal.organName} {say(`sealKind.${seal.kind}`)} <SealStateTag state={seal.state} />
        </h1>
        <Code value={seal.sealId} />
      </header>
      <div className="case-grid">
        <div>
          <section className="pane seal-facts">
            {found.picture === undefined ? null : (
              <img
                src={`data:image/svg+xml;utf8,${encodeURIComponent(found.picture)}`}
                alt={say('seal.picture', { name: seal.bearer ?? seal.organName })}
                className="seal-picture"
              />
            )}
            <SealFacts found={found} />
          </section>
          <SealUses sealId={seal.sealId} />
        </div>
        <aside className="rail" aria-label={say('seal.acts')}>
          <SealActs found={found} />
          <section className="pane">
            <h2>{say('seal.events')}</h2>
            <Timeline entries={found.events} />
          </section>
        </aside>
      </div>
    </div>
  );
}

function SealFacts({ found }: { readonly found: SealPageView }): ReactNode {
  const say = useText();
  const { seal } = found;
  const on = (at: string | undefined): string | undefined =>
    at === undefined ? undefined : dateText(at, todayInChina(), say.language);
  const filing = found.filedWith === undefined ? undefined : `${found.filedWith} ${found.filingNo ?? ''}`;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say('seals.keeper'), seal.keeper?.name],
    [say('seal.purpose'), found.purpose],
    [say('seal.filing'), filing],
    [say('seal.approval'), found.approval],
    [say('seal.validFrom'), on(found.validFromAt)],
    [say('seals.validTo'), on(seal.validToAt)],
    [say('seal.certificate'), short(found.certificateSerial)],
    [say('seal.structure'), short(found.structureHash)],
  ];
  return (
    <div>
      {seal.development ? <p className="light light-yellow">{say('seal.development')}</p> : null}
      {seal.offeredTo === undefined ? null : (
        <p className="light light-yellow">{say('seals.offered', { name: seal.offeredTo.name })}</p>
      )}
      <dl className="facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}

function short(value: string | undefined): ReactNode {
  return value === undefined ? undefined : <Code value={value} short />;
}
