import { readStream } from '../journal/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import { type AgentPower, checkAgent, normalIdNo, type PostKind } from '../identity/identity.ts';
import { caseStream } from '../application/actions.ts';
import { type Application, getPinnedVersion, viewApplication } from '../application/application.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { viewReview } from '../review/review.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller, Role, StaffCaller } from './caller.ts';
import { httpRefusals } from './refusals.ts';

/** A case that the caller may see, with its events as they are now. */
export interface OpenedCase {
  readonly caseNo: string;
  readonly events: readonly Recorded[];
  readonly received: Application;
  readonly organ: string;
}

/** Posts whose holders see the cases of their own organ. A clerk sees what is at the centre, a supervisor everything. */
const ORGAN_ROLES: readonly Role[] = [
  'postedOfficer',
  'chiefRepresentative',
  'sealKeeper',
  'departmentHead',
  'departmentStaff',
  'legalReviewer',
];

/**
 * The case, if it concerns the caller: his own, or one that his post has to do with. Any other case is for him as if it did
 * not exist, so that nobody learns from an answer whether a number is in use.
 */
export async function openCase(
  platform: Platform,
  caller: Caller | undefined,
  caseNo: string,
  at: Instant,
): Promise<OpenedCase | Refusal> {
  if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
  const events = await readStream(platform.journal, platform.realm, caseStream(caseNo));
  const { received } = viewApplication(events);
  if (received === undefined) return refuse(applicationRefusals, 'unknown-case');
  const organ = getPinnedVersion(platform, received.itemId, received.itemVersion).item.dept;
  const opened = { caseNo, events, received, organ };
  return concerns(platform, caller, opened, at) ? opened : refuse(applicationRefusals, 'unknown-case');
}

function concerns(platform: Platform, caller: Caller, opened: OpenedCase, at: Instant): boolean {
  if (caller.kind === 'applicant') return partOf(caller, opened.received) !== undefined;
  return postFor(platform, caller, opened, at) !== undefined;
}

/** The post by which somebody may see a case: one that handles it before one that watches over all. */
export function postFor(
  platform: Platform,
  { posts }: StaffCaller,
  { received, organ, events }: OpenedCase,
  at: Instant,
): PostKind | undefined {
  const handling = posts.find((post) => {
    if (post.kind === 'windowClerk') return (post.centre ?? post.organ) === platform.centre;
    if (!ORGAN_ROLES.includes(post.kind)) return false;
    return (
      post.organ === organ ||
      viewReview(events).joint.has(post.organ) ||
      entrustedItems(platform, post.organ, at).includes(received.itemId)
    );
  });
  return (handling ?? posts.find(({ kind }) => kind === 'supervisor'))?.kind;
}

/** Items that another organ entrusted to this one (construct C) under a mandate in force. */
export function entrustedItems(platform: Platform, organ: string, at: Instant): readonly string[] {
  return platform.mandateBook
    .list()
    .flatMap((view) => view.versions)
    .filter(({ letter, stage }) => letter.construct === 'C' && letter.grantee.code === organ && stage === 'published')
    .filter(({ letter }) => letter.term.from <= at && at < letter.term.to)
    .flatMap(({ letter }) => letter.items.map(({ itemId }) => itemId));
}

/** As what somebody stands in an application: the applicant himself, or the agent that it names. */
export function partOf(
  caller: Caller,
  application: Pick<Application, 'applicant' | 'agent' | 'matter'>,
): 'applicant' | 'agent' | undefined {
  if (caller.kind !== 'applicant') return undefined;
  const own = normalIdNo(caller.applicant.idNo);
  if (normalIdNo(application.applicant.idNo) === own) return 'applicant';
  // 民法典61: whoever founded the enterprise in this matter acts for it as its legal representative.
  const { legalRepresentative } = application.applicant;
  if (
    application.matter !== undefined &&
    legalRepresentative !== undefined &&
    normalIdNo(legalRepresentative.idNo) === own
  )
    return 'applicant';
  return application.agent !== undefined && normalIdNo(application.agent.idNo) === own ? 'agent' : undefined;
}

/** R15: an agent acts as far as the applicant's letter goes, which is asked at every act. */
export function checkParty(
  caller: Caller,
  { received }: OpenedCase,
  power: AgentPower,
  at: Instant,
): Refusal | undefined {
  if (partOf(caller, received) !== 'agent' || received.agent === undefined) return undefined;
  return checkAgent({
    letter: received.agent.letter,
    principalIdNo: received.applicant.idNo,
    agentIdNo: received.agent.idNo,
    matter: received.itemId,
    power,
    at,
    personalPresence: false,
  });
}
