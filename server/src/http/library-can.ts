import { drafts, signRules, withdrawOwnItem } from '../catalogue/actions.ts';
import {
  blankItem,
  type DraftView,
  draftStream,
  itemStream,
  publishableDraft,
  ruleSetHash,
  viewDraft,
  viewItem,
} from '../catalogue/catalogue.ts';
import { findOrgan } from '../identity/actions.ts';
import { readStream } from '../journal/actions.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { type Caller, checkAccess } from './caller.ts';
import { type Can, canOf } from './case-can.ts';
import { type LibraryAct, libraryActs } from './library-acts.ts';
import { draftFactsOf, organOf, postsIn, shownVersion } from './library-facts.ts';
import { rehearsal } from './rehearsal.ts';

export interface LibraryAsked {
  readonly itemId: string;
  readonly caller: Caller | undefined;
  readonly at: Instant;
}

/** For every act on the item whether this caller could do it now, tried with the plainest command. */
export async function libraryCan(platform: Platform, asked: LibraryAsked): Promise<Record<string, Can>> {
  const { itemId, caller, at } = asked;
  if (caller?.kind !== 'staff') return {};
  const { journal, realm } = platform;
  const [draftEvents, itemEvents] = await Promise.all([
    readStream(journal, realm, draftStream(itemId)),
    readStream(journal, realm, itemStream(itemId)),
  ]);
  const call = { realm, actor: caller.actor, requestId: 'rehearsal', at, itemId };
  const view = viewDraft(draftEvents);
  const tried = {
    ...draftAttempts(rehearsal(platform, draftEvents), { asked, view, call }),
    ...itemAttempts(rehearsal(platform, itemEvents), asked, { call, versions: viewItem(itemEvents).versions }),
  } satisfies Record<LibraryAct, () => Promise<unknown>>;
  const found: Record<string, Can> = {};
  for (const [act, attempt] of Object.entries(tried)) {
    const answer = checkAccess(rolesOf(act), caller) ?? (await attempt());
    found[act] = canOf(isRefusal(answer) ? answer : undefined);
  }
  return found;
}

function rolesOf(act: string) {
  const roles: Readonly<Record<string, (typeof libraryActs)[LibraryAct] | undefined>> = libraryActs;
  return roles[act] ?? [];
}

const WORDS = '说明';

interface Call {
  readonly realm: string;
  readonly actor: Caller['actor'];
  readonly requestId: string;
  readonly at: Instant;
  readonly itemId: string;
}

function draftAttempts(
  stage: Platform,
  { asked, view, call }: { readonly asked: LibraryAsked; readonly view: DraftView; readonly call: Call },
) {
  const facts = draftFactsOf(stage, asked);
  const step = { ...call, facts };
  const { journal } = stage;
  const { revision = 1, item = { ...blankItem(asked.itemId, 'ZZ') } } = view.draft ?? {};
  return {
    openItemDraft: () => drafts.open(journal, step, { from: facts(view).inForce, item }),
    editItemDraft: () => drafts.edit(journal, step, { revision, item }),
    submitItemDraft: () => drafts.submit(journal, step, { revision }),
    returnItemDraft: () => drafts.sendBack(journal, step, { reason: WORDS }),
    approveItemDraft: () => drafts.approve(journal, step, { revision, opinion: WORDS }),
    dropItemDraft: () => drafts.drop(journal, step, { reason: WORDS }),
    publishItemDraft: async () => publishableDraft(view, facts(view)),
  };
}

function itemAttempts(
  stage: Platform,
  { itemId, caller }: LibraryAsked,
  { call, versions }: { readonly call: Call; readonly versions: ReturnType<typeof viewItem>['versions'] },
) {
  const organ = organOf(stage, itemId);
  // The version that the page shows is the one on which it acts.
  const shown = shownVersion({ versions }, call.at);
  const version = shown?.version ?? 1;
  const hash = shown === undefined ? '0'.repeat(64) : ruleSetHash(shown.item);
  const { itemId: _itemId, ...frame } = call;
  const head = findOrgan(stage.identity, organ)?.headPersonId ?? null;
  return {
    withdrawItem: () =>
      withdrawOwnItem(stage.journal, { ...frame, posts: postsIn(caller, organ) }, { itemId, version, reason: WORDS }),
    signRuleSet: () => signRules(stage.journal, { ...call, head }, { version, ruleSetHash: hash }),
  };
}
