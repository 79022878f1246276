import { type Item, type ItemVersion, itemStream, type ItemView, versionInForce } from '../catalogue/catalogue.ts';
import { catalogueRefusals } from '../catalogue/refusals.ts';
import type { Identity } from '../identity/actions.ts';
import type { Journal } from '../journal/actions.ts';
import type { Actor } from '../journal/journal.ts';
import type { Register } from '../journal/register.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { ConsentPolicy, Grounds, Subject } from './consent.ts';

/** What the use cases of consents need; `platform.ts` wires it. */
export interface ConsentPorts {
  readonly journal: Journal;
  readonly realm: string;
  readonly items: Register<ItemView>;
  readonly identity: Identity;
  readonly consentPolicy: ConsentPolicy;
  /** The key of the code digests. */
  readonly codeKey: Buffer;
  /** Fresh random bytes. */
  readonly random: (size: number) => Uint8Array;
  /** Fresh ids for consents. */
  readonly consentId: () => string;
}

/** Who calls, with which request id, when. */
export interface ConsentCall {
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
}

/** Asked of the sources: for whom, for which item, why, on which grounds (R20). */
export interface ClaimQuery {
  readonly applicant: Subject;
  readonly item: Item;
  readonly operator: string;
  readonly purpose: string;
  readonly grounds: Grounds;
  /** Licences are looked at as of now (R46). */
  readonly at: Instant;
}

/** The version of an item in force, or why there is none. */
export function itemVersion(
  { items }: Pick<ConsentPorts, 'items'>,
  itemId: string,
  at: Instant,
): ItemVersion | Refusal {
  const held = items.get(itemStream(itemId));
  const version = held === undefined ? undefined : versionInForce(held.view, at);
  return version ?? refuse(catalogueRefusals, 'item-not-in-force', { itemId, at });
}
