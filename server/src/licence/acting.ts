import type { Authority, Call, CasePorts } from '../application/application.ts';
import { authorityFor, findPerson, isHeadOf, personFence, unmeasured } from '../application/application.ts';
import { type Ceremony, hashToConfirm, openCeremony, signAct, useOfAct } from '../confirmation/actions.ts';
import type { Confirming, StaffSigner } from '../confirmation/confirmation.ts';
import { checkRecusal } from '../identity/identity.ts';
import { identityRefusals } from '../identity/refusals.ts';
import { perform } from '../journal/actions.ts';
import type { Performed, StepContext } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Power } from '../mandate/mandate.ts';
import { type Licence, viewLicence } from './licence.ts';
import { type ActOnLicence, actOnLicence, eventOf, type LicenceVerb, type SignedAct } from './life.ts';
import { licenceRefusals } from './refusals.ts';

export interface LicenceActPorts extends CasePorts {
  readonly signer: StaffSigner;
}

/** The organ acts on a licence: under a mandate what a letter can give, by the office of its head everything (R81); signed (R72). */
export function act(
  ports: LicenceActPorts,
  call: Call,
  licence: Pick<Licence, 'stream'>,
  { command, given }: { readonly command: ActOnLicence; readonly given: Confirming },
): Promise<Performed | Refusal> {
  const useId = useOfAct(call.requestId, licence.stream, command);
  return actWithin(ports, call, { licence, command, ceremony: openCeremony(ports.signer, given, useId) });
}

/** The hash of the act that this signature would make, for a passkey to confirm. Nothing is written. */
export function licenceActToConfirm(
  ports: LicenceActPorts,
  call: Call,
  licence: Pick<Licence, 'stream'>,
  command: ActOnLicence,
): Promise<string | Refusal> {
  return hashToConfirm((ceremony) => actWithin(ports, call, { licence, command, ceremony }));
}

interface Acting {
  readonly licence: Pick<Licence, 'stream'>;
  readonly command: ActOnLicence;
  readonly ceremony: Ceremony;
}

function actWithin(ports: LicenceActPorts, call: Call, { licence, command, ceremony }: Acting) {
  return perform(ports.journal, actOnLicence, {
    realm: ports.realm,
    ...call,
    stream: licence.stream,
    command,
    async facts(events, context) {
      const view = viewLicence(events);
      const authority = authorityToAct(ports, call, view, command.act);
      const signed = await signedAct(ports, { view, command, authority, ceremony }, context);
      return { authority, signed };
    },
  });
}

interface Attempt {
  readonly view: Licence | undefined;
  readonly command: ActOnLicence;
  readonly authority: Authority | Refusal;
  readonly ceremony: Ceremony;
}

const unsigned: SignedAct = {
  fences: [],
  signed: {
    recusal: 'none',
    confirmation: { way: 'pin' },
    signature: { algorithm: '', certificateSerial: '', value: '' },
  },
};

async function signedAct(
  ports: LicenceActPorts,
  { view, command, authority, ceremony }: Attempt,
  context: StepContext,
): Promise<SignedAct | Refusal> {
  // No key is opened for an act that the law refuses anyway.
  const tried = actOnLicence.decide(view, command, { authority, signed: unsigned }, context);
  if (isRefusal(tried)) return tried;
  if (view === undefined || isRefusal(authority)) return refuse(licenceRefusals, 'unknown-licence');
  const related = againstRelation(ports, view, command, context);
  if (related !== undefined) return related;
  const { type, data } = eventOf(view, command);
  const place = { stream: context.stream, type, signer: context.actor.id, mandate: authority.ref };
  const { office } = authority;
  const declared = { recusal: 'none' as const, ...(office === undefined ? {} : { office }) };
  return signAct(ceremony, place, { data, declared }, context);
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
