import { z } from 'zod';
import {
  derivedSignClass,
  inputsFrom,
  InputSource,
  type Item,
  itemStream,
  legalLimitOf,
  Material,
  SignClass,
  versionInForce,
} from '../catalogue/catalogue.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { isAnsweredByHand } from '../acceptance/acceptance.ts';
import { findOrgan } from '../identity/actions.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Hit } from '../guide/guide.ts';
import type { Instant } from '../kernel/time.ts';
import { IntakeCheck, versionInForce as mandateInForce } from '../mandate/mandate.ts';
import type { Platform } from '../platform.ts';
import { AskedVersion, versionAsked } from './asked-version.ts';
import { route, type Route } from './route.ts';

const Limit = z.object({
  value: z.union([z.string(), z.number()]),
  unit: z.enum(['S', 'W', 'N']),
  basis: z.string().exactOptional(),
});

const FoundItem = z.object({
  itemId: z.string(),
  name: z.string(),
  nameEn: z.string(),
  organ: z.string(),
  organName: z.string(),
  organNameEn: z.string(),
  caseType: z.string(),
  signClass: SignClass,
  legalLimit: Limit,
  promisedLimit: Limit,
  score: z.number(),
});

/** By what an item was found, for the person to judge the hit. */
const FoundBy = z.object({
  field: z.enum(['code', 'name', 'saying', 'result', 'organ', 'question', 'material']),
  text: z.string(),
  how: z.enum(['same', 'part', 'sound', 'initials', 'near']),
});

const Found = FoundItem.extend({ reason: FoundBy.exactOptional() });

const InputKind = z.object({
  kind: z.enum(['bool', 'int', 'number', 'string', 'enum']),
  options: z.array(z.string()).exactOptional(),
});

const Guide = FoundItem.omit({ score: true })
  .extend({
    version: z.int(),
    hash: z.string(),
    subject: z.string(),
    /** The division (GB/T 2260) in which an application here lies; mandates are measured by it (R71). */
    district: z.string(),
    implCode: z.string(),
    bizCode: z.string(),
    decidableOnTheSpot: z.boolean(),
    materials: z.array(Material),
    inputs: z.array(z.object({ name: z.string(), label: z.string(), source: InputSource, type: InputKind })),
    reviewPoints: z.array(z.string()),
    result: z.object({ document: z.string(), seal: z.string(), validity: z.string() }),
    promiseOffered: z.boolean(),
    /** R76: the class that follows from the facts of the item, and why it has another where it has. */
    signing: z.object({
      derived: SignClass,
      reasons: z.array(z.object({ zh: z.string(), en: z.string() })),
      reason: z.string(),
      deviation: z.string().nullable(),
    }),
    /** What a window looks at itself before it accepts, under the agreement in force (R30). */
    windowChecks: z.array(IntakeCheck),
  })
  .meta({ id: 'Guide', description: 'The guide 办事指南 of an item: everything that one must know before applying' });

/** Finding a matter in one’s own words, and its guide. */
export function catalogueRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/items',
      operationId: 'findItems',
      summary: 'Items that answer plain words, best first; all of them without words',
      access: 'anybody',
      asks: z.strictObject({ query: z.strictObject({ q: z.string().trim().max(LONGEST_QUESTION).default('') }) }),
      answer: z.object({
        items: z.array(Found),
        /** Where nothing answers: what comes nearest, as a question back to the person. */
        nearest: z.array(Found),
      }),
      handle: async ({ query, at }) => {
        if (query.q === '') return { items: allItems(platform, at), nearest: [] };
        const hits = platform.search.find(query.q, at);
        const nearest = hits.length > 0 ? [] : platform.search.nearest(query.q, at);
        return { items: foundItems(platform, hits, at), nearest: foundItems(platform, nearest, at) };
      },
    }),
    route({
      method: 'GET',
      path: '/items/:itemId',
      operationId: 'getItem',
      summary: 'The guide of an item as it is in force now, or as a case keeps it (R13)',
      access: 'anybody',
      asks: z.strictObject({
        params: z.strictObject({ itemId: z.string().max(20) }),
        query: z.strictObject({ version: AskedVersion }),
      }),
      answer: Guide,
      async handle({ params, query, at }) {
        const found = versionAsked(platform.items.get(itemStream(params.itemId))?.view, query.version, at);
        if (found === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId: params.itemId });
        const windowChecks = windowChecksOf(platform, params.itemId, at);
        return { ...guideOf(platform, found.item, { version: found.version, hash: found.hash }), windowChecks };
      },
    }),
  ];
}

/** More signs than anybody types into a search; what is longer is refused with the place. */
export const LONGEST_QUESTION = 100;

function allItems(platform: Platform, at: Instant): z.input<typeof Found>[] {
  const items = platform.items.list().flatMap(({ view }) => versionInForce(view, at)?.item ?? []);
  return items.map((item) => ({ ...summaryOf(platform, item), score: 0 }));
}

function foundItems(platform: Platform, hits: readonly Hit[], at: Instant): z.input<typeof Found>[] {
  return hits.flatMap(({ itemId, score, reason }) => {
    const held = platform.items.get(itemStream(itemId));
    const item = held === undefined ? undefined : versionInForce(held.view, at)?.item;
    return item === undefined ? [] : [{ ...summaryOf(platform, item), score, reason }];
  });
}

function windowChecksOf(platform: Platform, itemId: string, at: Instant): IntakeCheck[] {
  const listed = platform.mandateBook.list().flatMap((view) => {
    const letter = mandateInForce(view, at)?.letter;
    if (letter?.construct !== 'A' || letter.grantee.code !== platform.centre) return [];
    return letter.intakeChecklist.filter((list) => list.itemId === itemId).flatMap(({ checks }) => checks);
  });
  return [...new Set(listed.filter(isAnsweredByHand))];
}

function summaryOf(platform: Platform, item: Item): Omit<z.input<typeof FoundItem>, 'score'> {
  const { value, unit, basis } = item.legalLimit;
  const figure = legalLimitOf(item);
  const { name: organName = item.dept, nameEn: organNameEn = item.dept } =
    findOrgan(platform.identity, item.dept) ?? {};
  return {
    itemId: item.id,
    name: item.name,
    nameEn: item.nameEn,
    organ: item.dept,
    organName,
    organNameEn,
    caseType: item.caseType,
    signClass: item.signClass,
    legalLimit: { value: figure.qualification === undefined && unit !== 'S' ? figure.value : value, unit, basis },
    promisedLimit: { ...item.promisedLimit },
  };
}

function guideOf(
  platform: Platform,
  item: Item,
  pinned: { readonly version: number; readonly hash: string },
): Omit<z.input<typeof Guide>, 'windowChecks'> {
  const { subject, implCode, bizCode, decidableOnTheSpot, materials, reviewPoints, result } = item;
  const inputs = inputsFrom(item).map(({ name, label, source, type }) => ({
    name,
    label,
    source,
    type: type.kind === 'enum' ? { kind: type.kind, options: [...type.options] } : { kind: type.kind },
  }));
  const promiseOffered = item.decide.some((row) => row.outcome === 'APPROVE_PROMISE');
  const known = {
    subject,
    district: platform.realm,
    implCode,
    bizCode,
    decidableOnTheSpot,
    materials,
    reviewPoints,
    result,
  };
  const { signClass: derived, reasons } = derivedSignClass(item);
  const signing = { derived, reasons: [...reasons], reason: item.signReason, deviation: item.signing.deviation };
  return { ...summaryOf(platform, item), ...pinned, ...known, inputs, promiseOffered, signing };
}
