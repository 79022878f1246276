import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { licencePath, type LicenceView } from '../api/licence-reads.ts';
import { relations } from '../desk/conclusion.ts';
import { type Asked, type AskedField, AskedActs } from '../frame/AskedAct.tsx';
import { type Say, useText } from '../text/text.ts';
import { courseActs, written } from './course-asked.tsx';

const grounds = {
  withdraw: ['lawChanged', 'factsChanged'],
  annul: ['fraud', 'holderUnqualified', 'procedureBreached', 'beyondPower', 'abuseOfOffice', 'otherByLaw'],
  cancel: ['onRequest', 'expired', 'ended', 'holderDied', 'holderDissolved', 'forceMajeure'],
} as const;

const intended = ['withdraw', 'annul', 'forfeit', 'suspend'] as const;
const acts = ['announce', 'replace', 'suspend', 'reinstate', 'withdraw', 'annul', 'forfeit', 'cancel'] as const;
type Act = (typeof acts)[number];

/** What the organ can do with the licence; the server says which acts are open and why the others are not. */
export function LicenceActs({ found }: { readonly found: LicenceView }): ReactNode {
  const say = useText();
  if (found.can['replace'] === undefined) return null;
  const asked = acts.map((act): Asked => ({
    can: found.can[act],
    path: `${licencePath(found.licence.licenceNo)}/acts`,
    label: say(`licenceAct.${act}`),
    warning: say(`licenceWarn.${act}`),
    danger: act !== 'announce' && act !== 'replace' && act !== 'reinstate',
    fields: fieldsOf(act, found, say),
    initial: announcedFor(act, found),
    challengePath: `${licencePath(found.licence.licenceNo)}/acts/challenge`,
    ...(act === 'replace' || act === 'reinstate'
      ? {}
      : { draftPath: `${licencePath(found.licence.licenceNo)}/acts/draft` }),
    bodyOf: (values) => ({ command: { act, ...written(values) } }),
  }));
  return (
    <section className="pane acts no-print">
      <h2>{say('licence.acts')}</h2>
      <AskedActs acts={[...courseActs(found, say), ...asked]} />
    </section>
  );
}

/** The decision is made on the facts that were announced: they stand in the form already. */
function announcedFor(act: Act, { announced }: LicenceView): Readonly<Record<string, unknown>> {
  if (announced?.intended !== act) return {};
  const { facts, reason, basis, untilOn } = announced;
  return { facts, reason, basis, ...(untilOn === undefined ? {} : { untilOn }) };
}

function fieldsOf(act: Act, found: LicenceView, say: Say): readonly AskedField[] {
  const ground = act === 'withdraw' || act === 'annul' || act === 'cancel' ? [groundField(act, say)] : [];
  const taking = act === 'suspend' || act === 'withdraw' || act === 'annul' || act === 'forfeit';
  const facts = taking ? 'facts' : act === 'announce' || act === 'cancel' ? 'factsFound' : undefined;
  const own: readonly AskedField[] =
    act === 'withdraw'
      ? [{ name: 'compensation', label: say('licenceField.compensation'), input: <Input.TextArea rows={2} /> }]
      : act === 'forfeit'
        ? [{ name: 'deliberation', label: say('licenceField.deliberation'), input: <Input.TextArea rows={2} /> }]
        : act === 'suspend' || act === 'announce'
          ? [
              {
                name: 'untilOn',
                label: say(act === 'suspend' ? 'licenceField.untilOn' : 'licenceField.announcedUntilOn'),
                input: <Input type="date" />,
                isOptional: true,
              },
            ]
          : act === 'cancel'
            ? [proofField(found, say)]
            : [];
  return [
    ...(act === 'announce' ? [intendedField(say)] : []),
    ...ground,
    ...(facts === undefined
      ? []
      : [{ name: 'facts', label: say(`licenceField.${facts}`), input: <Input.TextArea rows={3} readOnly={taking} /> }]),
    {
      name: 'reason',
      label: say(facts === undefined ? 'licenceField.reason' : 'licenceField.why'),
      input: <Input.TextArea rows={3} />,
    },
    { name: 'basis', label: say('licenceField.basis'), input: <Input maxLength={400} /> },
    ...own,
    ...(taking ? [heardField(found, say)] : []),
    recusalField(say),
  ];
}

function intendedField(say: Say): AskedField {
  const options = intended.map((value) => ({ value, label: say(`licenceAct.${value}`) }));
  const label = say('licenceField.intended');
  return { name: 'intended', label, input: <Select aria-label={label} options={options} /> };
}

/** R93: the paper on which a licence that is in use goes off the register. */
function proofField({ licence: { status } }: LicenceView, say: Say): AskedField {
  return {
    name: 'proof',
    label: say('licenceField.proof'),
    input: <Input maxLength={200} />,
    isOptional: status !== 'valid' && status !== 'suspended',
  };
}

/** What the holder said is answered; where he said nothing there is nothing to write. */
function heardField({ announced }: LicenceView, say: Say): AskedField {
  const isOpen =
    announced?.hearing === undefined && announced?.answers.every(({ said }) => said !== 'statement') !== false;
  return { name: 'heard', label: say('licenceField.heard'), input: <Input.TextArea rows={2} />, isOptional: isOpen };
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
