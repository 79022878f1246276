import { z } from 'zod';
import { mandates, type MandateErrand, type MandateRoom } from '../mandate/actions.ts';
import {
  expiryWarning,
  mandateStream,
  MandateLetter,
  type MandateState,
  type MandateView,
  stateAt,
  type VersionView,
  versionInForce,
} from '../mandate/mandate.ts';
import type { Performed, Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { type Caller, checkAccess } from './caller.ts';
import { Can, canOf } from './case-can.ts';
import { publicEvents, type SeenMandate } from './mandate-access.ts';
import { type MandateAct, mandateActs } from './mandate-acts.ts';
import { evidenceCan } from './evidence-can.ts';
import { rehearsal } from './rehearsal.ts';
import { TimelineEntry, timelineOf } from './timeline.ts';

export const mandateStates = [
  'drafted',
  'reviewed',
  'signed',
  'accepted',
  'filed',
  'published',
  'active',
  'suspended',
  'expired',
  'revoked',
  'superseded',
] as const satisfies readonly MandateState[];
const State = z.enum(mandateStates);

export const MandateRow = z
  .object({
    mandateNo: z.string(),
    construct: z.enum(['A', 'B', 'C']),
    version: z.int(),
    state: State,
    grantor: z.string(),
    grantorName: z.string(),
    granteeNames: z.array(z.string()),
    itemCount: z.int(),
    term: z.object({ from: z.string(), to: z.string() }),
    /** R104: during the last thirty days of the term the grantor is warned. */
    expiresInDays: z.int().exactOptional(),
  })
  .meta({ id: 'MandateRow' });

export const MandateAnswer = z
  .object({
    mandateNo: z.string(),
    state: State,
    versions: z.array(
      z.object({
        letter: MandateLetter,
        hash: z.string(),
        state: State,
        signedFor: z.array(z.string()),
        acceptedBy: z.array(z.string()),
        hasSealedLetter: z.boolean(),
      }),
    ),
    events: z.array(TimelineEntry),
    suspendedHolders: z.array(z.string()),
    can: z.record(z.string(), Can),
  })
  .meta({ id: 'Mandate', description: 'A mandate with its letter, its life so far, and what the caller could do now' });

/** The version that a list shows: the one in force, else the newest. */
function shownVersion(view: MandateView, at: Instant) {
  return versionInForce(view, at) ?? view.versions.at(-1);
}

export function mandateRow(view: MandateView, at: Instant): z.input<typeof MandateRow>[] {
  const shown = shownVersion(view, at);
  if (shown === undefined) return [];
  const { letter } = shown;
  const state = stateAt(view, shown, at);
  const warning = state === 'active' ? expiryWarning(letter, at) : undefined;
  const granteeNames = letter.construct === 'B' ? letter.grantees.map(({ name }) => name) : [letter.grantee.name];
  return [
    {
      mandateNo: letter.mandateNo,
      construct: letter.construct,
      version: letter.version,
      state,
      grantor: letter.grantor.code,
      grantorName: letter.grantor.name,
      granteeNames,
      itemCount: letter.items.length,
      term: { ...letter.term },
      ...(warning === undefined ? {} : { expiresInDays: warning.daysLeft }),
    },
  ];
}

/** The mandate as the caller may see it; what he could do to it is told to those whom it concerns, and to any supervisor. */
export async function mandateAnswer(
  platform: Platform,
  caller: Caller | undefined,
  found: SeenMandate & { readonly events: readonly Recorded[] },
  at: Instant,
): Promise<z.input<typeof MandateAnswer>> {
  const { view, events, isConcerned } = found;
  const { versions } = view;
  const shown = shownVersion(view, at);
  if (shown === undefined) throw new Error('a mandate that is shown has a version');
  return {
    mandateNo: shown.letter.mandateNo,
    state: stateAt(view, shown, at),
    versions: await Promise.all(
      versions.map(async (version) => ({
        letter: version.letter,
        hash: version.hash,
        state: stateAt(view, version, at),
        signedFor: [...version.signedFor],
        acceptedBy: [...version.acceptedBy],
        hasSealedLetter: await hasSealedLetter(platform, view, version, at),
      })),
    ),
    events: timelineOf(platform, isConcerned ? events : publicEvents(events)),
    suspendedHolders: [...view.suspendedHolders],
    can: {
      ...(caller?.kind === 'staff' ? await mandateCan(platform, caller, found, at) : {}),
      ...(await evidencePart(platform, shown.letter.mandateNo, events)),
    },
  };
}

/** The letter goes out under the seal while the version is in force; what went out then can be had for ever. */
async function hasSealedLetter(platform: Platform, view: MandateView, version: VersionView, at: Instant) {
  const { mandateNo, version: number } = version.letter;
  if (stateAt(view, version, at) === 'active') return true;
  return version.stage === 'published' && (await platform.mandateLetters.find(mandateNo, number)) !== undefined;
}

/** Everybody may have the evidence of what was made public; of what was not there is none. */
async function evidencePart(platform: Platform, mandateNo: string, events: readonly Recorded[]) {
  const last = publicEvents(events).at(-1);
  if (last === undefined) return {};
  return { downloadEvidence: await evidenceCan(platform, mandateStream(mandateNo), last.seq) };
}

type Try = {
  readonly room: MandateRoom;
  readonly errand: MandateErrand;
  readonly view: MandateView;
  readonly letter: MandateLetter;
  readonly hash: string;
};

async function mandateCan(
  platform: Platform,
  caller: Caller,
  { view, events, isConcerned }: SeenMandate & { readonly events: readonly Recorded[] },
  at: Instant,
): Promise<Record<string, Can>> {
  const last = view.versions.at(-1);
  if (last === undefined) return {};
  const { letter, hash } = last;
  const stage = rehearsal(platform, events);
  const room = { journal: stage.journal, realm: platform.realm, facts: platform.mandateFacts };
  const errand = { mandateNo: letter.mandateNo, actor: caller.actor, at, requestId: 'rehearsal' };
  const found: [string, Can][] = [];
  for (const [act, tried] of Object.entries(rehearsals)) {
    // Any supervisor may stop a mandate; why another act is closed would tell an outsider of drafts.
    if (!isConcerned && act !== 'suspendMandate') continue;
    const closed = checkAccess(rolesOf(act), caller);
    const answer = closed ?? (await tried({ room, errand, view, letter, hash }));
    found.push([act, canOf(isRefusal(answer) ? answer : undefined)]);
  }
  return Object.fromEntries(found);
}

function rolesOf(act: string) {
  const roles: Readonly<Record<string, (typeof mandateActs)[MandateAct] | undefined>> = mandateActs;
  return roles[act] ?? [];
}

const WORDS = '说明';

const rehearsals = {
  reviewMandate: ({ room, errand }) => mandates.review(room, errand, { opinion: WORDS, passed: false }),
  signMandate: ({ room, errand, hash }) => mandates.sign(room, errand, { hash }),
  acceptMandate: ({ room, errand, hash }) => mandates.accept(room, errand, { hash }),
  fileMandate: ({ room, errand }) => mandates.file(room, errand, { filingNo: WORDS }),
  publishMandate: ({ room, errand }) => mandates.publish(room, errand, { places: ['web', 'window'], noticeNo: WORDS }),
  amendMandate: ({ room, errand, letter, view }) => {
    const isPublished = view.versions.at(-1)?.stage === 'published';
    return mandates.amend(room, errand, { letter: { ...letter, version: letter.version + (isPublished ? 1 : 0) } });
  },
  suspendMandate: ({ room, errand }) =>
    mandates.suspend(room, errand, { kind: 'department', reason: WORDS, holders: [] }),
  resumeMandate: ({ room, errand, view }) =>
    mandates.resume(room, errand, { reason: WORDS, holders: view.isSuspended ? [] : [...view.suspendedHolders] }),
  revokeMandate: ({ room, errand }) => mandates.revoke(room, errand, { reason: WORDS }),
} as const satisfies Record<Exclude<MandateAct, 'draftMandate'>, (asked: Try) => Promise<Performed | Refusal>>;
