import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useCase } from '../api/reads.ts';
import { CaseEvidence } from '../explorer/CaseEvidence.tsx';
import { ReadingsPane } from '../explorer/ReadingsPane.tsx';
import { Loaded } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { ClockLines } from '../frame/Light.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { GoTo, useNamed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { Timeline } from '../frame/Timeline.tsx';
import { Letters } from '../letters/Letters.tsx';
import { Slips } from '../letters/Slips.tsx';
import { Airy } from '../frame/Airy.tsx';
import { useText } from '../text/text.ts';
import { OwedLicence } from '../desk/OwedLicence.tsx';
import { DecisionSheet } from './DecisionSheet.tsx';
import { FeeSheet } from './FeeSheet.tsx';
import { KeepFiles } from './KeepFiles.tsx';
import { HearingRequest } from './HearingRequest.tsx';
import { RecusalRequest } from './RecusalRequest.tsx';
import { StatementForm } from './StatementForm.tsx';
import { SupplyForm } from './SupplyForm.tsx';
import { WithdrawButton } from './WithdrawButton.tsx';

/** Where a case stands, in a sentence, and what the applicant can do now. */
export function MyCasePage(): ReactNode {
  const query = useCase(useNamed('caseNo'));
  return (
    <Loaded query={query} isPage>
      {(found) => <CaseSheet found={found} />}
    </Loaded>
  );
}

const open = ['received', 'correcting', 'accepted', 'proposed'];

function CaseSheet({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  return (
    <Airy>
      <h1>
        <ItemName name={found.itemName} nameEn={found.itemNameEn} />
      </h1>
      <p className="quiet">
        {say('case.number')} <Code value={found.caseNo} />
      </p>
      {found.matter === undefined ? null : (
        <p>
          <GoTo to={paths.matter(found.matter.matterNo)}>{say('matter.partOf')}</GoTo>
        </p>
      )}
      {found.agent === undefined ? null : <p>{say('agent.shown', { name: found.agent.name })}</p>}
      <output className="sentence">{say(`case.sentence.${found.state}`)}</output>
      {found.queue === undefined ? null : (
        <p>{say('queue.place', { place: found.queue.place, left: Math.max(0, found.queue.placesLeft) })}</p>
      )}
      <DecisionSheet found={found} />
      <OwedLicence found={found} isStaff={false} />
      <KeepFiles found={found} />
      <FeeSheet found={found} />
      <SupplyForm found={found} />
      <HearingRequest found={found} />
      {open.includes(found.state) ? (
        <>
          <h2>{say('case.clocks')}</h2>
          <ClockLines clocks={found.clocks} />
          {found.state === 'received' || found.state === 'accepted' ? (
            <p>
              <GoTo to={paths.showPapers(found.itemId, found.caseNo)}>{say('show.open')}</GoTo>
            </p>
          ) : null}
        </>
      ) : null}
      <h2>{say('case.letters')}</h2>
      <Letters documents={found.documents} />
      <Slips found={found} />
      <h2>{say('case.timeline')}</h2>
      <Timeline entries={found.timeline} />
      <CaseEvidence found={found} />
      <ReadingsPane caseNo={found.caseNo} />
      <StatementForm found={found} />
      <RecusalRequest found={found} />
      <WithdrawButton caseNo={found.caseNo} can={found.can['withdrawApplication']} />
    </Airy>
  );
}
