import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { paperRecordAddress } from '../api/client.ts';
import type { CaseView } from '../api/model.ts';
import { type Asked, AskedActs } from '../frame/AskedAct.tsx';
import { OfficerSelect } from '../frame/OfficerSelect.tsx';
import { isOwn } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';
import { nameOfPerson } from './CaseFacts.tsx';
import { relations } from './conclusion.ts';

/** Where the law knows no electronic signature, what was signed on paper is booked here (R84). */
export function PaperRecord({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const can = found.can['recordPaperDecision'];
  const isOther = can?.allowed === false && can.refusal.code === 'not-a-paper-instrument';
  const paper = found.decided?.paper;
  if (paper !== undefined)
    return (
      <>
        <p>{say('paper.recorded', { no: paper.paperNo, signer: nameOfPerson(found.timeline, paper.signedBy) })}</p>
        <p>
          <a href={paperRecordAddress(found.caseNo)} target="_blank" rel="noreferrer">
            {say('paper.open')}
          </a>
        </p>
      </>
    );
  if (!isOwn(can) || isOther) return null;
  const recording: Asked = {
    can,
    path: `/cases/${encodeURIComponent(found.caseNo)}/paper-decision`,
    label: say('paper.record'),
    warning: say('paper.warning'),
    fields: [
      {
        name: 'signedBy',
        label: say('paper.signedBy'),
        input: <OfficerSelect label={say('paper.signedBy')} officers={found.officers} />,
      },
      { name: 'paperNo', label: say('paper.no'), input: <Input className="mono" /> },
      { name: 'signedOn', label: say('paper.signedOn'), input: <Input type="date" /> },
      { name: 'reason', label: say('sign.reason'), input: <Input.TextArea rows={3} /> },
      {
        name: 'recusal',
        label: say('sign.recusal'),
        input: (
          <Select
            aria-label={say('sign.recusal')}
            options={relations.map((value) => ({ value, label: say(`relation.${value}`) }))}
          />
        ),
      },
      { name: 'handlingReason', label: say('third.handling'), input: <Input />, isOptional: true },
    ],
    bodyOf: ({ handlingReason, ...said }) =>
      typeof handlingReason === 'string' && handlingReason.trim() !== '' ? { ...said, handlingReason } : said,
  };
  return (
    <div className="acts no-print">
      <AskedActs acts={[recording]} />
    </div>
  );
}
