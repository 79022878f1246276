import { z } from 'zod';
import type { Confirmation } from '../confirmation/confirmation.ts';
import { RelationKind } from '../identity/identity.ts';
import { type MandateRef, type Recorded, remember, rememberFold } from '../journal/journal.ts';
import type { Instant, PlainDate } from '../kernel/time.ts';
import { type ReviewView, viewReview } from '../review/review.ts';

export const DecisionOutcome = z.enum(['GRANT', 'GRANT_ON_PROMISE', 'REFUSE']);
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;

/** 签批 in the order made. A proposal that was returned takes its signature with it. */
export interface SignatureMade {
  readonly no: number;
  readonly kind: 'propose' | 'endorse' | 'decide';
  readonly personId: string;
  readonly role: 'handler' | 'chief' | 'head';
  readonly at: Instant;
  readonly outcome: DecisionOutcome;
  readonly documentHash: string;
  readonly mandate: MandateRef | undefined;
  /** How he confirmed; absent on paper, and where the record is older than the question. */
  readonly confirmedBy: Confirmation['way'] | undefined;
}

/** Who decides about a request: never the officer himself, nor somebody below him. */
export const Decider = z.enum(['chief', 'head', 'superior']);
export type Decider = z.infer<typeof Decider>;

/** 申请回避: what was asked of an officer, and what the organ answered (R44). */
export interface RecusalRequest {
  readonly personId: string;
  readonly ground: RelationKind;
  readonly reason: string;
  readonly at: Instant;
  readonly decider: Decider;
  readonly answer:
    | { readonly granted: boolean; readonly reason: string; readonly at: Instant; readonly by: string }
    | undefined;
}

export interface PaperDecision {
  readonly signedBy: string;
  readonly paperNo: string;
  readonly signedOn: PlainDate;
  readonly recordedBy: string;
}

export interface DecisionView {
  readonly review: ReviewView;
  readonly signatures: readonly SignatureMade[];
  readonly returned: readonly { readonly by: string; readonly reason: string }[];
  readonly escalated: boolean;
  readonly recused: ReadonlySet<string>;
  readonly recusals: readonly RecusalRequest[];
  readonly decided:
    | {
        readonly outcome: DecisionOutcome | 'DEEMED_RENEWED';
        readonly at: Instant;
        readonly documentHash: string;
        readonly reason: string;
        /** Present when a rule set decided: no person's name stands under a machine's decision. */
        readonly ruleSetHash: string | undefined;
        readonly exceptionCode: string | undefined;
        /** Made on paper, where no electronic signature may stand (R84); the platform only records it. */
        readonly paper: PaperDecision | undefined;
      }
    | undefined;
  readonly terminated: { readonly ground: string; readonly reason: string } | undefined;
}

const Signed = z.object({
  no: z.int(),
  role: z.enum(['handler', 'chief', 'head']),
  outcome: DecisionOutcome,
  documentHash: z.string(),
  confirmation: z.object({ way: z.enum(['passkey', 'code', 'pin']) }).exactOptional(),
});

const WithReason = z.object({ reason: z.string() });
const WithPerson = z.object({ personId: z.string(), note: z.string().default('') });
const Requested = z.object({ personId: z.string(), ground: RelationKind, reason: z.string(), decider: Decider });
const Refused = z.object({ personId: z.string(), reason: z.string() });
const WithGround = z.object({ ground: z.string(), reason: z.string() });

const Made = z.object({
  outcome: z.union([DecisionOutcome, z.literal('DEEMED_RENEWED')]),
  documentHash: z.string(),
  reason: z.string(),
  ruleSetHash: z.string().exactOptional(),
  exceptionCode: z.string().exactOptional(),
  signature: Signed.exactOptional(),
});

const OnPaper = z.object({
  outcome: z.literal('GRANT'),
  documentHash: z.string(),
  reason: z.string(),
  signedBy: z.string(),
  paperNo: z.string(),
  signedOn: z.string(),
  signature: Signed,
});

/** Folds the decision on top of review. */
export const viewDecision = remember((events): DecisionView => ({ ...ownView(events), review: viewReview(events) }));

type OwnView = Omit<DecisionView, 'review'>;

const ownView = rememberFold<OwnView>(
  {
    signatures: [],
    returned: [],
    escalated: false,
    recused: new Set(),
    recusals: [],
    decided: undefined,
    terminated: undefined,
  },
  (view, event) => ({ ...view, ...changeOf(view, event) }),
);

function changeOf(view: OwnView, event: Recorded): Partial<OwnView> {
  switch (event.type) {
    case 'DecisionProposed':
      return { signatures: [...view.signatures, signatureOf(event, 'propose', event.data)] };
    case 'DecisionEndorsed':
      return { signatures: [...view.signatures, signatureOf(event, 'endorse', event.data)] };
    case 'ProposalReturned': {
      const { reason } = WithReason.parse(event.data);
      return { signatures: [], returned: [...view.returned, { by: event.actor.id, reason }] };
    }
    case 'CaseEscalated':
      return { escalated: true, signatures: [] };
    case 'OfficerRecused': {
      const { personId, note } = WithPerson.parse(event.data);
      return { recused: new Set([...view.recused, personId]), ...answered(view, event, { personId, reason: note }) };
    }
    case 'RecusalRequested': {
      const asked = Requested.parse(event.data);
      return { recusals: [...view.recusals, { ...asked, at: event.at, answer: undefined }] };
    }
    case 'RecusalRefused':
      return answered(view, event, Refused.parse(event.data));
    case 'DecisionMade': {
      const { signature, ...made } = Made.parse(event.data);
      const decided = {
        ...made,
        at: event.at,
        ruleSetHash: made.ruleSetHash,
        exceptionCode: made.exceptionCode,
        paper: undefined,
      };
      return signature === undefined
        ? { decided }
        : { decided, signatures: [...view.signatures, signatureOf(event, 'decide', signature)] };
    }
    case 'PaperDecisionRecorded': {
      const { signedBy, paperNo, signedOn, signature, ...made } = OnPaper.parse(event.data);
      const paper = { signedBy, paperNo, signedOn, recordedBy: event.actor.id };
      const signed = { ...signatureOf(event, 'decide', signature), personId: signedBy };
      return {
        decided: { ...made, at: event.at, ruleSetHash: undefined, exceptionCode: undefined, paper },
        signatures: [...view.signatures, signed],
      };
    }
    case 'CaseTerminated':
      return { terminated: WithGround.parse(event.data) };
    default:
      return {};
  }
}

/** Standing aside answers what was asked of the officer, whoever began. */
function answered(
  view: OwnView,
  event: Recorded,
  { personId, reason }: { readonly personId: string; readonly reason: string },
): Pick<OwnView, 'recusals'> {
  const answer = { granted: event.type === 'OfficerRecused', reason, at: event.at, by: event.actor.id };
  return {
    recusals: view.recusals.map((one) =>
      one.personId === personId && one.answer === undefined ? { ...one, answer } : one,
    ),
  };
}

function signatureOf(event: Recorded, kind: SignatureMade['kind'], data: unknown): SignatureMade {
  const { confirmation, ...signed } = Signed.parse(data);
  return {
    ...signed,
    confirmedBy: confirmation?.way,
    kind,
    personId: event.actor.id,
    at: event.at,
    mandate: event.mandate,
  };
}
