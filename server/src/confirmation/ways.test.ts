import { expect, test } from 'vitest';
import type { Decided, Recorded, StepContext } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { enableCodes, registerPasskey, removeCodes, removePasskey, resetWays, viewWays, waysStream } from './ways.ts';

const context: StepContext = {
  actor: { kind: 'person', id: 'mk-officer-1' },
  at: '2025-03-03T01:00:00.000Z',
  stream: waysStream('mk-officer-1'),
};

const PROVED = { isProved: true };

function passkey(credentialId: string) {
  return { credentialId, publicKey: 'k', label: '手机', transports: ['internal'], aaguid: '0', backedUp: false };
}

/** The history with what was decided, each event in its place. */
function after(history: readonly Recorded[], decided: Decided | Refusal): readonly Recorded[] {
  if (isRefusal(decided)) throw new Error(decided.code);
  const made = decided.events.map((event, index) => ({
    realm: '110198',
    stream: context.stream,
    seq: history.length + index + 1,
    type: event.type,
    at: context.at,
    actor: context.actor,
    requestId: 'r',
    data: event.data,
    hash: '',
  }));
  return [...history, ...made];
}

function registered(...ids: readonly string[]): readonly Recorded[] {
  return ids.reduce<readonly Recorded[]>(
    (history, id) =>
      after(
        history,
        registerPasskey.decide(viewWays(history), passkey(id), { isTaken: false, isProved: true }, context),
      ),
    [],
  );
}

test('R72: a passkey counts from its registration to its removal, and the fence moves with both', () => {
  const history = registered('a', 'b');
  const decided = removePasskey.decide(viewWays(history), { credentialId: 'a', reason: 'lost' }, PROVED, context);
  expect(decided).toMatchObject({ sets: [{ key: 'confirmation/mk-officer-1', open: true }] });
  const left = viewWays(after(history, decided));
  expect(left.passkeys.map(({ credentialId, registeredAt }) => [credentialId, registeredAt])).toEqual([
    ['b', context.at],
  ]);
  const again = removePasskey.decide(left, { credentialId: 'a', reason: 'lost' }, PROVED, context);
  expect(again).toMatchObject({ code: 'passkey-unknown' });
});

test('R72: one device belongs to one person, and nobody keeps more than ten', () => {
  const taken = registerPasskey.decide(viewWays([]), passkey('a'), { isTaken: true, isProved: true }, context);
  expect(taken).toMatchObject({ code: 'passkey-taken' });
  const ten = viewWays(registered(...Array.from({ length: 10 }, (_, index) => `k${index}`)));
  expect(registerPasskey.decide(ten, passkey('eleventh'), { isTaken: false, isProved: true }, context)).toMatchObject({
    code: 'passkeys-full',
  });
});

test('R72: whoever holds a way changes none without it; the first needs none', () => {
  const unproved = { isTaken: false, isProved: false };
  expect(registerPasskey.decide(viewWays([]), passkey('a'), unproved, context)).toMatchObject({ events: [{}] });
  const held = registered('a');
  const enabled = viewWays(after(held, enableCodes.decide(viewWays(held), undefined, undefined, context)));
  const lost = { credentialId: 'a', reason: 'lost' } as const;
  const decisions = [
    registerPasskey.decide(enabled, passkey('b'), unproved, context),
    removePasskey.decide(enabled, lost, unproved, context),
    removeCodes.decide(enabled, { reason: 'lost' }, unproved, context),
  ];
  for (const decision of decisions) expect(decision).toMatchObject({ code: 'way-unproved', rule: 'R72' });
});

test('R72: codes are enabled once and removed once', () => {
  const enabled = after([], enableCodes.decide(viewWays([]), undefined, undefined, context));
  expect(viewWays(enabled).codes).toBe(true);
  expect(enableCodes.decide(viewWays(enabled), undefined, undefined, context)).toMatchObject({
    code: 'codes-enabled-already',
  });
  const removed = after(enabled, removeCodes.decide(viewWays(enabled), { reason: 'replaced' }, PROVED, context));
  expect(viewWays(removed).codes).toBe(false);
  expect(removeCodes.decide(viewWays(removed), { reason: 'lost' }, PROVED, context)).toMatchObject({
    code: 'codes-not-enabled',
  });
});

test('R72: a reset by the head takes everything and says so; nobody else resets', () => {
  const history = registered('a', 'b');
  const all = after(history, enableCodes.decide(viewWays(history), undefined, undefined, context));
  expect(resetWays.decide(viewWays(all), undefined, { isHead: false }, context)).toMatchObject({
    code: 'reset-not-head',
  });
  const reset = after(all, resetWays.decide(viewWays(all), undefined, { isHead: true }, context));
  expect(viewWays(reset)).toEqual({ passkeys: [], codes: false });
  expect(reset.slice(3).map(({ type, data }) => [type, data])).toEqual([
    ['PasskeyRemoved', { credentialId: 'a', reason: 'reset' }],
    ['PasskeyRemoved', { credentialId: 'b', reason: 'reset' }],
    ['CodesRemoved', { reason: 'reset' }],
  ]);
});
