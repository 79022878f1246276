import { waysStream } from '../confirmation/confirmation.ts';
import { readStream } from '../journal/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { BundledStream } from './evidence-bundle.ts';
import { z } from 'zod';

const Confirmed = z.looseObject({ confirmation: z.looseObject({ way: z.literal('passkey') }) });
const SignedAct = z.looseObject({ signed: Confirmed });
const Named = z.looseObject({ label: z.string() });
const Decided = z.looseObject({ signature: Confirmed });

/**
 * The registrations of the passkeys with which the signers in these streams confirmed (R72), each up to the last signature that it
 * is needed for: whose key it was and that it was not removed is then proved by the log, and nothing later or else is told.
 */
export async function registrationsFor(
  { journal, realm }: Platform,
  streams: readonly BundledStream[],
): Promise<readonly BundledStream[]> {
  const lastAt = new Map<string, Instant>();
  for (const { stream, mayRead, untilSeq } of streams) {
    for (const event of await readStream(journal, realm, stream)) {
      const isTold = event.seq <= (untilSeq ?? event.seq) && mayRead([event]) && isConfirmedByPasskey(event);
      if (isTold && event.at > (lastAt.get(event.actor.id) ?? '')) lastAt.set(event.actor.id, event.at);
    }
  }
  const found = await Promise.all(
    [...lastAt].toSorted().map(async ([personId, at]) => {
      const stream = waysStream(personId);
      const events = await readStream(journal, realm, stream);
      const untilSeq = events.findLast((event) => event.at <= at && isOfPasskey(event))?.seq;
      return untilSeq === undefined ? [] : [{ stream, mayRead: isPublic, untilSeq }];
    }),
  );
  return found.flat();
}

/** Codes and PINs prove nothing to others: of those acts a bundle has commitments, where one of a passkey follows, and else nothing. */
function isOfPasskey({ type }: Recorded): boolean {
  return type === 'PasskeyRegistered' || type === 'PasskeyRemoved';
}

/** What is proved to everybody names no device; an act of before that does is committed to and not shown. */
function isPublic(act: readonly Recorded[]): boolean {
  return act.every((event) => isOfPasskey(event) && !Named.safeParse(event.data).success);
}

/** Decisions keep the confirmation beside their words or in the signature, other acts under `signed`. */
function isConfirmedByPasskey({ data }: Recorded): boolean {
  return [Confirmed, SignedAct, Decided].some((kept) => kept.safeParse(data).success);
}
