import type { ReactNode } from 'react';
import { type LicenceRow, useMyLicences } from '../api/licence-reads.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { LicenceMark, termText } from './LicenceMark.tsx';
import { VaultSection } from './VaultSection.tsx';

/** The licences that somebody holds, the newest first, ended ones among them. */
export function MyLicencesPage(): ReactNode {
  const say = useText();
  const query = useMyLicences();
  return (
    <Airy>
      <h1>{say('licences.mine')}</h1>
      <p className="quiet">{say('licences.mineAbout')}</p>
      <Loaded query={query}>
        {({ licences }) =>
          licences.length === 0 ? (
            <Nothing title={say('licences.none')}>
              <p>{say('licences.noneNext')}</p>
              <GoTo to={paths.items()} className="primary-link">
                {say('nav.items')}
              </GoTo>
            </Nothing>
          ) : (
            <ul className="cards">
              {licences.map((row) => (
                <LicenceCard key={row.licenceNo} row={row} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <VaultSection />
    </Airy>
  );
}

function LicenceCard({ row }: { readonly row: LicenceRow }): ReactNode {
  const say = useText();
  return (
    <li className="card">
      <GoTo to={paths.licence(row.licenceNo)} className="card-title">
        {row.typeName}
      </GoTo>
      <span>
        <LicenceMark status={row.status} /> <span>{termText(row, say)}</span>
      </span>
      <span className="quiet">{row.organName}</span>
    </li>
  );
}
