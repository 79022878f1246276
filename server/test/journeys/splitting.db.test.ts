import { afterAll, beforeAll, expect, test } from 'vitest';
import { fenceFollower } from '../../src/cli/audit-fences.ts';
import { quotaPlace } from '../../src/decision/actions.ts';
import { connectOnce } from '../../src/kernel/database.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { auditLog } from '../../src/ledger/actions.ts';
import { sourceOf } from '../../src/ledger/audit/store.ts';
import { signaturesOf } from '../../src/platform.ts';
import { type Acting, actingIn, applicants, caseNoOf, told } from '../district-story.ts';
import { type TestDistrict, testDistrict } from '../platform.ts';

let district: TestDistrict;
let acting: Acting;
beforeAll(async () => {
  // The street's letter allows 5,000 yuan a case and 8,000 an applicant within a year.
  const cap = { per: 'applicant', windowDays: 365, amountMax: 8000 } as const;
  district = await testDistrict('2025-03-03T01:00:00.000Z', (demo) => ({
    ...demo,
    letters: demo.letters.map((letter) =>
      letter.construct === 'C' ? { ...letter, scope: { ...letter.scope, cumulativeCap: cap } } : letter,
    ),
  }));
  acting = actingIn(district);
}, 60_000);
afterAll(() => district.close());

const GRANT = { outcome: 'GRANT' } as const;

async function help(applicant: (typeof applicants)[keyof typeof applicants], amount: number): Promise<string> {
  const materials = [
    { code: 'm.event', source: 'paper' as const },
    { code: 'm.income', source: 'form' as const },
  ];
  const asked = { itemId: 'CV-03', applicant, scope: { region: '110198001' }, materials };
  const caseNo = caseNoOf(await acting.atWindow(asked, '2025-03-03T01:40:00.000Z'));
  await acting.findBy(
    'yq-officer-1',
    caseNo,
    { emergency: false, eventReal: true, amount },
    '2025-03-03T02:00:00.000Z',
  );
  return caseNo;
}

function grant(caseNo: string, at = '2025-03-03T03:00:00.000Z') {
  return acting.signBy('yq-officer-1', caseNo, GRANT, at);
}

test('T04: a matter cut into small ones is added up over the applicant, and the cap holds', async () => {
  const [first, second, third] = [
    await help(applicants.chang, 4000),
    await help(applicants.chang, 4000),
    await help(applicants.chang, 1),
  ];
  expect(told(await grant(first))).toEqual(['DecisionMade', 'DecisionSealed']);
  expect(told(await grant(second))).toEqual(['DecisionMade', 'DecisionSealed']);
  expect(told(await grant(third))).toBe('cumulative-over');
  // Another applicant's sum is his own.
  expect(told(await grant(await help(applicants.tang, 5000)))).toEqual(['DecisionMade', 'DecisionSealed']);
});

test('T04: of two that would cross the cap together, signed at the same moment, exactly one passes', async () => {
  const cases = [await help(applicants.jiang, 4500), await help(applicants.jiang, 4500)];
  const answers = await Promise.all(cases.map((caseNo) => grant(caseNo)));
  expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
  expect(answers.flatMap((answer) => (isRefusal(answer) ? [answer.code] : []))).toEqual(['cumulative-over']);
});

test('R34: the last place goes to the case accepted first, also when both are signed at the same moment', async () => {
  district.setShares({ facts: { quotaLeft: 1 } });
  const shop = async (applicant: (typeof applicants)[keyof typeof applicants], at: string): Promise<string> =>
    caseNoOf(await acting.atWindow({ itemId: 'TB-01', applicant }, at));
  const first = await shop(applicants.chang, '2025-03-03T01:40:00.000Z');
  const second = await shop(applicants.jiang, '2025-03-03T01:41:00.000Z');
  const placeOf = async (caseNo: string) => quotaPlace(district.platform, await acting.eventsOf(caseNo));
  expect([await placeOf(first), await placeOf(second)]).toEqual([
    { place: 1, placesLeft: 1 },
    { place: 2, placesLeft: 1 },
  ]);
  const pair = ['tb-officer-1', 'tb-officer-2'];
  for (const [caseNo, hour] of [
    [first, '02'],
    [second, '04'],
  ] as const) {
    await acting.visitBy(pair, caseNo, {
      fromAt: `2025-03-04T${hour}:00:00.000Z`,
      toAt: `2025-03-04T${hour}:30:00.000Z`,
    });
    expect(told(await acting.findBy('tb-officer-1', caseNo, { premises: true }, '2025-03-05T02:00:00.000Z'))).toEqual([
      'FindingsRecorded',
    ]);
  }
  expect(told(await acting.signBy('tb-officer-1', second, GRANT, '2025-03-05T03:00:00.000Z'))).toBe('quota-order');
  expect(told(await acting.signBy('tb-officer-1', first, GRANT, '2025-03-05T03:00:00.000Z'))).toEqual([
    'DecisionProposed',
  ]);
  const at = '2025-03-05T04:00:00.000Z';
  const [decided, refused] = await Promise.all([
    acting.signBy('tb-chief', first, GRANT, at),
    acting.signBy('tb-officer-1', second, GRANT, at),
  ]);
  expect(told(decided)).toEqual(['DecisionMade', 'DecisionSealed']);
  expect(['quota-order', 'quota-full']).toContain(told(refused));
  expect(told(await acting.signBy('tb-officer-1', second, GRANT, '2025-03-05T05:00:00.000Z'))).toBe('quota-full');
  expect([await placeOf(first), await placeOf(second)]).toEqual([undefined, { place: 1, placesLeft: 0 }]);
  const full = {
    outcome: 'REFUSE',
    reason: '数量已满',
    facts: '本区规划数量已满',
    norms: ['《行政许可法》第五十七条'],
    departure: '名额已由受理在先的申请人取得',
  } as const;
  expect(
    told(await acting.signBy('tb-officer-1', second, { ...full, norms: [...full.norms] }, '2025-03-05T05:10:00.000Z')),
  ).toEqual(['DecisionProposed']);
});

test('twenty cases received at the same moment have twenty numbers without holes', async () => {
  const nurse = { itemId: 'HL-05', applicant: applicants.tang };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => acting.atWindow(nurse, '2025-03-06T01:00:00.000Z')),
  );
  const serials = answers.map((answer) => Number(caseNoOf(answer).slice(-4))).toSorted((a, b) => a - b);
  expect(serials).toEqual(Array.from({ length: 20 }, (_one, n) => n + 1));
});

test('R34: the audit finds the line of a limited item set back, moved, closed or invented by hand', async () => {
  const { ledger, realm } = district.platform;
  while ((await ledger.turn()) > 0);
  const client = await connectOnce(district.database.adminUrl);
  const audit = () => {
    const source = sourceOf(client, realm);
    return auditLog({ source, realm, trust: ledger.trust, signaturesOf, witnessed: [], follower: fenceFollower() });
  };
  try {
    expect(await audit()).toMatchObject({ state: 'whole', tally: { waiting: 0 } });
    // Three signatures stood in the line: the grant's two and the refusal's first.
    const { rows } = await client.query("select epoch from journal.fence where key = 'quota/TB-01'");
    expect(rows).toEqual([{ epoch: 3 }]);
    for (const change of [
      "update journal.fence set epoch = epoch - 1 where key = 'quota/TB-01'",
      "update journal.fence set epoch = epoch + 1 where key = 'quota/TB-01'",
      "update journal.fence set open = false where key = 'quota/TB-01'",
      "delete from journal.fence where key = 'quota/TB-01'",
      "insert into journal.fence (realm, key, open, epoch) values ('110198', 'quota/TB-01x', true, 1)",
    ]) {
      await client.query('begin');
      await client.query('set local session_replication_role = replica');
      expect((await client.query(change)).rowCount).toBe(1);
      const found = await audit();
      await client.query('rollback');
      expect([change, found]).toMatchObject([
        change,
        { difference: { place: expect.stringMatching(/^fence quota\//) } },
      ]);
    }
  } finally {
    await client.end();
  }
});
