import { z } from 'zod';
import { caseStream } from '../application/actions.ts';
import { findOrgan, getPinnedVersion } from '../application/application.ts';
import { personStream } from '../identity/identity.ts';
import { isIntact } from '../journal/act-record.ts';
import type { MandateRef, Recorded } from '../journal/journal.ts';
import type { RefusalDetail, Text } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { clocksOf, type Clocks } from '../review/review.ts';
import type { Platform } from '../platform.ts';
import { type CaseDocument, documentsOf } from './case-documents.ts';
import type { CaseFile } from './case-file.ts';
import { type CaseRun, type Situation, situationOf, stateOf, type StepRecord } from './case-scene.ts';

/** What `summary.json` holds; documented in docs/reference/case-run.md. */
export interface CaseSummary {
  readonly title: string | null;
  readonly caseNo: string | null;
  readonly item: {
    readonly itemId: string;
    readonly name: string;
    readonly organ: string;
    readonly organName: string;
    readonly signClass: number | string;
    readonly version: number;
  } | null;
  readonly applicant: string;
  /** A state of the case, or `refused` when the application was not received. */
  readonly state: string;
  /** The decision, or the outcome at intake; null while there is none. */
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly receivedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly deemed: boolean;
  readonly asOf: Instant;
  readonly clocks: Clocks | null;
  readonly signatures: readonly SignatureLine[];
  readonly ruleSet: { readonly hash: string; readonly mandate: MandateRef | null } | null;
  readonly documents: readonly Omit<CaseDocument, 'bytes' | 'ofd'>[];
  readonly steps: readonly StepLine[];
  readonly refusals: readonly RefusalLine[];
  /** Why the command went no further by itself; null when the case ended or its steps ran out. */
  readonly stopped: Text | null;
  readonly history: { readonly events: number; readonly intact: boolean; readonly lastHash: string | null };
  readonly reached: boolean;
  /** What differs from `expect` and `expectRefusal`, one sentence each. */
  readonly differences: readonly string[];
}

export interface SignatureLine {
  readonly no: number;
  readonly kind: 'propose' | 'endorse' | 'decide';
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  readonly at: Instant;
  readonly outcome: string;
  readonly documentHash: string;
  readonly mandateNo: string | null;
  readonly mandateVersion: number | null;
  readonly mandateHash: string | null;
  /** The organ whose office the signer holds, where no mandate is needed. */
  readonly office: string | null;
}

interface StepLine {
  readonly do: string;
  readonly at: Instant;
  readonly by: string;
  readonly automatic: boolean;
  readonly events: readonly string[];
  readonly refusal: string | null;
}

export interface RefusalLine {
  readonly step: number;
  readonly do: string;
  readonly at: Instant;
  readonly by: string;
  readonly code: string;
  readonly rule: string;
  readonly article: string;
  readonly message: Text;
  readonly remedy: Text;
  readonly detail: Readonly<Record<string, RefusalDetail>>;
  /** The file said that this refusal would come. */
  readonly expected: boolean;
}

export interface CaseReport {
  readonly summary: CaseSummary;
  readonly documents: readonly CaseDocument[];
  readonly events: readonly Recorded[];
}

/** Everything that is to be told of the run. */
export async function reportOf(run: CaseRun): Promise<CaseReport> {
  const situation = await situationOf(run);
  const { platform } = run.world;
  const events = situation?.events ?? [];
  const documents = await documentsOf(platform, events, run.now);
  const told = { ...headOf(run, situation), ...courseOf(platform, run, situation) };
  const lines = linesOf(run);
  const base = {
    ...told,
    documents: documents.map(({ bytes: _bytes, ofd: _ofd, ...document }) => document),
    ...lines,
    stopped: run.stopped ?? null,
    history: historyOf(run, events),
  };
  const differences = [...stepDifferences(run.records), ...expectationDifferences(base, run.file)];
  const reached = differences.length === 0 && (run.file.expect !== undefined || isEnd(base.state, run));
  return { summary: { ...base, reached, differences }, documents, events };
}

function headOf(run: CaseRun, situation: Situation | undefined) {
  const { file, world } = run;
  const received = situation?.view.review.acceptance.application.received;
  const version =
    received === undefined ? undefined : getPinnedVersion(world.platform, received.itemId, received.itemVersion);
  const item =
    version === undefined
      ? null
      : {
          itemId: version.itemId,
          name: version.item.name,
          organ: version.item.dept,
          organName: findOrgan(world.platform, version.item.dept)?.name ?? version.item.dept,
          signClass: version.item.signClass,
          version: version.version,
        };
  const state = situation === undefined ? 'refused' : stateOf(situation);
  return {
    title: file.title ?? null,
    caseNo: run.caseNo ?? null,
    item,
    applicant: file.application.applicant.name,
    state,
    asOf: run.now,
  };
}

function courseOf(platform: Platform, run: CaseRun, situation: Situation | undefined) {
  const acceptance = situation?.view.review.acceptance;
  const decided = situation?.view.decided;
  const told = acceptance?.notAccepted;
  const waiting = situation !== undefined && stateOf(situation) === 'correcting' ? 'CORRECT' : null;
  const ended = situation?.view.terminated;
  return {
    outcome: decided?.outcome ?? told?.outcome ?? waiting,
    reason: decided?.reason ?? told?.reason ?? ended?.reason ?? null,
    receivedAt: acceptance?.application.receivedAt ?? null,
    acceptedAt: acceptance?.accepted?.acceptedAt ?? null,
    deemed: acceptance?.accepted?.deemed ?? false,
    clocks: situation === undefined ? null : clocksIn(platform, run, situation),
    signatures: situation === undefined ? [] : signaturesOf(platform, situation),
    ruleSet: decided?.ruleSetHash === undefined ? null : ruleSetOf(decided.ruleSetHash, situation?.events ?? []),
  };
}

/** Both clocks as on the day of the last step; a decided case shows them as they stood at its decision. */
function clocksIn(platform: Platform, run: CaseRun, { view, item, effects }: Situation): Clocks | null {
  const todayOn = dateInChina(view.decided?.at ?? run.now);
  return clocksOf(view.review, item, effects, { calendar: platform.calendar(), todayOn }) ?? null;
}

const Office = z.object({ office: z.string().exactOptional() });
const Signed = Office.extend({ signature: Office.exactOptional() });

function signaturesOf(platform: Platform, { view, events }: Situation): readonly SignatureLine[] {
  return view.signatures.map(({ no, kind, personId, role, at, outcome, documentHash, mandate }) => {
    const event = events.find((one) => one.at === at && one.actor.id === personId && one.type.startsWith('Decision'));
    const made = event?.type === 'DecisionMade' ? Signed.safeParse(event.data).data?.signature : event?.data;
    return {
      no,
      kind,
      personId,
      name: platform.people.get(personStream(personId))?.view?.name ?? personId,
      role,
      at,
      outcome,
      documentHash,
      mandateNo: mandate?.mandateNo ?? null,
      mandateVersion: mandate?.version ?? null,
      mandateHash: mandate?.hash ?? null,
      office: Office.safeParse(made).data?.office ?? null,
    };
  });
}

function ruleSetOf(hash: string, events: readonly Recorded[]): NonNullable<CaseSummary['ruleSet']> {
  return { hash, mandate: events.find(({ type }) => type === 'DecisionMade')?.mandate ?? null };
}

function linesOf({ records }: CaseRun): Pick<CaseSummary, 'steps' | 'refusals'> {
  return {
    steps: records.map((record) => ({
      do: record.do,
      at: record.at,
      by: record.by,
      automatic: record.automatic,
      events: record.events,
      refusal: record.refusal?.code ?? null,
    })),
    refusals: records.flatMap((record, index) => {
      if (record.refusal === undefined) return [];
      const { code, rule, article, message, remedy, detail } = record.refusal;
      const { at, by } = record;
      const expected = isExpected(record);
      return [{ step: index + 1, do: record.do, at, by, code, rule, article, message, remedy, detail, expected }];
    }),
  };
}

function isExpected({ expected, refusal }: StepRecord): boolean {
  return expected !== undefined && refusal !== undefined && (refusal.code === expected || refusal.rule === expected);
}

/** The chain of the case, computed anew from its records (each holds the hash of the one before). */
function historyOf(run: CaseRun, events: readonly Recorded[]): CaseSummary['history'] {
  const stream = run.caseNo === undefined ? '' : caseStream(run.caseNo);
  const intact = events.every((event) => event.stream === stream) && isIntact(events);
  return { events: events.length, intact, lastHash: events.at(-1)?.hash ?? null };
}

function stepDifferences(records: readonly StepRecord[]): readonly string[] {
  return records.flatMap((record, index) => {
    const { expected, refusal } = record;
    if (expected === undefined || isExpected(record)) return [];
    return [`step ${index + 1} (${record.do}): expected the refusal ${expected}, got ${refusal?.code ?? 'no refusal'}`];
  });
}

function expectationDifferences(
  summary: Pick<
    CaseSummary,
    'state' | 'outcome' | 'signatures' | 'acceptedAt' | 'deemed' | 'clocks' | 'documents' | 'refusals'
  >,
  { expect = {} }: CaseFile,
): readonly string[] {
  const actual: Readonly<Record<keyof typeof expect, unknown>> = {
    state: summary.state,
    outcome: summary.outcome,
    signatures: summary.signatures.length,
    acceptedOn: summary.acceptedAt === null ? null : dateInChina(summary.acceptedAt),
    deemed: summary.deemed,
    statutoryDueOn: summary.clocks?.statutory.dueOn ?? null,
    promisedDueOn: summary.clocks?.promised.dueOn ?? null,
    documents: summary.documents.map(({ kind }) => kind),
    refusals: summary.refusals.map(({ code }) => code),
  };
  const unsound = summary.documents
    .filter(({ verification }) => verification !== 'valid')
    .map(({ file, verification }) => `${file}: ${verification}`);
  const differing = Object.entries(expect).flatMap(([name, wanted]) => {
    const found = Object.entries(actual).find(([key]) => key === name)?.[1];
    const isSame = JSON.stringify(found) === JSON.stringify(wanted);
    return isSame ? [] : [`${name}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(found)}`];
  });
  return [...differing, ...unsound];
}

const ENDS = ['notAccepted', 'correcting', 'decided', 'sealed', 'delivered', 'withdrawn', 'terminated'];
/** Refusals that are an end of their own: the matter goes on where this platform may not follow. */
const LAST_WORDS = ['paper-only-instrument'];

/** A case that waits by its own rules, for its applicant or on paper is at an end for the command. */
function isEnd(state: string, { records, stopped }: CaseRun): boolean {
  const last = records.at(-1);
  if (ENDS.includes(state)) return true;
  if (last?.refusal === undefined) return stopped !== undefined;
  return LAST_WORDS.includes(last.refusal.code) || isExpected(last);
}
