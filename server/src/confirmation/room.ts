import type { Door } from '../identity/actions.ts';
import type { Journal } from '../journal/actions.ts';
import { createRegister, type Register } from '../journal/register.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { viewWays, type Ways, waysStream } from './ways.ts';

/** The signing keys of staff, wherever they lie. */
export interface EntrustedKeys {
  /** Whether this PIN opens the person's key. */
  readonly check: (personId: string, pin: string) => Promise<Refusal | undefined>;
  /** Puts the key under another PIN; where this request has done so already it changes nothing and counts no wrong PIN. */
  readonly changePin: (
    personId: string,
    pin: string,
    newPin: string,
    requestId: string,
  ) => Promise<Refusal | undefined>;
  /** From now on a verified passkey opens the key too; the PIN proves that its owner wants it. */
  readonly entrust: (personId: string, pin: string) => Promise<Refusal | undefined>;
  readonly takeBack: (personId: string) => Promise<void>;
}

/** What confirming works with. */
export interface ConfirmationRoom {
  readonly realm: string;
  readonly journal: Journal;
  /** Where attempts are charged and chance comes from. */
  readonly door: Door;
  readonly ways: Register<Ways>;
  readonly keys: EntrustedKeys;
  /** Encrypts the secrets of one-time codes. */
  readonly codeKey: () => Promise<Uint8Array>;
  /** Whether the PIN alone confirms, of people who registered nothing better: demonstrations and development only. */
  readonly pinAlone: boolean;
  /** Whether the actor is head of the organ to which the other person belongs. */
  readonly isHeadOver: (actorId: string, personId: string, at: Instant) => boolean;
}

/** Everybody's ways of confirming in memory; `catchUp` fills it. */
export function createWaysRegister(journal: Journal, realm: string): Register<Ways> {
  return createRegister(journal.pool, realm, waysStream(''), viewWays);
}

/** With what the person can confirm now. */
export function waysOf({ ways }: Pick<ConfirmationRoom, 'ways'>, personId: string): Ways {
  return ways.get(waysStream(personId))?.view ?? viewWays([]);
}
