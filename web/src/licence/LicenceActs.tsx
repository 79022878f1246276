import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { licencePath, type LicenceView } from '../api/licence-reads.ts';
import { relations } from '../desk/conclusion.ts';
import { type Asked, type AskedField, AskedActs } from '../frame/AskedAct.tsx';
import { type Say, useText } from '../text/text.ts';

const grounds = {
  withdraw: ['lawChanged', 'factsChanged'],
  annul: ['fraud', 'holderUnqualified', 'procedureBreached', 'beyondPower', 'abuseOfOffice', 'otherByLaw'],
  cancel: ['onRequest', 'expired', 'ended', 'holderDied', 'holderDissolved', 'forceMajeure'],
} as const;

const acts = ['replace', 'suspend', 'reinstate', 'withdraw', 'annul', 'forfeit', 'cancel'] as const;
type Act = (typeof acts)[number];

/** What the organ can do with the licence; the server says which acts are open and why the others are not. */
export function LicenceActs({ found }: { readonly found: LicenceView }): ReactNode {
  const say = useText();
  if (Object.keys(found.can).length === 0) return null;
  const asked = acts.map((act): Asked => ({
    can: found.can[act],
    path: `${licencePath(found.licence.licenceNo)}/acts`,
    label: say(`licenceAct.${act}`),
    warning: say(`licenceWarn.${act}`),
    danger: act !== 'replace' && act !== 'reinstate',
    fields: fieldsOf(act, say),
    challengePath: `${licencePath(found.licence.licenceNo)}/acts/challenge`,
    bodyOf: (values) => ({ command: { act, ...written(values) } }),
  }));
  return (
    <section className="pane acts no-print">
      <h2>{say('licence.acts')}</h2>
      <AskedActs acts={asked} />
    </section>
  );
}

function fieldsOf(act: Act, say: Say): readonly AskedField[] {
  const ground = act === 'withdraw' || act === 'annul' || act === 'cancel' ? [groundField(act, say)] : [];
  const own: readonly AskedField[] =
    act === 'withdraw'
      ? [{ name: 'compensation', label: say('licenceField.compensation'), input: <Input.TextArea rows={2} /> }]
      : act === 'forfeit'
        ? [{ name: 'penaltyNo', label: say('licenceField.penaltyNo'), input: <Input maxLength={100} /> }]
        : act === 'suspend'
          ? [
              {
                name: 'untilOn',
                label: say('licenceField.untilOn'),
                input: <Input type="date" />,
                isOptional: true,
              },
            ]
          : [];
  return [
    ...ground,
    { name: 'reason', label: say('licenceField.reason'), input: <Input.TextArea rows={3} /> },
    { name: 'basis', label: say('licenceField.basis'), input: <Input maxLength={400} /> },
    ...own,
    recusalField(say),
  ];
}

/** Whoever acts declares that he is related to nobody concerned (R44). */
function recusalField(say: Say): AskedField {
  const options = relations.map((value) => ({ value, label: say(`relation.${value}`) }));
  const label = say('sign.recusal');
  return { name: 'recusal', label, input: <Select aria-label={label} options={options} /> };
}

function groundField(act: keyof typeof grounds, say: Say): AskedField {
  const options = grounds[act].map((value) => ({ value, label: say(`licenceGround.${value}`) }));
  const label = say('licenceField.ground');
  return { name: 'ground', label, input: <Select aria-label={label} options={options} /> };
}

/** Fields that were left empty are not sent. */
function written(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}
