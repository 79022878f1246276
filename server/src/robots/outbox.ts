import { z } from 'zod';
import { DEFERRED_TOPIC, viewAcceptance } from '../acceptance/acceptance.ts';
import { remindOwing } from '../acceptance/actions.ts';
import { terminateOwing } from '../decision/actions.ts';
import { viewDecision } from '../decision/decision.ts';
import { deliver, deliveryRobot, serveLetter } from '../delivery/actions.ts';
import { caseStream, spreadMisconduct, tellDiscrepancies } from '../application/actions.ts';
import { DISCREPANCY_TOPIC, MISCONDUCT_TOPIC } from '../application/application.ts';
import { matchAccounts } from '../identity/actions.ts';
import { PERSON_BARRED_TOPIC } from '../identity/identity.ts';
import { assess } from '../fee/actions.ts';
import { FEE_TOPIC } from '../fee/fee.ts';
import { catchUp, readStream } from '../journal/actions.ts';
import { type DueWork, finishWork, postponeWork, takeDueWork } from '../journal/store.ts';
import type { Actor, Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Log } from '../kernel/log.ts';
import type { Instant } from '../kernel/time.ts';
import { expire as expireLicence, resume as resumeLicence } from '../licence/actions.ts';
import { EXPIRY_TOPIC, SERVICE_TOPIC, SUSPENSION_TOPIC, viewLicence } from '../licence/licence.ts';
import { mandates } from '../mandate/actions.ts';
import { moveMatter } from '../matter/actions.ts';
import { MATTER_TOPIC } from '../matter/matter.ts';
import { suspensionForLeaver } from '../mandate/mandate.ts';
import type { Platform } from '../platform.ts';

/** The robot that keeps mandates to what people and time have made of them. */
export const mandateRobot: Actor = { kind: 'robot', id: 'robot/mandates' };

/** Taken work is due again after this long, should the robot die meanwhile. */
const HELD_MS = 60_000;
const BATCH = 100;
/** The first wait after a failure; it doubles up to an hour. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;

type Handler = (platform: Platform, work: DueWork, at: Instant) => Promise<readonly (Performed | Refusal)[]>;

/** Whoever repeats a row repeats the same request ids, so nothing is done twice. */
const handlers: Readonly<Record<string, Handler | undefined>> = {
  'delivery.serve': serve,
  [PERSON_BARRED_TOPIC]: suspendLeaver,
  'mandate.expire': expire,
  [MATTER_TOPIC]: advance,
  [EXPIRY_TOPIC]: endTerm,
  [SUSPENSION_TOPIC]: endSuspension,
  [SERVICE_TOPIC]: serveOfLicence,
  [DEFERRED_TOPIC]: endDeferral,
  [FEE_TOPIC]: async (platform, work, at) => [
    await assess(platform, { requestId: `outbox/${work.id}`, at }, caseOf(work)),
  ],
  [DISCREPANCY_TOPIC]: async (platform, work) => (await tellDiscrepancies(platform, caseOf(work)), []),
  [MISCONDUCT_TOPIC]: async (platform, work) => (await spreadMisconduct(platform, caseOf(work)), []),
};

/** Refusals after which the same act may be lawful a moment later. */
const passing = new Set(['contended', 'fence-closed', 'not-due', 'documents-queue-full', 'output-awaited']);

/** Does the follow-up work that is due, and returns how many rows are finished. */
export async function workOutbox(platform: Platform, log: Log): Promise<number> {
  const at = platform.clock.now();
  const { realm, journal } = platform;
  const untilAt = later(at, HELD_MS);
  const due = await takeDueWork(journal.pool, { realm, at, untilAt, limit: BATCH });
  let finished = 0;
  for (const work of due) if (await doWork(platform, log, work, at)) finished += 1;
  return finished;
}

async function doWork(platform: Platform, log: Log, work: DueWork, at: Instant): Promise<boolean> {
  const { pool } = platform.journal;
  const { id, topic } = work;
  try {
    const answers = (await handlers[topic]?.(platform, work, at)) ?? [];
    const refused = answers.filter((answer) => isRefusal(answer));
    const waiting = refused.find(({ code }) => passing.has(code));
    if (waiting !== undefined) return await postpone(platform, work, at, waiting.code);
    await finishWork(pool, work);
    log.info({ outbox: id, topic, refusals: refused.map(({ code }) => code) }, 'follow-up work done');
    return true;
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    log.error({ outbox: id, topic, attempts: work.attempts, fault: failed }, 'follow-up work failed');
    return postpone(platform, work, at, failed);
  }
}

async function postpone(platform: Platform, work: DueWork, at: Instant, failed: string): Promise<false> {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (work.attempts - 1), LONGEST_WAIT_MS);
  await postponeWork(platform.journal.pool, work, { dueAt: later(at, wait), failed });
  return false;
}

const Serve = z.object({ caseNo: z.string() });

/** Electronic service, on which the applicant agreed: the sealed decision is in his account from this moment (R87). */
async function serve(platform: Platform, work: DueWork, at: Instant): Promise<readonly (Performed | Refusal)[]> {
  const { caseNo } = Serve.parse(work.payload);
  const events = await readStream(platform.journal, platform.realm, caseStream(caseNo));
  const { received, state } = viewDecision(events).review.acceptance.application;
  // Somebody handed it out at the window meanwhile.
  if (received === undefined || state === 'delivered') return [];
  const call = { actor: deliveryRobot, requestId: `outbox/${work.id}`, at };
  return [await deliver(platform, call, caseNo, { method: 'electronic', recipient: received.applicant.name })];
}

const ServeOfLicence = z.object({ stream: z.string(), docNo: z.string() });

/** The same for a letter about a licence. */
async function serveOfLicence(
  platform: Platform,
  work: DueWork,
  at: Instant,
): Promise<readonly (Performed | Refusal)[]> {
  const { stream, docNo } = ServeOfLicence.parse(work.payload);
  const licence = viewLicence(await readStream(platform.journal, platform.realm, stream));
  const letter = licence?.course.letters.find(({ applied }) => applied.docNo === docNo);
  // Somebody served it by hand meanwhile.
  if (licence === undefined || letter === undefined || letter.served !== undefined) return [];
  const call = { actor: deliveryRobot, requestId: `outbox/${work.id}`, at };
  return [await serveLetter(platform, call, licence, { docNo, method: 'electronic', recipient: licence.holder.name })];
}

const OfCase = z.object({ caseNo: z.string() });

function caseOf({ payload }: DueWork): string {
  return OfCase.parse(payload).caseNo;
}

/** R32: the promised day is over: the applicant is reminded, and when that did not help the case ends. */
async function endDeferral(platform: Platform, work: DueWork, at: Instant): Promise<readonly (Performed | Refusal)[]> {
  const caseNo = caseOf(work);
  const view = viewAcceptance(await readStream(platform.journal, platform.realm, caseStream(caseNo)));
  // Everything came in meanwhile, or the case ended otherwise.
  if (view.owed.length === 0) return [];
  const call = { requestId: `outbox/${work.id}`, at };
  return [await (view.reminded === undefined ? remindOwing : terminateOwing)(platform, call, caseNo)];
}

const Barred = z.object({ stream: z.templateLiteral(['person/', z.string()]), cause: z.string() });

/** R105: whoever leaves, is suspended or loses his key is stopped in every mandate that names him; his sessions end. */
async function suspendLeaver(
  platform: Platform,
  work: DueWork,
  at: Instant,
): Promise<readonly (Performed | Refusal)[]> {
  const personId = Barred.parse(work.payload).stream.slice('person/'.length);
  await catchUp(platform.journal, 'mandate/');
  const room = { journal: platform.journal, realm: platform.realm, facts: platform.mandateFacts };
  const answers: (Performed | Refusal)[] = [];
  for (const view of platform.mandateBook.list()) {
    const letter = view.versions.findLast(({ stage }) => stage === 'published')?.letter;
    const command = letter === undefined ? undefined : suspensionForLeaver(letter, personId, '人员变动或证书失效');
    if (letter === undefined || command === undefined || view.isRevoked) continue;
    if (view.suspendedHolders.includes(personId)) continue;
    const { mandateNo } = letter;
    const requestId = `outbox/${work.id}/${mandateNo}`;
    answers.push(await mandates.suspend(room, { mandateNo, actor: mandateRobot, requestId, at }, command));
  }
  await matchAccounts(platform.identity, personId, at);
  return answers;
}

const OfMatter = z.object({ matterNo: z.string() });

/** A child is over, or the matter itself has changed: what follows is done now. */
async function advance(platform: Platform, work: DueWork, at: Instant): Promise<readonly (Performed | Refusal)[]> {
  const { matterNo } = OfMatter.parse(work.payload);
  return moveMatter(platform, { requestId: `outbox/${work.id}/${work.attempts}`, at }, matterNo);
}

const OfLicence = z.object({ stream: z.string() });

/** R93: the term of a licence is over; who renewed it in time has another term. */
async function endTerm(platform: Platform, work: DueWork, at: Instant): Promise<readonly (Performed | Refusal)[]> {
  const { stream } = OfLicence.parse(work.payload);
  return [await expireLicence(platform, { requestId: `outbox/${work.id}`, at }, stream)];
}

/** A licence is suspended no longer: who was reinstated or lost it meanwhile has nothing to gain. */
async function endSuspension(
  platform: Platform,
  work: DueWork,
  at: Instant,
): Promise<readonly (Performed | Refusal)[]> {
  const { stream } = OfLicence.parse(work.payload);
  return [await resumeLicence(platform, { requestId: `outbox/${work.id}`, at }, stream)];
}

const Expiring = z.object({ mandateNo: z.string(), version: z.int() });

/** R104: records the end of the term; the term itself stopped acts at its last instant already. */
async function expire(platform: Platform, work: DueWork, at: Instant): Promise<readonly (Performed | Refusal)[]> {
  const { mandateNo, version } = Expiring.parse(work.payload);
  const room = { journal: platform.journal, realm: platform.realm, facts: platform.mandateFacts };
  const view = platform.mandateBook.get(mandateNo);
  const isSuperseded = view?.versions.some(({ letter, stage }) => letter.version > version && stage === 'published');
  // Its successor took over before: there is no end of a term to record.
  if (isSuperseded === true) return [];
  const errand = { mandateNo, actor: mandateRobot, requestId: `outbox/${work.id}`, at };
  return [await mandates.expire(room, errand, { version })];
}

function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}
