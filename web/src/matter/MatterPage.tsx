import { Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { MatterChild, MatterView } from '../api/matter-model.ts';
import { useMatter } from '../api/matter-reads.ts';
import { useSession } from '../api/session.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded } from '../frame/Answers.tsx';
import { AskedActs } from '../frame/AskedAct.tsx';
import { Code } from '../frame/Code.tsx';
import { Light } from '../frame/Light.tsx';
import { GoTo, useNamed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';

/** How far a matter is: each item with its organ, clock, state, reasons and remedies. */
export function MatterPage(): ReactNode {
  const query = useMatter(useNamed('matterNo'));
  return (
    <Loaded query={query} isPage>
      {(found) => <MatterSheet found={found} />}
    </Loaded>
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
      <ol className="cards">
        {found.children.map((child) => (
          <ChildCard key={child.itemId} child={child} />
        ))}
      </ol>
      <ToldLines title={say('matter.leftOut')} lines={found.leftOut} />
      <ToldLines title={say('matter.prompts')} lines={found.prompts} />
      <MatterActs found={found} />
    </Airy>
  );
}

function ChildCard({ child }: { readonly child: MatterChild }): ReactNode {
  const say = useText();
  const { data: session } = useSession();
  const { itemId, itemName, itemNameEn, caseNo, clocks, reason, remedy, why, insteadOf } = child;
  const name = `${itemId} ${say.of({ zh: itemName, en: itemNameEn })}`;
  const address = session?.account.kind === 'applicant' ? paths.myCase : paths.windowCase;
  return (
    <li className="card">
      {caseNo === undefined ? (
        <strong>{name}</strong>
      ) : (
        <GoTo to={address(caseNo)} className="card-title">
          {name}
        </GoTo>
      )}
      <span>
        <strong className={`child-${child.state}`}>{say(`childState.${child.state}`)}</strong>{' '}
        {child.state === 'running' && child.caseState !== undefined ? say(`caseState.${child.caseState}`) : null}{' '}
        {clocks === undefined ? null : <Light clock={clocks.promised} />}
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
      {reason === undefined ? null : <span>{say('matter.reason', { reason: say.of(reason) })}</span>}
      {remedy === undefined ? null : <span>{say('state.remedy', { remedy: say.of(remedy) })}</span>}
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

function MatterActs({ found }: { readonly found: MatterView }): ReactNode {
  const say = useText();
  const path = `/matters/${found.matterNo}`;
  const waiting = found.children.filter(({ state }) => state === 'waiting' || state === 'held');
  const acts = [
    ...(found.can.liftHold
      ? found.holds.map(({ rule, why }) => ({
          can: { allowed: true as const },
          path: `${path}/holds`,
          label: say('matter.lift', { why: say.of(why) }),
          fields: [
            { name: 'evidence', label: say('matter.evidence'), input: <Input /> },
            { name: 'rule', label: say('matter.rule'), input: <InputNumber disabled /> },
          ],
          initial: { rule },
        }))
      : []),
    ...(found.can.omit
      ? waiting.map(({ itemId }) => ({
          can: { allowed: true as const },
          path: `${path}/omissions`,
          label: say('matter.omit', { itemId }),
          fields: [],
          bodyOf: () => ({ itemId, reason: '' }),
        }))
      : []),
    ...(found.can.withdraw
      ? [
          {
            can: { allowed: true as const },
            path: `${path}/withdrawal`,
            label: say('matter.withdraw'),
            warning: say('matter.withdrawWarning'),
            danger: true,
            fields: [{ name: 'reason', label: say('matter.why'), input: <Input />, isOptional: true }],
          },
        ]
      : []),
  ];
  return acts.length === 0 ? null : (
    <>
      <h2>{say('matter.acts')}</h2>
      <AskedActs acts={acts} />
    </>
  );
}
