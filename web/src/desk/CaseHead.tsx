import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { Code } from '../frame/Code.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { ClockLines } from '../frame/Light.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';

/** What the case is, whose, where it stands, and both clocks. */
export function CaseHead({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  return (
    <header className="case-head">
      <div>
        <h1>
          <ItemName name={found.itemName} nameEn={found.itemNameEn} />{' '}
          <span className="state">{say(`caseState.${found.state}`)}</span>
        </h1>
        <p>
          {found.applicant.name} <span className="quiet">{say(`kind.${found.applicant.kind}`)}</span>
          {' · '}
          <Code value={found.caseNo} />
          {found.agent === undefined ? null : (
            <span className="quiet">
              {' · '}
              {say('agent.shown', { name: found.agent.name })}
            </span>
          )}
          {found.matter === undefined ? null : (
            <>
              {' · '}
              <GoTo to={paths.matter(found.matter.matterNo)}>{say('matter.partOf')}</GoTo>
            </>
          )}
        </p>
        {found.queue === undefined || found.queue === null ? null : (
          <p className={found.queue.place > 1 || found.queue.placesLeft < 1 ? 'light-yellow' : 'quiet'}>
            {say('queue.staff', { place: found.queue.place, left: Math.max(0, found.queue.placesLeft) })}
          </p>
        )}
      </div>
      {/* What was decided runs no longer. */}
      {found.decided === undefined ? <ClockLines clocks={found.clocks} /> : null}
    </header>
  );
}
