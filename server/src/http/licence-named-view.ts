import { z } from 'zod';
import { isForNew, namedIn, type ReceivedApplication } from '../application/application.ts';
import type { Item } from '../catalogue/catalogue.ts';

/** The licence that an application is about, as who decides must see it: in the library, on paper as it was seen, or not named. */
export const LicenceNamed = z
  .object({
    act: z.enum(['change', 'renew', 'cancel']).exactOptional(),
    /** Absent where the item is about a licence that is held and the application names none. */
    licenceNo: z.string().exactOptional(),
    /** The library does not have it: what was seen on the paper. */
    paper: z.object({ kind: z.string(), issuer: z.string() }).exactOptional(),
  })
  .meta({ id: 'LicenceNamed', description: 'The licence that the case is about (R46)' });

/** The part of a case that says which licence it is about; nothing where a new one is applied for. */
export function licenceNamedPart(
  received: ReceivedApplication,
  { result }: Item,
): { readonly licenceNamed?: z.input<typeof LicenceNamed> } {
  const { paperLicence } = received;
  const named = namedIn(received);
  if (paperLicence !== undefined) {
    const { licenceNo, kind, issuer } = paperLicence;
    const act = named === undefined ? {} : { act: named.act };
    return { licenceNamed: { ...act, licenceNo, paper: { kind, issuer } } };
  }
  if (named !== undefined) return { licenceNamed: { act: named.act, licenceNo: named.licenceNo } };
  return result.licenceType === null || isForNew(result) ? {} : { licenceNamed: {} };
}
