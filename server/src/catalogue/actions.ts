import { perform, type Journal } from '../journal/actions.ts';
import type { Actor, Performed } from '../journal/journal.ts';
import { createRegister, type Register } from '../journal/register.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import {
  itemStream,
  publishItemVersion,
  viewItem,
  withdrawItemVersion,
  type ItemView,
  type PublishItemVersion,
  type WithdrawItemVersion,
} from './catalogue.ts';

/** Who asks for a change of the item library, where and when. */
export interface CatalogueCall {
  readonly realm: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
}

/** Refusals come from this module or, for a lost race or a reused request id, from the journal. */
type Answer = Promise<Performed | Refusal>;

/** All items of a realm in memory; `catchUp` fills it, `journal.registers` keeps it current. */
export function createItemRegister(journal: Journal, realm: string): Register<ItemView> {
  return createRegister(journal.pool, realm, itemStream(''), viewItem);
}

/** Publishes the next version of an item; `licenceList` holds the basic codes of the licence list in force. */
export function publishItem(
  journal: Journal,
  call: CatalogueCall,
  command: PublishItemVersion,
  licenceList: ReadonlySet<string>,
): Answer {
  const stream = itemStream(command.item.id);
  return perform(journal, publishItemVersion, { ...call, stream, command, facts: () => ({ licenceList }) });
}

/** Withdraws one version of an item. */
export function withdrawItem(journal: Journal, call: CatalogueCall, command: WithdrawItemVersion): Answer {
  const stream = itemStream(command.itemId);
  return perform(journal, withdrawItemVersion, { ...call, stream, command, facts: () => undefined });
}
