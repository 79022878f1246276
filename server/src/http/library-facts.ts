import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  draftStream,
  type DraftFacts,
  type DraftView,
  ELicenceType,
  type Item,
  itemStream,
  LicenceList,
  lintItem,
  type PublicationFacts,
  ShareInterface,
  versionInForce,
} from '../catalogue/catalogue.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';

/** The lists of the district by which items are published. */
export interface DistrictLists {
  readonly licenceList: ReadonlySet<string>;
  /** E-licences and share interfaces by id. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads the licence list, the e-licences and the shares of the district. */
export function readDistrictLists(): DistrictLists {
  const { eLicenceTypes, shareInterfaces } = z
    .object({ eLicenceTypes: z.array(ELicenceType), shareInterfaces: z.array(ShareInterface) })
    .parse(readDemo('catalogue.json'));
  return {
    licenceList: new Set(LicenceList.parse(readDemo('licence-list.json')).map(({ basicCode }) => basicCode)),
    sources: new Map([...eLicenceTypes, ...shareInterfaces].map(({ id, name }) => [id, name])),
  };
}

function readDemo(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../db/demo/${name}`, import.meta.url), 'utf8'));
}

/** What the rules of publication ask about `itemId` at `at`. */
export function publicationFactsOf(
  platform: Platform,
  lists: DistrictLists,
  itemId: string,
  at: Instant,
): PublicationFacts {
  const others = platform.items.list().flatMap(({ view }) => versionInForce(view, at)?.item ?? []);
  const inForce = inForceOf(platform, itemId, at)?.item;
  return { ...lists, others, ...(inForce === undefined ? {} : { inForce }) };
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
  lists: DistrictLists,
  { itemId, caller, at }: { readonly itemId: string; readonly caller: Caller | undefined; readonly at: Instant },
): (view: DraftView) => DraftFacts {
  return ({ draft }) => ({
    posts: postsIn(caller, organOf(platform, itemId)),
    faults: draft === undefined ? [] : lintItem(draft.item, publicationFactsOf(platform, lists, itemId, at)),
    inForce: inForceOf(platform, itemId, at)?.version ?? 0,
  });
}

/** The items of the library that are in force. */
export function itemsInForce(platform: Platform, at: Instant): readonly Item[] {
  return platform.items.list().flatMap(({ view }) => versionInForce(view, at)?.item ?? []);
}
