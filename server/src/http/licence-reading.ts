import { caseStream } from '../application/actions.ts';
import { feeRefusals } from '../fee/refusals.ts';
import { readStream } from '../journal/actions.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Licence } from '../licence/licence.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { isHeldFrom } from './letters-shown.ts';

/** Staff who look at a licence read the data of its holder: noted before it is shown (个人信息保护法 51, 55). */
export async function noteLicence(platform: Platform, caller: Caller, { stream }: Licence, at: Instant): Promise<void> {
  if (caller.kind !== 'staff') return;
  const post = caller.roles[0] ?? 'staff';
  await platform.readings.note({ subject: stream, reader: caller.person.personId, post, what: 'licence', readAt: at });
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
