import { z } from 'zod';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { CaseDocument, documentsOf } from './case-document.ts';

const Happened = z.object({ seq: z.int(), type: z.string(), at: z.string() });

/** What an act on a case did; a repetition of the same request gets the same answer. */
export const CasePerformed = z
  .object({ caseNo: z.string(), seq: z.int(), events: z.array(Happened), documents: z.array(CaseDocument) })
  .meta({ id: 'CasePerformed' });

export function casePerformed(answer: Performed | Refusal): z.input<typeof CasePerformed> | Refusal {
  if (isRefusal(answer)) return answer;
  const caseNo = answer.stream.slice('case/'.length);
  return { caseNo, seq: answer.seq, events: happened(answer), documents: documentsOf(answer.events) };
}

/** What an act on a mandate did. */
export const MandatePerformed = z
  .object({ mandateNo: z.string(), seq: z.int(), events: z.array(Happened) })
  .meta({ id: 'MandatePerformed' });

export function mandatePerformed(answer: Performed | Refusal): z.input<typeof MandatePerformed> | Refusal {
  if (isRefusal(answer)) return answer;
  return { mandateNo: answer.stream.slice('mandate/'.length), seq: answer.seq, events: happened(answer) };
}

/** What an act on an item of the library did. */
export const LibraryPerformed = z
  .object({ itemId: z.string(), seq: z.int(), events: z.array(Happened) })
  .meta({ id: 'LibraryPerformed' });

export function libraryPerformed(
  itemId: string,
  answer: Performed | Refusal,
): z.input<typeof LibraryPerformed> | Refusal {
  return isRefusal(answer) ? answer : { itemId, seq: answer.seq, events: happened(answer) };
}

/** What an act on a seal did. */
export const SealPerformed = z
  .object({ sealId: z.string(), seq: z.int(), events: z.array(Happened) })
  .meta({ id: 'SealPerformed' });

export function sealPerformed(answer: Performed | Refusal): z.input<typeof SealPerformed> | Refusal {
  if (isRefusal(answer)) return answer;
  return { sealId: answer.stream.slice('seal/'.length), seq: answer.seq, events: happened(answer) };
}

function happened({ events }: Performed): z.input<typeof Happened>[] {
  return events.map(({ seq, type, at }) => ({ seq, type, at }));
}
