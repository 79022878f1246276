import { receive } from '../application/actions.ts';
import type { Call } from '../application/application.ts';
import { apply } from '../decision/actions.ts';
import type { Actor, Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { doStep } from './case-acts.ts';
import { type CaseFile, CaseStep } from './case-file.ts';
import { nextStep } from './case-finish.ts';
import { actorFor } from './case-people.ts';
import { type CaseRun, situationOf, type StepRecord } from './case-scene.ts';
import type { CaseWorld } from './case-world.ts';

/** No lawful case takes more steps to its end; one that does is going in circles. */
const MOST_STEPS = 60;

/** Runs the case of `file` from its application through its steps. */
export async function runCase(world: CaseWorld, file: CaseFile): Promise<CaseRun> {
  const run: CaseRun = {
    world,
    file,
    records: [],
    now: file.at,
    caseNo: undefined,
    words: undefined,
    stopped: undefined,
  };
  world.setShares(file.shares);
  await receiveApplication(run);
  for (const step of file.steps) {
    if (run.caseNo === undefined) break;
    if (step.do === 'finish') await finish(run, step);
    else await take(run, step, false);
  }
  return run;
}

/** Brings a case that stands already to its natural end, as `file` says for what is still open. */
export async function finishCase(world: CaseWorld, file: CaseFile, caseNo: string): Promise<CaseRun> {
  const run: CaseRun = { world, file, records: [], now: file.at, caseNo, words: undefined, stopped: undefined };
  world.setShares(file.shares);
  await finish(run, CaseStep.parse({ do: 'finish' }));
  return run;
}

async function receiveApplication(run: CaseRun): Promise<void> {
  const { platform, setNow, requestId } = run.world;
  const { application, by } = run.file;
  setNow(run.now);
  const online = application.channel !== 'window';
  const actor: Actor = online ? { kind: 'applicant', id: 'applicant' } : { kind: 'person', id: by };
  const call: Call = { actor, requestId: requestId(), at: run.now };
  const answer = await (online ? apply(platform, call, application) : receive(platform, call, application));
  if (!isRefusal(answer)) run.caseNo = answer.stream.slice('case/'.length);
  note(run, { do: 'apply', by: actor.id, expected: run.file.expectRefusal, automatic: false }, answer);
}

/** Goes on by itself to the natural end of the case. */
async function finish(run: CaseRun, from: CaseStep): Promise<void> {
  if (from.at !== undefined) run.now = from.at;
  for (let taken = 0; taken < MOST_STEPS; taken += 1) {
    const situation = await situationOf(run);
    if (situation === undefined) return;
    const next = nextStep(run, situation);
    if (!('do' in next)) {
      run.stopped = next.stopped;
      return;
    }
    const refusal = await take(run, next, true);
    if (refusal !== undefined && isClash(refusal) && taken < MOST_STEPS / 4) {
      // The officers are elsewhere at that hour (T09): another morning, like any district would.
      run.records.pop();
    } else if (refusal !== undefined) {
      run.stopped = refusal.message;
      return;
    }
  }
  throw new Error(`${run.caseNo} comes to no end`);
}

function isClash({ code, detail }: Refusal): boolean {
  return code === 'impossible-visit' && detail['clashFromAt'] !== null;
}

async function take(run: CaseRun, step: CaseStep, automatic: boolean): Promise<Refusal | undefined> {
  const situation = await situationOf(run);
  if (situation === undefined || run.caseNo === undefined || step.do === 'finish') return undefined;
  run.now = step.at ?? run.now;
  run.world.setNow(run.now);
  if (step.shares !== undefined) run.world.setShares(step.shares);
  const actor = actorFor(run, step, situation);
  const call: Call = { actor, requestId: run.world.requestId(), at: run.now };
  const answer = await doStep(step.do, { run, caseNo: run.caseNo, situation, call }, step);
  note(run, { do: step.do, by: actor.id, expected: step.expectRefusal, automatic }, answer);
  return isRefusal(answer) ? answer : undefined;
}

function note(
  run: CaseRun,
  what: Pick<StepRecord, 'do' | 'by' | 'expected' | 'automatic'>,
  answer: Performed | Refusal | readonly Performed[],
): void {
  const done = isRefusal(answer) ? [] : 'events' in answer ? [answer] : answer;
  const events = done.flatMap((one) => one.events.map(({ type }) => type));
  run.records.push({ ...what, at: run.now, events, refusal: isRefusal(answer) ? answer : undefined });
}
