import { z } from 'zod';
import { type Decided, type NewEvent, type Recorded, rememberFold, type Step } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type ConfirmationRefusalCode, confirmationRefusals } from './refusals.ts';

/** Why a way of confirming is gone. */
export const RemovalReason = z.enum(['lost', 'compromised', 'replaced', 'reset']);
export type RemovalReason = z.infer<typeof RemovalReason>;

export const Passkey = z.strictObject({
  credentialId: z.string().min(1),
  /** COSE_Key, base64url. */
  publicKey: z.string().min(1),
  /** The owner's word for the device: in acts of before only. It is kept beside them, where it can be forgotten; acts are proved to all. */
  label: z.string().min(1).exactOptional(),
  transports: z.array(z.string()),
  /** The model of the authenticator, as it says itself. */
  aaguid: z.string(),
  /** A copy may lie in the maker's cloud: sole control is then shared with whoever opens that account. */
  backedUp: z.boolean(),
});

const WayEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PasskeyRegistered'), data: Passkey }),
  z.strictObject({
    type: z.literal('PasskeyRemoved'),
    data: z.strictObject({ credentialId: z.string(), reason: RemovalReason }),
  }),
  z.strictObject({ type: z.literal('CodesEnabled'), data: z.strictObject({}) }),
  z.strictObject({ type: z.literal('CodesRemoved'), data: z.strictObject({ reason: RemovalReason }) }),
  /** The signing key lies under another PIN from now on; of either PIN nothing is kept. */
  z.strictObject({ type: z.literal('PinChanged'), data: z.strictObject({}) }),
]);
type WayEvent = z.infer<typeof WayEvent>;

/** A passkey in force, and since when. */
export interface HeldPasskey extends z.infer<typeof Passkey> {
  readonly registeredAt: Instant;
}

/** With what a person can confirm, folded from the stream `confirmation/<personId>`. */
export interface Ways {
  readonly passkeys: readonly HeldPasskey[];
  readonly codes: boolean;
}

const NOTHING: Ways = { passkeys: [], codes: false };

/** Stream and fence key of a person's ways of confirming. */
export function waysStream(personId: string): string {
  return `confirmation/${personId}`;
}

export const viewWays = rememberFold<Ways>(NOTHING, (ways, recorded) => ({ ...ways, ...changeOf(ways, recorded) }));

function changeOf(ways: Ways, recorded: Recorded): Partial<Ways> {
  const event = WayEvent.parse({ type: recorded.type, data: recorded.data });
  switch (event.type) {
    case 'PasskeyRegistered':
      return { passkeys: [...ways.passkeys, { ...event.data, registeredAt: recorded.at }] };
    case 'PasskeyRemoved':
      return { passkeys: ways.passkeys.filter(({ credentialId }) => credentialId !== event.data.credentialId) };
    case 'CodesEnabled':
      return { codes: true };
    case 'CodesRemoved':
      return { codes: false };
    case 'PinChanged':
      return {};
    default:
      return event satisfies never;
  }
}

const MOST_PASSKEYS = 10;

type WayStep<Command, Facts = undefined> = Step<Command, Ways, Facts, ConfirmationRefusalCode>;

/** Whether the person proved this change with a way that he holds. */
interface Proved {
  readonly isProved: boolean;
}

/** Whether there is anything to confirm with. */
export function hasWay({ passkeys, codes }: Ways): boolean {
  return codes || passkeys.length > 0;
}

/** Keeps a passkey whose answer was verified. `isTaken`: somebody of the district holds it already. */
export const registerPasskey: WayStep<z.infer<typeof Passkey>, Proved & { readonly isTaken: boolean }> = {
  name: 'registerPasskey',
  view: viewWays,
  decide(ways, command, { isTaken, isProved }, { stream }) {
    if (!isProved && hasWay(ways)) return refuse(confirmationRefusals, 'way-unproved');
    if (isTaken) return refuse(confirmationRefusals, 'passkey-taken');
    if (ways.passkeys.length >= MOST_PASSKEYS) return refuse(confirmationRefusals, 'passkeys-full');
    return decided(stream, [{ type: 'PasskeyRegistered', data: command }]);
  },
};

export const RemovePasskey = z.strictObject({
  credentialId: z.string().min(1).max(2000),
  reason: RemovalReason.exclude(['reset']),
});
export type RemovePasskey = z.infer<typeof RemovePasskey>;

/** Removes a passkey: from that very commit on it confirms nothing. */
export const removePasskey: WayStep<RemovePasskey, Proved> = {
  name: 'removePasskey',
  view: viewWays,
  decide(ways, command, { isProved }, { stream }) {
    const known = ways.passkeys.some(({ credentialId }) => credentialId === command.credentialId);
    if (!known) return refuse(confirmationRefusals, 'passkey-unknown');
    if (!isProved) return refuse(confirmationRefusals, 'way-unproved');
    return decided(stream, [{ type: 'PasskeyRemoved', data: command }]);
  },
};

/** Enables one-time codes after the first right one. */
export const enableCodes: WayStep<undefined> = {
  name: 'enableCodes',
  view: viewWays,
  decide: (ways, _command, _facts, { stream }) =>
    ways.codes
      ? refuse(confirmationRefusals, 'codes-enabled-already')
      : decided(stream, [{ type: 'CodesEnabled', data: {} }]),
};

export const RemoveCodes = z.strictObject({ reason: RemovalReason.exclude(['reset']) });
export type RemoveCodes = z.infer<typeof RemoveCodes>;

export const removeCodes: WayStep<RemoveCodes, Proved> = {
  name: 'removeCodes',
  view: viewWays,
  decide(ways, command, { isProved }, { stream }) {
    if (!ways.codes) return refuse(confirmationRefusals, 'codes-not-enabled');
    if (!isProved) return refuse(confirmationRefusals, 'way-unproved');
    return decided(stream, [{ type: 'CodesRemoved', data: command }]);
  },
};

/** Records that the owner put his signing key under another PIN: since when nobody but he has known one that signs. */
export const notePinChange: WayStep<undefined> = {
  name: 'notePinChange',
  view: viewWays,
  decide: (_ways, _command, _facts, { stream }) => decided(stream, [{ type: 'PinChanged', data: {} }]),
};

/** The head of the organ removes everything of somebody who lost it, and identified himself in person. */
export const resetWays: WayStep<undefined, { readonly isHead: boolean }> = {
  name: 'resetWays',
  view: viewWays,
  decide(ways, _command, { isHead }, { stream }): Decided | Refusal<ConfirmationRefusalCode> {
    if (!isHead) return refuse(confirmationRefusals, 'reset-not-head');
    const passkeys = ways.passkeys.map(({ credentialId }): WayEvent => ({
      type: 'PasskeyRemoved',
      data: { credentialId, reason: 'reset' },
    }));
    const codes: readonly WayEvent[] = ways.codes ? [{ type: 'CodesRemoved', data: { reason: 'reset' } }] : [];
    return decided(stream, [...passkeys, ...codes]);
  },
};

function decided(stream: string, events: readonly (WayEvent & NewEvent)[]): Decided {
  return { events, sets: [{ key: stream, open: true }] };
}
