import { caseStream } from '../application/actions.ts';
import { holderKey } from '../application/application.ts';
import { feeRefusals } from '../fee/refusals.ts';
import { readStream } from '../journal/actions.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Licence } from '../licence/licence.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { isHeldFrom } from './letters-shown.ts';
import { openLicence } from './licence-access.ts';
import { noteReading, type StaffReading } from './staff-reading.ts';

export type ReadAs = Omit<StaffReading, 'reader' | 'post'>;

/** What staff read of licences: in the first of their roles, and as supervisors wherever they are. */
export async function noteStaffReading(platform: Platform, caller: Caller, read: ReadAs): Promise<Refusal | undefined> {
  if (caller.kind !== 'staff') return undefined;
  const post = caller.roles.includes('supervisor') ? 'supervisor' : (caller.roles[0] ?? 'staff');
  return noteReading(platform, { ...read, reader: caller.person.personId, post });
}

/** What a search for the licences of a person is noted under: his number stands nowhere in it. */
export function searchSubject(realm: string, idNo: string): string {
  return `licence-search/${holderKey(realm, idNo)}`;
}

export interface AskedLicence extends Pick<ReadAs, 'at' | 'reason'> {
  readonly licenceNo: string;
}

/** The licence for somebody who reads it: `openLicence`, and before anything is shown a line in the record of readings. */
export async function readLicence(
  platform: Platform,
  caller: Caller | undefined,
  { licenceNo, ...read }: AskedLicence,
): Promise<Licence | Refusal> {
  const licence = await openLicence(platform, caller, licenceNo);
  if (isRefusal(licence) || caller === undefined) return licence;
  return (await noteLicence(platform, caller, licence, read)) ?? licence;
}

export function noteLicence(
  platform: Platform,
  caller: Caller,
  { stream }: Pick<Licence, 'stream'>,
  read: Pick<ReadAs, 'at' | 'reason'>,
): Promise<Refusal | undefined> {
  return noteStaffReading(platform, caller, { ...read, subject: stream, what: 'licence' });
}

/** R9: the papers of a licence are the result of its case; an unpaid fee holds them back like the decision itself. */
export async function againstHeldLicence(
  platform: Platform,
  caller: Caller | undefined,
  { basis }: { readonly basis: Pick<Licence['basis'], 'caseNo'> },
): Promise<Refusal | undefined> {
  if (basis.caseNo === '' || caller?.kind === 'staff') return undefined;
  const events = await readStream(platform.journal, platform.realm, caseStream(basis.caseNo));
  return isHeldFrom(platform, caller, events, 'licence') ? refuse(feeRefusals, 'fee-unpaid') : undefined;
}

const REGISTER = 'licence-register';

/** The register as a whole, which only who supervises sees beyond his own organ: he says why first, for twelve hours. */
export async function noteRegister(
  platform: Platform,
  caller: Caller | undefined,
  read: Pick<ReadAs, 'at' | 'reason'>,
): Promise<Refusal | undefined> {
  if (caller === undefined || !caller.roles.includes('supervisor')) return undefined;
  return noteStaffReading(platform, caller, { ...read, subject: REGISTER, what: 'licence' });
}

/** Each licence that the list shows to who supervises, so that its holder sees it: under the reason that he gave for the register. */
export async function noteListed(
  platform: Platform,
  caller: Caller | undefined,
  licences: readonly Pick<Licence, 'stream'>[],
  at: ReadAs['at'],
): Promise<void> {
  if (caller?.kind !== 'staff' || !caller.roles.includes('supervisor')) return;
  const [last] = await platform.readings.list({ subject: REGISTER, reader: caller.person.personId });
  const reason = last?.reason;
  await Promise.all(licences.map((licence) => noteLicence(platform, caller, licence, { at, reason })));
}
