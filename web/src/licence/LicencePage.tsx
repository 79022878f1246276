import type { ReactNode } from 'react';
import { licencePath, type LicenceView, useLicence } from '../api/licence-reads.ts';
import { useSession } from '../api/session.ts';
import { EvidencePane } from '../explorer/EvidencePane.tsx';
import { LicenceReadingsPane } from '../explorer/ReadingsPane.tsx';
import { ReasonDoor } from '../explorer/ReasonDoor.tsx';
import { Code } from '../frame/Code.tsx';
import { GoTo, useNamed } from '../frame/navigation.tsx';
import { Cited } from '../frame/Timeline.tsx';
import { paths } from '../paths.ts';
import { isTextKey, type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { LicenceActs } from './LicenceActs.tsx';
import { LicenceLetters, LicenceNotice } from './LicenceCourse.tsx';
import { LicenceMark, termText } from './LicenceMark.tsx';
import { LicencePapers } from './LicencePapers.tsx';

/** One licence: what it says, its papers, its life so far, and for the organ what can be done. */
export function LicencePage(): ReactNode {
  const licenceNo = useNamed('licenceNo');
  const query = useLicence(licenceNo);
  return (
    <ReasonDoor query={query} of={licencePath(licenceNo)}>
      {(found) => <LicenceSheet found={found} />}
    </ReasonDoor>
  );
}

function LicenceSheet({ found }: { readonly found: LicenceView }): ReactNode {
  const say = useText();
  const { data: session } = useSession();
  const isHolder = session?.account.kind === 'applicant';
  const { licence, standing } = found;
  return (
    <div className="desk-page">
      <header className="case-head">
        <h1>
          {licence.typeName} <LicenceMark status={licence.status} />
        </h1>
        <span className="breakable">
          <Code value={licence.licenceNo} />
        </span>
      </header>
      {standing.reason === undefined ? null : (
        <p className="light light-yellow">
          {say('licence.why')}：{standing.reason}
        </p>
      )}
      <div className="case-grid">
        <div>
          <section className="pane">
            <h2>{say('licence.says')}</h2>
            <LicenceFacts found={found} linksCase={isHolder} />
          </section>
          <LicenceNotice found={found} isHolder={isHolder} />
          <LicenceLetters found={found} />
          <section className="pane">
            <h2>{say('licence.papers')}</h2>
            <LicencePapers found={found} isHolder={isHolder} />
          </section>
          <EvidencePane
            path={`${licencePath(found.licence.licenceNo)}/evidence`}
            name={found.licence.licenceNo}
            can={found.can['downloadEvidence']}
            chain={paths.licenceLineage(found.licence.licenceNo)}
            chainWord={say('lineage.ofLicence')}
          />
        </div>
        <aside className="rail" aria-label={say('licence.history')}>
          <LicenceActs found={found} />
          <section className="pane">
            <h2>{say('licence.history')}</h2>
            <History found={found} />
          </section>
          {isHolder ? <LicenceReadingsPane licenceNo={licence.licenceNo} /> : null}
        </aside>
      </div>
    </div>
  );
}

function LicenceFacts({ found, linksCase }: { readonly found: LicenceView; readonly linksCase: boolean }): ReactNode {
  const say = useText();
  const { licence, holder, claims, basis, numbers } = found;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say('licences.holder'), holder.name],
    [say('licence.holderNo'), <code key="no">{holder.no}</code>],
    ...claims.map(({ title, value }): readonly [string, ReactNode] => [say.of(title), valueText(value, say)]),
    [say('licences.term'), termText(licence, say)],
    [say('licences.organ'), licence.organName],
    [say('licence.decision'), basis.decisionNo],
    [
      say('licence.case'),
      basis.caseNo === '' ? (
        ''
      ) : linksCase ? (
        <GoTo to={paths.myCase(basis.caseNo)}>{basis.caseNo}</GoTo>
      ) : (
        <Code value={basis.caseNo} />
      ),
    ],
    ...(numbers.length > 1
      ? [[say('licence.earlier'), numbers.slice(0, -1).join('、')] satisfies readonly [string, ReactNode]]
      : []),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="breakable">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function valueText(value: string | number | boolean, say: Say): string {
  if (typeof value === 'boolean') return say(value ? 'form.yes' : 'form.no');
  return String(value);
}

function History({ found }: { readonly found: LicenceView }): ReactNode {
  const say = useText();
  const todayOn = todayInChina();
  return (
    <ol className="timeline">
      {found.history.map(({ type, at, by, mandate, reason }, index) => {
        const key = `licenceEvent.${type}`;
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <time dateTime={at}>{instantText(at, todayOn, say.language)}</time>
            <div>
              <span>{isTextKey(key) ? say(key) : type}</span>
              <span className="quiet">
                {' · '}
                {actorText(by, say)}
                {mandate === undefined ? null : ' · '}
                {mandate === undefined ? null : (
                  <Cited mandateNo={mandate.mandateNo} version={mandate.version} linked />
                )}
              </span>
              {reason === undefined ? null : <p>{reason}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function actorText(by: string, say: Say): string {
  const key = `licenceBy.${by.replace('robot/', '')}`;
  return isTextKey(key) ? say(key) : by;
}
