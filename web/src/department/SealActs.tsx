import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { SealPageView } from '../api/model.ts';
import { type Asked, AskedActs } from '../frame/AskedAct.tsx';
import { useText } from '../text/text.ts';

const stopKinds = ['replaced', 'expired', 'organChanged', 'keyCompromised', 'breaker', 'other'] as const;
const disposals = ['archived', 'destroyed'] as const;

/** The steps of a seal's life. The server says which are open and why the others are not. */
export function SealActs({ found }: { readonly found: SealPageView }): ReactNode {
  const say = useText();
  const { can, seal } = found;
  const path = (act: string): string => `/seals/${encodeURIComponent(seal.sealId)}/${act}`;
  const others = found.keepers.filter(({ personId }) => personId !== seal.keeper?.personId);
  const keepers = (
    <Select
      aria-label={say('seals.keeper')}
      options={others.map(({ personId, name }) => ({ value: personId, label: `${name} ${personId}` }))}
    />
  );
  const acts: readonly Asked[] = [
    {
      can: can['makeSeal'],
      path: path('making'),
      label: say('seal.make'),
      warning: say('seal.makeWarning'),
      fields: [],
      bodyOf: () => ({}),
    },
    {
      can: can['fileSeal'],
      path: path('filing'),
      label: say('seal.file'),
      fields: [
        { name: 'filedWith', label: say('seal.filedWith'), input: <Input /> },
        { name: 'filingNo', label: say('seal.filingNo'), input: <Input /> },
      ],
    },
    {
      can: can['putSealInUse'],
      path: path('use'),
      label: say('seal.use'),
      fields: [
        { name: 'keeper', label: say('seals.keeper'), input: keepers },
        { name: 'approval', label: say('seal.approvalAsked'), input: <Input /> },
      ],
    },
    {
      can: can['offerSeal'],
      path: path('offer'),
      label: say('seal.offer'),
      fields: [
        { name: 'to', label: say('seal.to'), input: keepers },
        { name: 'reason', label: say('seal.reason'), input: <Input /> },
      ],
    },
    {
      can: can['takeSeal'],
      path: path('taking'),
      label: say('seal.take'),
      warning: say('seal.takeWarning'),
      fields: [],
      bodyOf: () => ({}),
    },
    {
      can: can['stopSeal'],
      path: path('stop'),
      label: say('seal.stop'),
      warning: say('seal.stopWarning'),
      danger: true,
      fields: [
        { name: 'reason', label: say('seal.stopKind'), input: <Choice of="sealStop" among={stopKinds} /> },
        { name: 'explanation', label: say('seal.explanation'), input: <Input.TextArea rows={2} /> },
      ],
    },
    {
      can: can['handBackSeal'],
      path: path('return'),
      label: say('seal.handBack'),
      fields: [
        { name: 'receiver', label: say('seal.receiver'), input: <Input /> },
        { name: 'disposal', label: say('seal.disposal'), input: <Choice of="sealDisposal" among={disposals} /> },
        { name: 'receiptNo', label: say('seal.receiptNo'), input: <Input /> },
      ],
    },
  ];
  return (
    <section className="pane acts no-print">
      <h2>{say('seal.acts')}</h2>
      <AskedActs acts={acts} />
    </section>
  );
}

type ChoiceOf =
  | { readonly of: 'sealStop'; readonly among: typeof stopKinds }
  | { readonly of: 'sealDisposal'; readonly among: typeof disposals };

function Choice({
  value,
  onChange,
  ...choice
}: ChoiceOf & { readonly value?: string; readonly onChange?: (value: string) => void }): ReactNode {
  const say = useText();
  const options =
    choice.of === 'sealStop'
      ? choice.among.map((one) => ({ value: one, label: say(`sealStop.${one}`) }))
      : choice.among.map((one) => ({ value: one, label: say(`sealDisposal.${one}`) }));
  return <Radio.Group value={value} onChange={(event) => onChange?.(String(event.target.value))} options={options} />;
}
