import { z } from 'zod';
import type { FenceUse, Recorded, Step } from '../journal/journal.ts';
import type { Held } from '../journal/register.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { Bundle, bundleHash, BundleId } from './bundle.ts';
import { bundleFaults, type ItemsInForce } from './bundle-faults.ts';
import { bundleRefusals, type BundleRefusalCode } from './refusals.ts';

/** The life of a bundle: a stream `bundle/<id>`, a draft at most, and versions that never change once published. */

const At = z.iso.datetime({ precision: 3 });
const BundleDrafted = z.strictObject({ bundle: Bundle, hash: z.string() });
const BundlePublished = z.strictObject({
  bundle: Bundle,
  hash: z.string(),
  version: z.int().min(1),
  effectiveFrom: At,
  draftedBy: z.string(),
});

export interface BundleVersion {
  readonly bundle: Bundle;
  readonly hash: string;
  readonly version: number;
  readonly effectiveFrom: Instant;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
}

export interface BundleView {
  readonly draft:
    | { readonly bundle: Bundle; readonly hash: string; readonly by: string; readonly at: Instant }
    | undefined;
  readonly versions: readonly BundleVersion[];
  readonly withdrawnAt: Instant | undefined;
}

export function bundleStream(bundleId: string): string {
  return `bundle/${bundleId}`;
}

/** Folds the events of one bundle. */
export function viewBundle(events: readonly Recorded[]): BundleView {
  return events.reduce<BundleView>(after, { draft: undefined, versions: [], withdrawnAt: undefined });
}

function after(view: BundleView, event: Recorded): BundleView {
  switch (event.type) {
    case 'BundleDrafted':
      return { ...view, draft: { ...BundleDrafted.parse(event.data), by: event.actor.id, at: event.at } };
    case 'BundlePublished': {
      const { draftedBy: _by, ...published } = BundlePublished.parse(event.data);
      const version = { ...published, publishedAt: event.at, publishedBy: event.actor.id };
      return { draft: undefined, versions: [...view.versions, version], withdrawnAt: undefined };
    }
    case 'BundleWithdrawn':
      return { ...view, withdrawnAt: event.at };
    default:
      return view;
  }
}

/** R1: the version for a matter that begins at `at`. */
export function bundleInForce(view: BundleView, at: Instant): BundleVersion | undefined {
  if (view.withdrawnAt !== undefined && view.withdrawnAt <= at) return undefined;
  return view.versions.findLast(({ effectiveFrom }) => effectiveFrom <= at);
}

/** The version in force with the fence that a submission passes, or why there is none. */
export function relyOnBundle(
  held: Held<BundleView> | undefined,
  bundleId: string,
  at: Instant,
): { readonly version: BundleVersion; readonly fence: FenceUse } | Refusal<BundleRefusalCode> {
  const version = held === undefined ? undefined : bundleInForce(held.view, at);
  if (held === undefined) return refuse(bundleRefusals, 'unknown-bundle', { bundleId });
  if (version === undefined) return refuse(bundleRefusals, 'bundle-not-in-force', { bundleId });
  return { version, fence: { key: held.key, epoch: held.epoch, mode: 'pass' } };
}

export interface BundleFacts {
  readonly items: ItemsInForce;
  /** The organs for which the actor works now; absent for the operator who loads a district. */
  readonly organs: readonly string[] | undefined;
}

export const DraftBundle = z.strictObject({ bundle: Bundle });
export type DraftBundle = z.infer<typeof DraftBundle>;

/** Writes the draft, faults and all: it is looked at again when it is published. */
export const draftBundle: Step<DraftBundle, BundleView, BundleFacts, BundleRefusalCode> = {
  name: 'draftBundle',
  view: viewBundle,
  decide(view, { bundle }, facts, { stream }) {
    const lead = view.versions.at(-1)?.bundle.lead;
    const refusal = againstLead(facts, [bundle.lead, ...(lead === undefined ? [] : [lead])]);
    if (refusal !== undefined) return refusal;
    const data = { bundle, hash: bundleHash(bundle) };
    return { events: [{ type: 'BundleDrafted', data }], sets: [{ key: stream, open: true }] };
  },
};

export const PublishBundle = z.strictObject({
  bundleId: BundleId,
  /** The draft that was looked at. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** At once where it is left out. */
  effectiveFrom: At.exactOptional(),
});
export type PublishBundle = z.infer<typeof PublishBundle>;

/** Publishes the draft as the next version: by a second pair of eyes, once it has no fault. Running matters keep theirs. */
export const publishBundle: Step<PublishBundle, BundleView, BundleFacts, BundleRefusalCode> = {
  name: 'publishBundle',
  view: viewBundle,
  decide(view, { hash, effectiveFrom }, facts, { actor, at, stream }) {
    const fromAt = effectiveFrom ?? at;
    const { draft } = view;
    if (draft === undefined || draft.hash !== hash) return refuse(bundleRefusals, 'bundle-no-draft', { hash });
    const refusal = againstLead(facts, [draft.bundle.lead]);
    if (refusal !== undefined) return refusal;
    if (actor.kind === 'person' && actor.id === draft.by) return refuse(bundleRefusals, 'bundle-four-eyes');
    const last = view.versions.at(-1);
    if (fromAt < at || (last !== undefined && fromAt <= last.effectiveFrom))
      return refuse(bundleRefusals, 'bundle-not-ahead', { effectiveFrom: fromAt });
    const faults = bundleFaults(draft.bundle, facts.items);
    const [first] = faults;
    if (first !== undefined) {
      const places = faults.filter(({ code }) => code === first.code).map(({ place, reason }) => `${place}: ${reason}`);
      return refuse(bundleRefusals, first.code, { places });
    }
    const data = {
      bundle: draft.bundle,
      hash,
      version: (last?.version ?? 0) + 1,
      effectiveFrom: fromAt,
      draftedBy: draft.by,
    };
    return { events: [{ type: 'BundlePublished', data }], sets: [{ key: stream, open: true }] };
  },
};

export const WithdrawBundle = z.strictObject({ bundleId: BundleId, reason: z.string().trim().min(1).max(1000) });
export type WithdrawBundle = z.infer<typeof WithdrawBundle>;

/** Takes the bundle out of service; matters that run keep the version that they pinned. */
export const withdrawBundle: Step<WithdrawBundle, BundleView, BundleFacts, BundleRefusalCode> = {
  name: 'withdrawBundle',
  view: viewBundle,
  decide(view, { bundleId, reason }, facts, { at, stream }) {
    const version = bundleInForce(view, at);
    if (version === undefined) return refuse(bundleRefusals, 'bundle-not-in-force', { bundleId });
    const refusal = againstLead(facts, [version.bundle.lead]);
    if (refusal !== undefined) return refusal;
    return { events: [{ type: 'BundleWithdrawn', data: { reason } }], sets: [{ key: stream, open: true }] };
  },
};

function againstLead({ organs }: BundleFacts, leads: readonly string[]): Refusal<BundleRefusalCode> | undefined {
  const other = leads.find((lead) => organs !== undefined && !organs.includes(lead));
  return other === undefined ? undefined : refuse(bundleRefusals, 'bundle-not-lead', { lead: other });
}
