import type { ReactNode } from 'react';
import { useCases } from '../api/reads.ts';
import { Loaded } from '../frame/Answers.tsx';
import { Light } from '../frame/Light.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';

/** The queue beside the open case. */
export function Queue({ caseNo }: { readonly caseNo: string }): ReactNode {
  const say = useText();
  const query = useCases('', '');
  return (
    <nav className="queue no-print" aria-label={say('desk.queue')}>
      <h2>
        <GoTo to={paths.desk()}>{say('desk.queue')}</GoTo>
      </h2>
      <Loaded query={query}>
        {({ cases }) => (
          <ul>
            {cases.map((row) => (
              <li key={row.caseNo}>
                <GoTo to={paths.deskCase(row.caseNo)} aria-current={row.caseNo === caseNo ? 'true' : undefined}>
                  <span className="queue-item">
                    {row.itemId} {row.applicantName}
                  </span>
                  <span className="queue-state">
                    {row.clocks === undefined || row.clocks === null ? null : <Light clock={row.clocks.promised} />}{' '}
                    {say(`caseState.${row.state}`)}
                  </span>
                </GoTo>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </nav>
  );
}
