import { type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import type { LicencePorts } from './bringing.ts';
import { type CredentialKeys, type HolderJwk, issueCredential } from './credential.ts';
import { type Licence, standingOn } from './licence.ts';
import { licenceRefusals } from './refusals.ts';
import { LIST_SIZE, signStatusList, statusBytes, statusPlace } from './status-list.ts';
import { findStatusIndex, listMarked } from './store.ts';

/** What licences are shown with as data. */
export interface ShowPorts extends Pick<LicencePorts, 'journal' | 'realm'> {
  readonly credentialKeys: CredentialKeys;
  /** The address under which credentials and status lists name this platform. */
  readonly publicUrl: string;
  /** Fresh randomness for the disclosures, base64url. */
  readonly salt: (bytes: number) => string;
}

/** The credential of the version in use, made out now; only of a licence that stands (R46). */
export async function credentialOf(
  ports: ShowPorts,
  licence: Licence,
  at: Instant,
  holderKey?: HolderJwk,
): Promise<string | Refusal> {
  const { status } = standingOn(licence, dateInChina(at));
  if (status !== 'valid') return refuse(licenceRefusals, 'licence-not-live', { status, act: 'credential' });
  if (licence.paper !== undefined) return refuse(licenceRefusals, 'licence-on-paper', { paperNo: licence.paper.no });
  const { journal, realm, credentialKeys, publicUrl, salt } = ports;
  const place = await findStatusIndex(journal.pool, realm, licence.stream, licence.version);
  if (place === undefined) throw new Error(`${licence.licenceNo} has no place in the status lists`);
  const key = await credentialKeys.open(licence.organ);
  const request = { licence, status: statusPlace(publicUrl, place), issuer: publicUrl, at, salt };
  return issueCredential({ ...request, ...(holderKey === undefined ? {} : { holderKey }) }, key);
}

/** The signed status list with this number; undefined where no licence has a place in it yet. */
export async function statusListToken(ports: ShowPorts, list: number, at: Instant): Promise<string | undefined> {
  const { journal, realm, credentialKeys, publicUrl } = ports;
  const from = list * LIST_SIZE;
  const marked = await listMarked(journal.pool, realm, from, from + LIST_SIZE);
  if (marked === undefined) return undefined;
  const bytes = statusBytes(marked.map(({ place, status }) => ({ idx: place - from, status })));
  // The library keeps the list for all organs; its key is certified like theirs.
  const key = await credentialKeys.open({ uscc: `library-${realm}`, name: '电子证照库' });
  return signStatusList({ uri: statusPlace(publicUrl, from).uri, bytes, at }, key);
}
