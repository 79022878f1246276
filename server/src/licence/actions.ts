import {
  type Authority,
  authorityFor,
  type Call,
  type CasePorts,
  findOrgan,
  holderKey,
  isHeadOf,
  personFence,
  unmeasured,
} from '../application/application.ts';
import { type Journal, perform, readStream } from '../journal/actions.ts';
import type { Actor, Performed } from '../journal/journal.ts';
import { createRegister, type Register } from '../journal/register.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Power } from '../mandate/mandate.ts';
import { type LicencePorts, licenceRobot } from './bringing.ts';
import {
  defineLicenceType,
  type Licence,
  licenceStreamOf,
  type LicenceType,
  licenceTypeStream,
  viewLicence,
  viewLicenceType,
} from './licence.ts';
import { type ActOnLicence, actOnLicence, type LicenceVerb, recordExpiry } from './life.ts';
import { licenceRefusals } from './refusals.ts';
import { type LicencePlace, listHeld, listOfOrgan } from './store.ts';

export { type LicencePorts, licenceRobot, licencesBrought } from './bringing.ts';
export { type CredentialKeys, credentialType, HolderJwk, presentCredential } from './credential.ts';
export { ActOnLicence, type LicenceVerb, maySuffer } from './life.ts';
export { coveredNo, documentOf } from './sealed-document.ts';
export { credentialOf, type ShowPorts, statusListToken } from './showing.ts';
export { LIST_SECONDS } from './status-list.ts';

/** The types of licences of a realm in memory. */
export function createLicenceTypeRegister(journal: Journal, realm: string): Register<LicenceType | undefined> {
  return createRegister(journal.pool, realm, licenceTypeStream(''), viewLicenceType);
}

/** Defines a type of licence. */
export function defineType(
  ports: Pick<LicencePorts, 'journal' | 'realm' | 'organs'>,
  call: { readonly actor: Actor; readonly requestId: string; readonly at: Instant },
  command: LicenceType,
): Promise<Performed | Refusal> {
  return perform(ports.journal, defineLicenceType, {
    realm: ports.realm,
    ...call,
    stream: licenceTypeStream(command.typeId),
    command,
    facts: () => ({ organ: findOrgan(ports, command.organ) }),
  });
}

/** The organ acts on a licence: under a mandate what a letter can give, by the office of its head everything (R81). */
export function act(
  ports: CasePorts,
  call: Call,
  licence: Pick<Licence, 'stream'>,
  command: ActOnLicence,
): Promise<Performed | Refusal> {
  return perform(ports.journal, actOnLicence, {
    realm: ports.realm,
    ...call,
    stream: licence.stream,
    command,
    facts: (events) => ({ authority: authorityToAct(ports, call, viewLicence(events), command.act) }),
  });
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
  act: LicenceVerb,
): Authority | Refusal {
  if (licence === undefined) return refuse(licenceRefusals, 'unknown-licence');
  const { organ, basis, holder } = licence;
  if (isHeadOf(ports, call.actor, organ.code))
    return { office: organ.code, fences: [personFence(ports, call.actor.id)] };
  const power = act === 'replace' || act === 'cancel' ? DELEGABLE[act] : undefined;
  if (power === undefined) return refuse(licenceRefusals, 'licence-act-not-yours', { act });
  const scope = { applicantKind: holder.kind, region: ports.realm };
  const asked = { power, itemId: basis.itemId, adverse: false, scope, flags: [], signatureNo: 1 };
  return authorityFor(ports, call, unmeasured(asked));
}

/** Records the end of a term; a licence renewed meanwhile, or ended otherwise, stays as it is. */
export function expire(
  ports: Pick<LicencePorts, 'journal' | 'realm'>,
  call: Pick<Call, 'requestId' | 'at'>,
  stream: string,
): Promise<Performed | Refusal> {
  const frame = { realm: ports.realm, ...call, actor: licenceRobot, stream };
  return perform(ports.journal, recordExpiry, { ...frame, command: undefined, facts: () => undefined });
}

/** The licence under this identifier, whichever of its versions that names; undefined where the library has none. */
export async function licenceByNo(
  ports: Pick<LicencePorts, 'journal' | 'realm'>,
  licenceNo: string,
): Promise<Licence | undefined> {
  const stream = licenceStreamOf(licenceNo);
  if (stream === undefined) return undefined;
  const licence = viewLicence(await readStream(ports.journal, ports.realm, stream));
  return licence?.numbers.includes(licenceNo) === true ? licence : undefined;
}

/** More than anybody holds; a list that is cut says so by its length. */
const HELD_LIMIT = 200;

/** The licences of whoever has this number, the newest first, ended ones among them. */
export async function licencesOf(
  ports: Pick<LicencePorts, 'journal' | 'realm'>,
  idNo: string,
): Promise<readonly Licence[]> {
  const { journal, realm } = ports;
  const places = await listHeld(journal.pool, realm, holderKey(realm, idNo), HELD_LIMIT);
  return licencesAt(ports, places);
}

async function licencesAt(
  { journal, realm }: Pick<LicencePorts, 'journal' | 'realm'>,
  places: readonly LicencePlace[],
): Promise<readonly Licence[]> {
  const streams = await Promise.all(places.map(({ stream }) => readStream(journal, realm, stream)));
  return streams.flatMap((events) => viewLicence(events) ?? []);
}

const PAGE = 20;

/** The newest licences of an organ, or of all for null; `cursor` goes on behind the page before. */
export async function licencesOfOrgan(
  ports: Pick<LicencePorts, 'journal' | 'realm'>,
  organ: string | null,
  cursor = Number.MAX_SAFE_INTEGER,
): Promise<{ readonly licences: readonly Licence[]; readonly next: number | undefined }> {
  const { journal, realm } = ports;
  const places = await listOfOrgan(journal.pool, realm, organ, { before: cursor, limit: PAGE });
  const next = places.length < PAGE ? undefined : places.at(-1)?.place;
  return { licences: await licencesAt(ports, places), next };
}
