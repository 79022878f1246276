import { z } from 'zod';
import { caseStream } from '../application/actions.ts';
import { holderKey } from '../application/application.ts';
import { feeRefusals } from '../fee/refusals.ts';
import { readStream } from '../journal/actions.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Licence } from '../licence/licence.ts';
import type { Platform } from '../platform.ts';
import type { ReadingKind } from '../reading/reading.ts';
import type { Caller } from './caller.ts';
import { isHeldFrom } from './letters-shown.ts';

/** Why somebody reads what is not his to handle, in his words. */
export const ReadingReason = z.string().trim().min(4).max(400);

export interface ReadAs {
  readonly subject: string;
  readonly what: ReadingKind;
  readonly at: Instant;
  /** Why, of whoever has to say so. */
  readonly reason?: string | undefined;
}

/**
 * Staff who look at a licence or a matter read the data of a person: noted before it is shown (个人信息保护法 51, 55). Who
 * supervises handles nothing, so he says why (个人信息保护法 6), and is refused before.
 */
export async function noteStaffReading(
  platform: Platform,
  caller: Caller,
  { subject, what, at, reason }: ReadAs,
): Promise<Refusal | undefined> {
  if (caller.kind !== 'staff') return undefined;
  const seesAll = caller.roles.includes('supervisor');
  const post = seesAll ? 'supervisor' : (caller.roles[0] ?? 'staff');
  const reading = { subject, reader: caller.person.personId, post, what, readAt: at };
  if (seesAll) return platform.readings.noteWithReason(reason === undefined ? reading : { ...reading, reason });
  await platform.readings.note(reading);
  return undefined;
}

/** What a search for the licences of a person is noted under: his number stands nowhere in it. */
export function searchSubject(realm: string, idNo: string): string {
  return `licence-search/${holderKey(realm, idNo)}`;
}

/** The same for a licence. */
export function noteLicence(
  platform: Platform,
  caller: Caller,
  { stream }: Pick<Licence, 'stream'>,
  { at, reason }: Pick<ReadAs, 'at' | 'reason'>,
): Promise<Refusal | undefined> {
  return noteStaffReading(platform, caller, { subject: stream, what: 'licence', at, reason });
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
