import type { ReactNode } from 'react';
import { licencePath } from '../api/licence-reads.ts';
import { Code } from '../frame/Code.tsx';
import { GoTo, useNamed } from '../frame/navigation.tsx';
import { Cited } from '../frame/Timeline.tsx';
import { LicenceMark } from '../licence/LicenceMark.tsx';
import { paths } from '../paths.ts';
import { isTextKey, type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import type { Held } from './check.ts';
import { CheckedSum, HeldWord, useChecked } from './Checked.tsx';
import { type LicenceLineage, type LicenceStep, useLicenceLineage } from './reads.ts';
import { ReasonDoor } from './ReasonDoor.tsx';
import { QuorumNote, Witnesses } from './Witnesses.tsx';

/** One licence across departments, as far as it is the business of whoever looks. */
export function LicenceLineagePage(): ReactNode {
  const licenceNo = useNamed('licenceNo');
  const query = useLicenceLineage(licenceNo);
  return (
    <ReasonDoor query={query} of={licencePath(licenceNo)}>
      {(found) => <Lineage found={found} />}
    </ReasonDoor>
  );
}

function Lineage({ found }: { readonly found: LicenceLineage }): ReactNode {
  const say = useText();
  const { licence, seenAs, steps, log, waiting, isCut } = found;
  const places = steps.flatMap(({ place }) => place ?? []);
  const checked = useChecked(log.trust, places);
  const held = new Map(places.map(({ index }, nth) => [index, checked.data?.[nth]]));
  const seesUses = seenAs === 'holder' || seenAs === 'supervisor';
  return (
    <div className="desk-page">
      <header className="case-head">
        <h1>
          {say('licenceLineage.title')}：{licence.typeName} <LicenceMark status={licence.status} />
        </h1>
        <span className="breakable">
          <Code value={licence.licenceNo} />
        </span>
      </header>
      <p className="quiet">{say('licenceLineage.lead')}</p>
      <p>{say(`licenceLineage.as.${seenAs}`)}</p>
      <section className="pane">
        <h2>{say('licenceLineage.steps')}</h2>
        {places.length === 0 ? null : <CheckedSum checked={checked} />}
        <QuorumNote log={log} />
        {waiting === 0 ? null : (
          <p className="light light-yellow">{say('licenceLineage.waiting', { count: waiting })}</p>
        )}
        {isCut ? <p className="quiet">{say('licenceLineage.cut')}</p> : null}
        <ol className="chain">
          {steps.map((step) => (
            <li
              key={`${step.kind} ${step.at} ${step.place?.index ?? ''} ${step.kind === 'use' ? step.claim.zh : step.type}`}
            >
              <Step step={step} held={step.place === undefined ? undefined : held.get(step.place.index)} />
            </li>
          ))}
        </ol>
        {seesUses && steps.every(({ kind }) => kind === 'life') ? (
          <p className="quiet">{say('licenceLineage.unused')}</p>
        ) : null}
      </section>
    </div>
  );
}

function Step({ step, held }: { readonly step: LicenceStep; readonly held: Held | undefined }): ReactNode {
  const say = useText();
  const { at, caseNo, place } = step;
  return (
    <>
      <div>
        <span className="state">{step.kind === 'use' ? say('licenceLineage.use') : lifeWord(step.type, say)}</span>{' '}
        <What step={step} />{' '}
        <time className="quiet" dateTime={at}>
          {instantText(at, todayInChina(), say.language)}
        </time>
      </div>
      {caseNo === undefined ? null : (
        <div className="quiet">
          {say('licenceLineage.case')} <GoTo to={paths.caseChain(caseNo)}>{caseNo}</GoTo>
        </div>
      )}
      {place === undefined ? (
        <p className="quiet">{say('licenceLineage.waits')}</p>
      ) : (
        <>
          <div className="letter-acts">
            <GoTo to={paths.logEntry(place.index, place.generation)}>
              {say('explorer.entry', { index: place.index })}
            </GoTo>
            <span className="quiet">{say('explorer.inCheckpoint', { size: place.checkpointSize })}</span>
            <HeldWord held={held} />
          </div>
          <details>
            <summary>
              {say('explorer.seenBy', {
                count: place.witnesses.length,
                outside: place.witnesses.filter(({ isOutside }) => isOutside).length,
              })}
            </summary>
            <Witnesses seen={place.witnesses} />
            <span className="quiet">{say('explorer.leaf')}</span> <Code value={place.leafHash} short />
          </details>
        </>
      )}
    </>
  );
}

/** What was done, by which organ and person, under which mandate or on which ground. */
function What({ step }: { readonly step: LicenceStep }): ReactNode {
  const say = useText();
  const organ = say.of(step.organName);
  if (step.kind === 'use') {
    const { itemName, claim, ground, by } = step;
    const on =
      ground.kind === 'consent'
        ? say('licenceLineage.consent')
        : say('licenceLineage.statute', { basis: ground.basis });
    return (
      <>
        {say('licenceLineage.usedFor', { organ, item: say.of(itemName), claim: say.of(claim) })}{' '}
        <span className="quiet">
          {on} · {by ?? say('licenceLineage.machine')}
        </span>
      </>
    );
  }
  const { by, mandate, reason } = step;
  return (
    <>
      {organ}{' '}
      <span className="quiet">
        {by === undefined ? null : actorText(by, say)}
        {by === undefined || mandate === undefined ? null : ' · '}
        {mandate === undefined ? null : <Cited mandateNo={mandate.mandateNo} version={mandate.version} linked />}
      </span>
      {reason === undefined ? null : <p>{reason}</p>}
    </>
  );
}

function lifeWord(type: string, say: Say): string {
  const key = `licenceEvent.${type}`;
  return isTextKey(key) ? say(key) : type;
}

function actorText(by: string, say: Say): string {
  const key = `licenceBy.${by.replace('robot/', '')}`;
  return isTextKey(key) ? say(key) : by;
}
