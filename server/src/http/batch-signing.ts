import { z } from 'zod';
import { checkBatch, decisionToConfirm, draftDecision, signBatch, type SignedWords } from '../decision/actions.ts';
import { SignDecision, viewDecision } from '../decision/decision.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { ReviewAct } from '../review/review.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { openCase, type OpenedCase } from './case-access.ts';
import { readCase } from './case-reading.ts';
import { caseActs } from './case-acts.ts';
import { DraftAnswer, draftAnswer } from './draft-answer.ts';
import { askPasskey, PasskeyQuestion } from './passkey-question.ts';
import { CasePerformed, casePerformed } from './performed.ts';
import { RefusalBody, refusalBody } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';
import { confirmingFields, confirmingOf } from './signing-body.ts';

const CaseNo = z.string().min(1).max(80);
const Words = z.string().trim().min(1).max(4000);
/** More than a batch may hold, so that one too many is told as such; nobody sends this by hand. */
const MANY = 1000;

const Ticked = z.strictObject({ caseNo: CaseNo, decision: SignDecision });

/** Signing many ticked cases in one ceremony 批量签批, and the question that a passkey answers for one case or many. */
export function batchSigningRoutes(platform: Platform): readonly Route[] {
  return [draftBatchRoute(platform), askRoute(platform), signBatchRoute(platform)];
}

const Drafted = z
  .object({
    caseNo: z.string(),
    itemName: z.string().exactOptional(),
    itemNameEn: z.string().exactOptional(),
    applicantName: z.string().exactOptional(),
    /** What would be signed, exactly; sent back with the tick. */
    decision: SignDecision.exactOptional(),
    draft: DraftAnswer.exactOptional(),
    refused: RefusalBody.exactOptional(),
  })
  .meta({ id: 'BatchDraft', description: 'One case of a batch with its document, or why it cannot be signed' });

function draftBatchRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/decisions/draft',
    operationId: 'draftBatch',
    summary: 'Shows what signing each of these cases favourably would be; changes nothing',
    access: caseActs.signDecision,
    isAct: false,
    asks: z.strictObject({
      body: z.strictObject({
        caseNos: z.array(CaseNo).max(MANY),
        reason: Words,
        recusal: SignDecision.shape.recusal,
      }),
    }),
    answer: z.object({ cases: z.array(Drafted) }),
    async handle({ body, caller, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const refused = checkBatch(body.caseNos);
      if (refused !== undefined) return refused;
      const cases: z.input<typeof Drafted>[] = [];
      for (const caseNo of body.caseNos) {
        // A draft shows whom it is about: it is read like the case.
        const opened = await readCase(platform, caller, { caseNo, what: 'document', at });
        cases.push(
          isRefusal(opened)
            ? { caseNo, refused: refusalBody(opened) }
            : await drafted(platform, { caller, at, opened, said: body }),
        );
      }
      return { cases };
    },
  });
}

async function drafted(
  platform: Platform,
  of: {
    readonly caller: Caller;
    readonly at: string;
    readonly opened: OpenedCase;
    readonly said: { readonly reason: string; readonly recusal: SignDecision['recusal'] };
  },
): Promise<z.input<typeof Drafted>> {
  const { caller, at, opened, said } = of;
  const { caseNo, received, events } = opened;
  const item = platform.items.get(`item/${received.itemId}`)?.view.versions.at(-1)?.item;
  const named = {
    caseNo,
    applicantName: received.applicant.name,
    ...(item === undefined ? {} : { itemName: item.name, itemNameEn: item.nameEn }),
  };
  const outcome = viewDecision(events).signatures[0]?.outcome ?? favourable(opened);
  const words = { outcome, reason: said.reason, facts: '', norms: [], forwardToHead: false };
  const draft = await draftDecision(platform, { actor: caller.actor, at }, events, words);
  if (isRefusal(draft)) return { ...named, refused: refusalBody(draft) };
  const { documentHash, evidenceHash } = draft;
  const decision = { ...words, documentHash, evidenceHash, recusal: said.recusal };
  const call = { actor: caller.actor, requestId: `draft/${documentHash}`, at };
  // Signing it now is tried to the end, so that what the law refuses is told before anybody confirms.
  const tried = await decisionToConfirm(platform, call, caseNo, { decision });
  return isRefusal(tried)
    ? { ...named, refused: refusalBody(tried) }
    : { ...named, decision, draft: draftAnswer(draft, caller.token, caseNo) };
}

/** A refusal stands on reasons of its own case: it is never anybody's first word in a batch. */
function favourable({ received }: OpenedCase): SignDecision['outcome'] {
  return received.route === 'promise' ? 'GRANT_ON_PROMISE' : 'GRANT';
}

const Asked = z
  .object({
    ...PasskeyQuestion.shape,
    /** Cases that the passkey is not asked about, and why. */
    refused: z.array(z.object({ caseNo: z.string(), refused: RefusalBody })),
  })
  .meta({ id: 'SigningChallenge', description: 'The question to the passkey: the hash of exactly these decisions' });

function askRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/decisions/challenge',
    operationId: 'askToConfirm',
    summary:
      'Asks for a passkey’s confirmation of exactly these decisions; good once, for five minutes, in this session',
    access: caseActs.signDecision,
    isAct: false,
    asks: z.strictObject({
      body: z.strictObject({ decisions: z.array(Ticked.extend({ review: ReviewAct.exactOptional() })).max(MANY) }),
    }),
    answer: Asked,
    async handle({ body, caller, requestId, at, address, host }) {
      if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-signed-in');
      const found = await hashesOf(platform, { caller, requestId, at }, body.decisions);
      if (isRefusal(found)) return found;
      const question = await askPasskey(platform, { caller, address, host, at }, found.hashes);
      if (isRefusal(question)) return question;
      return { ...question, refused: found.refused };
    },
  });
}

type Asking = { readonly caller: Caller; readonly requestId: string; readonly at: string };

/** The decisions that may be confirmed, by their hashes; where none may, why the first may not. */
async function hashesOf(
  platform: Platform,
  { caller, requestId, at }: Asking,
  ticked: readonly (z.output<typeof Ticked> & Pick<SignedWords, 'review'>)[],
): Promise<{ readonly hashes: readonly string[]; readonly refused: z.input<typeof Asked>['refused'] } | Refusal> {
  const none = checkBatch(ticked.map(({ caseNo }) => caseNo));
  if (none !== undefined) return none;
  const hashes: string[] = [];
  const refusals: { readonly caseNo: string; readonly refusal: Refusal }[] = [];
  for (const { caseNo, ...signing } of ticked) {
    const opened = await openCase(platform, caller, caseNo, at);
    const call = { actor: caller.actor, requestId: `${requestId}/${caseNo}`, at };
    const hash = isRefusal(opened) ? opened : await decisionToConfirm(platform, call, caseNo, signing);
    if (isRefusal(hash)) refusals.push({ caseNo, refusal: hash });
    else hashes.push(hash);
  }
  const [first] = refusals;
  if (hashes.length === 0 && first !== undefined) return first.refusal;
  return { hashes, refused: refusals.map(({ caseNo, refusal }) => ({ caseNo, refused: refusalBody(refusal) })) };
}

const BatchAnswer = z
  .object({
    cases: z.array(
      z.object({ caseNo: z.string(), signed: CasePerformed.exactOptional(), refused: RefusalBody.exactOptional() }),
    ),
  })
  .meta({ id: 'BatchAnswer', description: 'An answer per case: signed, or refused and why' });

function signBatchRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/decisions',
    operationId: 'signBatch',
    summary:
      'Signs the ticked cases in one ceremony: each is checked again, signed by its own act and answered by itself',
    access: caseActs.signDecision,
    asks: z.strictObject({
      body: z.strictObject({ decisions: z.array(Ticked).max(MANY), ...confirmingFields }),
    }),
    answer: BatchAnswer,
    async handle({ body, caller, requestId, at, address }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const given = confirmingOf(body, caller, address);
      if (isRefusal(given)) return given;
      const seen = await seenCases(platform, { caller, requestId, at }, body.decisions);
      const call = { actor: caller.actor, requestId, at };
      const answers = await signBatch(platform, call, body.decisions, { given, refused: seen });
      if (isRefusal(answers)) return answers;
      return {
        cases: answers.map(({ caseNo, answer }) => {
          const performed = casePerformed(answer);
          return isRefusal(performed) ? { caseNo, refused: refusalBody(performed) } : { caseNo, signed: performed };
        }),
      };
    },
  });
}

/** Cases that the caller may not even see; each is answered as one that does not exist. */
async function seenCases(
  platform: Platform,
  { caller, at }: Asking,
  ticked: readonly z.output<typeof Ticked>[],
): Promise<ReadonlyMap<string, Refusal>> {
  const refused = new Map<string, Refusal>();
  for (const { caseNo } of ticked) {
    const opened = await openCase(platform, caller, caseNo, at);
    if (isRefusal(opened)) refused.set(caseNo, opened);
  }
  return refused;
}
