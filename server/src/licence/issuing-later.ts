import { z } from 'zod';
import { caseStream } from '../application/actions.ts';
import {
  type Authority,
  authorityFor,
  type Call,
  type CasePorts,
  fencesOf,
  findPerson,
  isHeadOf,
  mandateOf,
  personFence,
  unmeasured,
} from '../application/application.ts';
import { type Ceremony, hashToConfirm, openCeremony, useOfAct } from '../confirmation/actions.ts';
import type { Confirming, StaffSigner } from '../confirmation/confirmation.ts';
import { viewDecision } from '../decision/decision.ts';
import { checkRecusal } from '../identity/identity.ts';
import { identityRefusals } from '../identity/refusals.ts';
import { perform, readStream } from '../journal/actions.ts';
import type { Decided, FenceUse, NewEvent, Performed, Recorded, Step, StepContext } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { codeFor, gives, grantedLicence, heldOrNew, type LicencePorts, POWERS } from './bringing.ts';
import {
  changeLicence,
  closeLicence,
  foundedHolder,
  type GrantedLicence,
  issueLicence,
  renewLicence,
} from './granting.ts';
import { type Licence, viewLicence } from './licence.ts';
import { licenceRefusals } from './refusals.ts';
import { LicenceRecusal, type LicenceSigned } from './signed-act.ts';
import { signEvent } from './signing.ts';

/** Issues what a decision granted and its mandate did not allow to be issued: why now, and the declaration on recusal. */
export const IssueLater = z.strictObject({
  reason: z.string().trim().min(4).max(400),
  recusal: LicenceRecusal,
  /** Of what a registration founds: the code and name in the registry, where the platform is not told them. */
  uscc: z.string().trim().max(18).exactOptional(),
  name: z.string().trim().min(1).max(200).exactOptional(),
});
export type IssueLater = z.infer<typeof IssueLater>;

export interface LaterPorts extends CasePorts, Pick<LicencePorts, 'licenceTypes' | 'mandateBook' | 'registry'> {
  readonly signer: StaffSigner;
}

/**
 * A licence that a granted case is owed: the mandate of its decision did not give the power to make it out (R81), or what was founded
 * had no code yet.
 */
export interface OwedLicence {
  readonly granted: GrantedLicence;
  readonly why: 'noPower' | 'noCode';
}

/** What the library holds for a granted case: the licence as it was made out, or that it is owed. */
export interface CaseLicence {
  readonly made: Licence | undefined;
  readonly owed: OwedLicence | undefined;
}

/** What came of the licence that a case grants; neither where it grants none, or where silence could not renew one (R63). */
export async function licenceOfCase(
  ports: Pick<LaterPorts, 'journal' | 'realm' | 'items' | 'organs' | 'licenceTypes' | 'mandateBook'>,
  events: readonly Recorded[],
): Promise<CaseLicence> {
  const granted = grantedLicence(ports, events);
  if (granted === undefined) return { made: undefined, owed: undefined };
  const view = viewLicence(await readStream(ports.journal, ports.realm, await streamFor(ports, granted)));
  if (isMadeOut(view, granted.issued.basis.caseNo)) return { made: view, owed: undefined };
  const why = whyOwed(ports, granted);
  return { made: undefined, owed: why === undefined ? undefined : { granted, why } };
}

/** Where it is made out: in the licence that it continues, or anew where it renews one that the library does not have. */
async function streamFor(ports: Pick<LaterPorts, 'journal' | 'realm'>, granted: GrantedLicence): Promise<string> {
  const held = heldOrNew(granted);
  if (granted.act !== 'renew') return held;
  const isKept = viewLicence(await readStream(ports.journal, ports.realm, held)) !== undefined;
  return isKept ? held : heldOrNew({ ...granted, act: 'issue' });
}

function whyOwed(ports: Pick<LaterPorts, 'mandateBook'>, granted: GrantedLicence): OwedLicence['why'] | undefined {
  if (!gives(ports, granted, POWERS[granted.act])) return 'noPower';
  return granted.founds === undefined ? undefined : 'noCode';
}

/** The licence as it can be made out now: for what was founded under its code, from the registry or as the registrar enters it. */
async function readyToIssue(
  ports: LaterPorts,
  granted: GrantedLicence,
  { uscc, name, at }: Pick<IssueLater, 'uscc' | 'name'> & Pick<Call, 'at'>,
): Promise<GrantedLicence | undefined> {
  if (granted.founds === undefined) return granted;
  const coded = await codeFor(ports, granted, at);
  const issued = foundedHolder(granted, ports.realm, { uscc: coded.uscc ?? uscc, name });
  return issued === undefined ? undefined : { ...granted, issued };
}

function isMadeOut(view: Licence | undefined, caseNo: string): boolean {
  return view?.history.some((act) => act.caseNo === caseNo) === true;
}

interface LaterFacts {
  readonly granted: GrantedLicence;
  readonly authority: Authority | Refusal;
  readonly signed: { readonly signed: LicenceSigned; readonly fences: readonly FenceUse[] } | Refusal;
}

/** The act that the decision would have brought about, by somebody who has the power (R81). */
const issueLater: Step<IssueLater, Licence | undefined, LaterFacts> = {
  name: 'issueLicenceLater',
  view: viewLicence,
  decide(view, { reason }, { granted, authority, signed }, context) {
    const made = unsignedOf(view, reason, { granted, authority }, context);
    if (isRefusal(made)) return made;
    if (isRefusal(authority)) return authority;
    if (isRefusal(signed)) return signed;
    const [event, ...more] = made.events.map((one) => ({ ...one, data: { ...one.data, signed: signed.signed } }));
    if (event === undefined || more.length > 0) throw new Error('a licence is made out by one event');
    return { ...made, events: [event], fences: [...(made.fences ?? []), ...fencesOf(authority), ...signed.fences] };
  },
};

const STEPS = { issue: issueLicence, renew: renewLicence, change: changeLicence, cancel: closeLicence } as const;

/** The event before it is signed: what the decision would have brought about, with why it comes later, on another power. */
function unsignedOf(
  view: Licence | undefined,
  reason: string,
  { granted, authority }: Pick<LaterFacts, 'granted' | 'authority'>,
  context: StepContext,
): Decided | Refusal {
  if (isRefusal(authority)) return authority;
  const { caseNo } = granted.issued.basis;
  if (isMadeOut(view, caseNo)) return refuse(licenceRefusals, 'no-licence-owed', { caseNo });
  // A renewal of what the library does not have is made out anew, as the robot does it.
  const step = granted.act === 'renew' && view === undefined ? issueLicence : STEPS[granted.act];
  const decided = step.decide(view, { ...granted, mandate: undefined }, undefined, context);
  if (isRefusal(decided)) return decided;
  const later = { reason, caseNo };
  const events = decided.events.map((event): NewEvent => ({
    ...event,
    data: { ...event.data, later },
    ...mandateOf(authority),
  }));
  return { ...decided, events };
}

/** Makes out the licence that a case is owed. */
export function makeOutLater(
  ports: LaterPorts,
  call: Call,
  caseNo: string,
  { command, given }: { readonly command: IssueLater; readonly given: Confirming },
): Promise<Performed | Refusal> {
  const useId = useOfAct(call.requestId, caseStream(caseNo), command);
  return within(ports, call, { caseNo, command, ceremony: openCeremony(ports.signer, given, useId) });
}

/** The hash that a passkey confirms. Nothing is written. */
export function laterToConfirm(
  ports: LaterPorts,
  call: Call,
  caseNo: string,
  command: IssueLater,
): Promise<string | Refusal> {
  return hashToConfirm((ceremony) => within(ports, call, { caseNo, command, ceremony }));
}

interface Later {
  readonly caseNo: string;
  readonly command: IssueLater;
  readonly ceremony: Ceremony;
}

async function within(
  ports: LaterPorts,
  call: Call,
  { caseNo, command, ceremony }: Later,
): Promise<Performed | Refusal> {
  const events = await readStream(ports.journal, ports.realm, caseStream(caseNo));
  const found = grantedLicence(ports, events);
  if (found === undefined || whyOwed(ports, found) === undefined)
    return refuse(licenceRefusals, 'no-licence-owed', { caseNo });
  const granted = await readyToIssue(ports, found, { ...command, at: call.at });
  if (granted === undefined) return refuse(licenceRefusals, 'code-not-assigned', { caseNo });
  return perform(ports.journal, issueLater, {
    realm: ports.realm,
    ...call,
    stream: await streamFor(ports, granted),
    command,
    async facts(before, context) {
      const authority = authorityToMakeOut(ports, call, {
        granted,
        signatures: viewDecision(events).signatures.length,
      });
      const made = { granted, authority };
      return {
        ...made,
        signed: await signedLater(ports, { ...made, command, ceremony, view: viewLicence(before) }, context),
      };
    },
  });
}

async function signedLater(
  ports: LaterPorts,
  {
    granted,
    authority,
    command,
    ceremony,
    view,
  }: Omit<LaterFacts, 'signed'> & Omit<Later, 'caseNo'> & { readonly view: Licence | undefined },
  context: StepContext,
): Promise<LaterFacts['signed']> {
  const made = unsignedOf(view, command.reason, { granted, authority }, context);
  if (isRefusal(made)) return made;
  if (isRefusal(authority)) return authority;
  const person = findPerson(ports, context.actor);
  if (person === undefined) return refuse(identityRefusals, 'person-unknown', { personId: context.actor.id });
  const parties = [{ role: 'applicant' as const, idNo: granted.issued.holder.idNo }];
  const related = checkRecusal(person, parties, command.recusal);
  if (related !== undefined) return related;
  const [event] = made.events;
  if (event === undefined) throw new Error('nothing to make out');
  return signEvent(ceremony, { type: event.type, data: event.data, authority }, context);
}

/** Who may make out what was granted: the head of the organ by his office, or whose mandate gives the very power. */
export function authorityToMakeOut(
  ports: CasePorts,
  call: Pick<Call, 'actor' | 'at'>,
  { granted, signatures }: { readonly granted: GrantedLicence; readonly signatures: number },
): Authority | Refusal {
  const { organ, basis, holder } = granted.issued;
  if (isHeadOf(ports, call.actor, organ.code))
    return { office: organ.code, fences: [personFence(ports, call.actor.id)] };
  const scope = { applicantKind: holder.kind, region: ports.realm };
  // The decision bears the signatures that its class asks for; what follows from it is one act more by one of the last signers' rank.
  const asked = {
    power: POWERS[granted.act],
    itemId: basis.itemId,
    adverse: false,
    scope,
    flags: [],
    signatureNo: signatures,
  };
  return authorityFor(ports, call, unmeasured(asked));
}
