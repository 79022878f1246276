import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/refusal.ts';
import { licenceByNo } from '../licence/actions.ts';
import type { Licence } from '../licence/licence.ts';
import { licenceRefusals } from '../licence/refusals.ts';
import type { Platform } from '../platform.ts';
import type { Caller, Role } from './caller.ts';
import { httpRefusals } from './refusals.ts';

/** Whose work has to do with the licences of an organ. */
export const licenceStaff = [
  'postedOfficer',
  'chiefRepresentative',
  'departmentHead',
  'departmentStaff',
  'legalReviewer',
  'supervisor',
] as const satisfies readonly Role[];

/** The organ whose licences the caller sees; null for all, undefined for none. */
export function organSeen(caller: Caller | undefined): string | null | undefined {
  if (caller?.kind !== 'staff') return undefined;
  if (caller.roles.includes('supervisor')) return null;
  return caller.posts.find(({ kind }) => licenceStaff.some((role) => role === kind))?.organ;
}

/** The licence, for its holder and for the organ that issued it; for anybody else it is as if there were none. */
export async function openLicence(
  platform: Platform,
  caller: Caller | undefined,
  licenceNo: string,
): Promise<Licence | Refusal> {
  if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
  const licence = await licenceByNo(platform, licenceNo);
  const seen = organSeen(caller);
  const keys = [licence?.holder.key, licence?.foundedBy];
  const isHis = caller.kind === 'applicant' && keys.includes(caller.key);
  const isOurs = seen === null || (seen !== undefined && licence?.organ.code === seen);
  return licence !== undefined && (isHis || isOurs)
    ? licence
    : refuse(licenceRefusals, 'unknown-licence', { licenceNo });
}
