import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { grounds } from '../desk/conclusion.ts';
import { type Asked, AskedActs } from '../frame/AskedAct.tsx';
import { OfficerSelect } from '../frame/OfficerSelect.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** A party asks that an officer stand aside, and reads the answer (R44). */
export function RecusalRequest({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const lines = recusalLines(found, say);
  const can = found.can['requestRecusal'];
  if (!isOpen(can) && lines.length === 0) return null;
  const asking: Asked = {
    can,
    path: `/cases/${encodeURIComponent(found.caseNo)}/recusal-request`,
    label: say('recusal.ask'),
    fields: [
      {
        name: 'personId',
        label: say('recusal.officer'),
        input: <OfficerSelect label={say('recusal.officer')} officers={found.officers} />,
      },
      {
        name: 'ground',
        label: say('recusal.ground'),
        input: (
          <Select
            aria-label={say('recusal.ground')}
            options={grounds.map((value) => ({ value, label: say(`relation.${value}`) }))}
          />
        ),
      },
      { name: 'reason', label: say('recusal.reason'), input: <Input.TextArea rows={3} /> },
    ],
  };
  return (
    <details className="apart no-print" open={lines.length > 0}>
      <summary>{say('recusal.title')}</summary>
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <AskedActs acts={[asking]} />
    </details>
  );
}

/** Each request with its answer. */
export function recusalLines({ recusals, officers }: CaseView, say: Say): readonly string[] {
  return recusals.map(({ personId, at, answer }) => {
    const officer = officers.find((one) => one.personId === personId)?.name ?? personId;
    if (answer === undefined)
      return say('recusal.open', { officer, at: instantText(at, todayInChina(), say.language) });
    return say(answer.granted ? 'recusal.granted' : 'recusal.refused', { officer, reason: answer.reason });
  });
}
