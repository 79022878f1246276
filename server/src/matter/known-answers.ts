import { isAnswerTo, type KnownAnswer } from '../application/application.ts';
import type { InputValue } from '../catalogue/catalogue.ts';
import type { Bundle } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import { linesListing } from './own-lines.ts';

/** What the forms of single items would be prefilled with for who applies, by item. */
export type KnownByItem = ReadonlyMap<string, readonly KnownAnswer[]>;

/** An answer that need not be given again, with where it comes from; the applicant sees it and may correct it (R47). */
export interface KnownField {
  readonly value: InputValue;
  readonly source: 'licence' | 'case';
  /** The licence, the share, or the number of the earlier case. */
  readonly of: string;
}

/** They speak of a person, not of the enterprise that he founds: his own account at a bank is not its account. */
const personal: readonly string[] = ['L-SSC', 'L-ID', 'S-POP', 'L-HKB'];

/**
 * What is known of the shared questions: the first receiver of a field for whose own form a licence, a share or an earlier case
 * answers the line that lists the field. Never a source that the item itself may not ask (个保法6).
 */
export function knownFields(bundle: Bundle, items: ItemsInForce, known: KnownByItem): ReadonlyMap<string, KnownField> {
  const found = new Map<string, KnownField>();
  for (const field of bundle.fields) {
    if (field.from.kind !== 'asked') continue;
    for (const itemId of Object.keys(field.to)) {
      const item = items.get(itemId);
      const lines = item === undefined ? [] : linesListing(item, field);
      const answer = known.get(itemId)?.find(({ name, value, ...from }) => {
        const line = lines.find((one) => one.name === name);
        const isHis = bundle.founds !== null && from.from === 'source' && personal.includes(from.source);
        return line !== undefined && isAnswerTo(line, value) && !isHis;
      });
      if (answer === undefined || found.has(field.name)) continue;
      const of = answer.from === 'source' ? answer.sourceName : answer.caseNo;
      found.set(field.name, { value: answer.value, source: answer.from === 'source' ? 'licence' : 'case', of });
    }
  }
  return found;
}
