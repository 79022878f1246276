import type { Item } from '../catalogue/catalogue.ts';
import { draftDecision, sign } from '../decision/actions.ts';
import type { DecisionOutcome } from '../decision/decision.ts';
import { DEMO_PIN } from '../demo-district.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { StepOf } from './case-file.ts';
import { type CaseRun, type Scene, type Situation, stateOf, type Words } from './case-scene.ts';

/** A signature as at the desk: the draft is made and looked at, then what was shown is signed under the PIN. */
export async function signAct(scene: Scene, step: StepOf<'sign'>): Promise<Performed | Refusal> {
  const { run, caseNo, call, situation } = scene;
  const { platform } = run.world;
  const words = wordsOf(run, situation, step);
  const { handlingReason, exceptionCode, forwardToHead, recusal } = step;
  const command = {
    ...words,
    norms: [...words.norms],
    forwardToHead,
    ...(handlingReason === undefined ? {} : { handlingReason }),
    ...(exceptionCode === undefined ? {} : { exceptionCode }),
  };
  const draft = await draftDecision(platform, call, situation.events, command);
  if (isRefusal(draft)) return draft;
  const { documentHash, evidenceHash } = draft;
  const decision = { ...command, documentHash, evidenceHash, recusal };
  const answer = await sign(platform, call, caseNo, { decision, pin: step.pin ?? DEMO_PIN });
  if (!isRefusal(answer)) run.words = words;
  return answer;
}

/** What the rules propose as a person's conclusion; in doubt a case that cannot be granted is refused. */
const proposals = {
  APPROVE: 'GRANT',
  APPROVE_PROMISE: 'GRANT_ON_PROMISE',
  REJECT: 'REFUSE',
  ESCALATE: 'GRANT',
  SIGN1: 'GRANT',
  SIGN2: 'GRANT',
  CORRECT: 'REFUSE',
  NOT_NEEDED: 'REFUSE',
  NOT_OURS: 'REFUSE',
  ROUTE: 'REFUSE',
  DEFER: 'GRANT',
} as const satisfies Record<string, DecisionOutcome>;

function wordsOf(run: CaseRun, situation: Situation, step: StepOf<'sign'>): Words {
  const { rules, item } = situation;
  const own = proposedWords(run, situation);
  const start = stateOf(situation) === 'proposed' && run.words !== undefined ? run.words : own;
  const outcome = step.outcome ?? start.outcome;
  const adverse = outcome === 'REFUSE';
  const differs = adverse && !isRefusal(rules) && !['REJECT', 'ESCALATE', 'SIGN1', 'SIGN2'].includes(rules.outcome);
  const departure = step.departure ?? start.departure ?? (differs ? `经审查认定不符合条件:${rules.why}` : undefined);
  return {
    outcome,
    reason: step.reason ?? start.reason,
    facts: step.facts ?? (adverse && start.facts === '' ? own.facts : start.facts),
    norms: step.norms ?? (adverse && start.norms.length === 0 ? normsOf(item) : start.norms),
    ...(departure === undefined ? {} : { departure }),
  };
}

function proposedWords({ file }: CaseRun, { rules, item, view }: Situation): Words {
  const outcome = file.decide ?? (isRefusal(rules) ? 'GRANT' : proposals[rules.outcome]);
  const why = isRefusal(rules) ? '' : rules.why;
  const { heldOn } = view.review.hearing;
  // 许可法48: after a hearing the decision rests on its transcript.
  const heard = heldOn === undefined ? '' : `根据${heldOn}听证笔录,`;
  if (outcome !== 'REFUSE') return { outcome, reason: `${heard}${FAVOURABLE_REASON}`, facts: '', norms: [] };
  const name = view.review.acceptance.application.received?.applicant.name ?? '申请人';
  return {
    outcome,
    reason: `${heard}不符合本事项的法定条件:${why}`,
    facts: `审查${name}提交的申请材料、共享数据和核查结果,查明:${why}`,
    norms: normsOf(item),
  };
}

const FAVOURABLE_REASON = '申请材料齐全、符合法定形式,经审查各项条件均符合要求';

function normsOf({ typeCode }: Item): string[] {
  return typeCode === '01' ? ['《中华人民共和国行政许可法》第三十八条第二款'] : ['本事项实施清单载明的设定依据'];
}
