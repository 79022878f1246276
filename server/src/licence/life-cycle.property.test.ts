import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Authority } from '../application/application.ts';
import { afterOne } from '../journal/one-event-act.ts';
import type { NewEvent, Recorded } from '../journal/journal.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, instantInChina } from '../kernel/time.ts';
import { type ActOnLicence, actOnLicence, LETTERS, recordExpiry, recordResumption, type SignedAct } from './life.ts';
import { type Licence, type LicenceStatus, nextLicenceNo, standingOn, viewLicence } from './licence.ts';
import { licenceRefusals } from './refusals.ts';

const NO = '1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0';
const authority: Authority = { office: 'MK', fences: [] };
const SOONEST = '2025-04-09';
const FACTS = '经查明的违法事实';
const plain = { reason: '依法作出的处理', basis: '《行政许可法》', recusal: 'none' } as const;
const why = { ...plain, facts: FACTS } as const;
const signature = { algorithm: 'SM2', certificateSerial: '01', value: 'AA==' };
const documentHash = 'c'.repeat(64);
const sealing = {
  sealId: '11019800000001',
  sealKind: 'organSeal',
  signedHash: documentHash,
  sealedHash: 'd'.repeat(64),
  documentKind: 'annulmentDecision',
  docNo: '云市监撤字〔2025〕第1号',
  keeper: 'robot/sealing',
  at: instantInChina('2025-03-05'),
  certificateSerial: '01',
};
const signed: SignedAct = {
  fences: [],
  signed: { recusal: 'none', confirmation: { way: 'pin' }, signature },
  letter: { ref: { docNo: sealing.docNo, documentHash }, event: { type: 'LetterSealed', data: sealing } },
};
const actor = { kind: 'person', id: 'mk-head' } as const;

const issued = afterOne([], {
  stream: 'licence/11100000000013338W009.11330105002500287C.2025052201',
  type: 'LicenceIssued',
  at: instantInChina('2025-03-05'),
  actor,
  requestId: 'r0',
  data: {
    licenceNo: NO,
    typeId: 'L-FOOD',
    typeCode: '11100000000013338W009',
    typeName: '食品经营许可证',
    organ: { code: 'MK', name: '市场监管局', uscc: '11330105002500287C' },
    holder: {
      kind: 'naturalPerson',
      name: '常源浩',
      idType: 'citizenId',
      idNo: '110198198601256910',
      key: 'a'.repeat(64),
    },
    claims: {},
    validFromOn: '2025-03-05',
    validToOn: '2026-03-04',
    basis: { caseNo: 'C1', itemId: 'MK-05', decisionHash: 'b'.repeat(64), decisionNo: '', outcome: 'GRANT' },
  },
});

const grounds = ['expired', 'holderDied', 'holderDissolved', 'ended', 'forceMajeure', 'onRequest'] as const;
const commands = fc.oneof(
  fc.constant<ActOnLicence>({ act: 'replace', ...plain }),
  fc.constant<ActOnLicence>({ act: 'suspend', ...why }),
  fc.constant<ActOnLicence>({ act: 'reinstate', ...plain }),
  fc.constant<ActOnLicence>({ act: 'withdraw', ...why, ground: 'lawChanged', compensation: '依法补偿' }),
  fc.constant<ActOnLicence>({ act: 'annul', ...why, ground: 'fraud' }),
  fc.constant<ActOnLicence>({ act: 'forfeit', ...why, deliberation: '经法制审核和集体讨论' }),
  fc.constantFrom(...grounds).map((ground): ActOnLicence => ({ act: 'cancel', ...why, ground, proof: '申请1号' })),
);
const script = fc.array(fc.tuple(commands, fc.constantFrom('2025-04-01', '2025-12-31', '2026-03-04', '2026-03-05')), {
  maxLength: 12,
});

function take(events: readonly Recorded[], command: ActOnLicence, on: string) {
  const at = instantInChina(on, '10:00');
  const heard = announcedBefore(events, command, at);
  // Only what goes out in writing has a letter.
  const { letter: _none, ...withoutLetter } = signed;
  const made = LETTERS[command.act] === undefined ? { ...withoutLetter, letter: undefined } : signed;
  const facts = { authority, signed: made, answerUntilOn: on, soonestAnswerUntilOn: SOONEST, isServedOnline: false };
  const decided = actOnLicence.decide(viewLicence(heard), command, facts, { actor, at, stream: '' });
  if (isRefusal(decided)) return { events, code: decided.code };
  return { events: decided.events.reduce((before, event) => after(before, event, at), heard), code: 'ok' };
}

function after(events: readonly Recorded[], event: NewEvent, at: string): readonly Recorded[] {
  const { stream = '' } = events[0] ?? {};
  return afterOne(events, { ...event, stream, at, actor, requestId: `r${events.length}` });
}

/** What has to come before an act that takes the licence: notice, and the holder's waiver. */
function announcedBefore(events: readonly Recorded[], command: ActOnLicence, at: string): readonly Recorded[] {
  const { act: intended } = command;
  const lastDay = intended === 'suspend' && command.untilOn !== undefined ? { untilOn: command.untilOn } : {};
  if (intended !== 'suspend' && intended !== 'withdraw' && intended !== 'annul' && intended !== 'forfeit')
    return events;
  const letter = { docNo: '云市监告字〔2025〕第1号', documentHash };
  const { reason, basis } = plain;
  const announced = { type: 'EndingAnnounced', data: { intended, facts: FACTS, reason, basis, letter, ...lastDay } };
  const waived = { type: 'EndingAnswered', data: { said: 'waiver', words: '', receivedOn: dateInChina(at) } };
  return after(after(events, announced, at), waived, at);
}

function statusOf(events: readonly Recorded[], on: string): LicenceStatus {
  return standingOn(licenceIn(events), on).status;
}

function licenceIn(events: readonly Recorded[]): Licence {
  const licence = viewLicence(events);
  if (licence === undefined) throw new Error('no licence');
  return licence;
}

const ENDED: readonly LicenceStatus[] = ['withdrawn', 'annulled', 'forfeited', 'cancelled'];

describe('the life of a licence, whatever is done to it in whatever order', () => {
  test('what has ended never lives again, and only 注销 follows an end (许可法 70)', () => {
    fc.assert(
      fc.property(script, (steps) => {
        let events: readonly Recorded[] = issued;
        let on = '2025-04-01';
        for (const [command, day] of steps) {
          on = day > on ? day : on;
          const before = statusOf(events, on);
          const done = take(events, command, on);
          events = done.events;
          const after = statusOf(events, on);
          if (before === 'cancelled') expect(done.code).toBe('licence-not-live');
          if (ENDED.includes(before) && done.code === 'ok') expect(after).toBe('cancelled');
          if (before === 'expired') expect(['expired', 'annulled', 'cancelled']).toContain(after);
          if (done.code !== 'ok') expect(after).toBe(before);
        }
      }),
    );
  });

  test('each of the four endings leaves its own state, and its own word in the history', () => {
    const ends = [
      ['withdraw', 'withdrawn', 'LicenceWithdrawn'],
      ['annul', 'annulled', 'LicenceAnnulled'],
      ['forfeit', 'forfeited', 'LicenceForfeited'],
      ['cancel', 'cancelled', 'LicenceCancelled'],
    ] as const;
    fc.assert(
      fc.property(commands, (command) => {
        const end = ends.find(([act]) => act === command.act);
        const { events, code } = take(issued, command, '2025-04-01');
        if (end === undefined || code !== 'ok') return;
        expect(statusOf(events, '2025-04-01')).toBe(end[1]);
        expect(
          licenceIn(events)
            .history.map(({ type }) => type)
            .slice(-2),
        ).toEqual([end[2], 'LetterSealed']);
      }),
    );
  });

  test('every version has its own identifier, and all lead to the same licence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (times) => {
        let events: readonly Recorded[] = issued;
        for (let n = 0; n < times; n += 1) events = take(events, { act: 'replace', ...plain }, '2025-04-01').events;
        const { numbers, licenceNo, version } = licenceIn(events);
        expect(new Set(numbers).size).toBe(times + 1);
        expect([numbers.at(-1), version]).toEqual([licenceNo, times + 1]);
      }),
    );
  });
});

test('R93: the end of a term counts from the day after its last, recorded or not', () => {
  expect(statusOf(issued, '2026-03-04')).toBe('valid');
  expect(statusOf(issued, '2026-03-05')).toBe('expired');
  const at = (on: string) => ({ actor, at: instantInChina(on, '00:30'), stream: '' });
  const early = recordExpiry.decide(licenceIn(issued), undefined, undefined, at('2026-03-04'));
  expect(isRefusal(early) && early.code).toBe('licence-expiry-not-reached');
  expect(recordExpiry.decide(licenceIn(issued), undefined, undefined, at('2026-03-05'))).toEqual({
    events: [{ type: 'LicenceExpired', data: { lastDayOn: '2026-03-04' } }],
  });
});

test('行政处罚法9: a suspension until a day ends with that day, recorded or not', () => {
  const suspended = take(issued, { act: 'suspend', ...why, untilOn: '2025-06-30' }, '2025-04-01').events;
  expect(['2025-06-30', '2025-07-01', '2026-03-05'].map((on) => statusOf(suspended, on))).toEqual([
    'suspended',
    'valid',
    'expired',
  ]);
  const at = (on: string) => ({ actor, at: instantInChina(on, '00:30'), stream: '' });
  const recorded = (on: string) => recordResumption.decide(licenceIn(suspended), undefined, undefined, at(on));
  expect(recorded('2025-06-30')).toEqual({ events: [] });
  expect(recorded('2025-07-01')).toMatchObject({ events: [{ type: 'LicenceReinstated' }] });
  expect(take(issued, { act: 'suspend', ...why, untilOn: '2025-03-31' }, '2025-04-01').code).toBe(
    'suspension-over-already',
  );
  const endless = take(issued, { act: 'suspend', ...why }, '2025-04-01').events;
  expect(statusOf(endless, '2025-07-01')).toBe('suspended');
});

test('行政处罚法44, 45: a suspension is announced only until a day after the holder’s time to answer', () => {
  const announce = (untilOn: string) =>
    take(issued, { act: 'announce', intended: 'suspend', ...why, untilOn }, '2025-04-01').code;
  expect(['2025-04-01', SOONEST].map(announce)).toEqual(['suspension-over-unheard', 'suspension-over-unheard']);
  expect(announce('2025-04-10')).toBe('ok');
});

test('R93: a ground of cancellation that the state of the licence does not give is refused', () => {
  expect(take(issued, { act: 'cancel', ...why, ground: 'expired' }, '2025-04-01').code).toBe(
    'cancellation-ground-unfit',
  );
  expect(take(issued, { act: 'cancel', ...why, ground: 'ended' }, '2025-04-01').code).toBe('cancellation-ground-unfit');
  const suspended = take(issued, { act: 'suspend', ...why }, '2025-04-01').events;
  expect(take(suspended, { act: 'cancel', ...why, ground: 'onRequest' }, '2025-04-02').code).toBe(
    'cancellation-ground-unfit',
  );
  // What is dead already needs no proof of it, what lives does.
  expect(take(issued, { act: 'cancel', ...why, ground: 'holderDied' }, '2025-04-01').code).toBe(
    'cancellation-without-proof',
  );
  const annulled = take(issued, { act: 'annul', ...why, ground: 'fraud' }, '2025-04-01').events;
  expect(take(annulled, { act: 'cancel', ...why, ground: 'ended' }, '2025-04-02').code).toBe('ok');
});

test('R81: who lacks the power changes nothing, whatever the act', () => {
  fc.assert(
    fc.property(commands, (command) => {
      const none = refuse(licenceRefusals, 'licence-act-not-yours', { act: command.act });
      const at = instantInChina('2025-04-01', '10:00');
      const decided = actOnLicence.decide(
        viewLicence(issued),
        command,
        { authority: none, signed, answerUntilOn: undefined, soonestAnswerUntilOn: SOONEST, isServedOnline: false },
        { actor, at, stream: '' },
      );
      expect(isRefusal(decided)).toBe(true);
    }),
  );
});

test('the next identifier has the next version and a check character of its own (GB/T 36904)', () => {
  expect(nextLicenceNo(NO)).toMatch(
    /^1\.2\.156\.3005\.2\.11100000000013338W009\.11330105002500287C\.2025052201\.003\.[0-9A-Z]$/,
  );
  expect(() => nextLicenceNo(`${NO.slice(0, -1)}1`)).toThrow(RangeError);
});
