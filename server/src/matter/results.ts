import { citizenIdOf, usccOf } from '../identity/identity.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';

/** What a grant brings besides its letter, such as the code of an enterprise; asked of the organ's own register. */
export interface ResultSource {
  readonly resultsOf: (granted: GrantedCase) => Promise<Readonly<Record<string, string>>>;
}

export interface GrantedCase {
  readonly caseNo: string;
  readonly itemId: string;
  readonly grantedAt: Instant;
}

/** A district whose registers are not connected gives nothing: children that need a code wait for it. */
export const noResults: ResultSource = { resultsOf: async () => ({}) };

/** Stands in for the registers of the demo district: numbers of the right form, the same for the same case. */
export function demoResults(realm: string): ResultSource {
  return {
    async resultsOf({ caseNo, itemId, grantedAt }) {
      const digits = BigInt(`0x${sm3Hex(`demo-register/${caseNo}`).slice(0, 15)}`).toString();
      switch (itemId) {
        case 'CV-04':
          return { uscc: usccOf(`52${realm}`, digits.slice(-8)) };
        case 'MK-01':
          return { uscc: usccOf(`91${realm}`, digits.slice(-8)) };
        case 'MK-02':
          return { uscc: usccOf(`92${realm}`, digits.slice(-8)) };
        case 'PS-01':
          return { citizenId: citizenIdOf(realm, dateInChina(grantedAt), digits.slice(-3)) };
        default:
          return {};
      }
    },
  };
}
