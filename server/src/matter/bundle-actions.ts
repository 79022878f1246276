import { type Journal, perform } from '../journal/actions.ts';
import type { Actor, Performed } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import {
  bundleStream,
  type DraftBundle,
  draftBundle,
  type PublishBundle,
  publishBundle,
  type WithdrawBundle,
  withdrawBundle,
} from './bundle-life.ts';

/** Who changes a bundle, where and when. */
export interface BundleCall {
  readonly journal: Journal;
  readonly realm: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
  readonly items: ItemsInForce;
  /** The organs for which the actor works now; absent for the operator. */
  readonly organs: readonly string[] | undefined;
}

type Answer = Promise<Performed | Refusal>;

function actOn({ journal: _journal, items, organs, ...call }: BundleCall, bundleId: string) {
  return { ...call, stream: bundleStream(bundleId), facts: () => ({ items, organs }) };
}

/** The verbs of a bundle's life. */
export const bundles = {
  draft: (call: BundleCall, command: DraftBundle): Answer =>
    perform(call.journal, draftBundle, { ...actOn(call, command.bundle.id), command }),
  publish: (call: BundleCall, command: PublishBundle): Answer =>
    perform(call.journal, publishBundle, { ...actOn(call, command.bundleId), command }),
  withdraw: (call: BundleCall, command: WithdrawBundle): Answer =>
    perform(call.journal, withdrawBundle, { ...actOn(call, command.bundleId), command }),
};
