import { Input, InputNumber, Select } from 'antd';
import type { CaseView } from '../api/model.ts';
import type { Asked } from '../frame/AskedAct.tsx';
import type { Say } from '../text/text.ts';
import { ResponsiblePersons } from './ResponsiblePersons.tsx';

const causes = ['concealed', 'fraud', 'annulledRegistration'] as const;

/** What the head and the chief representative do about a fee (R9), and what a decision found about the applicant (R35). */
export function conductActs(found: CaseView, say: Say): readonly Asked[] {
  const path = (act: string): string => `/cases/${encodeURIComponent(found.caseNo)}/${act}`;
  const lines = <Input.TextArea rows={3} />;
  const representative = found.applicant.legalRepresentative;
  const feeActs: readonly Asked[] = [
    {
      can: found.can['reduceFee'],
      path: path('fee/reduction'),
      label: say('fee.reduce'),
      fields: [
        { name: 'toYuan', label: say('fee.toYuan'), input: <InputNumber className="wide" min={0} precision={2} /> },
        { name: 'reason', label: say('fee.reason'), input: lines },
      ],
      bodyOf: ({ toYuan, reason }) => ({ toFen: Math.round(Number(toYuan) * 100), reason }),
    },
    {
      can: found.can['refundFee'],
      path: path('fee/refund'),
      label: say('fee.refund'),
      fields: [{ name: 'reason', label: say('fee.reason'), input: lines }],
    },
  ];
  return [
    ...(found.fee === undefined ? [] : feeActs),
    {
      can: found.can['recordMisconduct'],
      path: path('misconduct'),
      label: say('conduct.title'),
      warning: say('conduct.warning'),
      danger: true,
      fields: [
        {
          name: 'cause',
          label: say('conduct.cause'),
          input: (
            <Select
              aria-label={say('conduct.cause')}
              options={causes.map((value) => ({ value, label: say(`conduct.cause.${value}`) }))}
            />
          ),
        },
        { name: 'decisionNo', label: say('conduct.decisionNo'), input: <Input /> },
        { name: 'decidedOn', label: say('conduct.decidedOn'), input: <Input type="date" /> },
        { name: 'facts', label: say('conduct.facts'), input: lines },
        { name: 'responsible', label: say('conduct.responsible'), input: <ResponsiblePersons />, isOptional: true },
      ],
      // Who stands for the enterprise is offered; the decision says whether he answers for it (市场主体条例40).
      initial: { responsible: representative === undefined || representative === null ? [] : [representative] },
    },
  ];
}
