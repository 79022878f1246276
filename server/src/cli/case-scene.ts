import { certainAnswer, intakeFacts, knownEffects, rulesAnswer, type RulesAnswer } from '../acceptance/acceptance.ts';
import { caseStream } from '../application/actions.ts';
import { type Call, getPinnedVersion } from '../application/application.ts';
import { type Effect, type Facts, type Item, signingNeed, type SigningNeed } from '../catalogue/catalogue.ts';
import { type DecisionView, factsOf, type SignDecision, viewDecision } from '../decision/decision.ts';
import { readStream } from '../journal/actions.ts';
import type { Performed, Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseFile, StepName } from './case-file.ts';
import type { CaseWorld } from './case-world.ts';

/** What became of one step. */
export interface StepRecord {
  readonly do: StepName | 'apply';
  readonly at: Instant;
  readonly by: string;
  /** Types of the events that it left. */
  readonly events: readonly string[];
  readonly refusal: Refusal | undefined;
  readonly expected: string | undefined;
  /** Taken by the command itself in the course of `finish`. */
  readonly automatic: boolean;
}

/** A case on its way through its file. */
export interface CaseRun {
  readonly world: CaseWorld;
  readonly file: CaseFile;
  readonly records: StepRecord[];
  now: Instant;
  caseNo: string | undefined;
  /** The conclusion as the first signer worded it: the second signs the same document. */
  words: Words | undefined;
  /** Why the case went no further, once `finish` stopped. */
  stopped: { readonly zh: string; readonly en: string } | undefined;
}

export type Words = Pick<SignDecision, 'outcome' | 'reason' | 'facts' | 'norms'> & { readonly departure?: string };

/** The case as it stands when somebody acts. */
export interface Situation {
  readonly events: readonly Recorded[];
  readonly view: DecisionView;
  readonly item: Item;
  readonly facts: Facts;
  readonly certain: RulesAnswer;
  readonly rules: RulesAnswer;
  readonly effects: readonly Effect[];
  readonly need: SigningNeed;
}

/** One step, with everything that it needs. */
export interface Scene {
  readonly run: CaseRun;
  readonly caseNo: string;
  readonly situation: Situation;
  readonly call: Call;
}

export type Answer = Promise<Performed | Refusal | readonly Performed[]>;

/** Reads the case as it stands; undefined before receipt. */
export async function situationOf(run: CaseRun): Promise<Situation | undefined> {
  const { platform } = run.world;
  if (run.caseNo === undefined) return undefined;
  const events = await readStream(platform.journal, platform.realm, caseStream(run.caseNo));
  const view = viewDecision(events);
  const { application } = view.review.acceptance;
  const { received } = application;
  if (received === undefined) return undefined;
  const { item } = getPinnedVersion(platform, received.itemId, received.itemVersion);
  const facts = factsOf(view.review, item);
  const rules = rulesAnswer(item, facts);
  const effects = isRefusal(rules) ? knownEffects(item, facts) : rules.effects;
  const need = signingNeed(item, isRefusal(rules) ? { outcome: 'APPROVE', effects } : rules);
  return {
    events,
    view,
    item,
    facts,
    certain: certainAnswer(item, intakeFacts(application, item)),
    rules,
    effects,
    need,
  };
}

/** The state of the case. */
export function stateOf(situation: Situation): string {
  return situation.view.review.acceptance.application.state;
}
