import { caseStream } from '../application/actions.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { ReadingKind } from '../reading/reading.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { type OpenedCase, openCase, postFor } from './case-access.ts';
import { httpRefusals } from './refusals.ts';
import { noteReading } from './staff-reading.ts';

export interface AskedToRead {
  readonly caseNo: string;
  readonly what: ReadingKind;
  readonly at: Instant;
  /** Why, of whoever has to say so. */
  readonly reason?: string;
}

/**
 * The case for somebody who reads in it: `openCase`, and before anything is shown a line in the record of readings. Parties read
 * what is their own. Who supervises may read everything and handles nothing, so he says why (个人信息保护法6, 51).
 */
export async function readCase(
  platform: Platform,
  caller: Caller | undefined,
  { caseNo, what, at, reason }: AskedToRead,
): Promise<OpenedCase | Refusal> {
  const opened = await openCase(platform, caller, caseNo, at);
  if (isRefusal(opened) || caller?.kind !== 'staff') return opened;
  const post = postFor(platform, caller, opened, at);
  if (post === undefined) return refuse(httpRefusals, 'not-permitted');
  const reading = { subject: caseStream(caseNo), reader: caller.person.personId, post, what, at, reason };
  return (await noteReading(platform, reading)) ?? opened;
}
