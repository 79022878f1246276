import { z } from 'zod';
import licences from '../../../db/terms/licence-list.json' with { type: 'json' };
import regionNames from '../../../db/terms/regions.json' with { type: 'json' };
import sourceNames from '../../../db/terms/sources.json' with { type: 'json' };
import { LicenceList } from './catalogue-file.ts';
import type { PublicationFacts } from './publication.ts';

/**
 * Code lists that items are checked against and that no district writes for itself: divisions (GB/T 2260, down to counties),
 * the licence list 行政许可事项清单, and the names of licences and shares.
 */
export const codeLists: Pick<PublicationFacts, 'licenceList'> & { readonly sources: ReadonlyMap<string, string> } = {
  licenceList: new Set(LicenceList.parse(licences).map(({ basicCode }) => basicCode)),
  sources: new Map(
    Object.entries(z.record(z.string(), z.object({ zh: z.string() })).parse(sourceNames)).map(([id, { zh }]) => [
      id,
      zh,
    ]),
  ),
};

const regions = new Map(Object.entries(z.record(z.string().regex(/^\d{6}$/), z.string()).parse(regionNames)));

/** The name of a division by its six digits (GB/T 2260); undefined where the standard has none. */
export function regionName(code: string): string | undefined {
  return regions.get(code.slice(0, 6));
}
