import type { FenceUse } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { askedIn, challengeIn, takeAnswered } from './challenges.ts';
import { checkCode } from './codes.ts';
import { verifyAssertion } from './passkey.ts';
import type { CameThrough, Challenge, Confirmation, Confirming, PasskeyAnswer } from './record.ts';
import { confirmationRefusals } from './refusals.ts';
import { type ConfirmationRoom, waysOf } from './room.ts';
import { findPasskeyUse, notePasskeyUse } from './store.ts';
import { type HeldPasskey, waysStream } from './ways.ts';

/** A confirmation that holds: what the record keeps of it, and by what the signing key opens. */
export interface Confirmed {
  readonly confirmation: Confirmation;
  /** The PIN, or a verified passkey, to which the owner entrusted the key. */
  readonly opens: { readonly pin: string } | 'entrusted';
  /** Passed by the act, so that nothing is confirmed by a way after the commit that removed it. */
  readonly fences: readonly FenceUse[];
}

/** One confirmation for the act (or the batch) `useId`. */
export interface ConfirmationAsked {
  readonly personId: string;
  readonly given: Confirming;
  readonly useId: string;
  readonly at: Instant;
}

/** R72: whether what the signer brought shows that nobody but he confirms, and confirms exactly this. */
export async function confirm(room: ConfirmationRoom, asked: ConfirmationAsked): Promise<Confirmed | Refusal> {
  const held = room.ways.get(waysStream(asked.personId));
  const fences =
    held === undefined ? [] : [{ key: waysStream(asked.personId), epoch: held.epoch, mode: 'pass' as const }];
  const { given } = asked;
  const made = 'passkey' in given ? await byPasskey(room, asked, given) : await byPin(room, asked, given);
  return isRefusal(made) ? made : { ...made, fences };
}

type Made = Omit<Confirmed, 'fences'>;

async function byPasskey(
  room: ConfirmationRoom,
  { personId, useId, at }: ConfirmationAsked,
  { passkey, through }: Extract<Confirming, { readonly passkey: unknown }>,
): Promise<Made | Refusal> {
  const made = await answered(room, { personId, useId, at }, { passkey, through, purpose: 'sign' });
  if (isRefusal(made)) return made;
  const { question, known } = made;
  const { credentialId, publicKey } = known;
  const { origin, rpId } = question;
  const { authenticatorData, clientDataJSON, signature } = passkey.credential.response;
  const proof = { credentialId, publicKey, authenticatorData, clientDataJSON, signature, rpId, origin };
  return { confirmation: { way: 'passkey', ...proof, asked: askedIn(question) }, opens: 'entrusted' };
}

/** The question that one of the person's passkeys answered, used up by `useId`, and that passkey. */
export async function answered(
  room: ConfirmationRoom,
  { personId, useId, at }: Omit<ConfirmationAsked, 'given'>,
  {
    passkey,
    through,
    purpose,
  }: {
    readonly passkey: PasskeyAnswer;
    readonly through: CameThrough;
    readonly purpose: Exclude<Challenge['purpose'], 'register'>;
  },
): Promise<{ readonly question: Challenge; readonly known: HeldPasskey } | Refusal> {
  const { nonce, credential } = passkey;
  const taken = { actor: { id: personId }, through, nonce, purpose, requestId: useId, at };
  const question = await takeAnswered(room, taken);
  if (isRefusal(question)) return question;
  const known = waysOf(room, personId).passkeys.find(({ credentialId }) => credentialId === credential.id);
  if (known === undefined) return refuse(confirmationRefusals, 'passkey-unknown');
  const { database } = room.door;
  const { credentialId, publicKey } = known;
  const use = await findPasskeyUse(database, room.realm, credentialId);
  const { origin, rpId } = question;
  // The same act may ask again after a lost race; its own count is no regression.
  const counter = use === undefined || use.lastUse === useId ? 0 : use.counter;
  const expected = { challenge: challengeIn(room.realm, question), origin, rpId };
  const verified = await verifyAssertion(passkey, expected, { credentialId, publicKey, counter });
  if (isRefusal(verified)) return verified;
  const counted = { counter: verified.counter, lastUse: useId, usedAt: at };
  if (!(await notePasskeyUse(database, room.realm, credentialId, counted))) {
    return refuse(confirmationRefusals, 'passkey-refused', { why: 'counter' });
  }
  return { question, known };
}

async function byPin(
  room: ConfirmationRoom,
  { personId, useId, at }: ConfirmationAsked,
  { pin, code, through }: Extract<Confirming, { readonly pin: string }>,
): Promise<Made | Refusal> {
  const { passkeys, codes } = waysOf(room, personId);
  if (code === undefined || through === undefined) {
    // Who registered something better is never asked for less: else a stolen PIN would do.
    const isEnough = room.pinAlone && passkeys.length === 0 && !codes;
    return isEnough
      ? { confirmation: { way: 'pin' }, opens: { pin } }
      : refuse(confirmationRefusals, 'confirmation-missing');
  }
  if (!codes) return refuse(confirmationRefusals, 'codes-not-enabled');
  const step = await checkCode(room, { personId, code, through, useId, at });
  return isRefusal(step) ? step : { confirmation: { way: 'code', step }, opens: { pin } };
}
