import { checkSupplied } from '../application/application.ts';
import { deadline } from '../calendar/calendar.ts';
import { type Outcome, promisedLimitOf } from '../catalogue/catalogue.ts';
import type { Actor } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { checkChecklist, checkDemands } from './checklist.ts';
import { acceptanceRefusals, type AcceptanceRefusalCode } from './refusals.ts';
import {
  type AcceptanceFacts,
  type AcceptanceOutcome,
  type AcceptanceView,
  type Defect,
  isDeemed,
  mayBeDemanded,
  missingMaterials,
} from './view.ts';

type Checked = Refusal<AcceptanceRefusalCode> | undefined;

/** Whether this outcome is lawful for this case now. */
export function checkOutcome(
  view: AcceptanceView,
  command: AcceptanceOutcome,
  facts: AcceptanceFacts,
  { at, actor }: { readonly at: Instant; readonly actor: Actor },
): Refusal | undefined {
  const answered = view.notices.length > 0;
  // R25: once silence has had its effect the application is accepted, and nothing else can be said of it any more.
  if (command.outcome !== 'ACCEPT' && isDeemed(view, facts, at)) {
    return refuse(acceptanceRefusals, 'correction-too-late', { receivedOn: dateInChina(view.application.receivedAt) });
  }
  // R26: what was asked has come in, so only acceptance is left; the head of the organ alone may find something new (R27).
  if (answered && command.outcome !== 'ACCEPT' && command.outcome !== 'CORRECT') {
    return refuse(acceptanceRefusals, 'must-accept');
  }
  switch (command.outcome) {
    case 'NOT_NEEDED':
    case 'NOT_OURS':
      return checkNonAcceptance(command, facts);
    case 'FIX_ON_SPOT':
      // What is mended at the counter is the applicant's own form and papers: never a finding, which is for review (R30).
      return (
        checkGuide(command.fixed, facts) ??
        checkDemands(view, command.fixed, facts) ??
        checkSupplied({ materials: command.materials, form: command.form }, { version: facts.version, owed: [] })
      );
    case 'CORRECT':
      return checkCorrection(view, command.defects, facts);
    case 'ACCEPT':
      return (
        // R35: who is barred is not accepted, whatever else is in order.
        facts.bar ??
        checkRules(view, facts, actor) ??
        checkClockStart(command, facts, at) ??
        checkAcceptance(view, command, facts, at) ??
        checkChecklist(view, command.checked ?? [], facts.authority)
      );
    default:
      return command satisfies never;
  }
}

function checkNonAcceptance(
  command: Extract<AcceptanceOutcome, { outcome: 'NOT_NEEDED' | 'NOT_OURS' }>,
  facts: AcceptanceFacts,
): Checked {
  if (command.reason === '') return refuse(acceptanceRefusals, 'reason-missing');
  if (command.outcome === 'NOT_OURS' && command.competentOrgan === '') {
    return refuse(acceptanceRefusals, 'competent-organ-missing');
  }
  // ROUTE says that another item applies: for this one the licence is not needed.
  const byRule = facts.proposed === command.outcome || (command.outcome === 'NOT_NEEDED' && facts.proposed === 'ROUTE');
  if (facts.byWindowClerk && !byRule) {
    return refuse(acceptanceRefusals, 'clerk-judges-merits', { rule: facts.proposed ?? 'undetermined' });
  }
  return undefined;
}

function checkGuide(defects: readonly Defect[], facts: AcceptanceFacts): Checked {
  const { item } = facts.version;
  const known = new Set([
    ...item.materials.map((one) => one.code),
    ...item.inputs.map((one) => one.name),
    ...item.form.map((one) => one.name),
  ]);
  const unknown = defects.map((defect) => defect.code).filter((code) => !known.has(code));
  if (unknown.length > 0) return refuse(acceptanceRefusals, 'defect-not-in-guide', { codes: unknown });
  const asked = item.materials.filter(({ code }) => defects.some((defect) => defect.code === code));
  const barred = asked.filter((material) => !mayBeDemanded(item, material)).map(({ code }) => code);
  return barred.length === 0 ? undefined : refuse(acceptanceRefusals, 'intermediary-not-listed', { codes: barred });
}

function checkCorrection(view: AcceptanceView, defects: readonly Defect[], facts: AcceptanceFacts): Checked {
  if (defects.length === 0) return refuse(acceptanceRefusals, 'defects-missing');
  if (view.notices.length > 0 && !facts.byHeadOfOrgan) {
    return refuse(acceptanceRefusals, 'second-correction', { firstNoticeAt: view.notices[0]?.at ?? '' });
  }
  return (
    checkGuide(defects, facts) ??
    checkObtainable(defects, facts) ??
    checkDemands(view, defects, facts) ??
    checkAllDefects(view, defects, facts)
  );
}

/** R6: a paper that a licence or a share can give is fetched; no notice demands it of the applicant. */
function checkObtainable(defects: readonly Defect[], { obtainable }: AcceptanceFacts): Checked {
  const codes = defects.map(({ code }) => code).filter((code) => obtainable.includes(code));
  return codes.length === 0 ? undefined : refuse(acceptanceRefusals, 'obtainable-paper-demanded', { codes });
}

/** One notice with all defects (R25): what is missing now and stands in the way of acceptance is not kept for a later notice. */
function checkAllDefects(view: AcceptanceView, defects: readonly Defect[], facts: AcceptanceFacts): Checked {
  const listed = new Set(defects.map((defect) => defect.code));
  const { required, deferrable } = missingMaterials(view, facts.version);
  const promised = new Set(view.application.received?.deferral?.codes ?? []);
  // What is neither there nor promised stands in the way of acceptance (R32); what can be fetched is no defect of his (R6).
  const lacking = [...required, ...deferrable.filter((code) => !promised.has(code))];
  const kept = lacking.filter((code) => !listed.has(code) && !facts.obtainable.includes(code));
  return kept.length === 0 ? undefined : refuse(acceptanceRefusals, 'defects-missing', { alsoMissing: kept });
}

/** What a window does not accept because the published rules, on facts that are certain, give it another outcome (R23). */
const otherwise: readonly (Outcome | undefined)[] = ['NOT_NEEDED', 'NOT_OURS', 'ROUTE', 'CORRECT'];

/** After the notice was answered only acceptance is left, whatever the rules say: the rest is for the decision (R26). */
function checkRules(view: AcceptanceView, facts: AcceptanceFacts, actor: Actor): Checked {
  const judgesNothing = facts.byWindowClerk || actor.kind === 'robot';
  if (!judgesNothing || view.notices.length > 0 || !otherwise.includes(facts.proposed)) return undefined;
  return refuse(acceptanceRefusals, 'rules-say-otherwise', { rule: facts.proposed ?? '' });
}

/** R58, R64: only the statute of an item with application windows lets the clock start later than acceptance. */
function checkClockStart(
  command: Extract<AcceptanceOutcome, { outcome: 'ACCEPT' }>,
  facts: AcceptanceFacts,
  at: Instant,
): Checked {
  const { windowEndsOn } = command;
  if (windowEndsOn === undefined) return undefined;
  const allowed = facts.version.item.legalLimit.basis.includes('窗口期') && windowEndsOn >= dateInChina(at);
  return allowed ? undefined : refuse(acceptanceRefusals, 'clock-start-not-yours', { windowEndsOn });
}

function checkAcceptance(
  view: AcceptanceView,
  command: Extract<AcceptanceOutcome, { outcome: 'ACCEPT' }>,
  facts: AcceptanceFacts,
  at: Instant,
): Checked {
  if (facts.waitsBeforeAcceptance) return refuse(acceptanceRefusals, 'before-acceptance');
  const missing = missingMaterials(view, facts.version);
  const isOpen = stillAsked(view);
  const open = missing.required.filter(isOpen);
  if (open.length > 0) return refuse(acceptanceRefusals, 'materials-incomplete', { missing: open });
  const uncovered = missing.deferrable.filter((code) => isOpen(code) && !command.tolerated.includes(code));
  if (uncovered.length > 0)
    return refuse(acceptanceRefusals, 'materials-incomplete', { missing: uncovered, deferrable: true });
  return command.tolerated.length === 0
    ? undefined
    : (checkTolerance(command, missing.deferrable, facts, at) ?? checkPromise(view, command));
}

/**
 * R26: whoever handed in all that the notice asked for is accepted (许可法 第三十二条第一款第(五)项). A notice is sent once (R27), so
 * that a paper which it did not list stands in nobody's way any more: the organ that forgot it bears that, not the applicant.
 */
function stillAsked({ notices, application }: AcceptanceView): (code: string) => boolean {
  if (notices.length === 0) return () => true;
  const listed = notices.flatMap(({ defects }) => defects.map(({ code }) => code));
  // R32: what he promised himself stays promised, whatever the notice is about.
  const asked = new Set([...listed, ...(application.received?.deferral?.codes ?? [])]);
  return (code) => asked.has(code);
}

function checkTolerance(
  command: Extract<AcceptanceOutcome, { outcome: 'ACCEPT' }>,
  deferrable: readonly string[],
  facts: AcceptanceFacts,
  at: Instant,
): Checked {
  if (!facts.version.item.intake.tolerant)
    return refuse(acceptanceRefusals, 'tolerance-not-allowed', { reason: 'item-takes-none' });
  const notDeferrable = command.tolerated.filter((code) => !deferrable.includes(code));
  if (notDeferrable.length > 0) return refuse(acceptanceRefusals, 'tolerance-not-allowed', { codes: notDeferrable });
  if (facts.credit.unrepairedFalsePromise) {
    return refuse(acceptanceRefusals, 'tolerance-not-allowed', { reason: 'unrepaired-bad-credit' });
  }
  const promised = deadline(facts.calendar, promisedLimitOf(facts.version.item), dateInChina(at)).dueOn;
  const until = command.toleratedUntilOn;
  if (until === undefined || until > promised || until < dateInChina(at)) {
    return refuse(acceptanceRefusals, 'tolerance-not-allowed', { latestOn: promised });
  }
  return undefined;
}

/** R32: nothing is tolerated without the applicant's signed promise of these very materials for this very day. */
function checkPromise(
  { application }: AcceptanceView,
  { tolerated, toleratedUntilOn, promiseReference }: Extract<AcceptanceOutcome, { outcome: 'ACCEPT' }>,
): Checked {
  if (promiseReference !== undefined) return undefined;
  const promised = application.received?.deferral;
  const open = tolerated.filter((code) => promised?.codes.includes(code) !== true);
  if (promised !== undefined && open.length === 0 && promised.untilOn === toleratedUntilOn) return undefined;
  return refuse(acceptanceRefusals, 'promise-missing', { codes: open, promisedUntilOn: promised?.untilOn ?? null });
}
