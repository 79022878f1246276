import { authorityOf, intakeAct } from '../application/application.ts';
import { getDecisionTable, systemGrant } from '../catalogue/catalogue.ts';
import { type Part, part } from '../journal/actions.ts';
import type { Actor, Recorded, StepContext } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { decideByRules, type RuleFacts } from './decision.ts';
import { factsOf } from './evaluation.ts';
import { caseFile, creditChecked, type DecisionPorts, redFactsOf } from './gather.ts';
import { decisionLetter } from './result-letter.ts';

/** A machine's decision carries the machine's name (promise 4). */
const ruleRobot: Actor = { kind: 'robot', id: 'robot/rule-set' };

/** The decision that a signed rule set takes by itself, as part of a larger moment (R59, R78). */
export function rulesPart(ports: DecisionPorts): Part {
  return part(decideByRules, undefined, (events, context) => ruleFacts(ports, events, context), ruleRobot);
}

async function ruleFacts(
  ports: DecisionPorts,
  events: readonly Recorded[],
  context: StepContext,
): Promise<RuleFacts | undefined> {
  const file = caseFile(ports, events);
  if (file === undefined) return undefined;
  const { item } = file.version;
  const caseFacts = factsOf(file.view.review, item);
  const { hash } = getDecisionTable(item);
  const act = {
    ...intakeAct('grant', file.received),
    at: context.at,
    holder: `ruleset/${hash}`,
    role: 'ruleSet' as const,
    ruleSetHash: hash,
  };
  const when = { actor: ruleRobot, at: context.at };
  const authority = await creditChecked(ports, file, when, (flags) => authorityOf(ports, { ...act, flags }));
  const seal = (documentHash: string) => ({
    caseNo: file.received.caseNo,
    documentHash,
    signedHash: documentHash,
    hours: ports.sealHours(context.at),
  });
  const facts: RuleFacts = {
    version: file.version,
    grant: systemGrant(item, caseFacts),
    ruleSetHash: hash,
    inputHash: sm3Hex(canonicalJson(caseFacts)),
    authority,
    red: redFactsOf(ports, file, {
      outcome: 'GRANT',
      signer: undefined,
      declared: undefined,
      at: context.at,
      seal: seal(''),
    }),
    humanAsked: file.received.humanDecision,
    documentHash: '',
    letter: undefined,
  };
  if (isRefusal(authority) || isRefusal(decideByRules.decide(file.view, undefined, facts, context))) return facts;
  const reason = isRefusal(facts.grant) ? '' : facts.grant.why;
  const request = decisionLetter(file, { outcome: 'GRANT', reason, facts: '', norms: [] }, authority, context.at);
  const letter = await ports.letters.seal(byRuleSet(request, hash));
  return { ...facts, letter, documentHash: isRefusal(letter) ? '' : letter.documentHash };
}

/** The letter of a machine's decision says that a rule set made it, and which (R79). */
function byRuleSet(request: ReturnType<typeof decisionLetter>, hash: string): ReturnType<typeof decisionLetter> {
  return request.body.kind === 'grantDecision' ? { ...request, body: { ...request.body, byRuleSet: hash } } : request;
}
