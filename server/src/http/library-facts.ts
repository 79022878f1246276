import {
  draftStream,
  type DraftFacts,
  type DraftView,
  type Item,
  itemStream,
  type ItemView,
  lintItem,
  type PublicationFacts,
  type PublishedVersion,
  versionInForce,
} from '../catalogue/catalogue.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';

/** What the rules of publication ask about `itemId` at `at`. */
export function publicationFactsOf(platform: Platform, itemId: string, at: Instant): PublicationFacts {
  const others = platform.items.list().flatMap(({ view }) => versionInForce(view, at)?.item ?? []);
  const inForce = inForceOf(platform, itemId, at)?.item;
  return { ...platform.codeLists, district: platform.realm, others, ...(inForce === undefined ? {} : { inForce }) };
}

/** The version of an item in force at `at`. */
export function inForceOf(platform: Platform, itemId: string, at: Instant) {
  const held = platform.items.get(itemStream(itemId));
  return held === undefined ? undefined : versionInForce(held.view, at);
}

/** The draft of an item, if one is open. */
export function draftOf(platform: Platform, itemId: string) {
  return platform.drafts.get(draftStream(itemId))?.view.draft;
}

/** The organ of an item: that of the version in force or to come, else the one that a draft from nothing names. */
export function organOf(platform: Platform, itemId: string): string {
  const version = platform.items.get(itemStream(itemId))?.view.versions.at(-1);
  if (version !== undefined) return version.item.dept;
  const dept = draftOf(platform, itemId)?.item['dept'];
  return typeof dept === 'string' ? dept : itemId.slice(0, 2);
}

/** The posts that the caller holds in `organ`. */
export function postsIn(caller: Caller | undefined, organ: string): readonly string[] {
  return caller?.kind === 'staff' ? caller.posts.filter((post) => post.organ === organ).map(({ kind }) => kind) : [];
}

/** The facts that a step of a draft asks for. */
export function draftFactsOf(
  platform: Platform,
  { itemId, caller, at }: { readonly itemId: string; readonly caller: Caller | undefined; readonly at: Instant },
): (view: DraftView) => DraftFacts {
  return ({ draft }) => ({
    posts: postsIn(caller, organOf(platform, itemId)),
    faults: draft === undefined ? [] : lintItem(draft.item, publicationFactsOf(platform, itemId, at)),
    inForce: inForceOf(platform, itemId, at)?.version ?? 0,
  });
}

/** The items of the library that are in force. */
export function itemsInForce(platform: Platform, at: Instant): readonly Item[] {
  return platform.items.list().flatMap(({ view }) => versionInForce(view, at)?.item ?? []);
}

/** The version of an item on which its page acts: the one in force, else the newest. */
export function shownVersion(view: ItemView | undefined, at: Instant): PublishedVersion | undefined {
  return view === undefined ? undefined : (versionInForce(view, at) ?? view.versions.at(-1));
}
