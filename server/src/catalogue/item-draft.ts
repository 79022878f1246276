import { z } from 'zod';

import type { Decided, Recorded, Step, StepContext } from '../journal/journal.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { PublicationFault } from './publication.ts';
import { catalogueRefusals, type CatalogueRefusalCode } from './refusals.ts';

/**
 * A draft of an item: the stream `item-draft/<itemId>`. Its content may still be broken; it is checked when it is submitted.
 * Whoever wrote or submitted it does not approve it (four eyes). Publishing makes a version of the item and ends the draft.
 */

/** Elements by name; what each holds is for the rules of publication to judge. */
const Content = z.record(z.string().max(60), z.unknown());
const Reason = z.string().trim().min(2).max(2000);

export const OpenDraft = z.strictObject({
  /** The version in force that it starts from; 0 starts from nothing. */
  from: z.int().min(0),
  item: Content,
});
export type OpenDraft = z.infer<typeof OpenDraft>;

export const EditDraft = z.strictObject({
  /** The revision that the editor saw: another one's changes are never overwritten unseen. */
  revision: z.int().min(1),
  item: Content,
});
export type EditDraft = z.infer<typeof EditDraft>;

export const SubmitDraft = z.strictObject({ revision: z.int().min(1) });
export type SubmitDraft = z.infer<typeof SubmitDraft>;

export const ReturnDraft = z.strictObject({ reason: Reason });
export type ReturnDraft = z.infer<typeof ReturnDraft>;

/** The approver names the revision that he read. */
export const ApproveDraft = z.strictObject({ revision: z.int().min(1), opinion: Reason });
export type ApproveDraft = z.infer<typeof ApproveDraft>;

export const DropDraft = z.strictObject({ reason: Reason });
export type DropDraft = z.infer<typeof DropDraft>;

export const EndDraft = z.strictObject({ version: z.int().min(1) });
export type EndDraft = z.infer<typeof EndDraft>;

const Event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ItemDraftOpened'), data: OpenDraft }),
  z.strictObject({ type: z.literal('ItemDraftEdited'), data: EditDraft }),
  z.strictObject({ type: z.literal('ItemDraftSubmitted'), data: SubmitDraft }),
  z.strictObject({ type: z.literal('ItemDraftReturned'), data: ReturnDraft }),
  z.strictObject({ type: z.literal('ItemDraftApproved'), data: ApproveDraft }),
  z.strictObject({ type: z.literal('ItemDraftDropped'), data: DropDraft }),
  z.strictObject({ type: z.literal('ItemDraftPublished'), data: EndDraft }),
]);

export interface ItemDraft {
  readonly itemId: string;
  readonly state: 'editing' | 'submitted' | 'approved';
  /** Version that it starts from; 0 is none. */
  readonly from: number;
  readonly item: OpenDraft['item'];
  /** Counts the contents of this draft from 1. */
  readonly revision: number;
  readonly writers: readonly string[];
  readonly submittedBy?: string;
  readonly approval?: { readonly by: string; readonly at: Instant; readonly opinion: string };
  /** Why it came back, until it is submitted again. */
  readonly returned?: { readonly by: string; readonly reason: string };
  readonly changedAt: Instant;
}

export interface DraftView {
  /** The open draft, if there is one. */
  readonly draft: ItemDraft | undefined;
  /** Drafts so far, the open one included: it names the act that publishes one. */
  readonly round: number;
}

export function draftStream(itemId: string): string {
  return `item-draft/${itemId}`;
}

/** Folds the drafts of one item. */
export function viewDraft(events: readonly Recorded[]): DraftView {
  return events.reduce<DraftView>(fold, { draft: undefined, round: 0 });
}

function fold(view: DraftView, recorded: Recorded): DraftView {
  const event = Event.parse({ type: recorded.type, data: recorded.data });
  const { actor, at, stream } = recorded;
  if (event.type === 'ItemDraftOpened') {
    const itemId = stream.slice(draftStream('').length);
    const opened = {
      itemId,
      state: 'editing',
      ...event.data,
      revision: 1,
      writers: [actor.id],
      changedAt: at,
    } as const;
    return { draft: opened, round: view.round + 1 };
  }
  const { draft, round } = view;
  if (draft === undefined) return view;
  const { itemId, from, item, revision, writers } = draft;
  const kept = { itemId, from, item, revision, writers, changedAt: at };
  switch (event.type) {
    case 'ItemDraftEdited': {
      const written = { item: event.data.item, revision: revision + 1, writers: [...new Set([...writers, actor.id])] };
      const returned = draft.returned === undefined ? {} : { returned: draft.returned };
      return { draft: { ...kept, ...returned, ...written, state: 'editing' }, round };
    }
    case 'ItemDraftSubmitted':
      return { draft: { ...kept, state: 'submitted', submittedBy: actor.id }, round };
    case 'ItemDraftReturned':
      return { draft: { ...kept, state: 'editing', returned: { by: actor.id, reason: event.data.reason } }, round };
    case 'ItemDraftApproved': {
      const approval = { by: actor.id, at, opinion: event.data.opinion };
      const submittedBy = draft.submittedBy === undefined ? {} : { submittedBy: draft.submittedBy };
      return { draft: { ...kept, ...submittedBy, state: 'approved', approval }, round };
    }
    case 'ItemDraftDropped':
    case 'ItemDraftPublished':
      return { draft: undefined, round };
    default:
      return event satisfies never;
  }
}

/** Posts that may write; and those whose word the second pair of eyes is. */
const WRITERS = ['departmentStaff', 'departmentHead', 'legalReviewer', 'postedOfficer', 'chiefRepresentative'] as const;
const APPROVERS = ['departmentHead', 'legalReviewer'] as const;

export interface DraftFacts {
  /** The posts that the actor holds in the item's own organ now. */
  readonly posts: readonly string[];
  /** Faults of the draft as it stands (R1–R14). */
  readonly faults: readonly PublicationFault[];
  /** The version in force, 0 when there is none. */
  readonly inForce: number;
}

type DraftStep<Command> = Step<Command, DraftView, DraftFacts, CatalogueRefusalCode>;

function notWriter({ posts }: DraftFacts): Refusal<CatalogueRefusalCode> | undefined {
  return WRITERS.some((post) => posts.includes(post)) ? undefined : refuse(catalogueRefusals, 'item-of-another-organ');
}

/** Whether the holder of `posts` may be the second pair of eyes. */
export function notApprover(posts: readonly string[]): Refusal<CatalogueRefusalCode> | undefined {
  return APPROVERS.some((post) => posts.includes(post)) ? undefined : refuse(catalogueRefusals, 'not-an-approver');
}

type Found = ItemDraft | Refusal<CatalogueRefusalCode>;

/** The open draft in one of `states`. */
function requireDraft({ draft }: DraftView, states: readonly ItemDraft['state'][]): Found {
  if (draft === undefined) return refuse(catalogueRefusals, 'no-item-draft');
  return states.includes(draft.state) ? draft : refuse(catalogueRefusals, 'draft-not-in-state', { state: draft.state });
}

function made(context: StepContext, type: string, data: object): Decided {
  return { events: [{ type, data }], sets: [{ key: context.stream, open: true }] };
}

/** Opens a draft from the version in force, or from nothing. */
export const openDraft: DraftStep<OpenDraft> = {
  name: 'openDraft',
  view: viewDraft,
  decide(view, command, facts, context) {
    const barred = notWriter(facts);
    if (barred !== undefined) return barred;
    if (view.draft !== undefined) return refuse(catalogueRefusals, 'draft-already-open');
    if (command.from !== facts.inForce) {
      return refuse(catalogueRefusals, 'draft-changed-meanwhile', { seen: command.from, current: facts.inForce });
    }
    return made(context, 'ItemDraftOpened', command);
  },
};

/** Writes the whole content anew; what was approved or submitted is a draft again. */
export const editDraft: DraftStep<EditDraft> = {
  name: 'editDraft',
  view: viewDraft,
  decide(view, command, facts, context) {
    const barred = notWriter(facts);
    if (barred !== undefined) return barred;
    const draft = requireDraft(view, ['editing', 'submitted', 'approved']);
    if ('refused' in draft) return draft;
    if (command.revision !== draft.revision) return changedMeanwhile(command.revision, draft.revision);
    if (command.item['id'] !== draft.itemId)
      return refuse(catalogueRefusals, 'item-of-another-stream', { itemId: draft.itemId });
    return made(context, 'ItemDraftEdited', command);
  },
};

function changedMeanwhile(seen: number, current: number): Refusal<CatalogueRefusalCode> {
  return refuse(catalogueRefusals, 'draft-changed-meanwhile', { seen, current });
}

/** Hands the draft to the second person, once no rule of publication forbids it: the refusal tells every fault. */
export const submitDraft: DraftStep<SubmitDraft> = {
  name: 'submitDraft',
  view: viewDraft,
  decide(view, command, facts, context) {
    const barred = notWriter(facts);
    if (barred !== undefined) return barred;
    const draft = requireDraft(view, ['editing']);
    if ('refused' in draft) return draft;
    if (command.revision !== draft.revision) return changedMeanwhile(command.revision, draft.revision);
    const [first] = facts.faults;
    if (first !== undefined) {
      const faults = facts.faults.map(({ rule, path, found }) => `${rule} ${path}: ${found}`);
      return refuse(catalogueRefusals, first.code, {
        itemId: draft.itemId,
        places: [`${first.path}: ${first.found}`],
        faults,
      });
    }
    return made(context, 'ItemDraftSubmitted', command);
  },
};

/** The second person sends it back with reasons. */
export const returnDraft: DraftStep<ReturnDraft> = {
  name: 'returnDraft',
  view: viewDraft,
  decide(view, command, facts, context) {
    const barred = notApprover(facts.posts);
    if (barred !== undefined) return barred;
    const draft = requireDraft(view, ['submitted', 'approved']);
    return 'refused' in draft ? draft : made(context, 'ItemDraftReturned', command);
  },
};

/** Four eyes: the head or the legal reviewer of the organ, who neither wrote nor submitted it. */
export const approveDraft: DraftStep<ApproveDraft> = {
  name: 'approveDraft',
  view: viewDraft,
  decide(view, command, facts, context) {
    const barred = notApprover(facts.posts);
    if (barred !== undefined) return barred;
    const draft = requireDraft(view, ['submitted']);
    if ('refused' in draft) return draft;
    if ([...draft.writers, draft.submittedBy].includes(context.actor.id)) {
      return refuse(catalogueRefusals, 'drafter-may-not-approve');
    }
    if (command.revision !== draft.revision) return changedMeanwhile(command.revision, draft.revision);
    return made(context, 'ItemDraftApproved', command);
  },
};

/** Gives the draft up. */
export const dropDraft: DraftStep<DropDraft> = {
  name: 'dropDraft',
  view: viewDraft,
  decide(view, command, facts, context) {
    const barred = notWriter(facts);
    if (barred !== undefined) return barred;
    const draft = requireDraft(view, ['editing', 'submitted', 'approved']);
    return 'refused' in draft ? draft : made(context, 'ItemDraftDropped', command);
  },
};

/** The draft has become a version of the item. */
export const endDraft: DraftStep<EndDraft> = {
  name: 'endDraft',
  view: viewDraft,
  decide(view, command, facts, context) {
    const barred = notWriter(facts);
    if (barred !== undefined) return barred;
    const draft = requireDraft(view, ['approved']);
    return 'refused' in draft ? draft : made(context, 'ItemDraftPublished', command);
  },
};

/** The approved draft that may be published by the holder of `posts`; schema and rules are asked again on publishing. */
export function publishableDraft(view: DraftView, facts: DraftFacts): Found {
  return notWriter(facts) ?? requireDraft(view, ['approved']);
}
