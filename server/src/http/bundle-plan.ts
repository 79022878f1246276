import { z } from 'zod';
import { InputValue, type Item, itemStream, type ItemView } from '../catalogue/catalogue.ts';
import { findOrgan } from '../identity/actions.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { itemsInForce } from '../matter/actions.ts';
import { type Bundle, deferrableIn, type Identity, type Plan, type Question } from '../matter/matter.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { Text } from './problem.ts';

export const Answers = z.record(z.string().max(60), InputValue);

const PlannedItem = z.object({
  itemId: z.string(),
  name: z.string(),
  nameEn: z.string(),
  organName: z.string(),
  organNameEn: z.string(),
  wave: z.int(),
  after: z.array(z.string()),
  why: Text.exactOptional(),
  /** R79: a rule set may decide it, so that the applicant may ask for a person. */
  byRules: z.boolean(),
  insteadOf: z.object({ itemId: z.string(), name: z.string(), nameEn: z.string() }).exactOptional(),
  /** R32: papers that may be promised for later, and the limit of the item, which no promise exceeds. */
  deferrable: z
    .object({
      papers: z.array(z.object({ code: z.string(), name: Text })),
      limit: z.object({ value: z.int(), unit: z.enum(['W', 'N']) }),
    })
    .exactOptional(),
});
/** `beginsOn` tells an item that is not in force yet from one that is handled no longer. */
const Gone = z.object({
  itemId: z.string(),
  name: z.string(),
  nameEn: z.string(),
  beginsOn: z.iso.date().exactOptional(),
});
const Told = z.object({ itemId: z.string(), name: z.string(), nameEn: z.string(), why: Text });

/** What a situation makes of a matter, and what is asked. */
export const PlanAnswer = z
  .object({
    version: z.int(),
    /** The division (GB/T 2260) in which the applications of the matter lie. */
    district: z.string(),
    children: z.array(PlannedItem),
    /** Items that follow and are not in force, no longer or not yet: the matter cannot be taken together now. */
    gone: z.array(Gone),
    leftOut: z.array(Told),
    prompts: z.array(Told),
    holds: z.array(z.object({ items: z.array(z.string()), why: Text })),
    stops: z.array(Text),
    questions: z.array(
      z.object({
        name: z.string(),
        label: Text,
        type: z.string(),
        help: Text.exactOptional(),
        options: z.array(z.object({ value: z.string(), label: Text })).exactOptional(),
        /** R8: an uploaded report of an intermediary names who made it. */
        namesMaker: z.boolean().exactOptional(),
        /** A paper that is a promise, made in the application itself. */
        isPromise: z.boolean().exactOptional(),
        items: z.array(z.string()),
        decides: z.boolean(),
        isRequired: z.boolean(),
        /** Nobody is led through it: a line that may be left empty, or a paper of some situations. */
        isOptional: z.boolean().exactOptional(),
        known: z
          .object({
            value: InputValue,
            source: z.enum(['account', 'licence', 'case']),
            of: z.string().exactOptional(),
            isCorrectable: z.boolean(),
          })
          .exactOptional(),
      }),
    ),
  })
  .meta({ id: 'MatterPlan' });

/** Who the account says that the caller is; nothing for staff, who ask the person before them. */
export function identityOf(caller: Caller | undefined): Identity {
  if (caller?.kind !== 'applicant') return {};
  const { name, idNo, phone } = caller.applicant;
  return { name, idNo, phone };
}

export function planAnswer(
  platform: Platform,
  {
    version,
    bundle,
    plan,
    questions,
  }: {
    readonly version: number;
    readonly bundle: Bundle;
    readonly plan: Plan;
    readonly questions: readonly Question[];
  },
  at: Instant,
): z.input<typeof PlanAnswer> {
  const items = itemsInForce(platform, at);
  const named = (itemId: string) => {
    const { name = itemId, nameEn = itemId, dept = '' } = items.get(itemId) ?? {};
    return { itemId, name, nameEn, dept };
  };
  const told = ({ itemId, why }: Plan['prompts'][number]) => {
    const { dept: _dept, ...item } = named(itemId);
    return { ...item, why };
  };
  return {
    version,
    district: platform.realm,
    children: plan.children.map(({ itemId, wave, after, why, insteadOf }) => {
      const { dept, ...item } = named(itemId);
      const organ = findOrgan(platform.identity, dept);
      return {
        ...item,
        organName: organ?.name ?? dept,
        organNameEn: organ?.nameEn ?? dept,
        wave,
        after: [...after],
        byRules: items.get(itemId)?.signClass === 0,
        ...(why === undefined ? {} : { why }),
        ...(insteadOf === undefined ? {} : { insteadOf: named(insteadOf) }),
        ...deferrablePart(bundle, items.get(itemId)),
      };
    }),
    gone: plan.children.flatMap(({ itemId }) =>
      items.has(itemId) ? [] : [goneItem(platform.items.get(itemStream(itemId))?.view, itemId, at)],
    ),
    leftOut: plan.leftOut.map(told),
    prompts: plan.prompts.map(told),
    holds: plan.holds.map(({ items: held, why }) => ({ items: [...held], why })),
    stops: [...plan.stops],
    questions: questions.map(({ known, options, items: receivers, ...question }) => ({
      ...question,
      ...(options === undefined ? {} : { options: [...options] }),
      items: [...receivers],
      ...(known === undefined ? {} : { known }),
    })),
  };
}

/** What an item that is not in force was called last, and the day on which a version of it begins, where one is published. */
export function goneItem(view: ItemView | undefined, itemId: string, at: Instant): z.input<typeof Gone> {
  const versions = view?.versions ?? [];
  const coming = versions.find(({ effectiveFrom, withdrawn }) => effectiveFrom > at && withdrawn === undefined);
  const { name = itemId, nameEn = itemId } = (coming ?? versions.at(-1))?.item ?? {};
  return { itemId, name, nameEn, ...(coming === undefined ? {} : { beginsOn: dateInChina(coming.effectiveFrom) }) };
}

function deferrablePart(
  bundle: Bundle,
  item: Item | undefined,
): Pick<z.input<typeof PlannedItem>, 'deferrable'> | object {
  if (item === undefined) return {};
  const papers = deferrableIn(bundle, item).map(({ code, name, nameEn }) => ({ code, name: { zh: name, en: nameEn } }));
  const { value, unit } = item.promisedLimit;
  return papers.length === 0 ? {} : { deferrable: { papers, limit: { value, unit } } };
}
