import { z } from 'zod';
import { caseStream } from '../application/actions.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { listLeaves, proveIndex } from '../ledger/actions.ts';
import { viewMandate } from '../mandate/mandate.ts';
import { readStream } from '../journal/actions.ts';
import type { Platform } from '../platform.ts';
import { mayReadActs } from './acts-told.ts';
import { CaseParams } from './case-act-route.ts';
import { caseReaders } from './case-acts.ts';
import { readCase } from './case-reading.ts';
import { MandateParams } from './evidence.ts';
import { publicMandate } from './evidence-parts.ts';
import { lineageOf, LineageStep } from './lineage.ts';
import {
  chainOf,
  LogChain,
  LogPlace,
  LogTrust,
  logTrustShown,
  newestCheckpoint,
  placeShown,
  WitnessSeen,
} from './log-chain.ts';
import { seenMandate } from './mandate-access.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const LogState = z
  .object({
    log: LogTrust,
    /** The newest checkpoint; absent before the log has said anything. */
    newest: z
      .object({
        size: z.int(),
        root: z.string(),
        note: z.string(),
        signedAt: z.string(),
        witnesses: z.array(WitnessSeen),
      })
      .exactOptional(),
  })
  .meta({ id: 'LogState' });

const LogEntry = LogPlace.extend({ log: LogTrust }).meta({
  id: 'LogEntry',
  description: 'One entry of the log as everybody may see it: hashes and witnesses, nothing of what it is about',
});

const CaseChain = LogChain.extend({ lineage: z.array(LineageStep) }).meta({ id: 'CaseChain' });

/** The explorer 查证: what the log holds, for everybody by number, for those concerned by case. */
export function explorerRoutes(platform: Platform): readonly Route[] {
  return [stateRoute(platform), entryRoute(platform), caseRoute(platform), mandateRoute(platform)];
}

function stateRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/log',
    operationId: 'getLogState',
    summary: 'How far the transparency log has come, and who has witnessed it',
    access: 'anybody',
    asks: z.strictObject({}),
    answer: LogState,
    async handle() {
      const newest = await newestCheckpoint(platform);
      return { log: logTrustShown(platform), ...(newest === undefined ? {} : { newest }) };
    },
  });
}

/** By its number in the log, never by that of a case: an answer must not tell whether a case number is in use. */
function entryRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/log/entries/:index',
    operationId: 'getLogEntry',
    summary: 'One entry of the log by its number: hash, proof and witnesses',
    access: 'anybody',
    asks: z.strictObject({ params: z.strictObject({ index: z.string().regex(/^(?:[1-9]\d{0,4}\.)?\d{1,15}$/) }) }),
    answer: LogEntry,
    async handle({ params }) {
      const { ports } = platform.ledger;
      const { pool, realm, policy, generation: newest = 1 } = ports;
      // `1.17` is entry 17 of the first log, where another goes on.
      const [index = 0, generation = newest] = params.index.split('.').map(Number).toReversed();
      const [leaf] = await listLeaves(pool, { realm, generation }, index, index + 1);
      const proved = leaf === undefined ? undefined : await proveIndex(ports, generation, index);
      if (leaf === undefined || proved === undefined) return refuse(httpRefusals, 'no-such-entry', { index });
      const older = generation === newest ? {} : { generation };
      return { ...placeShown(policy)(leaf, proved), ...older, log: logTrustShown(platform) };
    },
  });
}

function caseRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/cases/:caseNo/chain',
    operationId: 'getCaseChain',
    summary: 'The case act by act with its places in the log, and what its result came from',
    access: caseReaders,
    asks: z.strictObject({ params: CaseParams }),
    answer: CaseChain,
    async handle({ params: { caseNo }, caller, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const opened = await readCase(platform, caller, { caseNo, what: 'explorer', at });
      if (isRefusal(opened)) return opened;
      const stream = { stream: caseStream(caseNo), mayRead: mayReadActs(platform, caller, opened) };
      const chain = await chainOf(platform, stream, opened.received.applicant.name);
      return { ...chain, lineage: await lineageOf(platform, caller, opened) };
    },
  });
}

function mandateRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/mandates/:mandateNo/chain',
    operationId: 'getMandateChain',
    summary: 'The public life of a mandate with its places in the log',
    access: 'anybody',
    asks: z.strictObject({ params: MandateParams }),
    answer: LogChain,
    async handle({ params: { mandateNo }, caller }) {
      const { stream, ...bundled } = await publicMandate(platform, mandateNo);
      const events = await readStream(platform.journal, platform.realm, stream);
      const seen = seenMandate(platform, caller, viewMandate(events));
      if (seen === undefined) return refuse(httpRefusals, 'unknown-mandate', { mandateNo });
      return chainOf(platform, { stream, ...bundled });
    },
  });
}
