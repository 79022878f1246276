import type { Authority, Call, CasePorts } from '../application/application.ts';
import { authorityFor, findPerson, isHeadOf, personFence, unmeasured } from '../application/application.ts';
import { addWorkingDays } from '../calendar/calendar.ts';
import { type Ceremony, hashToConfirm, openCeremony, useOfAct } from '../confirmation/actions.ts';
import type { Confirming, StaffSigner } from '../confirmation/confirmation.ts';
import { checkRecusal } from '../identity/identity.ts';
import { identityRefusals } from '../identity/refusals.ts';
import { perform, readStream } from '../journal/actions.ts';
import type { Performed, StepContext } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina } from '../kernel/time.ts';
import type { Power } from '../mandate/mandate.ts';
import { lifeRefusals } from '../mandate/refusals.ts';
import { type ActLetterPorts, draftActLetter, type LetterOccasion, sealActLetter } from './act-letter.ts';
import { agreedToServiceOnline, answerUntil } from './course-acts.ts';
import { ANSWER_DAYS, type ActLetter } from './ending-course.ts';
import { type Licence, viewLicence } from './licence.ts';
import {
  type ActOnLicence,
  actOnLicence,
  eventOf,
  type LetteredAct,
  type LicenceVerb,
  type LifeFacts,
  mayAct,
  type SignedAct,
} from './life.ts';
import { licenceRefusals } from './refusals.ts';
import { signEvent } from './signing.ts';

export interface LicenceActPorts extends CasePorts, ActLetterPorts {
  readonly signer: StaffSigner;
}

/** The organ acts on a licence: under a mandate what a letter can give, by the office of its head everything (R81); signed (R72). */
export function act(
  ports: LicenceActPorts,
  call: Call,
  licence: Pick<Licence, 'stream'>,
  { given, ...shown }: ShownAct & { readonly given: Confirming },
): Promise<Performed | Refusal> {
  const useId = useOfAct(call.requestId, licence.stream, shown.command);
  return actWithin(ports, call, { licence, shown, ceremony: openCeremony(ports.signer, given, useId) });
}

/**
 * The letter that the act would issue, as who signs it reads it before (R71). Nothing is written to the record; refused is what would
 * be refused at the signature.
 */
export async function draftAct(
  ports: LicenceActPorts,
  { actor, at }: Pick<Call, 'actor' | 'at'>,
  { stream }: Pick<Licence, 'stream'>,
  command: LetteredAct,
): Promise<ActLetter | Refusal> {
  const view = viewLicence(await readStream(ports.journal, ports.realm, stream));
  const context = { actor, at, stream };
  const drafted = await draftFor(ports, await attemptOn(ports, { view, command }, context), context);
  if (isRefusal(drafted)) return drafted;
  return drafted.draft ?? refuse(licenceRefusals, 'ending-without-letter', { act: command.act });
}

/** The hash of the act that this signature would make, for a passkey to confirm. Nothing is written. */
export function licenceActToConfirm(
  ports: LicenceActPorts,
  call: Call,
  licence: Pick<Licence, 'stream'>,
  shown: ShownAct,
): Promise<string | Refusal> {
  return hashToConfirm((ceremony) => actWithin(ports, call, { licence, shown, ceremony }));
}

/** An act, and the hash of the letter that its signer was shown; absent where the act issues none. */
export interface ShownAct {
  readonly command: ActOnLicence;
  readonly documentHash?: string;
}

interface Acting {
  readonly licence: Pick<Licence, 'stream'>;
  readonly shown: ShownAct;
  readonly ceremony: Ceremony;
}

function actWithin(ports: LicenceActPorts, call: Call, { licence, shown, ceremony }: Acting) {
  const { command, documentHash } = shown;
  return perform(ports.journal, actOnLicence, {
    realm: ports.realm,
    ...call,
    stream: licence.stream,
    command,
    async facts(events, context) {
      const attempt = await attemptOn(ports, { view: viewLicence(events), command }, context);
      return { ...attempt, signed: await signedAct(ports, { ...attempt, ceremony, documentHash }, context) };
    },
  });
}

interface Attempt extends Omit<LifeFacts, 'signed'> {
  readonly view: Licence | undefined;
  readonly command: ActOnLicence;
}

async function attemptOn(
  ports: LicenceActPorts,
  { view, command }: Pick<Attempt, 'view' | 'command'>,
  by: Pick<Call, 'actor' | 'at'>,
): Promise<Attempt> {
  const authority = authorityToAct(ports, by, view, command.act);
  const answerUntilOn = view === undefined ? undefined : answerUntil(ports, view.course);
  const isServedOnline = view !== undefined && (await agreedToServiceOnline(ports, view));
  const soonestAnswerUntilOn = addWorkingDays(ports.calendar(), dateInChina(by.at), ANSWER_DAYS);
  return { view, command, authority, answerUntilOn, soonestAnswerUntilOn, isServedOnline };
}

interface Drafted {
  readonly occasion: LetterOccasion;
  readonly draft: ActLetter | undefined;
}

async function draftFor(ports: LicenceActPorts, attempt: Attempt, context: StepContext): Promise<Drafted | Refusal> {
  const { view, command, authority } = attempt;
  // No key is opened, and no letter printed, for an act that the law refuses anyway.
  const refused = mayAct(view, command, attempt, context.at);
  if (refused !== undefined) return refused;
  if (view === undefined || isRefusal(authority)) return refuse(licenceRefusals, 'unknown-licence');
  const related = againstRelation(ports, view, command, context);
  if (related !== undefined) return related;
  const occasion = { licence: view, command, authority, servedOnline: attempt.isServedOnline, at: context.at };
  const draft = await draftActLetter(ports, occasion);
  return isRefusal(draft) ? draft : { occasion, draft };
}

interface Signing extends Attempt {
  readonly ceremony: Ceremony;
  readonly documentHash: string | undefined;
}

async function signedAct(ports: LicenceActPorts, attempt: Signing, context: StepContext): Promise<SignedAct | Refusal> {
  const { ceremony, documentHash: shown } = attempt;
  const drafted = await draftFor(ports, attempt, context);
  if (isRefusal(drafted)) return drafted;
  const { occasion, draft } = drafted;
  const { licence, command, authority } = occasion;
  // R71: the letter that he was shown is the one that he signs.
  if (draft !== undefined && draft.documentHash !== shown)
    return refuse(lifeRefusals, 'letter-changed', { shown: shown ?? null, current: draft.documentHash });
  const { type, data } = eventOf(licence, command, draft);
  const made = await signEvent(ceremony, { type, data, authority }, context);
  if (isRefusal(made)) return made;
  const letter = draft === undefined ? undefined : await sealActLetter(ports, occasion, draft);
  if (isRefusal(letter)) return letter;
  return { signed: made.signed, letter, fences: [...made.fences, ...(letter?.fences ?? [])] };
}

/** R44, T05: nobody acts on the licence of somebody to whom he is related, whatever he declares. */
function againstRelation(
  ports: LicenceActPorts,
  { holder }: Licence,
  { recusal }: ActOnLicence,
  { actor }: StepContext,
): Refusal | undefined {
  const person = findPerson(ports, actor);
  if (person === undefined) return refuse(identityRefusals, 'person-unknown', { personId: actor.id });
  return checkRecusal(person, [{ role: 'applicant', idNo: holder.idNo }], recusal);
}

/** What a letter can give; the rest is for the head (许可法 8, 69; 行政处罚法 9). */
const DELEGABLE = { replace: 'replaceLicence', cancel: 'cancel' } as const satisfies Partial<
  Record<LicenceVerb, Power>
>;

/** The power on which an act on a licence rests; a refusal says what is missing. */
export function authorityToAct(
  ports: CasePorts,
  call: Pick<Call, 'actor' | 'at'>,
  licence: Licence | undefined,
  verb: LicenceVerb,
): Authority | Refusal {
  if (licence === undefined) return refuse(licenceRefusals, 'unknown-licence');
  const { organ, basis, holder } = licence;
  if (isHeadOf(ports, call.actor, organ.code))
    return { office: organ.code, fences: [personFence(ports, call.actor.id)] };
  const power = verb === 'replace' || verb === 'cancel' ? DELEGABLE[verb] : undefined;
  if (power === undefined) return refuse(licenceRefusals, 'licence-act-not-yours', { act: verb });
  const scope = { applicantKind: holder.kind, region: ports.realm };
  const asked = { power, itemId: basis.itemId, adverse: false, scope, flags: [], signatureNo: 1 };
  return authorityFor(ports, call, unmeasured(asked));
}
