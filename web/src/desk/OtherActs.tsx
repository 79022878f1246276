import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useSession } from '../api/session.ts';
import { type Asked, AskedActs } from '../frame/AskedAct.tsx';
import { OfficerSelect } from '../frame/OfficerSelect.tsx';
import { isOwn } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';
import { conductActs } from './conduct-acts.tsx';
import { grounds as recusalGrounds } from './conclusion.ts';

const grounds = [
  'applicantDied',
  'applicantDissolved',
  'deferredMaterialsOverdue',
  'correctionNotSupplied',
  'objectGone',
] as const;

/** Everything besides signing: return, stand aside, pass to the department, terminate. */
export function OtherActs({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const { data: session } = useSession();
  const path = (act: string): string => `/cases/${encodeURIComponent(found.caseNo)}/${act}`;
  const lines = <Input.TextArea rows={3} />;
  const acts: readonly Asked[] = [
    {
      can: found.can['returnProposal'],
      path: path('decision/return'),
      label: say('return.title'),
      fields: [{ name: 'reason', label: say('return.reason'), input: lines }],
    },
    {
      can: found.can['recuseOfficer'],
      path: path('recusal'),
      label: say('recuse.title'),
      initial: { personId: session?.account.personId, note: '' },
      fields: [
        {
          name: 'personId',
          label: say('recuse.person'),
          input: <OfficerSelect label={say('recuse.person')} officers={found.officers} />,
        },
        {
          name: 'ground',
          label: say('recuse.ground'),
          input: (
            <Select
              aria-label={say('recuse.ground')}
              options={recusalGrounds.map((value) => ({ value, label: say(`relation.${value}`) }))}
            />
          ),
        },
        { name: 'note', label: say('recuse.note'), input: lines, isOptional: true },
      ],
    },
    {
      can: found.can['escalateCase'],
      path: path('escalation'),
      label: say('escalate.title'),
      fields: [{ name: 'reason', label: say('escalate.reason'), input: lines }],
    },
    {
      can: found.can['terminateCase'],
      path: path('termination'),
      label: say('terminate.title'),
      danger: true,
      fields: [
        {
          name: 'ground',
          label: say('terminate.ground'),
          input: (
            <Select
              aria-label={say('terminate.ground')}
              options={grounds.map((value) => ({ value, label: say(`ground.${value}`) }))}
            />
          ),
        },
        { name: 'reason', label: say('terminate.reason'), input: lines },
      ],
    },
    ...conductActs(found, say),
  ];
  if (!acts.some(({ can }) => isOwn(can))) return null;
  return (
    <section className="pane acts no-print">
      <AskedActs acts={acts} />
    </section>
  );
}
