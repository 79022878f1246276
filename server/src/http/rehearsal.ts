import type { Journal } from '../journal/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import type { Platform } from '../platform.ts';

/** The hash of the document that a rehearsal shows and signs. */
export const REHEARSED_HASH = '0'.repeat(64);

/**
 * The platform as a stage on which an act can be tried: it decides on the events as they are and the facts of this moment,
 * with the real rules, and leaves nothing behind. That is how a screen knows what is allowed without repeating a rule.
 */
export function rehearsal(platform: Platform, events: readonly Recorded[]): Platform {
  const letter = { documentHash: REHEARSED_HASH, docNo: '', pdf: new Uint8Array() };
  return {
    ...platform,
    journal: stageOf(platform.journal, events),
    letters: {
      draft: async () => letter,
      seal: async ({ body }) => {
        const event = { type: 'LetterSealed', data: { documentKind: body.kind } };
        return { ...letter, event, fences: [] };
      },
      missingIn: (name) => platform.letters.missingIn(name),
    },
    // No money is moved to find out whether it could be.
    paymentOffice: {
      pay: async ({ fen, at }) => ({ receiptNo: '', fen, paidAt: at, office: '' }),
      refund: async () => undefined,
    },
    signer: {
      confirm: async () => ({
        confirmation: { way: 'pin' },
        fences: [],
        stands: () => true,
        sign: async () => unsigned,
      }),
    },
  };
}

const unsigned = { algorithm: '', certificateSerial: '', value: '' };

function stageOf(journal: Journal, events: readonly Recorded[]): Journal {
  return {
    ...journal,
    read: async () => ({ events, outcome: undefined }),
    append: async () => 'ok',
    // Nothing is brought about on other streams: that would be written for good.
    appendCompany: async () => 'ok',
    bring: () => [],
    registers: [],
    project: () => null,
  };
}
