import { type ReactNode, useState } from 'react';
import type { ClaimsReceived } from '../api/consent-model.ts';
import type { CaseView } from '../api/model.ts';
import { ReadCode } from './ReadCode.tsx';

/** The states in which what is shown comes on record. */
const open = ['received', 'accepted'];

/** Papers that the applicant shows for his open case instead of bringing them. */
export function ShowForCase({ found }: { readonly found: CaseView }): ReactNode {
  const [received, setReceived] = useState<ClaimsReceived>();
  if (!open.includes(found.state)) return null;
  return (
    <div className="pane">
      <ReadCode
        itemId={found.itemId}
        caseNo={found.caseNo}
        holder={() => found.applicant}
        received={received}
        take={setReceived}
      />
    </div>
  );
}
