import { Input, Select } from 'antd';
import { licencePath, type LicenceView } from '../api/licence-reads.ts';
import type { Asked, AskedField } from '../frame/AskedAct.tsx';
import { OfficerSelect } from '../frame/OfficerSelect.tsx';
import type { Say } from '../text/text.ts';

const ways = ['direct', 'electronic', 'mail', 'substitute', 'publicNotice'] as const;
/** Nobody signs for these at the desk: the number of the post or of the notice is the proof (R87). */
const NAMED = ['mail', 'publicNotice'] as const;
const sayings = ['statement', 'waiver', 'hearingAsked'] as const;

/** What the organ enters between a notice and the act: that a letter was served, what the holder said, a hearing. */
export function courseActs(found: LicenceView, say: Say): readonly Asked[] {
  const path = licencePath(found.licence.licenceNo);
  const unserved = found.letters.filter(({ served }) => served === undefined).map(({ docNo }) => docNo);
  const bodyOf = written;
  return [
    {
      can: found.can['serve'],
      path: `${path}/service`,
      label: say('licenceDo.serve'),
      fields: [
        chosen(
          'docNo',
          say('licenceField.docNo'),
          unserved.map((docNo) => ({ value: docNo, label: docNo })),
        ),
        chosen(
          'method',
          say('licenceField.method'),
          ways.map((way) => ({ value: way, label: say(`delivery.${way}`) })),
        ),
        { name: 'recipient', label: say('licenceField.recipient'), input: <Input maxLength={200} /> },
        {
          name: 'reference',
          label: say('licenceField.reference'),
          input: <Input maxLength={200} />,
          isOptional: true,
          neededFor: { field: 'method', values: NAMED },
        },
      ],
      initial: unserved.length === 1 ? { docNo: unserved[0], method: 'direct' } : { method: 'direct' },
      bodyOf,
    },
    {
      can: found.can['enterAnswer'],
      path: `${path}/answers`,
      label: say('licenceDo.enterAnswer'),
      fields: [
        ...answerFields(sayings, say),
        {
          name: 'paper',
          label: say('licenceField.paper'),
          input: <Input maxLength={200} />,
          isOptional: true,
          neededFor: { field: 'said', values: ['waiver'] },
        },
        dated('receivedOn', say),
      ],
      bodyOf: (values) => ({ words: '', ...written(values) }),
    },
    {
      can: found.can['recordHearing'],
      path: `${path}/hearings`,
      label: say('licenceDo.recordHearing'),
      fields: [
        dated('noticedOn', say),
        dated('heldOn', say),
        {
          name: 'presider',
          label: say('licenceField.presider'),
          input: <OfficerSelect label={say('licenceField.presider')} officers={found.presiders ?? []} />,
        },
        { name: 'record', label: say('licenceField.record'), input: <Input.TextArea rows={4} /> },
      ],
      bodyOf,
    },
  ];
}

/** What the holder can say, and in which words. */
export function answerFields(said: readonly (typeof sayings)[number][], say: Say): readonly AskedField[] {
  return [
    chosen(
      'said',
      say('licenceField.said'),
      said.map((value) => ({ value, label: say(`licenceSaid.${value}`) })),
    ),
    {
      name: 'words',
      label: say('licenceField.words'),
      input: <Input.TextArea rows={3} maxLength={4000} />,
      isOptional: true,
      neededFor: { field: 'said', values: ['statement'] },
    },
  ];
}

function chosen(
  name: string,
  label: string,
  options: { readonly value: string; readonly label: string }[],
): AskedField {
  return { name, label, input: <Select aria-label={label} options={options} /> };
}

function dated(name: 'receivedOn' | 'noticedOn' | 'heldOn', say: Say): AskedField {
  return { name, label: say(`licenceField.${name}`), input: <Input type="date" /> };
}

/** Fields that were left empty are not sent. */
export function written(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}
