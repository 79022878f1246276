import type { SealView } from '../seal/seal.ts';
import type { Platform } from '../platform.ts';
import { organStream } from '../identity/identity.ts';
import type { SealAct } from '../seal/actions.ts';
import type { Caller, Role } from './caller.ts';

/** Who may look at seals and their use at all. */
export const sealReaders = [
  'departmentHead',
  'departmentStaff',
  'legalReviewer',
  'sealKeeper',
  'chiefRepresentative',
  'supervisor',
  'centreManager',
] as const satisfies readonly Role[];

/** Who may knock with which verb of a seal; whether the verb is lawful is the seal's own question. */
export const sealRoles = {
  requestSeal: ['departmentHead'],
  makeSeal: ['departmentHead'],
  fileSeal: ['departmentHead'],
  putSealInUse: ['departmentHead'],
  offerSeal: ['sealKeeper', 'departmentHead'],
  takeSeal: ['sealKeeper'],
  stopSeal: ['sealKeeper', 'departmentHead', 'supervisor'],
  handBackSeal: ['sealKeeper', 'departmentHead'],
} as const satisfies Record<SealAct, readonly Role[]>;

/** The USCC of the organ in which the caller serves. */
export function organOf(platform: Platform, caller: Caller | undefined): string | undefined {
  if (caller?.kind !== 'staff') return undefined;
  return platform.identity.organs.get(organStream(caller.person.organ))?.view?.uscc;
}

/** Seals are a matter of their organ; the district's supervisors and the managers of the centre see all. */
export function maySee(platform: Platform, caller: Caller | undefined, { made, requested }: SealView): boolean {
  const overAll = caller?.roles.some((role) => role === 'supervisor' || role === 'centreManager') === true;
  return overAll || (made ?? requested)?.organ === organOf(platform, caller);
}
