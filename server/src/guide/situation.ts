import type { Item } from '../catalogue/catalogue.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { guideRefusals, type GuideRefusalCode } from './refusals.ts';

/**
 * Situation questions (情形引导): a few answers lead to the item that is really needed, to its variant and to the exact list
 * of materials. What an answer settles is data of the item; here it is only followed.
 */

type Question = Item['situations'][number];
type Option = Question['options'][number];
type Material = Item['materials'][number];

/** One answer, in the order in which the questions were asked. */
export interface Answer {
  readonly question: string;
  readonly option: string;
}

/** An answer as it was understood; `carried` was given to another item already and is not asked again. */
export interface Answered {
  readonly itemId: string;
  readonly question: Question;
  readonly option: Option;
  readonly carried: boolean;
}

export interface NeededMaterial {
  readonly material: Material;
  /** The answer that makes a conditional material necessary. */
  readonly because?: Answered;
}

/** Where the answers lead. Without `next` they are complete and the list of materials is exact. */
export interface Situated {
  readonly item: Item;
  readonly answered: readonly Answered[];
  readonly next?: Question;
  readonly variants: readonly string[];
  /** Answers to form questions that follow. */
  readonly sets: Readonly<Record<string, boolean | number | string>>;
  readonly materials: readonly NeededMaterial[];
}

/** Follows `answers` from `start`; `itemOf` gives items in force. */
export function followSituation(
  start: Item,
  answers: readonly Answer[],
  itemOf: (itemId: string) => Item | undefined,
): Situated | Refusal<GuideRefusalCode> {
  let place: Place = { item: start, question: start.situations[0], answered: [] };
  for (const answer of answers) {
    const option = place.question?.options.find(({ id }) => id === answer.option);
    if (place.question?.id !== answer.question || option === undefined)
      return refuse(guideRefusals, 'situation-answer-unknown', { itemId: place.item.id, ...answer });
    const reached = carryOn(stepped(place, { question: place.question, option, carried: false }, itemOf), itemOf);
    if (reached === undefined)
      return refuse(guideRefusals, 'situation-answers-contradict', { itemId: place.item.id, ...answer });
    place = reached;
  }
  return situated(place);
}

interface Place {
  readonly item: Item;
  readonly question: Question | undefined;
  readonly answered: readonly Answered[];
}

type ItemOf = (itemId: string) => Item | undefined;

/** The place after one answer; undefined when it leads back to an item that the answers had left. */
function stepped(place: Place, given: Omit<Answered, 'itemId'>, itemOf: ItemOf): Place | undefined {
  const { item, answered } = place;
  const { option } = given;
  const now = [...answered, { itemId: item.id, ...given }];
  if (option.leadsTo === null) {
    const question = item.situations.find(({ id }) => id === option.next);
    return { item, question, answered: now };
  }
  const other = itemOf(option.leadsTo);
  if (other === undefined || now.some(({ itemId }) => itemId === other.id)) return undefined;
  return { item: other, question: other.situations[0], answered: now };
}

/** Answers by itself what was answered in the very same words before another item was reached. */
function carryOn(place: Place | undefined, itemOf: ItemOf): Place | undefined {
  const question = place?.question;
  if (place === undefined || question === undefined) return place;
  const before = place.answered.find(
    ({ itemId, question: asked }) => itemId !== place.item.id && asked.question.zh === question.question.zh,
  );
  const option = question.options.find(({ label }) => label.zh === before?.option.label.zh);
  if (option === undefined) return place;
  return carryOn(stepped(place, { question, option, carried: true }, itemOf), itemOf);
}

function situated({ item, question, answered }: Place): Situated {
  const own = answered.filter(({ itemId }) => itemId === item.id);
  return {
    item,
    answered,
    ...(question === undefined ? {} : { next: question }),
    variants: own.flatMap(({ option }) => option.variant ?? []),
    sets: Object.assign({}, ...own.map(({ option }) => option.sets)),
    materials: materialsFor(item, own),
  };
}

/** The list that the answers settle: what is always needed, without what they spare, and of the conditional only what they ask for. */
function materialsFor(item: Item, own: readonly Answered[]): readonly NeededMaterial[] {
  const spared = new Set(own.flatMap(({ option }) => option.materials.remove));
  return item.materials.flatMap((material): readonly NeededMaterial[] => {
    const because = own.findLast(({ option }) => option.materials.add.includes(material.code));
    if (because !== undefined) return [{ material, because }];
    return spared.has(material.code) || material.necessity === 'conditional' ? [] : [{ material }];
  });
}

/** Answers as they stand in an address: `sells:cooked,size:small`. */
export function readAnswers(text: string): readonly Answer[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [question = '', option = ''] = part.split(':');
      return { question, option };
    });
}
