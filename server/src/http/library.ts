import { z } from 'zod';
import {
  ApproveDraft,
  DropDraft,
  drafts,
  EditDraft,
  type OpenDraft,
  publishDraft,
  ReturnDraft,
  SubmitDraft,
  withdrawOwnItem,
} from '../catalogue/actions.ts';
import { blankItem, ItemId, itemGroups, itemSchema, signLists, Transition } from '../catalogue/catalogue.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Performed } from '../journal/journal.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { type LibraryAct, libraryActs, libraryReaders } from './library-acts.ts';
import { draftFactsOf, inForceOf, itemsInForce, organOf, postsIn, publicationFactsOf } from './library-facts.ts';
import { LibraryPerformed, libraryPerformed } from './performed.ts';
import { ruleSetSigningRoutes } from './rule-set-signing.ts';
import { LibraryItem, libraryItem, LibraryRow, libraryRows } from './library-view.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const Params = z.strictObject({ itemId: ItemId });

/** Opens from the version in force, or from nothing. */
const OpenBody = z.strictObject({ from: z.enum(['inForce', 'blank']) });
const PublishBody = z.strictObject({
  /** When it takes effect; at once when left out. */
  effectiveFrom: z.iso.datetime({ precision: 3 }).exactOptional(),
  transition: Transition.exactOptional(),
});
const WithdrawBody = z.strictObject({ version: z.int().min(1), reason: z.string().trim().min(2).max(2000) });

/** The item library as departments work on it: drafts, faults, publishing, withdrawal, signed rule sets. */
export function libraryRoutes(platform: Platform): readonly Route[] {
  const verb = verbsOf(platform);
  return [
    listRoute(platform),
    schemaRoute(),
    signListsRoute(platform),
    itemRoute(platform),
    verb('draft', 'openItemDraft', OpenBody, ({ call, itemId, at }, { from }) => {
      const inForce = from === 'inForce' ? inForceOf(platform, itemId, at) : undefined;
      const item = inForce?.item ?? blankItem(itemId, organOf(platform, itemId));
      const open: OpenDraft = { from: inForceOf(platform, itemId, at)?.version ?? 0, item: { ...item } };
      return drafts.open(platform.journal, call, open);
    }),
    verb('draft/content', 'editItemDraft', EditDraft, ({ call }, body) => drafts.edit(platform.journal, call, body)),
    verb('draft/submission', 'submitItemDraft', SubmitDraft, ({ call }, body) =>
      drafts.submit(platform.journal, call, body),
    ),
    verb('draft/return', 'returnItemDraft', ReturnDraft, ({ call }, body) =>
      drafts.sendBack(platform.journal, call, body),
    ),
    verb('draft/approval', 'approveItemDraft', ApproveDraft, ({ call }, body) =>
      drafts.approve(platform.journal, call, body),
    ),
    verb('draft/dropping', 'dropItemDraft', DropDraft, ({ call }, body) => drafts.drop(platform.journal, call, body)),
    verb(
      'draft/publication',
      'publishItemDraft',
      PublishBody,
      ({ call, itemId, at }, { effectiveFrom = at, ...more }) =>
        publishDraft(platform.journal, call, { effectiveFrom, ...more }, publicationFactsOf(platform, itemId, at)),
    ),
    verb('withdrawal', 'withdrawItem', WithdrawBody, ({ call, itemId, caller }, body) => {
      const { itemId: _itemId, facts: _facts, ...frame } = call;
      const posts = postsIn(caller, organOf(platform, itemId));
      return withdrawOwnItem(platform.journal, { ...frame, posts }, { itemId, ...body });
    }),
    ...ruleSetSigningRoutes(platform),
  ];
}

const summaries = {
  openItemDraft: 'Opens a draft from the version in force, or from nothing',
  editItemDraft: 'Writes the content of the draft anew',
  submitItemDraft: 'Hands the draft to a second person; refused with every fault while there is one',
  returnItemDraft: 'The second person sends it back with reasons',
  approveItemDraft: 'The head or the legal reviewer approves what somebody else wrote',
  dropItemDraft: 'Gives the draft up',
  publishItemDraft: 'Publishes the approved draft as the next version, at once or from a later moment',
  withdrawItem: 'Withdraws a version; running cases keep it',
} as const satisfies Record<Exclude<LibraryAct, 'signRuleSet'>, string>;

interface Errand {
  readonly itemId: string;
  readonly at: string;
  readonly caller: Caller;
  readonly call: Parameters<typeof drafts.submit>[1];
}

function listRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/library/items',
    operationId: 'listLibrary',
    summary: 'Items with their state, their drafts and their warnings',
    access: libraryReaders,
    asks: z.strictObject({ query: z.strictObject({ organ: z.string().max(4).exactOptional() }) }),
    answer: z.object({ items: z.array(LibraryRow) }),
    async handle({ query, at }) {
      const items = libraryRows(platform, at);
      return { items: items.filter(({ organ }) => query.organ === undefined || organ === query.organ) };
    },
  });
}

function schemaRoute(): Route {
  const schema = itemSchema();
  return route({
    method: 'GET',
    path: '/library/schema',
    operationId: 'getItemSchema',
    summary: 'The elements of an item as JSON Schema with their names, and the groups in which they are written',
    access: libraryReaders,
    asks: z.strictObject({}),
    answer: z.object({
      schema: z.record(z.string(), z.unknown()),
      groups: z.array(
        z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }), elements: z.array(z.string()) }),
      ),
    }),
    handle: async () => ({ schema, groups: itemGroups.map((group) => ({ ...group, elements: [...group.elements] })) }),
  });
}

const SignListRow = z
  .object({
    itemId: z.string(),
    name: z.string(),
    nameEn: z.string(),
    dept: z.string(),
    bizCode: z.string(),
    reason: z.string(),
    ruleSetHash: z.string().exactOptional(),
  })
  .meta({ id: 'SignListRow' });

function signListsRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/sign-lists',
    operationId: 'getSignLists',
    summary: 'Lists 0, 1 and 2: the annexes of a mandate, generated from the items in force',
    access: 'anybody',
    asks: z.strictObject({ query: z.strictObject({ organ: z.string().max(4).exactOptional() }) }),
    answer: z.object({ lists: z.array(z.object({ signatures: z.int(), items: z.array(SignListRow) })) }),
    async handle({ query, at }) {
      const items = itemsInForce(platform, at).filter(({ dept }) => query.organ === undefined || dept === query.organ);
      const lists = signLists(items);
      return { lists: [0, 1, 2].map((signatures) => ({ signatures, items: [...lists[listKey(signatures)]] })) };
    },
  });
}

function listKey(signatures: number): '0' | '1' | '2' {
  return signatures === 0 ? '0' : signatures === 1 ? '1' : '2';
}

function itemRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/library/items/:itemId',
    operationId: 'getLibraryItem',
    summary:
      'An item with its versions, its draft beside the version in force, its faults, and what the caller could do',
    access: libraryReaders,
    asks: z.strictObject({ params: Params }),
    answer: LibraryItem,
    handle: async ({ params, caller, at }) => libraryItem(platform, { ...params, caller, at }),
  });
}

function verbsOf(platform: Platform) {
  return function verb<Body>(
    path: string,
    act: keyof typeof summaries,
    body: z.ZodType<Body>,
    perform: (errand: Errand, body: Body) => Promise<Performed | Refusal>,
  ): Route {
    return route({
      method: 'POST',
      path: `/library/items/:itemId/${path}`,
      operationId: act,
      summary: summaries[act],
      access: libraryActs[act],
      asks: z.strictObject({ params: Params, body }),
      answer: LibraryPerformed,
      async handle({ params: { itemId }, body: command, caller, requestId, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const facts = draftFactsOf(platform, { itemId, caller, at });
        const call = { realm: platform.realm, actor: caller.actor, requestId, at, itemId, facts };
        return libraryPerformed(itemId, await perform({ itemId, at, caller, call }, command));
      },
    });
  };
}
