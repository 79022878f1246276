import type { Recorded } from '../journal/journal.ts';
import type { Instant } from '../kernel/time.ts';
import { type MandateEvent, readMandateEvent } from './events.ts';
import { type HeldVersion, type HeldStatus, holdVersion } from './held.ts';
import { type MandateLetter, mandateRefOf, requiredAcceptances } from './letter.ts';

/**
 * Stages of one version: DRAFT drafted → LEGAL_REVIEW reviewed → SIGNED signed → ACCEPTED accepted → FILED filed →
 * PUBLISHED published → ACTIVE active ⇄ SUSPENDED suspended → EXPIRED expired | REVOKED revoked | SUPERSEDED superseded.
 * The first six are recorded; `active` and `superseded` follow from published versions and the time.
 */
export type MandateStage = 'drafted' | 'reviewed' | 'signed' | 'accepted' | 'filed' | 'published';
export type MandateState = MandateStage | 'active' | 'suspended' | 'expired' | 'revoked' | 'superseded';

export interface VersionView {
  readonly letter: MandateLetter;
  readonly hash: string;
  readonly stage: MandateStage;
  readonly draftedBy: string;
  /** Organs whose heads have signed. */
  readonly signedFor: readonly string[];
  readonly acceptedBy: readonly string[];
  readonly publishedAt: Instant | null;
  readonly isExpired: boolean;
}

export interface Overstep {
  readonly caseNo: string;
  readonly applicantInGoodFaith: boolean;
  readonly isSettled: boolean;
}

export interface MandateView {
  /** Oldest first; at most the last is unpublished. */
  readonly versions: readonly VersionView[];
  readonly isSuspended: boolean;
  readonly suspendedHolders: readonly string[];
  readonly isRevoked: boolean;
  readonly oversteps: readonly Overstep[];
}

export const emptyMandate: MandateView = {
  versions: [],
  isSuspended: false,
  suspendedHolders: [],
  isRevoked: false,
  oversteps: [],
};

/** The mandate as its events leave it. */
export function viewMandate(events: readonly Recorded[]): MandateView {
  return events.reduce((view, recorded) => foldMandate(view, readMandateEvent(recorded), recorded), emptyMandate);
}

/** One event more. */
export function foldMandate(
  view: MandateView,
  event: MandateEvent,
  { at, actor }: Pick<Recorded, 'at' | 'actor'>,
): MandateView {
  switch (event.type) {
    case 'MandateDrafted':
    case 'MandateAmended':
      return withDraft(view, event.data.letter, actor.id);
    case 'MandateReviewed':
      return withLast(view, { stage: event.data.passed ? 'reviewed' : 'drafted' });
    case 'MandateSigned':
      return withSignature(view, event.data.organ);
    case 'MandateAccepted':
      return withAcceptance(view, event.data.version, event.data.by);
    case 'MandateFiled':
      return withLast(view, { stage: 'filed' });
    case 'MandatePublished':
      return withLast(view, { stage: 'published', publishedAt: at });
    case 'MandateSuspended':
      return event.data.holders.length === 0
        ? { ...view, isSuspended: true }
        : { ...view, suspendedHolders: [...new Set([...view.suspendedHolders, ...event.data.holders])] };
    case 'MandateResumed':
      return event.data.holders.length === 0
        ? { ...view, isSuspended: false }
        : { ...view, suspendedHolders: view.suspendedHolders.filter((holder) => !event.data.holders.includes(holder)) };
    case 'MandateRevoked':
      return { ...view, isRevoked: true };
    case 'MandateExpired':
      return withVersion(view, event.data.version, (version) => ({ ...version, isExpired: true }));
    case 'MandateObjectionRecorded':
      return view;
    case 'MandateOverstepped':
      return {
        ...view,
        oversteps: [
          ...view.oversteps,
          { caseNo: event.data.caseNo, applicantInGoodFaith: event.data.applicantInGoodFaith, isSettled: false },
        ],
      };
    case 'MandateOverstepSettled':
      return {
        ...view,
        oversteps: view.oversteps.map((each) =>
          each.caseNo === event.data.caseNo ? { ...each, isSettled: true } : each,
        ),
      };
    default:
      return event satisfies never;
  }
}

/** In which state `version` is at `at`. */
export function stateAt(view: MandateView, version: VersionView, at: Instant): MandateState {
  if (view.isRevoked) return 'revoked';
  if (version.stage !== 'published') return version.stage;
  const { fromAt, toAt, isSuperseded } = forceOf(view, version);
  if (version.isExpired || at >= toAt) return isSuperseded && !version.isExpired ? 'superseded' : 'expired';
  if (at < fromAt) return 'published';
  return view.isSuspended ? 'suspended' : 'active';
}

/** The version that is active or suspended at `at`, if any. */
export function versionInForce(view: MandateView, at: Instant): VersionView | undefined {
  return view.versions.find((version) => ['active', 'suspended'].includes(stateAt(view, version, at)));
}

/** Whether acts may still pass the mandate's fence; the term's ends are checked with each act. */
export function isUsable(view: MandateView): boolean {
  return (
    !view.isRevoked &&
    !view.isSuspended &&
    view.versions.some((version) => version.stage === 'published' && !version.isExpired)
  );
}

/** Every version prepared for checking; `epoch` is the last seq of the stream. */
export function heldVersions(view: MandateView, epoch: number): readonly HeldVersion[] {
  return view.versions.map((version) =>
    holdVersion(version.letter, {
      ...forceOf(view, version),
      status: statusOf(view, version),
      acceptedBy: version.acceptedBy,
      suspendedHolders: view.suspendedHolders,
      epoch,
    }),
  );
}

/**
 * The instants between which a version is in force: never before it is published (R106), never after its successor
 * has come into force.
 */
export function forceOf(
  view: MandateView,
  version: VersionView,
): { readonly fromAt: Instant; readonly toAt: Instant; readonly isSuperseded: boolean } {
  const fromAt = later(version.letter.term.from, version.publishedAt ?? version.letter.term.from);
  const next = view.versions.find(
    (other) => other.letter.version > version.letter.version && other.stage === 'published',
  );
  const toAt = version.letter.term.to;
  if (next === undefined) return { fromAt, toAt, isSuperseded: false };
  const nextFromAt = forceOf(view, next).fromAt;
  return nextFromAt < toAt ? { fromAt, toAt: nextFromAt, isSuperseded: true } : { fromAt, toAt, isSuperseded: false };
}

function statusOf(view: MandateView, version: VersionView): HeldStatus {
  if (view.isRevoked) return 'revoked';
  if (version.stage !== 'published') return 'pending';
  if (version.isExpired) return 'expired';
  return view.isSuspended ? 'suspended' : 'usable';
}

function withDraft(view: MandateView, letter: MandateLetter, draftedBy: string): MandateView {
  const fresh: VersionView = {
    letter,
    hash: mandateRefOf(letter).hash,
    stage: 'drafted',
    draftedBy,
    signedFor: [],
    acceptedBy: [],
    publishedAt: null,
    isExpired: false,
  };
  return {
    ...view,
    versions: [...view.versions.filter((version) => version.letter.version !== letter.version), fresh],
  };
}

function withSignature(view: MandateView, organ: string): MandateView {
  const last = view.versions.at(-1);
  if (last === undefined) return view;
  const signedFor = [...last.signedFor, organ];
  const isComplete = requiredSigners(last.letter).every((code) => signedFor.includes(code));
  return withLast(view, { signedFor, stage: isComplete ? 'signed' : last.stage });
}

/** The organs whose heads sign: the grantor, and in an agreement or entrustment between organs the grantee too. */
export function requiredSigners(letter: MandateLetter): readonly string[] {
  return letter.construct === 'B' ? [letter.grantor.code] : [letter.grantor.code, letter.grantee.code];
}

function withAcceptance(view: MandateView, no: number, by: string): MandateView {
  return withVersion(view, no, (version) => {
    const acceptedBy = [...version.acceptedBy, by];
    const isComplete = requiredAcceptances(version.letter).every((id) => acceptedBy.includes(id));
    return { ...version, acceptedBy, stage: version.stage === 'signed' && isComplete ? 'accepted' : version.stage };
  });
}

function withLast(view: MandateView, change: Partial<VersionView>): MandateView {
  const last = view.versions.at(-1);
  return last === undefined ? view : withVersion(view, last.letter.version, (version) => ({ ...version, ...change }));
}

function withVersion(view: MandateView, no: number, change: (version: VersionView) => VersionView): MandateView {
  return {
    ...view,
    versions: view.versions.map((version) => (version.letter.version === no ? change(version) : version)),
  };
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
