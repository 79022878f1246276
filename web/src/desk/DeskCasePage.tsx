import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useCase } from '../api/reads.ts';
import { CaseEvidence } from '../explorer/CaseEvidence.tsx';
import { ReasonDoor } from '../explorer/ReasonDoor.tsx';
import { useNamed } from '../frame/navigation.tsx';
import { Timeline } from '../frame/Timeline.tsx';
import { Letters } from '../letters/Letters.tsx';
import { Slips } from '../letters/Slips.tsx';
import { useText } from '../text/text.ts';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseHead } from './CaseHead.tsx';
import { OwedLicence } from './OwedLicence.tsx';
import { OwedLetters } from '../window/OwedLetters.tsx';
import { Settle } from '../window/Settle.tsx';
import { HearingPane } from './HearingPane.tsx';
import { JointPane } from './JointPane.tsx';
import { LimitPane } from './LimitPane.tsx';
import { OtherActs } from './OtherActs.tsx';
import { Queue } from './Queue.tsx';
import { RecusalPane } from './RecusalPane.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { SignRail } from './SignRail.tsx';
import { SpecialProcedures } from './SpecialProcedures.tsx';
import { VisitForm } from './VisitForm.tsx';

/** One case on the officer's desk: facts, review points, and on the right the power and the pen. */
export function DeskCasePage(): ReactNode {
  const caseNo = useNamed('caseNo');
  const query = useCase(caseNo);
  return (
    <div className="desk-page with-queue">
      <Queue caseNo={caseNo} />
      <div>
        <ReasonDoor query={query} of={`/cases/${encodeURIComponent(caseNo)}`}>
          {(found) => <OpenCase key={found.caseNo} found={found} />}
        </ReasonDoor>
      </div>
    </div>
  );
}

function OpenCase({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  return (
    <>
      <CaseHead found={found} />
      <div className="case-grid">
        <div>
          <CaseFacts found={found} />
          <ReviewForm found={found} />
          <SpecialProcedures found={found} />
          <VisitForm found={found} />
          <HearingPane found={found} />
          <JointPane found={found} />
          <LimitPane found={found} />
          <RecusalPane found={found} />
          <section className="pane">
            <h2>{say('case.timeline')}</h2>
            <Timeline entries={found.timeline} linked />
          </section>
        </div>
        <aside className="rail" aria-label={say('desk.rail')}>
          <OwedLetters found={found} />
          <OwedLicence found={found} isStaff />
          {found.state === 'received' ? <Settle found={found} /> : null}
          <SignRail found={found} />
          <OtherActs found={found} />
          <section className="pane">
            <h2>{say('case.letters')}</h2>
            <Letters documents={found.documents} />
            <Slips found={found} />
          </section>
          <CaseEvidence found={found} />
        </aside>
      </div>
    </>
  );
}
