import { isAnswerTo, type KnownAnswer } from '../application/application.ts';
import type { InputValue } from '../catalogue/catalogue.ts';
import type { Bundle } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import { type FormLine, isSameLine, linesListing } from './own-lines.ts';

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
 * What is known of the questions, by name: for a shared one, the first receiver for whose own form a licence, a share or an
 * earlier case answers the line that lists the field; for a question of an item alone, what answers its own line. Never a source
 * that the item itself may not ask (个保法6).
 */
export function knownFields(bundle: Bundle, items: ItemsInForce, known: KnownByItem): ReadonlyMap<string, KnownField> {
  const found = new Map<string, KnownField>();
  const enter = (name: string, line: FormLine | undefined, answer: KnownAnswer): void => {
    const isHis = bundle.founds !== null && answer.from === 'source' && personal.includes(answer.source);
    if (found.has(name) || line === undefined || isHis || !isAnswerTo(line, answer.value)) return;
    const of = answer.from === 'source' ? answer.sourceName : answer.caseNo;
    found.set(name, { value: answer.value, source: answer.from === 'source' ? 'licence' : 'case', of });
  };
  for (const field of bundle.fields.filter(({ from }) => from.kind === 'asked')) {
    for (const itemId of Object.keys(field.to)) {
      const item = items.get(itemId);
      const lines = item === undefined ? [] : linesListing(item, field);
      for (const answer of known.get(itemId) ?? [])
        enter(
          field.name,
          lines.find(({ name }) => name === answer.name),
          answer,
        );
    }
  }
  for (const [itemId, answers] of known) {
    const form = items.get(itemId)?.form ?? [];
    for (const answer of answers)
      enter(
        `${itemId} form.${answer.name}`,
        form.find(({ name }) => name === answer.name),
        answer,
      );
  }
  return new Map([...found, ...sameLines(items, known, found)]);
}

/** A line that several forms list is one question, whichever of the items asks it: what answers it for one answers it for all. */
function sameLines(
  items: ItemsInForce,
  known: KnownByItem,
  found: ReadonlyMap<string, KnownField>,
): readonly (readonly [string, KnownField])[] {
  const lines = [...known.keys()].flatMap((itemId) =>
    (items.get(itemId)?.form ?? []).map((line) => ({ line, name: `${itemId} form.${line.name}` })),
  );
  return lines.flatMap(({ line, name }) => {
    if (found.has(name)) return [];
    const other = lines.find((one) => found.has(one.name) && isSameLine(one.line, line));
    const field = other === undefined ? undefined : found.get(other.name);
    return field !== undefined && isAnswerTo(line, field.value) ? [[name, field] as const] : [];
  });
}
