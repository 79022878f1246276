import type { ReactNode } from 'react';
import { slipAddress } from '../api/client.ts';
import type { CaseView } from '../api/model.ts';
import { useText } from '../text/text.ts';

/** The papers of the counter without a seal: the receipt, and after service its proof. */
export function Slips({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  return (
    <p className="letter-acts">
      <a href={slipAddress(found.caseNo, 'receipt')} target="_blank" rel="noreferrer">
        {say('slips.receipt')}
      </a>
      {found.delivered !== undefined && (
        <a href={slipAddress(found.caseNo, 'delivery-receipt')} target="_blank" rel="noreferrer">
          {say('slips.delivery')}
        </a>
      )}
    </p>
  );
}
