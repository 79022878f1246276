import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { AskedActs } from '../frame/AskedAct.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { written } from '../licence/course-asked.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { relations } from './conclusion.ts';

/** A licence that was granted and not made out: why, and for who has the power the way to do it. */
export function OwedLicence({ found, isStaff }: { readonly found: CaseView; readonly isStaff: boolean }): ReactNode {
  const say = useText();
  const { owedLicence, licenceNo, caseNo } = found;
  if (licenceNo !== undefined && !isStaff)
    return (
      <p>
        <GoTo to={paths.licence(licenceNo)}>{say('licence.ofCase')}</GoTo>
      </p>
    );
  if (owedLicence === undefined) return null;
  const { typeName, why, can, asksCode } = owedLicence;
  const coded = [
    { name: 'uscc', label: say('owedLicence.uscc'), input: <Input maxLength={18} />, isOptional: true },
    { name: 'name', label: say('owedLicence.name'), input: <Input maxLength={200} />, isOptional: true },
  ];
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
                ...(asksCode ? coded : []),
                {
                  name: 'reason',
                  label: say('owedLicence.reason'),
                  input: <Input.TextArea rows={2} maxLength={400} />,
                },
                { name: 'recusal', label: recusal, input: <Select aria-label={recusal} options={options} /> },
              ],
              bodyOf: (values) => ({ command: written(values) }),
            },
          ]}
        />
      ) : null}
    </section>
  );
}
