import type { Ceremony } from '../confirmation/actions.ts';
import { perform, readStream, type Journal } from '../journal/actions.ts';
import type { Actor, Performed, Step } from '../journal/journal.ts';
import { createRegister, type Register } from '../journal/register.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import {
  ItemVersionPublished,
  itemStream,
  publishItemVersion,
  viewItem,
  withdrawItemVersion,
  type ItemView,
  type PublicationFacts,
  type PublishItemVersion,
  type WithdrawItemVersion,
} from './catalogue.ts';
import {
  approveDraft,
  draftStream,
  dropDraft,
  editDraft,
  endDraft,
  notApprover,
  openDraft,
  publishableDraft,
  returnDraft,
  submitDraft,
  viewDraft,
  type ApproveDraft,
  type DraftFacts,
  type DraftView,
  type DropDraft,
  type EditDraft,
  type OpenDraft,
  type ReturnDraft,
  type SubmitDraft,
} from './item-draft.ts';
import { Item } from './item.ts';
import type { CatalogueRefusalCode } from './refusals.ts';
import { ruleSetFacts, type SignRuleSet, signRuleSet } from './rule-set-signing.ts';

export { findImport, importItems, type Imported } from './item-import.ts';
export { ApproveDraft, DropDraft, EditDraft, OpenDraft, ReturnDraft, SubmitDraft } from './item-draft.ts';
export { SignRuleSet } from './rule-set-signing.ts';

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

/** All drafts of a realm in memory. */
export function createDraftRegister(journal: Journal, realm: string): Register<DraftView> {
  return createRegister(journal.pool, realm, draftStream(''), viewDraft);
}

/** Publishes the next version of an item; `facts` hold the licence list in force and what else publication asks. */
export function publishItem(
  journal: Journal,
  call: CatalogueCall,
  command: PublishItemVersion,
  facts: PublicationFacts | ReadonlySet<string>,
): Answer {
  const stream = itemStream(command.item.id);
  const known = 'licenceList' in facts ? facts : { licenceList: facts };
  return perform(journal, publishItemVersion, { ...call, stream, command, facts: () => known });
}

/** Withdraws one version of an item. */
export function withdrawItem(journal: Journal, call: CatalogueCall, command: WithdrawItemVersion): Answer {
  const stream = itemStream(command.itemId);
  return perform(journal, withdrawItemVersion, { ...call, stream, command, facts: () => undefined });
}

/** As `withdrawItem`, by the head or the legal reviewer of the organ whose item it is; `posts` are those held there. */
export async function withdrawOwnItem(
  journal: Journal,
  { posts, ...call }: CatalogueCall & { readonly posts: readonly string[] },
  command: WithdrawItemVersion,
): Answer {
  return notApprover(posts) ?? withdrawItem(journal, call, command);
}

/** The head of the organ signs the rules of a version (R78); `head` is he. */
export function signRules(
  journal: Journal,
  call: CatalogueCall & { readonly itemId: string; readonly head: string | null; readonly ceremony?: Ceremony },
  command: SignRuleSet,
): Answer {
  const { itemId, head, ceremony, ...frame } = call;
  return perform(journal, signRuleSet, {
    ...frame,
    stream: itemStream(itemId),
    command,
    facts: (events, context) =>
      ceremony === undefined ? { head } : ruleSetFacts(head, { events, command, ceremony }, context),
  });
}

/** A step of a draft, with the facts that it asks for. */
export interface DraftCall extends CatalogueCall {
  readonly itemId: string;
  /** Asked anew at every attempt, with the draft as it is then. */
  readonly facts: (view: DraftView) => DraftFacts;
}

/** Every verb of a draft's life, performed through the journal; rules are in the step of the same name. */
export const drafts = {
  open: draftVerb<OpenDraft>(openDraft),
  edit: draftVerb<EditDraft>(editDraft),
  submit: draftVerb<SubmitDraft>(submitDraft),
  sendBack: draftVerb<ReturnDraft>(returnDraft),
  approve: draftVerb<ApproveDraft>(approveDraft),
  drop: draftVerb<DropDraft>(dropDraft),
  end: draftVerb<{ readonly version: number }>(endDraft),
} as const;

function draftVerb<Command>(step: Step<Command, DraftView, DraftFacts, CatalogueRefusalCode>) {
  return (journal: Journal, { itemId, facts, ...frame }: DraftCall, command: Command): Answer =>
    perform(journal, step, {
      ...frame,
      stream: draftStream(itemId),
      command,
      facts: (events) => facts(viewDraft(events)),
    });
}

/**
 * Publishes the approved draft as the next version, then ends it. Both acts bear names that follow from the draft, so after
 * a crash between them the repetition finishes what was begun.
 */
export async function publishDraft(
  journal: Journal,
  call: DraftCall,
  command: Omit<PublishItemVersion, 'item'>,
  facts: PublicationFacts,
): Answer {
  const { realm, actor, at, itemId } = call;
  const view = viewDraft(await readStream(journal, realm, draftStream(itemId)));
  const draft = publishableDraft(view, call.facts(view));
  if (isRefusal(draft)) return draft;
  const requestId = `${draftStream(itemId)}/${view.round}`;
  const item = Item.parse(draft.item);
  const published = await publishItem(journal, { realm, actor, requestId, at }, { ...command, item }, facts);
  if (isRefusal(published)) return published;
  const version = versionMade(published);
  return drafts.end(journal, call, { version });
}

function versionMade({ events }: Performed): number {
  const made = events.find(({ type }) => type === 'ItemVersionPublished');
  return ItemVersionPublished.parse(made?.data).version;
}
