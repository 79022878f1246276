import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { RecusalRequest } from '../applicant/RecusalRequest.tsx';
import { StatementForm } from '../applicant/StatementForm.tsx';
import { SupplyForm } from '../applicant/SupplyForm.tsx';
import { WithdrawButton } from '../applicant/WithdrawButton.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';

const acts = [
  'supplyCorrections',
  'supplyDeferred',
  'correctStatement',
  'withdrawApplication',
  'requestRecusal',
] as const;

/** What a clerk takes in from the party at his window, who may have no account (R26, R44, R47). */
export function PartyActs({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  if (!acts.some((act) => isOpen(found.can[act]))) return null;
  return (
    <section className="pane">
      <h2>{say('window.forParty')}</h2>
      <SupplyForm found={found} />
      <StatementForm found={found} isCounter />
      <RecusalRequest found={found} />
      <WithdrawButton caseNo={found.caseNo} can={found.can['withdrawApplication']} isCounter />
    </section>
  );
}
