import { z } from 'zod';
import licences from '../../../db/terms/licence-list.json' with { type: 'json' };
import regionNames from '../../../db/terms/regions.json' with { type: 'json' };
import sourceNames from '../../../db/terms/sources.json' with { type: 'json' };
import { LicenceList } from './catalogue-file.ts';
import type { PublicationFacts } from './publication.ts';

let licenceCodes: PublicationFacts['licenceList'] | undefined;
let sources: ReadonlyMap<string, string> | undefined;
let regions: ReadonlyMap<string, string> | undefined;

/**
 * Code lists that items are checked against and that no district writes for itself: divisions (GB/T 2260, down to counties),
 * the licence list 行政许可事项清单, and the names of licences and shares. Each is read through when it is first asked for: most
 * programs that start ask for none of them.
 */
export const codeLists: Pick<PublicationFacts, 'licenceList'> & { readonly sources: ReadonlyMap<string, string> } = {
  get licenceList() {
    licenceCodes ??= new Set(LicenceList.parse(licences).map(({ basicCode }) => basicCode));
    return licenceCodes;
  },
  get sources() {
    const named = () => Object.entries(z.record(z.string(), z.object({ zh: z.string() })).parse(sourceNames));
    sources ??= new Map(named().map(([id, { zh }]) => [id, zh]));
    return sources;
  },
};

/** The name of a division by its six digits (GB/T 2260); undefined where the standard has none. */
export function regionName(code: string): string | undefined {
  regions ??= new Map(Object.entries(z.record(z.string().regex(/^\d{6}$/), z.string()).parse(regionNames)));
  return regions.get(code.slice(0, 6));
}
