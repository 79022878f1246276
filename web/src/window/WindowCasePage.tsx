import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useCase } from '../api/reads.ts';
import { FeeSheet } from '../applicant/FeeSheet.tsx';
import { CaseFacts } from '../desk/CaseFacts.tsx';
import { CaseHead } from '../desk/CaseHead.tsx';
import { CaseEvidence } from '../explorer/CaseEvidence.tsx';
import { Loaded } from '../frame/Answers.tsx';
import { useNamed } from '../frame/navigation.tsx';
import { Timeline } from '../frame/Timeline.tsx';
import { Letters } from '../letters/Letters.tsx';
import { Slips } from '../letters/Slips.tsx';
import { useText } from '../text/text.ts';
import { DeliverForm } from './DeliverForm.tsx';
import { OwedLetters } from './OwedLetters.tsx';
import { PartyActs } from './PartyActs.tsx';
import { Settle } from './Settle.tsx';
import { ShowForCase } from './ShowForCase.tsx';

/** A received case at the window: settle it, hand out what was decided. */
export function WindowCasePage(): ReactNode {
  const query = useCase(useNamed('caseNo'));
  return (
    <Loaded query={query} isPage>
      {(found) => <WindowCase found={found} />}
    </Loaded>
  );
}

function WindowCase({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  return (
    <div className="desk-page">
      <CaseHead found={found} />
      <div className="case-grid">
        <div>
          <CaseFacts found={found} />
          <section className="pane">
            <h2>{say('case.timeline')}</h2>
            <Timeline entries={found.timeline} linked />
          </section>
        </div>
        <aside className="rail" aria-label={say('windowCase.settle')}>
          <OwedLetters found={found} />
          <Settle found={found} />
          <FeeSheet found={found} />
          <ShowForCase found={found} />
          <DeliverForm found={found} />
          <PartyActs found={found} />
          <section className="pane">
            <h2>{say('case.letters')}</h2>
            <Letters documents={found.documents} />
            <Slips found={found} />
          </section>
          <CaseEvidence found={found} />
        </aside>
      </div>
    </div>
  );
}
