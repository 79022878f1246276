import { holderKey, type NamedLicences } from '../application/application.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import type { LicencePorts } from './bringing.ts';
import { licenceByNo, licencesOf } from './finding.ts';
import { type Licence, standingOn } from './licence.ts';
import { certificateNo } from './sealed-document.ts';

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
    async numbered({ paperNo, idNo }) {
      const byNo = await licenceByNo(ports, plain(paperNo));
      if (byNo !== undefined) return byNo.licenceNo;
      const held = await licencesOf(ports, idNo);
      return held.find((licence) => numbersOf(licence).includes(plain(paperNo)))?.licenceNo;
    },
  };
}

/** Every number by which its paper may go: those of its versions, long and as printed, and that of the licence which it continues. */
function numbersOf({ numbers, continues, paper }: Licence): readonly string[] {
  const old = [continues, paper?.no].flatMap((no) => no ?? []);
  return [...numbers, ...numbers.map(certificateNo), ...old].map(plain);
}

/** People type numbers with gaps, in small letters and in wide ones. */
function plain(no: string): string {
  return no.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}
