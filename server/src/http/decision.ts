import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import {
  answerRecusal,
  askRecusal,
  draftDecision,
  escalate,
  recordPaper,
  recuse,
  returnToReview,
  sign,
  terminate,
} from '../decision/actions.ts';
import {
  DecideRecusal,
  Escalate,
  RecordPaperDecision,
  Recuse,
  RequestRecusal,
  ReturnProposal,
  SignDecision,
  Terminate,
  viewDecision,
} from '../decision/decision.ts';
import { feeRefusals } from '../fee/refusals.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { ReviewAct } from '../review/review.ts';
import type { Platform } from '../platform.ts';
import { readCase } from './case-reading.ts';
import { caseActRoute, CaseParams } from './case-act-route.ts';
import { caseActs, caseReaders } from './case-acts.ts';
import { DraftAnswer, draftAnswer, ticketOf } from './draft-answer.ts';
import { isHeldFrom } from './letters-shown.ts';
import { httpRefusals } from './refusals.ts';
import { pdfRoute, route, type Route } from './route.ts';
import { confirmingFields, confirmingOf } from './signing-body.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What is signed, with what its signer confirms it. */
const SignBody = SignDecision.extend({
  ...confirmingFields,
  /** The last review points, recorded in the same commit. */
  review: ReviewAct.exactOptional(),
});

/** Signing 签批 and everything else that happens around a decision. */
export function decisionRoutes(platform: Platform): readonly Route[] {
  return [
    draftRoute(platform),
    draftPdfRoute(platform),
    caseActRoute(platform, {
      path: 'decision',
      act: 'signDecision',
      summary: 'Proposes, endorses or decides, as class, outcome and signer demand',
      body: SignBody,
      perform: async (call, caseNo, { pin, code, passkey, review, ...decision }, { caller, address }) => {
        const given = confirmingOf({ pin, code, passkey }, caller, address);
        if (isRefusal(given)) return given;
        return sign(platform, call, caseNo, { decision, ...given, ...(review === undefined ? {} : { review }) });
      },
    }),
    caseActRoute(platform, {
      path: 'paper-decision',
      act: 'recordPaperDecision',
      summary: 'Records a decision signed on paper, for instruments that know no electronic signature',
      body: RecordPaperDecision,
      perform: (call, caseNo, command) => recordPaper(platform, call, caseNo, command),
    }),
    paperRecordRoute(platform),
    caseActRoute(platform, {
      path: 'decision/return',
      act: 'returnProposal',
      summary: 'The second signer returns the proposal to review',
      body: ReturnProposal,
      perform: (call, caseNo, command) => returnToReview(platform, call, caseNo, command),
    }),
    ...recusalRoutes(platform),
    caseActRoute(platform, {
      path: 'escalation',
      act: 'escalateCase',
      summary: 'Leaves the sign lists for the department, deadlines unchanged',
      body: Escalate,
      perform: (call, caseNo, command) => escalate(platform, call, caseNo, command),
    }),
    caseActRoute(platform, {
      path: 'termination',
      act: 'terminateCase',
      summary: 'Terminates on one of the listed grounds',
      body: Terminate,
      perform: (call, caseNo, command) => terminate(platform, call, caseNo, command),
    }),
  ];
}

/** Standing aside 回避: of one's own accord, ordered, or asked for by a party (R44). */
function recusalRoutes(platform: Platform): readonly Route[] {
  return [
    caseActRoute(platform, {
      path: 'recusal',
      act: 'recuseOfficer',
      summary: 'An officer stands aside, or the head lets him',
      body: Recuse,
      perform: (call, caseNo, command) => recuse(platform, call, caseNo, command),
    }),
    caseActRoute(platform, {
      path: 'recusal-request',
      act: 'requestRecusal',
      summary: 'A party asks that an officer stand aside; until that is decided the officer signs nothing in the case',
      agentPower: 'hear',
      body: RequestRecusal,
      perform: (call, caseNo, command) => askRecusal(platform, call, caseNo, command),
    }),
    caseActRoute(platform, {
      path: 'recusal-decision',
      act: 'decideRecusal',
      summary: 'The organ answers that request, with a reason that the party is told',
      body: DecideRecusal,
      perform: (call, caseNo, command) => answerRecusal(platform, call, caseNo, command),
    }),
  ];
}

function draftRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/cases/:caseNo/decision/draft',
    operationId: 'draftDecision',
    summary: 'Shows the document before it is signed, and what the signature would be; changes nothing',
    access: caseActs.signDecision,
    isAct: false,
    asks: z.strictObject({
      params: CaseParams,
      body: SignDecision.omit({ documentHash: true, evidenceHash: true, recusal: true }),
    }),
    answer: DraftAnswer,
    async handle({ params, body, caller, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const opened = await readCase(platform, caller, { caseNo: params.caseNo, what: 'document', at });
      if (isRefusal(opened)) return opened;
      const draft = await draftDecision(platform, { actor: caller.actor, at }, opened.events, body);
      if (isRefusal(draft)) return draft;
      return draftAnswer(draft, caller.token, params.caseNo);
    },
  });
}

/** A draft is on no record yet: only the one to whom it was shown, in the session in which it was shown, may open it. */
function draftPdfRoute(platform: Platform): Route {
  return pdfRoute({
    method: 'GET',
    path: '/cases/:caseNo/decision/draft/:documentHash',
    operationId: 'getDecisionDraft',
    summary: 'The drafted document as PDF',
    access: caseActs.signDecision,
    asks: z.strictObject({
      params: CaseParams.extend({ documentHash: Hash }),
      query: z.strictObject({ ticket: z.string().max(100) }),
    }),
    async handle({ params: { caseNo, documentHash }, query, caller }) {
      const expected = Buffer.from(caller === undefined ? '' : ticketOf(caller.token, caseNo, documentHash));
      const given = Buffer.from(query.ticket);
      const isGranted = expected.length === given.length && timingSafeEqual(expected, given);
      return isGranted
        ? { bytes: await platform.files.get(documentHash) }
        : refuse(httpRefusals, 'unknown-document', { documentHash });
    },
  });
}

/** The record of a paper decision: no sealed letter, so it is found through its case only. */
function paperRecordRoute(platform: Platform): Route {
  return pdfRoute({
    method: 'GET',
    path: '/cases/:caseNo/paper-decision',
    operationId: 'getPaperRecord',
    summary: 'The record of a paper decision as PDF; it bears no seal and replaces no paper',
    access: caseReaders,
    asks: z.strictObject({ params: CaseParams }),
    async handle({ params, caller, at }) {
      const opened = await readCase(platform, caller, { caseNo: params.caseNo, what: 'document', at });
      if (isRefusal(opened)) return opened;
      const { decided } = viewDecision(opened.events);
      if (decided?.paper === undefined) return refuse(httpRefusals, 'unknown-document', { caseNo: params.caseNo });
      if (isHeldFrom(platform, caller, opened.events, 'paperDecisionRecord')) return refuse(feeRefusals, 'fee-unpaid');
      return { bytes: await platform.files.get(decided.documentHash) };
    },
  });
}
