import { z } from 'zod';
import { itemStream, versionInForce } from '../catalogue/catalogue.ts';
import {
  endSaying,
  factsOf,
  keepSaying,
  readSuggestions,
  type SayingErrand,
  setSuggestionAside,
} from '../guide/actions.ts';
import { SayingAdded, SayingDeclined, SayingRetired, SayingText, type SayingView } from '../guide/guide.ts';
import { findPerson } from '../identity/actions.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const keepers = ['departmentStaff', 'departmentHead', 'legalReviewer', 'centreManager'] as const;

const Named = z.object({ itemId: z.string(), name: z.string(), nameEn: z.string() });
/** `mayChange`: the caller keeps the sayings of this item. */
const Led = Named.extend({ mayChange: z.boolean() });

const Saying = z
  .object({
    saying: z.string(),
    items: z.array(Led),
    changes: z.array(
      z.object({
        kind: z.enum(['added', 'retired', 'declined']),
        at: z.string(),
        by: z.string(),
        itemIds: z.array(z.string()),
        why: z.string(),
      }),
    ),
  })
  .meta({
    id: 'Saying',
    description: 'A saying 俗称 and the items that it leads to, with everything that happened to it',
  });

const Suggested = z.object({
  saying: z.string(),
  times: z.int(),
  lastOn: z.string(),
  chosen: z.array(Named.extend({ times: z.int() })),
  nearest: z.array(Named),
});

const SayingPerformed = z.object({ saying: z.string(), seq: z.int() });

/** The sayings that staff keep, and those that searches without a hit suggest. */
export function sayingRoutes(platform: Platform): readonly Route[] {
  return [listRoute(platform), addRoute(platform), retireRoute(platform), setAsideRoute(platform)];
}

function listRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/sayings',
    operationId: 'listSayings',
    summary: 'Sayings with where they lead, what searches suggest, and the items for which the caller keeps them',
    access: keepers,
    asks: z.strictObject({}),
    answer: z.object({ sayings: z.array(Saying), suggestions: z.array(Suggested), own: z.array(Named) }),
    async handle({ caller, at }) {
      const room = { ...platform, database: platform.journal.pool };
      const suggestions = await readSuggestions(room, at);
      return {
        sayings: listed(platform, caller, at),
        suggestions: suggestions.map(({ chosen, nearest, ...asked }) => ({
          ...asked,
          chosen: chosen.flatMap(({ itemId, times }) => named(platform, itemId, at).map((one) => ({ ...one, times }))),
          nearest: nearest.flatMap((itemId) => named(platform, itemId, at)),
        })),
        own: ownItems(platform, caller, at),
      };
    },
  });
}

function addRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/sayings',
    operationId: 'addSaying',
    summary: 'Lets a saying lead to items, with the reason',
    access: keepers,
    asks: z.strictObject({ body: SayingAdded }),
    answer: SayingPerformed,
    handle: ({ body, caller, at, requestId }) =>
      acted(caller, { at, requestId }, (errand) => keepSaying(platform, errand, body)),
  });
}

const OneSaying = z.strictObject({ saying: SayingText });

function retireRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/sayings/:saying/retirement',
    operationId: 'retireSaying',
    summary: 'Lets a saying no longer lead to items, with the reason',
    access: keepers,
    asks: z.strictObject({ params: OneSaying, body: SayingRetired }),
    answer: SayingPerformed,
    handle: ({ params, body, caller, at, requestId }) =>
      acted(caller, { at, requestId }, (errand) => endSaying(platform, errand, params.saying, body)),
  });
}

function setAsideRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/suggested-sayings/:saying/decline',
    operationId: 'declineSaying',
    summary: 'Sets a suggested saying aside, so that it is not suggested again',
    access: keepers,
    asks: z.strictObject({ params: OneSaying, body: SayingDeclined.omit({ saying: true }) }),
    answer: SayingPerformed,
    handle: ({ params, body, caller, at, requestId }) =>
      acted(caller, { at, requestId }, (errand) => setSuggestionAside(platform, errand, { ...params, ...body })),
  });
}

async function acted(
  caller: Caller | undefined,
  { at, requestId }: Pick<SayingErrand, 'at' | 'requestId'>,
  act: (errand: SayingErrand) => Promise<Performed | Refusal>,
): Promise<z.input<typeof SayingPerformed> | Refusal> {
  if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
  const answer = await act({ actor: caller.actor, at, requestId });
  return isRefusal(answer) ? answer : { saying: answer.stream.slice('saying/'.length), seq: answer.seq };
}

function named(platform: Platform, itemId: string, at: Instant): z.input<typeof Named>[] {
  const held = platform.items.get(itemStream(itemId));
  const item = held === undefined ? undefined : versionInForce(held.view, at)?.item;
  return item === undefined ? [] : [{ itemId, name: item.name, nameEn: item.nameEn }];
}

function listed(platform: Platform, caller: Caller | undefined, at: Instant): z.input<typeof Saying>[] {
  const keepsItem = keeperOf(platform, caller, at);
  return platform.sayings
    .list()
    .map(({ view }) => view)
    .filter(({ changes, declined }) => changes.length > 0 && !declined)
    .toSorted((a, b) => (a.saying < b.saying ? -1 : 1))
    .map((view) => ({
      saying: view.saying,
      items: view.itemIds.flatMap((itemId) =>
        named(platform, itemId, at).map((one) => ({ ...one, mayChange: keepsItem(itemId) })),
      ),
      changes: view.changes.map((change) => ({
        ...change,
        itemIds: [...change.itemIds],
        by: nameOf(platform, change),
      })),
    }));
}

function nameOf(platform: Platform, { by }: SayingView['changes'][number]): string {
  return findPerson(platform.identity, by)?.name ?? by;
}

function ownItems(platform: Platform, caller: Caller | undefined, at: Instant): z.input<typeof Named>[] {
  const keepsItem = keeperOf(platform, caller, at);
  return platform.items
    .list()
    .flatMap(({ key }) => key.slice('item/'.length))
    .filter(keepsItem)
    .flatMap((itemId) => named(platform, itemId, at));
}

function keeperOf(platform: Platform, caller: Caller | undefined, at: Instant): (itemId: string) => boolean {
  if (caller === undefined) return () => false;
  const facts = factsOf(platform, { actor: caller.actor, at });
  return (itemId) => {
    const organ = facts.organOf(itemId);
    return organ !== undefined && facts.keeps(organ);
  };
}
