import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { AskedActs } from '../frame/AskedAct.tsx';
import { useText } from '../text/text.ts';
import { relations } from './conclusion.ts';

/** A licence that was granted and not made out: why, and for who has the power the way to do it. */
export function OwedLicence({ found, isStaff }: { readonly found: CaseView; readonly isStaff: boolean }): ReactNode {
  const say = useText();
  const { owedLicence, caseNo } = found;
  if (owedLicence === undefined) return null;
  const { typeName, why, can } = owedLicence;
  const path = `/cases/${encodeURIComponent(caseNo)}/licence`;
  const options = relations.map((value) => ({ value, label: say(`relation.${value}`) }));
  const recusal = say('sign.recusal');
  return (
    <section className="pane acts">
      <h2>{say('owedLicence.title', { name: typeName })}</h2>
      <p>{say.of(why)}</p>
      {isStaff ? (
        <AskedActs
          acts={[
            {
              can,
              path,
              label: say('owedLicence.issue'),
              challengePath: `${path}/challenge`,
              fields: [
                {
                  name: 'reason',
                  label: say('owedLicence.reason'),
                  input: <Input.TextArea rows={2} maxLength={400} />,
                },
                { name: 'recusal', label: recusal, input: <Select aria-label={recusal} options={options} /> },
              ],
              bodyOf: (values) => ({ command: values }),
            },
          ]}
        />
      ) : null}
    </section>
  );
}
