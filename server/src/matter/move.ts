import { caseStream, withdraw } from '../application/actions.ts';
import { caseStateOf, type CaseState } from '../application/application.ts';
import type { InputValue } from '../catalogue/catalogue.ts';
import { apply } from '../decision/actions.ts';
import { type DecisionView, viewDecision } from '../decision/decision.ts';
import { perform, readStream } from '../journal/actions.ts';
import type { Performed, Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { advanceMatter, awaitedGivers, type EndedCase } from './advance.ts';
import { itemsInForce, matterRobot, type MatterPorts, NO_BUNDLE, noteParties, pinnedBundle } from './ports.ts';
import { matterRefusals } from './refusals.ts';
import { recordChild } from './steps.ts';
import { type ChildEnd, matterStream, viewMatter } from './view.ts';

/** More turns than a matter has children mean that something goes round in a circle. */
const TURNS = 60;

/**
 * Moves a matter on as far as it goes now, and starts the children whose turn has come. May be done by two robots at once and
 * again after a crash at any point: what is due is read from the matter itself, the application of a child is fixed when it is
 * released, and starting it has a request id of its own, so nothing is done twice and nothing is lost.
 */
export async function moveMatter(
  ports: MatterPorts,
  work: { readonly requestId: string; readonly at: Instant },
  matterNo: string,
): Promise<readonly (Performed | Refusal)[]> {
  const stream = matterStream(matterNo);
  const { journal, realm } = ports;
  const answers: (Performed | Refusal)[] = [];
  await noteParties(ports, matterNo, await readStream(journal, realm, stream));
  for (let turn = 0; turn < TURNS; turn += 1) {
    const started = await startReleased(ports, work, matterNo);
    const moved = await perform(journal, advanceMatter, {
      realm,
      stream,
      actor: matterRobot,
      requestId: `${work.requestId}/${turn}`,
      at: work.at,
      command: undefined,
      facts: (events) => advanceFacts(ports, events, work.at),
    });
    answers.push(...started, moved);
    if (answers.some(isRefusal) || isStill(started, moved)) break;
  }
  return [...answers, ...(await withdrawRunning(ports, work, matterNo)), ...(await awaited(ports, matterNo))];
}

/** A register that has not answered yet is asked again later: the work is put off, and the child that waits is not lost. */
async function awaited(ports: MatterPorts, matterNo: string): Promise<readonly Refusal[]> {
  const view = viewMatter(await readStream(ports.journal, ports.realm, matterStream(matterNo)));
  const givers = awaitedGivers(pinnedBundle(ports, view) ?? NO_BUNDLE, view).map(({ itemId }) => itemId);
  return givers.length === 0 ? [] : [refuse(matterRefusals, 'output-awaited', { from: givers })];
}

function isStill(started: readonly unknown[], moved: Performed | Refusal): boolean {
  return started.length === 0 && !isRefusal(moved) && moved.events.length === 0;
}

async function advanceFacts(ports: MatterPorts, events: readonly Recorded[], at: Instant) {
  const view = viewMatter(events);
  const ended = new Map<string, EndedCase>();
  for (const child of view.children.values()) {
    if (child.state !== 'running') continue;
    const end = await endOf(ports, child.caseNo, child.itemId, at);
    if (end !== undefined) ended.set(child.itemId, end);
  }
  const bundle = pinnedBundle(ports, view) ?? NO_BUNDLE;
  const arrived = new Map<string, Readonly<Record<string, string>>>();
  for (const { itemId, caseNo } of awaitedGivers(bundle, view)) {
    const { decided } = viewDecision(await readStream(ports.journal, ports.realm, caseStream(caseNo)));
    arrived.set(itemId, await ports.results.resultsOf({ caseNo, itemId, grantedAt: decided?.at ?? at }));
  }
  return { bundle, items: itemsInForce(ports, at), ended, arrived, calendar: ports.calendar() };
}

/** How the child's case ended, with what it hands on; undefined while it runs. */
async function endOf(ports: MatterPorts, caseNo: string, itemId: string, at: Instant): Promise<EndedCase | undefined> {
  const events = await readStream(ports.journal, ports.realm, caseStream(caseNo));
  const view = viewDecision(events);
  const end = endOfCase(events);
  if (end === undefined) return undefined;
  const facts: Record<string, InputValue> = {};
  for (const { name, value } of view.review.acceptance.application.gathered) facts[name] = value;
  if (end !== 'granted') return { end, outputs: {}, facts };
  const results = await ports.results.resultsOf({ caseNo, itemId, grantedAt: view.decided?.at ?? at });
  return { end, outputs: { ...results, documentNo: documentNoOf(events) }, facts };
}

/** How a child's case ended, as its own stream tells it; undefined while it runs. */
export function endOfCase(events: readonly Recorded[]): ChildEnd | undefined {
  return endKind(caseStateOf(events.map(({ type }) => type)), viewDecision(events));
}

function endKind(state: CaseState, { decided }: DecisionView): ChildEnd | undefined {
  switch (state) {
    case 'new':
    case 'received':
    case 'correcting':
    case 'accepted':
    case 'proposed':
      return undefined;
    case 'decided':
    case 'sealed':
    case 'delivered':
      return decided?.outcome === 'REFUSE' ? 'refused' : 'granted';
    case 'notAccepted':
    case 'withdrawn':
    case 'terminated':
      return state;
    default:
      return state satisfies never;
  }
}

/** The number on the letter of the decision; a decision on paper has the number of its paper elsewhere. */
function documentNoOf(events: readonly Recorded[]): string {
  const sealed = events.findLast(({ type }) => type === 'DecisionSealed');
  return typeof sealed?.data === 'object' && sealed.data !== null && 'docNo' in sealed.data
    ? String(sealed.data.docNo)
    : '';
}

/** Starts every child that is released and not yet known to be a case. */
async function startReleased(
  ports: MatterPorts,
  { at }: { readonly at: Instant },
  matterNo: string,
): Promise<readonly (Performed | Refusal)[]> {
  const stream = matterStream(matterNo);
  const { journal, realm } = ports;
  const view = viewMatter(await readStream(journal, realm, stream));
  const answers: (Performed | Refusal)[] = [];
  for (const child of view.children.values()) {
    if (child.state !== 'released') continue;
    const { itemId, application } = child;
    const requestId = `${stream}/${itemId}`;
    const begun = await apply(ports, { actor: matterRobot, requestId, at }, application);
    if (isRefusal(begun) && isPassing(begun)) {
      // After a withdrawal the fence stays closed, and there is nothing to come back for.
      if (view.withdrawnAt === undefined) answers.push(begun);
      continue;
    }
    const command = isRefusal(begun)
      ? { itemId, refusal: begun }
      : { itemId, caseNo: begun.stream.slice('case/'.length) };
    const frame = { realm, stream, actor: matterRobot, requestId: `${requestId}/noted`, at, facts: () => undefined };
    answers.push(await perform(journal, recordChild, { ...frame, command }));
  }
  return answers;
}

/** Refusals that say nothing about the application: another act was in the way. */
const passing = new Set([
  'contended',
  'fence-closed',
  'documents-queue-full',
  'serials-exhausted',
  // Taken back while the receipt was being made: the next turn reads it as it is now.
  'consent-withdrawn',
]);

function isPassing({ code }: Refusal): boolean {
  return passing.has(code);
}

/** After the withdrawal of the whole, the children that are not decided are withdrawn too. */
async function withdrawRunning(
  ports: MatterPorts,
  { at }: { readonly at: Instant },
  matterNo: string,
): Promise<readonly (Performed | Refusal)[]> {
  const view = viewMatter(await readStream(ports.journal, ports.realm, matterStream(matterNo)));
  if (view.withdrawnAt === undefined) return [];
  const answers: (Performed | Refusal)[] = [];
  for (const child of view.children.values()) {
    if (child.state !== 'running') continue;
    const requestId = `${matterStream(matterNo)}/${child.itemId}/withdrawal`;
    const call = { actor: matterRobot, requestId, at };
    answers.push(await withdraw(ports, call, child.caseNo, { reason: '申请人撤回一件事申请' }));
  }
  return answers;
}
