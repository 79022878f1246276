import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { recusalLines } from '../applicant/RecusalRequest.tsx';
import type { Asked } from '../frame/AskedAct.tsx';
import { OfficerSelect } from '../frame/OfficerSelect.tsx';
import { useText } from '../text/text.ts';
import { CoursePane } from './CoursePane.tsx';

/** What parties asked about officers, and the answer of the chief representative or the head (R44). */
export function RecusalPane({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const open = found.recusals.filter(({ answer }) => answer === undefined).map(({ personId }) => personId);
  if (found.recusals.length === 0) return null;
  const answering: Asked = {
    can: found.can['decideRecusal'],
    path: `/cases/${encodeURIComponent(found.caseNo)}/recusal-decision`,
    label: say('recusal.answer'),
    initial: { personId: open[0] },
    fields: [
      {
        name: 'personId',
        label: say('recuse.person'),
        input: (
          <OfficerSelect
            label={say('recuse.person')}
            officers={found.officers.filter(({ personId }) => open.includes(personId))}
          />
        ),
      },
      {
        name: 'granted',
        label: say('recusal.conclusion'),
        input: (
          <Radio.Group
            aria-label={say('recusal.conclusion')}
            options={[
              { value: true, label: say('recusal.grant') },
              { value: false, label: say('recusal.refuse') },
            ]}
          />
        ),
      },
      { name: 'reason', label: say('recusal.told'), input: <Input.TextArea rows={3} /> },
      { name: 'superiorNo', label: say('recusal.superiorNo'), input: <Input />, isOptional: true },
    ],
    bodyOf: ({ superiorNo, ...said }) =>
      typeof superiorNo === 'string' && superiorNo !== '' ? { ...said, superiorNo } : said,
  };
  return (
    <CoursePane
      title={say('recusal.title')}
      lines={recusalLines(found, say)}
      acts={open.length === 0 ? [] : [answering]}
    />
  );
}
