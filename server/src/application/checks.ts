import { inputsFrom, isOfType, type Item, personalInstrumentOf } from '../catalogue/catalogue.ts';
import { claimsOf, isShown } from '../consent/consent.ts';
import { consentRefusals } from '../consent/refusals.ts';
import {
  checkAgent,
  checkCitizenId,
  checkOpposing,
  checkPresence,
  checkUscc,
  normalIdNo,
} from '../identity/identity.ts';
import type { Actor } from '../journal/journal.ts';
import { codePointOf } from '../kernel/characters.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import type { Applicant, Application, ReceiveFacts, SuppliedMaterial, Supply, SupplyFacts } from './application.ts';
import { checkForm } from './form-answers.ts';
import { checkLicenceAct, checkNamedLicence, checkPaperLicence, checkRenewal } from './licence-acts.ts';
import { type ApplicationRefusalCode, applicationRefusals } from './refusals.ts';

type Checked = Refusal<ApplicationRefusalCode> | undefined;

/**
 * An applicant at his own door may not say that he stands at the counter, where presence is seen (R16), nor wave his own
 * identity check; both are for the clerk to say.
 */
export function checkDoor(application: Application, actor: Actor): Checked {
  // A child of a matter comes through the door at which the matter was checked.
  if (actor.kind === 'robot' && application.matter !== undefined) return undefined;
  const staff = actor.kind === 'person';
  const atCounter = application.channel === 'window' || application.channel === 'station';
  if (staff === atCounter && (staff || application.applicant.idOverrideReason === undefined)) return undefined;
  return refuse(applicationRefusals, 'channel-not-yours', { channel: application.channel, by: actor.kind });
}

/** All that can be wrong with an application before anybody judges whether it is complete. */
export function checkApplication(application: Application, facts: ReceiveFacts, at: Instant): Refusal | undefined {
  const item = facts.item?.inForce?.item;
  if (facts.item === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId: application.itemId });
  if (item === undefined) return refuse(applicationRefusals, 'item-not-in-force', { itemId: application.itemId });
  return (
    checkVersion(application, facts) ??
    checkApplicantKind(application.applicant, item) ??
    checkIdentity(application.applicant) ??
    checkRepresented(application.applicant) ??
    checkPrintable(facts.unprintable) ??
    checkRepresentation(application, item, at) ??
    checkCredit(application, item, facts, at) ??
    checkRenewal(application, at) ??
    checkLicenceAct(application, item) ??
    checkPaperLicence(application, item, facts) ??
    checkNamedLicence(application, item, facts.licence) ??
    checkForm(application.form, item, 'whole') ??
    checkDisputes(application, item) ??
    checkDeferral(application, item, at) ??
    checkMaterials(application.materials, item) ??
    checkDeclined(application, item) ??
    (application.truthStatement ? undefined : refuse(applicationRefusals, 'truth-statement-missing'))
  );
}

/** What is supplied later must be of the guide, and must answer everything that was asked (R4, R26). */
export function checkSupplied(supply: Supply, facts: Pick<SupplyFacts, 'version' | 'owed'>): Checked {
  const item = facts.version?.item;
  if (item === undefined) return refuse(applicationRefusals, 'unknown-case');
  const wrong = checkForm(supply.form, item, 'part') ?? checkMaterials(supply.materials, item);
  if (wrong !== undefined) return wrong;
  const promised = supply.deferral?.codes ?? [];
  const given = new Set([...supply.materials.map(({ code }) => code), ...Object.keys(supply.form), ...promised]);
  const open = facts.owed.filter((code) => !given.has(code));
  return open.length === 0 ? undefined : refuse(applicationRefusals, 'nothing-supplied', { missing: open });
}

/** R32: only a notice is answered with a promise; what was promised once is brought, and the day stands. */
export function checkPromised(
  { deferral }: Supply,
  { version, promise }: Pick<SupplyFacts, 'version' | 'promise'>,
  at: Instant,
): Checked {
  if (deferral === undefined) return undefined;
  const { codes, untilOn } = deferral;
  const mayPromise = promise !== undefined && !promise.unrepairedFalsePromise && untilOn <= promise.latestOn;
  if (mayPromise && version !== undefined) return checkDeferral({ deferral }, version.item, at);
  return refuse(applicationRefusals, 'deferral-not-allowed', { codes, untilOn, latestOn: promise?.latestOn ?? null });
}

function checkVersion(application: Application, facts: ReceiveFacts): Checked {
  const inForce = facts.item?.inForce?.version;
  const filled = application.itemVersion ?? inForce;
  if (filled === inForce) return undefined;
  return refuse(applicationRefusals, 'item-not-in-force', {
    itemId: application.itemId,
    filledVersion: filled ?? null,
    versionInForce: inForce ?? null,
  });
}

function checkApplicantKind(applicant: Applicant, item: Item): Checked {
  const natural = applicant.kind === 'naturalPerson';
  if (item.subject.includes(natural ? '自然人' : '法人')) return undefined;
  return refuse(applicationRefusals, 'not-open-to-applicant', { kind: applicant.kind, open: item.subject });
}

function checkIdentity(applicant: Applicant): Checked {
  if (applicant.idOverrideReason !== undefined) return undefined;
  const wrong = [
    ...wrongId('applicant.idNo', applicant.idType, applicant.idNo),
    ...(applicant.legalRepresentative === undefined
      ? []
      : wrongId('applicant.legalRepresentative.idNo', 'citizenId', applicant.legalRepresentative.idNo)),
  ];
  return wrong.length === 0 ? undefined : refuse(applicationRefusals, 'identity-invalid', { fields: wrong });
}

/** R44: recusal is matched against who stands behind an organisation, so that he may not stay unnamed. */
function checkRepresented({ kind, legalRepresentative }: Applicant): Checked {
  if (kind === 'naturalPerson' || legalRepresentative !== undefined) return undefined;
  return refuse(applicationRefusals, 'legal-representative-missing', { kind });
}

/** R25: acceptance, by silence too, is told in a letter; a name that no letter can write is settled while somebody is there. */
function checkPrintable(unprintable: readonly string[]): Checked {
  if (unprintable.length === 0) return undefined;
  const codes = unprintable.map(codePointOf);
  return refuse(applicationRefusals, 'name-not-printable', { characters: unprintable, codes });
}

function wrongId(path: string, idType: Applicant['idType'], idNo: string): readonly string[] {
  switch (idType) {
    case 'citizenId': {
      const checked = checkCitizenId(normalIdNo(idNo));
      return checked.valid ? [] : [`${path}: ${checked.why}`];
    }
    case 'uscc': {
      const checked = checkUscc(normalIdNo(idNo));
      return checked.valid ? [] : [`${path}: ${checked.why}`];
    }
    case 'passport':
    case 'otherDocument':
      return [];
    default:
      return idType satisfies never;
  }
}

/** R15–R17: the agent's letter at this very act, presence where the law wants it, no agent on both sides. */
/** R15–R17: who acts for the applicant, by which letter, and whether he acts for the other side too. */
export function checkRepresentation(
  application: Pick<Application, 'agent' | 'applicant' | 'opposing' | 'channel'>,
  item: Item,
  at: Instant,
): Refusal | undefined {
  const personalPresence = personalInstrumentOf(item) !== undefined;
  const { agent, applicant, opposing } = application;
  const counter = application.channel === 'window';
  const presence = checkPresence({
    matter: item.id,
    personalPresence,
    byAgent: agent !== undefined,
    channel: counter ? 'counter' : 'online',
    signature: counter ? 'handwritten' : 'electronic',
  });
  if (presence !== undefined) return presence;
  if (agent === undefined) return undefined;
  const checked = checkCitizenId(normalIdNo(agent.idNo));
  if (!checked.valid)
    return refuse(applicationRefusals, 'identity-invalid', { fields: [`agent.idNo: ${checked.why}`] });
  const own = {
    principalIdNo: applicant.idNo,
    agentIdNo: agent.idNo,
    consented: opposing?.applicantConsented ?? false,
  };
  return (
    checkAgent({
      letter: agent.letter,
      principalIdNo: applicant.idNo,
      agentIdNo: agent.idNo,
      matter: item.id,
      power: 'apply',
      at,
      personalPresence,
    }) ??
    (opposing === undefined
      ? undefined
      : checkOpposing(own, {
          principalIdNo: opposing.principal.idNo,
          agentIdNo: opposing.agentIdNo,
          consented: opposing.consented,
        }))
  );
}

function checkCredit(application: Application, item: Item, facts: ReceiveFacts, at: Instant): Refusal | undefined {
  if (facts.bar !== undefined) return facts.bar;
  const { credit } = facts;
  if (credit.barredUntilOn !== undefined && dateInChina(at) < credit.barredUntilOn) {
    const detail = { untilOn: credit.barredUntilOn, reason: credit.barReason ?? '' };
    return refuse(applicationRefusals, 're-application-barred', detail);
  }
  // The choice may also be a field of the form, on which the rules decide: it is the same choice.
  if (application.route === 'normal' && application.form['byPromise'] !== true) return undefined;
  const reason = promiseClosed(item) ?? (credit.unrepairedFalsePromise ? 'unrepaired-false-promise' : undefined);
  return reason === undefined
    ? undefined
    : refuse(applicationRefusals, 'promise-route-closed', { itemId: item.id, reason });
}

/** R33: on the public list, outside the excluded fields or created by a statute of its own, and known to the rules. */
function promiseClosed({ intake: { promise }, decide }: Item): string | undefined {
  if (!promise.offered || !promise.listed) return 'not-in-public-list';
  if (promise.excludedBy !== 'none' && promise.createdBy === null) return promise.excludedBy;
  return decide.some((row) => row.outcome === 'APPROVE_PROMISE') ? undefined : 'no-rule';
}

/** R32: only what the guide calls deferrable is promised for later, and only where it takes an application that way. */
function checkDeferral({ deferral }: Pick<Application, 'deferral'>, item: Item, at: Instant): Checked {
  if (deferral === undefined) return undefined;
  const deferrable = item.materials.filter(({ necessity }) => necessity === 'deferrable').map(({ code }) => code);
  const codes = deferral.codes.filter((code) => !deferrable.includes(code));
  const isOpen = item.intake.tolerant && codes.length === 0 && deferral.untilOn >= dateInChina(at);
  return isOpen ? undefined : refuse(applicationRefusals, 'deferral-not-allowed', { codes, untilOn: deferral.untilOn });
}

/** R47: what is disputed is something that a source answered, and the answer is of its kind. */
function checkDisputes({ disputes = [] }: Application, item: Item): Checked {
  const shared = new Map(inputsFrom(item).flatMap((input) => (input.source === 'share' ? [[input.name, input]] : [])));
  const fields = disputes.flatMap(({ name, value }) => {
    const input = shared.get(name);
    if (input === undefined) return [`disputes.${name}: unknown`];
    return isOfType(input, value) ? [] : [`disputes.${name}: type`];
  });
  return fields.length === 0 ? undefined : refuse(applicationRefusals, 'form-invalid', { fields });
}

function checkMaterials(materials: readonly SuppliedMaterial[], item: Item): Checked {
  const known = new Set(item.materials.map((material) => material.code));
  const unknown = materials.map((material) => material.code).filter((code) => !known.has(code));
  return unknown.length === 0
    ? checkMakers(materials, item)
    : refuse(applicationRefusals, 'material-unknown', { codes: unknown });
}

/** What is declined is something that would have been fetched. */
function checkDeclined({ sharing }: Application, item: Item): Refusal | undefined {
  const shown = new Set(
    claimsOf(item)
      .filter(isShown)
      .map(({ code }) => code),
  );
  const foreign = (sharing?.declined ?? []).filter((code) => !shown.has(code));
  if (foreign.length === 0) return undefined;
  return refuse(consentRefusals, 'consent-claim-not-needed', { itemId: item.id, claims: foreign });
}

/** R8: the uploaded report of an intermediary says who made it, and that maker's code verifies. */
function checkMakers(materials: readonly SuppliedMaterial[], item: Item): Checked {
  const reports = item.materials.filter(({ intermediary }) => intermediary !== null).map(({ code }) => code);
  const wrong = materials.filter(({ code, source, maker }) => {
    if (maker === undefined) return source === 'file' && reports.includes(code);
    return !reports.includes(code) || wrongId('maker.idNo', 'uscc', maker.idNo).length > 0;
  });
  const codes = [...new Set(wrong.map(({ code }) => code))];
  return codes.length === 0 ? undefined : refuse(applicationRefusals, 'maker-missing', { codes });
}
