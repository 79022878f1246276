import { holderKey } from '../application/application.ts';
import { readStream } from '../journal/actions.ts';
import type { LicencePorts } from './bringing.ts';
import { type Licence, licenceStreamOf, viewLicence } from './licence.ts';
import { type LicencePlace, listHeld, listOfOrgan } from './store.ts';

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
