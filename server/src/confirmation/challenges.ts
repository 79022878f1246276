import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { PasskeyAddress } from './address.ts';
import {
  type Asked,
  type CameThrough,
  changeChallengeOf,
  type Challenge,
  challengeOf,
  type WayChange,
} from './record.ts';
import { type ConfirmationRefusalCode, confirmationRefusals } from './refusals.ts';
import { type ConfirmationRoom, waysOf } from './room.ts';
import { findChallenge, insertChallenge, takeChallenge } from './store.ts';

/** Long enough to read a summary of two hundred cases once more, short enough that nobody answers it tomorrow. */
const MINUTES = 5;

/** Of whom a question is asked, where and when. */
export interface AskedOf {
  readonly personId: string;
  readonly through: CameThrough;
  readonly address: PasskeyAddress;
  readonly at: Instant;
}

/** Begins the registration of a passkey: the nonce, which is the challenge, and what is registered already. */
export async function askToRegister(
  room: ConfirmationRoom,
  of: AskedOf,
): Promise<{ readonly nonce: string; readonly held: readonly string[] }> {
  const { nonce } = await ask(room, of, 'register', []);
  return { nonce, held: waysOf(room, of.personId).passkeys.map(({ credentialId }) => credentialId) };
}

/** Asks a passkey to confirm exactly these decisions, given by the SM3 of their canonical bytes in order. */
export async function askToSign(
  room: ConfirmationRoom,
  of: AskedOf,
  decisions: readonly string[],
): Promise<{ readonly nonce: string; readonly challenge: string } | Refusal<ConfirmationRefusalCode>> {
  if (waysOf(room, of.personId).passkeys.length === 0) return refuse(confirmationRefusals, 'passkey-unknown');
  const asked = await ask(room, of, 'sign', decisions);
  return { nonce: asked.nonce, challenge: challengeOf(room.realm, of.personId, askedIn(asked)) };
}

/** Asks a passkey to confirm that its owner changes his ways of confirming. */
export async function askToChange(
  room: ConfirmationRoom,
  of: AskedOf,
  change: WayChange,
): Promise<{ readonly nonce: string; readonly challenge: string } | Refusal<ConfirmationRefusalCode>> {
  if (waysOf(room, of.personId).passkeys.length === 0) return refuse(confirmationRefusals, 'passkey-unknown');
  const { nonce, askedAt } = await ask(room, of, 'change', [change]);
  return { nonce, challenge: changeChallengeOf(room.realm, of.personId, { nonce, askedAt, change }) };
}

/** What the passkey signed, from the question as it was kept. */
export function challengeIn(realm: string, question: Challenge): string {
  const { purpose, personId, nonce, askedAt, decisions } = question;
  switch (purpose) {
    // There is nothing yet that the challenge of a registration could be the hash of.
    case 'register':
      return nonce;
    case 'change':
      return changeChallengeOf(realm, personId, { nonce, askedAt, change: decisions[0] ?? '' });
    case 'sign':
      return challengeOf(realm, personId, askedIn(question));
    default:
      return purpose satisfies never;
  }
}

/** What of a question stands in the record. */
export function askedIn({ nonce, askedAt, decisions }: Challenge): Asked {
  return { nonce, askedAt, decisions: [...decisions] };
}

/** The question that an answer answers, used up by this act; refused when it is another's, over, or used. */
export async function takeAnswered(
  { door, realm }: ConfirmationRoom,
  answered: {
    readonly actor: { readonly id: string };
    readonly through: CameThrough;
    readonly nonce: string;
    readonly purpose: Challenge['purpose'];
    readonly requestId: string;
    readonly at: Instant;
  },
): Promise<Challenge | Refusal<ConfirmationRefusalCode>> {
  const { nonce, purpose, requestId, at } = answered;
  const owner = { personId: answered.actor.id, tokenHash: answered.through.tokenHash };
  const asked = await findChallenge(door.database, realm, { nonce, purpose, ...owner });
  if (asked === undefined) return refuse(confirmationRefusals, 'challenge-unknown');
  if (asked.expiresAt <= at) return refuse(confirmationRefusals, 'challenge-expired', { expiresAt: asked.expiresAt });
  const isOurs = await takeChallenge(door.database, realm, nonce, requestId);
  return isOurs ? asked : refuse(confirmationRefusals, 'challenge-used');
}

async function ask(
  { door, realm }: ConfirmationRoom,
  { personId, through, address, at }: AskedOf,
  purpose: Challenge['purpose'],
  decisions: readonly string[],
): Promise<Challenge> {
  const challenge = {
    nonce: Buffer.from(door.random(32)).toString('base64url'),
    purpose,
    personId,
    tokenHash: through.tokenHash,
    ...address,
    askedAt: at,
    expiresAt: new Date(Date.parse(at) + MINUTES * 60_000).toISOString(),
    decisions,
    usedBy: null,
  };
  await insertChallenge(door.database, realm, challenge);
  return challenge;
}
