import type { ReactNode } from 'react';
import type { CaseRow } from '../api/model.ts';
import { useCases } from '../api/reads.ts';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { chunked } from '../frame/Code.tsx';
import { Light } from '../frame/Light.tsx';
import { GoTo, useViewed } from '../frame/navigation.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { paths } from '../paths.ts';
import { Airy } from '../frame/Airy.tsx';
import { MyDrafts } from './MyDrafts.tsx';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** The applicant's own cases, the newest change first. */
export function MyCasesPage(): ReactNode {
  const say = useText();
  const query = useCases('', useViewed('cursor'));
  return (
    <Airy>
      <h1>{say('myCases.title')}</h1>
      <MyDrafts />
      <Loaded query={query}>
        {({ cases }) =>
          cases.length === 0 ? (
            <Nothing title={say('myCases.none')}>
              <p>{say('myCases.noneNext')}</p>
              <GoTo to={paths.items()} className="primary-link">
                {say('nav.items')}
              </GoTo>
            </Nothing>
          ) : (
            <ul className="cards">
              {cases.map((row) => (
                <CaseCard key={row.caseNo} row={row} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Airy>
  );
}

function CaseCard({ row }: { readonly row: CaseRow }): ReactNode {
  const say = useText();
  const at = instantText(row.updatedAt, todayInChina(), say.language);
  return (
    <li className="card">
      <GoTo to={paths.myCase(row.caseNo)} className="card-title">
        <ItemName name={row.itemName} nameEn={row.itemNameEn} />
      </GoTo>
      <span>
        <strong>{say(`caseState.${row.state}`)}</strong>{' '}
        {row.clocks === undefined || row.clocks === null ? null : <Light clock={row.clocks.promised} />}
      </span>
      <span className="quiet">
        <code>{chunked(row.caseNo)}</code>
        {' · '}
        {say('myCases.updated', { at })}
      </span>
    </li>
  );
}
