import { Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { MatterView } from '../api/matter-model.ts';
import { type Asked, AskedActs } from '../frame/AskedAct.tsx';
import { useText } from '../text/text.ts';

/** What can be done with the matter, and what not, each with the reason that the server gives. */
export function MatterActs({ found }: { readonly found: MatterView }): ReactNode {
  const say = useText();
  const path = `/matters/${found.matterNo}`;
  const waiting = found.children.filter(({ state }) => state === 'waiting' || state === 'held');
  const acts: readonly Asked[] = [
    ...found.holds.map(({ rule, why, can }) => ({
      can,
      path: `${path}/holds`,
      label: say('matter.lift', { why: say.of(why) }),
      fields: [
        { name: 'evidence', label: say('matter.evidence'), input: <Input /> },
        { name: 'rule', label: say('matter.rule'), input: <InputNumber disabled /> },
      ],
      initial: { rule },
    })),
    ...waiting.map(({ itemId }) => ({
      can: found.can.omit,
      path: `${path}/omissions`,
      label: say('matter.omit', { itemId }),
      fields: [],
      bodyOf: () => ({ itemId, reason: '' }),
    })),
    {
      can: found.can.withdraw,
      path: `${path}/withdrawal`,
      label: say('matter.withdraw'),
      warning: say('matter.withdrawWarning'),
      danger: true,
      fields: [{ name: 'reason', label: say('matter.why'), input: <Input />, isOptional: true }],
    },
  ];
  return (
    <>
      <h2>{say('matter.acts')}</h2>
      <Lifters found={found} />
      <AskedActs acts={acts} />
    </>
  );
}

function Lifters({ found }: { readonly found: MatterView }): ReactNode {
  const say = useText();
  return found.holds.map(({ rule, items, why, liftedBy }) => (
    <p key={rule} className="quiet">
      {say('matter.held', { items: items.join('、') })} {say.of(why)}{' '}
      {say('matter.lifters', {
        organs: liftedBy.map(({ name, nameEn }) => say.of({ zh: name, en: nameEn })).join('、'),
      })}
    </p>
  ));
}
