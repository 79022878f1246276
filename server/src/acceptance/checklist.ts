import type { Authority } from '../application/application.ts';
import { inputsFrom, type ItemVersion } from '../catalogue/catalogue.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { IntakeCheck } from '../mandate/mandate.ts';
import { acceptanceRefusals, type AcceptanceRefusalCode } from './refusals.ts';
import { type AcceptanceView, type Defect, missingMaterials } from './view.ts';

type Checked = Refusal<AcceptanceRefusalCode> | undefined;

/** A line of the checklist, with what answers it where no person has to. */
export interface IntakeLine {
  readonly check: IntakeCheck;
  readonly provenByRecord: boolean;
}

/** R30: the checklist of the agreement under which a window acts; undefined where the power behind the act has none. */
export function intakeLines(view: AcceptanceView, authority: Authority | Refusal): readonly IntakeLine[] | undefined {
  const checklist = isRefusal(authority) ? undefined : authority.checklist;
  return checklist?.map((check) => ({ check, provenByRecord: isProven(view, check) }));
}

/** R30: acceptance answers every line of the list, and no other. */
export function checkChecklist(
  view: AcceptanceView,
  checked: readonly IntakeCheck[],
  authority: Authority | Refusal,
): Checked {
  const lines = intakeLines(view, authority);
  if (lines === undefined) return undefined;
  const outside = checked.filter((check) => !lines.some((line) => line.check === check));
  if (outside.length > 0) return refuse(acceptanceRefusals, 'outside-intake-checklist', { checks: outside });
  const open = lines.filter((line) => !line.provenByRecord && !checked.includes(line.check)).map(({ check }) => check);
  return open.length === 0 ? undefined : refuse(acceptanceRefusals, 'checklist-open', { open });
}

/** R30: a window asks only for what the checks of its list can find; what a review input says is nobody's to ask there. */
export function checkDemands(
  view: AcceptanceView,
  defects: readonly Defect[],
  { version, authority }: { readonly version: ItemVersion; readonly authority: Authority | Refusal },
): Checked {
  const checklist = isRefusal(authority) ? undefined : authority.checklist;
  if (checklist === undefined) return undefined;
  const outside = defects.filter((defect) => {
    const check = checkOf(view, defect, version);
    return check === undefined || !checklist.includes(check);
  });
  if (outside.length === 0) return undefined;
  const codes = outside.map(({ code }) => code);
  return refuse(acceptanceRefusals, 'outside-intake-checklist', { codes, checklist });
}

/** The lines that a window can only answer by looking: what receipt and acceptance check themselves is left out. */
export function isAnsweredByHand(check: IntakeCheck): boolean {
  return check === 'validity' || check === 'identity';
}

/** How each line was answered, as the record of acceptance keeps it. */
export function checklistAnswers(
  view: AcceptanceView,
  checked: readonly IntakeCheck[],
  authority: Authority | Refusal,
): { readonly checklist?: readonly { readonly check: IntakeCheck; readonly by: 'window' | 'record' }[] } {
  const lines = intakeLines(view, authority);
  if (lines === undefined) return {};
  return { checklist: lines.map(({ check }) => ({ check, by: checked.includes(check) ? 'window' : 'record' })) };
}

/**
 * Receipt takes no form with a field amiss and acceptance no missing paper, so these two are proven whenever acceptance is
 * reached. A paper is known to be valid only where it was fetched from its issuer (R46), a person only where he signed in
 * under his verified name (R15).
 */
function isProven(view: AcceptanceView, check: IntakeCheck): boolean {
  const { received, materials } = view.application;
  switch (check) {
    case 'completeness':
    case 'form':
      return true;
    case 'validity':
      return materials.every(({ source }) => source !== 'file' && source !== 'paper');
    case 'identity':
      return received?.channel === 'online' || received?.channel === 'kiosk';
    default:
      return check satisfies never;
  }
}

function checkOf(view: AcceptanceView, { code, check }: Defect, version: ItemVersion): IntakeCheck | undefined {
  const input = inputsFrom(version.item).find(({ name }) => name === code);
  if (input?.source === 'review' || input?.source === 'joint') return undefined;
  if (check !== undefined) return check;
  if (input !== undefined) return input.source === 'form' ? 'form' : 'validity';
  const missing = missingMaterials(view, version);
  return missing.required.includes(code) || missing.deferrable.includes(code) ? 'completeness' : 'form';
}
