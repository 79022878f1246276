import { holderKey, type NamedLicences } from '../application/application.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import type { LicencePorts } from './bringing.ts';
import { licenceByNo } from './finding.ts';
import { type Licence, standingOn } from './licence.ts';

/** How receipt sees a licence that somebody with this number names (R46): the number may be that of an earlier version. */
export function namedBy(realm: string, idNo: string, licence: Licence, at: Instant) {
  const { holder, organ, typeId, validToOn } = licence;
  const { status } = standingOn(licence, dateInChina(at));
  return { isOwn: holder.key === holderKey(realm, idNo), organ: organ.code, typeId, status, validToOn };
}

/** The library, as receipt asks it before a case begins that could never be granted. */
export function namedLicences(ports: Pick<LicencePorts, 'journal' | 'realm'>): NamedLicences {
  return {
    async find({ licenceNo, idNo, at }) {
      const licence = await licenceByNo(ports, licenceNo);
      return licence === undefined ? undefined : namedBy(ports.realm, idNo, licence, at);
    },
  };
}
