import { z } from 'zod';

import { ActSigned } from '../confirmation/confirmation.ts';
import type { Recorded } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';
import { ruleSetHash } from './decision-table.ts';
import { Item } from './item.ts';

export interface ItemVersion {
  readonly itemId: string;
  readonly version: number;
  readonly item: Item;
  /** SM3 of the canonical item, hex. */
  readonly hash: string;
  /** In force from this instant on. */
  readonly effectiveFrom: Instant;
  /** R78: absent until the head has signed the rules of this version. */
  readonly ruleSetSigned?: RuleSetSignature;
}

export const InstantText = z.iso.datetime({ precision: 3 });

/** R13: why a later version may govern cases that were received before it. */
export const Transition = z.strictObject({
  ground: z.enum(['more-favourable', 'statute-changed']),
  reason: z.string().min(1),
});
export type Transition = z.infer<typeof Transition>;

export const ItemVersionPublished = z.strictObject({
  version: z.int().min(1),
  item: Item,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  effectiveFrom: InstantText,
  transition: Transition.exactOptional(),
});
export type ItemVersionPublished = z.infer<typeof ItemVersionPublished>;

export const ItemVersionWithdrawn = z.strictObject({ version: z.int().min(1), reason: z.string().min(1) });
export type ItemVersionWithdrawn = z.infer<typeof ItemVersionWithdrawn>;

/** R78: the head signed the rules of this version, and of every other with the same hash. */
export const RuleSetSigned = z.strictObject({
  version: z.int().min(1),
  ruleSetHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Over the hash alone, as builds before the confirmation kept it. */
  signature: z.strictObject({ certificateSerial: z.string(), value: z.string() }).exactOptional(),
  /** How the head confirmed and signed (R71, R72); absent when it was signed on paper (demo district). */
  signed: ActSigned.exactOptional(),
});
export type RuleSetSigned = z.infer<typeof RuleSetSigned>;

export interface PublishedVersion extends ItemVersion {
  readonly publishedAt: Instant;
  readonly transition?: Transition;
  readonly withdrawn?: { readonly at: Instant; readonly reason: string };
}

/** Whose standing signature the decisions of a rule set rest on. */
export interface RuleSetSignature {
  readonly by: string;
  readonly at: Instant;
  readonly ruleSetHash: string;
}

export interface ItemView {
  /** In the order of publication, which is also the order of taking effect. */
  readonly versions: readonly PublishedVersion[];
}

/** The stream, and the fence, of an item. */
export function itemStream(itemId: string): string {
  return `item/${itemId}`;
}

/** SM3 of the canonical item: what a mandate, a case and a decision cite. */
export function itemHash(item: Item): string {
  return sm3Hex(canonicalJson(item));
}

/** Folds the events of one item. */
export function viewItem(events: readonly Recorded[]): ItemView {
  let versions: readonly PublishedVersion[] = [];
  for (const event of events) {
    if (event.type === 'ItemVersionPublished') {
      const published = ItemVersionPublished.parse(event.data);
      const signed = versions.find(
        ({ item, ruleSetSigned }) => ruleSetSigned !== undefined && sameRules(item, published.item),
      );
      const standing = signed?.ruleSetSigned === undefined ? {} : { ruleSetSigned: signed.ruleSetSigned };
      versions = [...versions, { itemId: published.item.id, publishedAt: event.at, ...published, ...standing }];
    } else if (event.type === 'ItemVersionWithdrawn') {
      const { version, reason } = ItemVersionWithdrawn.parse(event.data);
      versions = versions.map((known) =>
        known.version === version ? { ...known, withdrawn: { at: event.at, reason } } : known,
      );
    } else if (event.type === 'RuleSetSigned') {
      const ruleSetSigned = {
        by: event.actor.id,
        at: event.at,
        ruleSetHash: RuleSetSigned.parse(event.data).ruleSetHash,
      };
      versions = versions.map((known) =>
        ruleSetHash(known.item) === ruleSetSigned.ruleSetHash ? { ...known, ruleSetSigned } : known,
      );
    }
  }
  return { versions };
}

function sameRules(one: Item, other: Item): boolean {
  return ruleSetHash(one) === ruleSetHash(other);
}

/** R1: the one version that governs an application made at `at`, both boundary instants included. */
export function versionInForce(view: ItemView, at: Instant): PublishedVersion | undefined {
  // A version withdrawn before it took effect never replaced the one before it.
  const begun = view.versions.filter(
    ({ effectiveFrom, withdrawn }) => effectiveFrom <= at && !(withdrawn !== undefined && withdrawn.at < effectiveFrom),
  );
  const latest = begun.at(-1);
  if (latest === undefined) return undefined;
  return latest.withdrawn !== undefined && latest.withdrawn.at <= at ? undefined : latest;
}
