import { perform, readStream } from '../journal/actions.ts';
import type { Actor, Performed, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { isFreshSignIn } from './address.ts';
import { checkCode, forgetCodes, readSecret } from './codes.ts';
import { codeAddress, encryptSecret } from './one-time-code.ts';
import { verifyNewPasskey } from './passkey.ts';
import { type ChangeAsked, proveChange } from './change.ts';
import type { CameThrough, NewPasskey, WayProof } from './record.ts';
import { confirmationRefusals } from './refusals.ts';
import { type ConfirmationRoom, waysOf } from './room.ts';
import { namePasskey, notePasskeyUse, replaceCodeSecret } from './store.ts';
import { takeAnswered } from './challenges.ts';
import {
  enableCodes,
  notePinChange,
  registerPasskey,
  removeCodes,
  type RemoveCodes,
  removePasskey,
  type RemovePasskey,
  resetWays,
  type Ways,
  waysStream,
} from './ways.ts';

export { type Ceremony, hashToConfirm, openCeremony, signAct, useOfAct } from './ceremony.ts';
export { type AskedOf, askToChange, askToRegister, askToSign } from './challenges.ts';
export { type Confirmed, confirm } from './confirm.ts';
export { type ConfirmationRoom, createWaysRegister, type EntrustedKeys, waysOf } from './room.ts';
export { findPasskeyUse } from './store.ts';

/** One act on one's own ways of confirming, from a session that began at `signedInAt`. */
export interface WayErrand {
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
  readonly through: CameThrough;
  readonly signedInAt: Instant;
}

type Answer = Promise<Performed | Refusal>;

/** A change of one's ways of confirming, with the answer by one that is held already. */
type Proven<Command> = Command & { readonly proof?: WayProof };

/**
 * Registers a passkey: fresh sign-in, right PIN, verified answer, and the answer by a way that is held already. From then on it
 * opens the signing key.
 */
export async function keepPasskey(
  room: ConfirmationRoom,
  errand: WayErrand,
  { pin, label, answer, proof }: Proven<{ readonly pin: string; readonly label: string; readonly answer: NewPasskey }>,
): Answer {
  const personId = errand.actor.id;
  const refused = checkFresh(errand) ?? (await room.keys.check(personId, pin));
  if (refused !== undefined) return refused;
  const asked = await takeAnswered(room, { ...errand, nonce: answer.nonce, purpose: 'register' });
  if (isRefusal(asked)) return asked;
  // The challenge of a registration is its nonce: there is nothing yet that it could be the hash of.
  const made = await verifyNewPasskey(answer, { ...asked, challenge: asked.nonce });
  if (isRefusal(made)) return made;
  const { counter, ...passkey } = made;
  const unproved = await proveChange(room, changeBy(errand, 'addPasskey', proof));
  if (unproved !== undefined) return unproved;
  const entrusted = await room.keys.entrust(personId, pin);
  if (entrusted !== undefined) return entrusted;
  const command = { ...passkey, transports: [...passkey.transports] };
  const kept = await performOnWays(room, errand, personId, {
    step: registerPasskey,
    command,
    facts: () => ({
      isTaken: room.ways.list().some(({ view }) => holds(view, passkey.credentialId)),
      isProved: proof !== undefined,
    }),
  });
  const use = { counter, lastUse: errand.requestId, usedAt: errand.at };
  if (!isRefusal(kept)) {
    await notePasskeyUse(room.door.database, room.realm, passkey.credentialId, use);
    await namePasskey(room.door.database, room.realm, passkey.credentialId, label);
    // Codes that were begun before, without an answer by this passkey, are not to be started behind its owner's back.
    if (!waysOf(room, personId).codes) await forgetCodes(room, personId, errand.at);
  } else if (waysOf(room, personId).passkeys.length === 0) await room.keys.takeBack(personId);
  return kept;
}

/** Removes a passkey of one's own: lost, compromised or replaced. */
export async function dropPasskey(
  room: ConfirmationRoom,
  errand: WayErrand,
  { proof, ...command }: Proven<RemovePasskey>,
): Answer {
  const personId = errand.actor.id;
  const refused = checkFresh(errand) ?? (await proveChange(room, changeBy(errand, 'removePasskey', proof)));
  if (refused !== undefined) return refused;
  const facts = () => ({ isProved: proof !== undefined });
  const dropped = await performOnWays(room, errand, personId, { step: removePasskey, command, facts });
  if (waysOf(room, personId).passkeys.length === 0) await room.keys.takeBack(personId);
  if (!isRefusal(dropped)) await namePasskey(room.door.database, room.realm, command.credentialId, null);
  return dropped;
}

/**
 * Puts one's own signing key under another PIN, on record; the one that its owner was given opens nothing else. The key changes first:
 * a request that ended between both and comes again only notes what it has done.
 */
export async function changePin(
  room: ConfirmationRoom,
  errand: WayErrand,
  { pin, newPin }: { readonly pin: string; readonly newPin: string },
): Answer {
  const personId = errand.actor.id;
  const { requestId } = errand;
  const note = () => performOnWays(room, errand, personId, { step: notePinChange, command: undefined, facts: nothing });
  const stale = checkFresh(errand);
  if (stale !== undefined) return stale;
  const noted = await readStream(room.journal, room.realm, waysStream(personId));
  if (noted.some((event) => event.requestId === requestId)) return note();
  return (await room.keys.changePin(personId, pin, newPin, requestId)) ?? note();
}

/** Begins one-time codes: a new secret, shown this once. They count after the first right code. */
export async function beginCodes(
  room: ConfirmationRoom,
  errand: WayErrand,
  { pin, issuer, proof }: Proven<{ readonly pin: string; readonly issuer: string }>,
): Promise<{ readonly address: string } | Refusal> {
  const personId = errand.actor.id;
  const refused = checkFresh(errand) ?? (await room.keys.check(personId, pin));
  if (refused !== undefined) return refused;
  if (waysOf(room, personId).codes) return refuse(confirmationRefusals, 'codes-enabled-already');
  const unproved = await proveChange(room, changeBy(errand, 'addCodes', proof));
  if (unproved !== undefined) return unproved;
  const { realm, door } = room;
  const secret = door.random(20);
  const stored = encryptSecret(secret, await room.codeKey(), door.random(12), `${realm}\n${personId}`);
  await replaceCodeSecret(door.database, { realm, personId }, stored, errand.at);
  return { address: codeAddress(secret, issuer, errand.through.login) };
}

/** The first right code shows that the secret arrived; from then on codes confirm. */
export async function startCodes(room: ConfirmationRoom, errand: WayErrand, code: string): Answer {
  const personId = errand.actor.id;
  const stale = checkFresh(errand);
  if (stale !== undefined) return stale;
  if ((await readSecret(room, personId)) === undefined) return refuse(confirmationRefusals, 'codes-not-enabled');
  const step = await checkCode(room, { ...errand, personId, code, useId: errand.requestId });
  if (isRefusal(step)) return step;
  return performOnWays(room, errand, personId, { step: enableCodes, command: undefined, facts: nothing });
}

/** Ends one-time codes; their secret is forgotten. */
export async function dropCodes(
  room: ConfirmationRoom,
  errand: WayErrand,
  { proof, ...command }: Proven<RemoveCodes>,
): Answer {
  const refused = checkFresh(errand) ?? (await proveChange(room, changeBy(errand, 'removeCodes', proof)));
  if (refused !== undefined) return refused;
  const facts = () => ({ isProved: proof !== undefined });
  const dropped = await performOnWays(room, errand, errand.actor.id, { step: removeCodes, command, facts });
  if (!isRefusal(dropped)) await forgetCodes(room, errand.actor.id, errand.at);
  return dropped;
}

/** The head of the organ removes all ways of somebody who lost them; who confirms again registers again, with his PIN. */
export async function resetWaysOf(room: ConfirmationRoom, errand: WayErrand, personId: string): Answer {
  const isHead = room.isHeadOver(errand.actor.id, personId, errand.at);
  const held = waysOf(room, personId).passkeys;
  const done = await performOnWays(room, errand, personId, {
    step: resetWays,
    command: undefined,
    facts: () => ({ isHead }),
  });
  if (isRefusal(done)) return done;
  await forgetCodes(room, personId, errand.at);
  for (const { credentialId } of held) await namePasskey(room.door.database, room.realm, credentialId, null);
  await room.keys.takeBack(personId);
  return done;
}

function changeBy(
  { actor, through, requestId, at }: WayErrand,
  change: ChangeAsked['change'],
  proof: WayProof | undefined,
): ChangeAsked {
  return { personId: actor.id, through, requestId, at, change, proof };
}

function checkFresh({ signedInAt, at }: WayErrand): Refusal | undefined {
  return isFreshSignIn(signedInAt, at) ? undefined : refuse(confirmationRefusals, 'sign-in-not-fresh');
}

function holds({ passkeys }: Ways, wanted: string): boolean {
  return passkeys.some(({ credentialId }) => credentialId === wanted);
}

function nothing(): undefined {
  return undefined;
}

function performOnWays<Command, Facts>(
  room: ConfirmationRoom,
  { actor, requestId, at }: WayErrand,
  personId: string,
  act: { readonly step: Step<Command, Ways, Facts>; readonly command: Command; readonly facts: () => Facts },
): Answer {
  const { journal, realm } = room;
  const { step, command, facts } = act;
  return perform(journal, step, { realm, stream: waysStream(personId), command, facts, actor, requestId, at });
}
