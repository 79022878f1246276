import { z } from 'zod';
import { ItemId, itemStream, type PublishedVersion, versionInForce } from '../catalogue/catalogue.ts';
import { applicationRefusals } from '../application/refusals.ts';
import {
  bilingual,
  changesBetween,
  followSituation,
  GuideSheet,
  guideSheet,
  MaterialLine,
  readAnswers,
  type Situated,
  versionState,
  Words,
} from '../guide/guide.ts';
import { findOrgan } from '../identity/actions.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { route, type Route } from './route.ts';

const Version = z.object({
  version: z.int(),
  effectiveFrom: z.string(),
  state: z.enum(['past', 'inForce', 'coming', 'withdrawn']),
  /** Against the version before it; empty for the first. */
  changes: z.array(Words),
});

/** Named in the contract here: what bears a name there is declared at the door. */
const Sheet = GuideSheet.meta({
  id: 'GuideSheet',
  description: 'The guide 办事指南 of one version of an item, in both languages',
});

const PublicGuide = z
  .object({
    version: z.int(),
    hash: z.string(),
    sheet: Sheet,
    versions: z.array(Version),
    /** The item takes no application any more: since when and why. What was received goes on under its version (R13). */
    withdrawn: z.object({ at: z.string(), reason: z.string() }).exactOptional(),
  })
  .meta({
    id: 'PublicGuide',
    description: 'A guide 办事指南 with the history of its versions and what changed in each',
  });

const Params = z.strictObject({ itemId: z.string().max(20) });

/** Guides as people read them, and the questions that lead to the right one. */
export function guideRoutes(platform: Platform): readonly Route[] {
  return [guideRoute(platform), situationRoute(platform)];
}

function guideRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/items/:itemId/guide',
    operationId: 'getGuide',
    summary:
      'The guide in both languages, of the version in force or of any other, with what changed from version to version',
    access: 'anybody',
    asks: z.strictObject({
      params: Params,
      query: z.strictObject({ version: z.coerce.number().int().min(1).max(100_000).exactOptional() }),
    }),
    answer: PublicGuide,
    async handle({ params, query, at }) {
      const view = platform.items.get(itemStream(params.itemId))?.view;
      const inForce = view === undefined ? undefined : versionInForce(view, at);
      const last = inForce === undefined ? view?.versions.findLast((version) => isWithdrawn(version, at)) : undefined;
      const shown =
        query.version === undefined
          ? (inForce ?? last)
          : view?.versions.find(({ version }) => version === query.version);
      if (view === undefined || shown === undefined) return refuse(applicationRefusals, 'unknown-item', params);
      return {
        version: shown.version,
        hash: shown.hash,
        sheet: sheetOf(platform, shown),
        versions: history(platform, view.versions, inForce?.version, at),
        ...(last?.withdrawn === undefined ? {} : { withdrawn: last.withdrawn }),
      };
    },
  });
}

function isWithdrawn({ withdrawn }: PublishedVersion, at: Instant): boolean {
  return withdrawn !== undefined && withdrawn.at <= at;
}

/** All versions, the newest first, each with what changed against the one that it follows. */
function history(
  platform: Platform,
  versions: readonly PublishedVersion[],
  inForce: number | undefined,
  at: Instant,
): z.input<typeof Version>[] {
  let before: GuideSheet | undefined;
  const told = versions.map((version) => {
    const state = versionState(version, inForce, at);
    const sheet = sheetOf(platform, version);
    const changes = before === undefined ? [] : [...changesBetween(before, sheet)];
    // What was withdrawn before anybody was governed by it is followed by nothing.
    if (!(version.withdrawn !== undefined && version.withdrawn.at < version.effectiveFrom)) before = sheet;
    return { version: version.version, effectiveFrom: version.effectiveFrom, state, changes };
  });
  return told.toReversed();
}

function sheetOf(platform: Platform, version: PublishedVersion): GuideSheet {
  const { dept } = version.item;
  const organ = findOrgan(platform.identity, dept);
  return guideSheet(version, { zh: organ?.name ?? dept, en: organ?.nameEn ?? dept });
}

const Option = z.object({ id: z.string(), label: Words });

const Situation = z
  .object({
    itemId: z.string(),
    name: Words,
    /** The next question; absent when the answers are complete and the list is exact. */
    next: z.object({ id: z.string(), question: Words, options: z.array(Option) }).exactOptional(),
    answered: z.array(
      z.object({
        itemId: z.string(),
        question: Words,
        answer: Words,
        questionId: z.string(),
        optionId: z.string(),
        carried: z.boolean(),
      }),
    ),
    variants: z.array(Words),
    sets: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
    materials: z.array(
      z.object({
        code: z.string(),
        name: Words,
        necessity: MaterialLine.shape.necessity,
        /** Whether we fetch it, or it is made on our screens. */
        from: z.enum(['bring', 'fetched', 'made']),
        because: z.object({ question: Words, answer: Words }).exactOptional(),
      }),
    ),
  })
  .meta({
    id: 'Situation',
    description: 'Where answers to situation questions 情形引导 lead: item, variant and exact materials',
  });

function situationRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/items/:itemId/situation',
    operationId: 'followSituation',
    summary:
      'Follows answers (`question:option,…`) to the item that is needed, its variant and its exact list of materials',
    access: 'anybody',
    asks: z.strictObject({
      params: Params,
      query: z.strictObject({ answers: z.string().max(2_000).default('') }),
    }),
    answer: Situation,
    async handle({ params, query, at }) {
      const itemOf = (itemId: string) => {
        const held = platform.items.get(itemStream(itemId));
        return held === undefined ? undefined : versionInForce(held.view, at)?.item;
      };
      const start = ItemId.safeParse(params.itemId).success ? itemOf(params.itemId) : undefined;
      if (start === undefined) return refuse(applicationRefusals, 'unknown-item', params);
      const reached = followSituation(start, readAnswers(query.answers), itemOf);
      return isRefusal(reached) ? reached : situationOf(reached);
    },
  });
}

function situationOf({ item, next, answered, variants, sets, materials }: Situated): z.input<typeof Situation> {
  const { materials: sheet } = guideSheet({ item }, { zh: item.dept, en: item.dept });
  const parts = ['bring', 'fetched', 'made'] as const;
  const partOf = new Map(parts.flatMap((part) => sheet[part].map(({ code }) => [code, part] as const)));
  return {
    itemId: item.id,
    name: { zh: item.name, en: item.nameEn },
    ...(next === undefined
      ? {}
      : {
          next: { id: next.id, question: next.question, options: next.options.map(({ id, label }) => ({ id, label })) },
        }),
    answered: answered.map(({ itemId, question, option, carried }) => ({
      itemId,
      question: question.question,
      answer: option.label,
      questionId: question.id,
      optionId: option.id,
      carried,
    })),
    variants: variants.map(bilingual),
    sets,
    materials: materials.map(({ material, because }) => ({
      code: material.code,
      name: { zh: material.name, en: material.nameEn },
      necessity: material.necessity,
      from: partOf.get(material.code) ?? 'bring',
      ...(because === undefined
        ? {}
        : { because: { question: because.question.question, answer: because.option.label } }),
    })),
  };
}
