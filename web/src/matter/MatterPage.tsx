import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { MatterChild, MatterView } from '../api/matter-model.ts';
import { useMatter } from '../api/matter-reads.ts';
import { ReasonDoor } from '../explorer/ReasonDoor.tsx';
import { Airy } from '../frame/Airy.tsx';
import { Code } from '../frame/Code.tsx';
import { ClockLines } from '../frame/Light.tsx';
import { GoTo, useNamed } from '../frame/navigation.tsx';
import { Timeline } from '../frame/Timeline.tsx';
import { paths } from '../paths.ts';
import { MatterActs } from './MatterActs.tsx';
import { useText } from '../text/text.ts';

/** How far a matter is: each item with its organ, clock, state, reasons and remedies. */
export function MatterPage(): ReactNode {
  const matterNo = useNamed('matterNo');
  const query = useMatter(matterNo);
  return (
    <ReasonDoor query={query} of={`/matters/${encodeURIComponent(matterNo)}`}>
      {(found) => <MatterSheet found={found} />}
    </ReasonDoor>
  );
}

function MatterSheet({ found }: { readonly found: MatterView }): ReactNode {
  const say = useText();
  const { counts } = found;
  return (
    <Airy>
      <h1>{say.of({ zh: found.name, en: found.nameEn })}</h1>
      <p className="quiet">
        {found.applicantName} {' · '} {say('matter.no')} <Code value={found.matterNo} />
      </p>
      <output className="sentence">
        {say(`matterState.${found.state}`)}
        {'：'}
        {say('matter.counts', counts)}
      </output>
      <Stopped found={found} />
      <ol className="cards">
        {found.children.map((child) => (
          <ChildCard key={child.itemId} child={child} />
        ))}
      </ol>
      <ToldLines title={say('matter.leftOut')} lines={found.leftOut} />
      <ToldLines title={say('matter.prompts')} lines={found.prompts} />
      <MatterActs found={found} />
      <h2>{say('matter.timeline')}</h2>
      <Timeline entries={found.timeline} />
    </Airy>
  );
}

/** Where each role opens the case of a child. */
const addresses = { own: paths.myCase, window: paths.windowCase, desk: paths.deskCase };

/** The written statement that it is not taken on as one: what was asked, when, why, and what remains open. */
function Stopped({ found: { stopped } }: { readonly found: MatterView }): ReactNode {
  const say = useText();
  if (stopped === undefined) return null;
  return (
    <section>
      <p>{say.of(stopped.message)}</p>
      <ul className="have">
        {stopped.why.map((why) => (
          <li key={why.zh}>{say.of(why)}</li>
        ))}
      </ul>
      <p>{say('state.remedy', { remedy: say.of(stopped.remedy) })}</p>
      <Button onClick={() => window.print()}>{say('act.print')}</Button>
    </section>
  );
}

function ChildCard({ child }: { readonly child: MatterChild }): ReactNode {
  const say = useText();
  const { itemId, itemName, itemNameEn, caseNo, clocks, reason, remedy, remedies, opensAt, why, insteadOf } = child;
  const name = `${itemId} ${say.of({ zh: itemName, en: itemNameEn })}`;
  return (
    <li className="card">
      {caseNo === undefined || opensAt === undefined ? (
        <strong>{name}</strong>
      ) : (
        <GoTo to={addresses[opensAt](caseNo)} className="card-title">
          {name}
        </GoTo>
      )}
      <span>
        <strong className={`child-${child.state}`}>{say(`childState.${child.state}`)}</strong>{' '}
        {child.state === 'running' && child.caseState !== undefined ? say(`caseState.${child.caseState}`) : null}
      </span>
      <span className="quiet">{say.of({ zh: child.organName, en: child.organNameEn })}</span>
      {why === undefined ? null : (
        <span className="quiet">
          {insteadOf === undefined ? null : say('matter.insteadOf', { itemId: insteadOf })} {say.of(why)}
        </span>
      )}
      {child.state === 'waiting' && child.after.length > 0 ? (
        <span className="quiet">{say('matter.after', { items: child.after.join('、') })}</span>
      ) : null}
      {clocks === undefined ? null : <ClockLines clocks={clocks} />}
      {reason === undefined ? null : <span>{say('matter.reason', { reason: say.of(reason) })}</span>}
      {remedy === undefined ? null : <span>{say('state.remedy', { remedy: say.of(remedy) })}</span>}
      {remedies.map((paragraph) => (
        <span key={paragraph} lang="zh">
          {paragraph}
        </span>
      ))}
    </li>
  );
}

function ToldLines({ title, lines }: { readonly title: string; readonly lines: MatterView['leftOut'] }): ReactNode {
  const say = useText();
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul className="have">
        {lines.map(({ itemId, itemName, itemNameEn, why }) => (
          <li key={itemId}>
            {itemId} {say.of({ zh: itemName, en: itemNameEn })} <span className="quiet">{say.of(why)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
