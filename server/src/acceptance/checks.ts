import { deadline, isDeemedAccepted } from '../calendar/calendar.ts';
import { promisedLimitOf } from '../catalogue/catalogue.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import {
  type AcceptanceFacts,
  type AcceptanceOutcome,
  type AcceptanceView,
  type Defect,
  missingMaterials,
} from './acceptance.ts';
import { acceptanceRefusals, type AcceptanceRefusalCode } from './refusals.ts';

type Checked = Refusal<AcceptanceRefusalCode> | undefined;

/** Whether this outcome is lawful for this case now. */
export function checkOutcome(
  view: AcceptanceView,
  command: AcceptanceOutcome,
  facts: AcceptanceFacts,
  at: Instant,
): Checked {
  const answered = view.notices.length > 0;
  // R26: what was asked has come in, so only acceptance is left; the head of the organ alone may find something new (R27).
  if (answered && command.outcome !== 'ACCEPT' && command.outcome !== 'CORRECT') {
    return refuse(acceptanceRefusals, 'must-accept');
  }
  switch (command.outcome) {
    case 'NOT_NEEDED':
    case 'NOT_OURS':
      return checkNonAcceptance(command, facts);
    case 'FIX_ON_SPOT':
      return checkGuide(command.fixed, facts);
    case 'CORRECT':
      return checkCorrection(view, command.defects, facts, at);
    case 'ACCEPT':
      return checkAcceptance(view, command, facts, at);
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
  const known = new Set([...item.materials.map((one) => one.code), ...item.inputs.map((one) => one.name)]);
  const unknown = defects.map((defect) => defect.code).filter((code) => !known.has(code));
  return unknown.length === 0 ? undefined : refuse(acceptanceRefusals, 'defect-not-in-guide', { codes: unknown });
}

function checkCorrection(
  view: AcceptanceView,
  defects: readonly Defect[],
  facts: AcceptanceFacts,
  at: Instant,
): Checked {
  if (defects.length === 0) return refuse(acceptanceRefusals, 'defects-missing');
  if (view.notices.length > 0 && !facts.byHeadOfOrgan) {
    return refuse(acceptanceRefusals, 'second-correction', { firstNoticeAt: view.notices[0]?.at ?? '' });
  }
  const receivedOn = dateInChina(view.application.completeSinceAt);
  if (isDeemedAccepted(facts.calendar, receivedOn, dateInChina(at))) {
    return refuse(acceptanceRefusals, 'correction-too-late', { receivedOn });
  }
  return checkGuide(defects, facts) ?? checkAllDefects(view, defects, facts);
}

/** One notice with all defects (R25): a required material that is missing now may not be kept for a later notice. */
function checkAllDefects(view: AcceptanceView, defects: readonly Defect[], facts: AcceptanceFacts): Checked {
  const listed = new Set(defects.map((defect) => defect.code));
  const kept = missingMaterials(view, facts.version).required.filter((code) => !listed.has(code));
  return kept.length === 0 ? undefined : refuse(acceptanceRefusals, 'defects-missing', { alsoMissing: kept });
}

function checkAcceptance(
  view: AcceptanceView,
  command: Extract<AcceptanceOutcome, { outcome: 'ACCEPT' }>,
  facts: AcceptanceFacts,
  at: Instant,
): Checked {
  if (facts.waitsBeforeAcceptance) return refuse(acceptanceRefusals, 'before-acceptance');
  const missing = missingMaterials(view, facts.version);
  const open = missing.required;
  if (open.length > 0) return refuse(acceptanceRefusals, 'materials-incomplete', { missing: open });
  const uncovered = missing.deferrable.filter((code) => !command.tolerated.includes(code));
  if (uncovered.length > 0)
    return refuse(acceptanceRefusals, 'materials-incomplete', { missing: uncovered, deferrable: true });
  return command.tolerated.length === 0 ? undefined : checkTolerance(command, missing.deferrable, facts, at);
}

function checkTolerance(
  command: Extract<AcceptanceOutcome, { outcome: 'ACCEPT' }>,
  deferrable: readonly string[],
  facts: AcceptanceFacts,
  at: Instant,
): Checked {
  const notDeferrable = command.tolerated.filter((code) => !deferrable.includes(code));
  if (notDeferrable.length > 0) return refuse(acceptanceRefusals, 'tolerance-not-allowed', { codes: notDeferrable });
  if (facts.credit.unrepairedFalsePromise) {
    return refuse(acceptanceRefusals, 'tolerance-not-allowed', { reason: 'unrepaired-bad-credit' });
  }
  const promised = deadline(facts.calendar, promisedLimitOf(facts.version.item), dateInChina(at)).dueOn;
  if (command.toleratedUntilOn === undefined || command.toleratedUntilOn > promised) {
    return refuse(acceptanceRefusals, 'tolerance-not-allowed', { latestOn: promised });
  }
  return undefined;
}
