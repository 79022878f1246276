import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Acting, actingIn, caseNoOf, type Conclusion, told } from '../../test/district-story.ts';
import { type TestDistrict, testDistrict } from '../../test/platform.ts';
import { addDays, instantInChina } from '../kernel/time.ts';
import { openLog } from '../kernel/log.ts';
import { workOutbox } from '../robots/outbox.ts';
import { checkELicenceId } from '../catalogue/catalogue.ts';
import { part, performParts } from '../journal/actions.ts';
import type { MandateBook } from '../mandate/actions.ts';
import type { MandateLetter } from '../mandate/mandate.ts';
import { licenceByNo, licenceRobot, licencesBrought, licencesOf } from './actions.ts';
import { grantedLicence } from './bringing.ts';
import { changeLicence } from './granting.ts';
import { standingOn } from './licence.ts';

let district: TestDistrict;
let acting: Acting;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
  acting = actingIn(district);
}, 90_000);
afterAll(() => district.close());

const GRANT = { outcome: 'GRANT' } as const;
const NAME = '云河区禾木餐饮有限公司';
let day = 0;
/** The food licences of the holder; what he held before the library is no matter of these tests. */
async function foodLicences(idNo = HOLDER) {
  return (await licencesOf(district.platform, idNo)).filter(({ typeId }) => typeId === 'L-FOOD');
}
const jiang = { kind: 'naturalPerson', name: '姜桐', idType: 'citizenId', idNo: '110198199406138083' } as const;
const HOLDER = '110198198601256910';

async function decideRestaurant(conclusion: Conclusion, more: object = {}) {
  const form = { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true, enterpriseName: NAME };
  const restaurant = { itemId: 'MK-05', form, scope: { region: '110198', area: 200 }, ...more };
  const caseNo = caseNoOf(await acting.atWindow(restaurant, '2025-03-03T01:10:00.000Z'));
  // Nobody inspects two places at once (T09).
  day += 1;
  const on = `2025-03-${String(3 + day).padStart(2, '0')}`;
  await acting.visitBy(['mk-officer-1', 'mk-officer-2'], caseNo, {
    fromAt: `${on}T02:00:00.000Z`,
    toAt: `${on}T03:00:00.000Z`,
    findings: { dedicatedRoom: true, siteChecked: true, siteOk: true, toiletIsolated: true },
  });
  await acting.findBy('mk-officer-1', caseNo, {}, `${on}T03:05:00.000Z`);
  await acting.signBy('mk-officer-1', caseNo, conclusion, `${on}T03:15:00.000Z`);
  return { caseNo, answer: told(await acting.signBy('mk-chief', caseNo, conclusion, `${on}T04:15:00.000Z`)) };
}

test('R88: a licence is issued in the commit of the decision that grants it, and is found by its holder and by its number', async () => {
  const { caseNo, answer } = await decideRestaurant(GRANT);
  expect(answer).toEqual(['DecisionMade', 'DecisionSealed']);
  const [licence] = await foodLicences();
  expect(licence).toMatchObject({
    typeId: 'L-FOOD',
    typeName: '食品经营许可证',
    organ: { code: 'MK', name: '云河区市场监督管理局' },
    claims: { enterpriseName: { title: { zh: '企业名称' }, value: NAME } },
    validFromOn: '2025-03-04',
    validToOn: '2030-03-03',
    basis: { caseNo, outcome: 'GRANT' },
    recorded: { status: 'valid' },
  });
  const { platform } = district;
  const { rows } = await platform.pool.query(
    `select count(distinct a.xmin::text)::integer as commits from journal.act a
     where a.stream = $1 or a.stream = $2 and a.to_seq = (select max(to_seq) from journal.act where stream = $2)`,
    [licence?.stream, `case/${caseNo}`],
  );
  expect(rows).toEqual([{ commits: 1 }]);
  expect(licence?.history[0]?.mandate).toMatchObject({ mandateNo: 'YH-B-MK-2025' });
  expect(checkELicenceId(licence?.licenceNo ?? '').valid).toBe(true);
  expect(await licenceByNo(platform, licence?.licenceNo ?? '')).toEqual(licence);
});

test('R46: a number with another check character, or of a version that never was, finds nothing', async () => {
  const [licence] = await foodLicences();
  const no = licence?.licenceNo ?? '';
  const other = no.endsWith('0') ? '1' : '0';
  expect(await licenceByNo(district.platform, `${no.slice(0, -1)}${other}`)).toBeUndefined();
  expect(await licencesOf(district.platform, '110198199001011234')).toEqual([]);
});

test('R63: the granted renewal of a held licence renews it under a new identifier of the same licence', async () => {
  const [licence] = await foodLicences();
  if (licence === undefined) throw new Error('no licence');
  const renewal = { licenceNo: licence.licenceNo, expiresOn: licence.validToOn ?? '' };
  const { answer } = await decideRestaurant(GRANT, { renewal });
  expect(answer).toEqual(['DecisionMade', 'DecisionSealed']);
  const held = await foodLicences();
  expect(held).toHaveLength(1);
  expect(held[0]).toMatchObject({ version: 2, validToOn: '2035-03-03', recorded: { status: 'valid' } });
  expect(held[0]?.licenceNo).toMatch(/\.002\.[0-9A-Z]$/);
  expect((await licenceByNo(district.platform, licence.licenceNo))?.licenceNo).toBe(held[0]?.licenceNo);
  expect(standingOn(licence, '2030-03-04').status).toBe('expired');
});

test('a refused case leaves no licence', async () => {
  const refusal: Conclusion = {
    outcome: 'REFUSE',
    facts: '经营场所未设专间',
    norms: ['《食品安全法》第三十五条'],
    reason: '不符合法定条件',
    departure: '现场情况与申报不符',
  };
  const { answer } = await decideRestaurant(refusal);
  expect(answer).toEqual(['DecisionMade', 'DecisionSealed']);
  expect(await foodLicences()).toHaveLength(1);
});

test('R81: a mandate without the power to issue licences leaves the licence to the organ', async () => {
  const { platform } = district;
  const [licence] = await foodLicences();
  const events = await acting.eventsOf(licence?.history[0]?.caseNo ?? '');
  const of = (powers: MandateLetter['powers']) => {
    const get: MandateBook['get'] = (no) => {
      const view = platform.mandateBook.get(no);
      return view && { ...view, versions: view.versions.map((one) => ({ ...one, letter: { ...one.letter, powers } })) };
    };
    return licencesBrought({ ...platform, mandateBook: { get } }, events, events);
  };
  expect(of(['grant', 'issueLicence'])).toHaveLength(1);
  expect(of(['grant'])).toEqual([]);
});

test('R83: a licence is issued once; the same act again is refused', async () => {
  const { platform } = district;
  const [licence] = await foodLicences();
  const events = await acting.eventsOf(licence?.history[0]?.caseNo ?? '');
  const [again] = licencesBrought(platform, events, events);
  expect(again?.stream).toBe(licence?.stream);
  const frame = { realm: platform.realm, at: '2025-03-06T01:00:00.000Z', requestId: district.requestId() };
  const answer = await performParts(
    platform.journal,
    { ...frame, stream: again?.stream ?? '', actor: licenceRobot },
    again?.parts ?? [],
  );
  expect(told(answer)).toBe('licence-exists');
});

test('R90: a granted case changes the licence that its applicant holds, and no other, and keeps its term', async () => {
  const other = (await decideRestaurant(GRANT, { applicant: jiang })).caseNo;
  const [held] = await foodLicences(jiang.idNo);
  if (held === undefined) throw new Error('no licence');
  expect(held.basis.caseNo).toBe(other);
  const licence = { licenceNo: held.licenceNo, act: 'change' } as const;
  const changed = await decideRestaurant(GRANT, { applicant: jiang, licence });
  expect(changed.answer).toEqual(['DecisionMade', 'DecisionSealed']);
  const [after] = await foodLicences(jiang.idNo);
  expect(after).toMatchObject({ version: 2, validToOn: held.validToOn, basis: { caseNo: changed.caseNo } });
  // Whatever receipt let pass: on the licence of another the very same grant has no effect.
  const { platform } = district;
  const [foreign] = await foodLicences();
  const granted = grantedLicence(platform, await acting.eventsOf(changed.caseNo));
  if (granted === undefined || foreign === undefined) throw new Error('nothing granted');
  const frame = { realm: platform.realm, at: '2025-03-20T01:00:00.000Z', requestId: district.requestId() };
  const answer = await performParts(platform.journal, { ...frame, stream: foreign.stream, actor: licenceRobot }, [
    part(changeLicence, granted, () => undefined),
  ]);
  expect(told(answer)).toBe('licence-other-holder');
});

test('R46: the licence of another is refused when the case is received, and no case begins', async () => {
  const [held] = await foodLicences();
  const { licenceNo = '', version, validToOn } = held ?? {};
  const form = { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true, enterpriseName: NAME };
  const restaurant = { itemId: 'MK-05', form, scope: { region: '110198', area: 200 } };
  const receive = async (about: object) =>
    told(await acting.atWindow({ ...restaurant, ...about }, '2025-03-03T01:20:00.000Z'));
  expect(await receive({ applicant: jiang, licence: { licenceNo, act: 'change' } })).toBe('named-licence-of-another');
  expect(await receive({ applicant: jiang, renewal: { licenceNo, expiresOn: validToOn } })).toBe(
    'named-licence-of-another',
  );
  expect(await receive({ renewal: { licenceNo, expiresOn: '2031-01-01' } })).toBe('named-licence-other-day');
  // R6: nor is his own taken on paper, by the number that its document bears.
  const printed = licenceNo.split('.').slice(-3, -1).join('.');
  expect(printed).toMatch(/\.\d{3}$/);
  const renewal = { licenceNo: ` ${printed.toLowerCase()} `, expiresOn: '2031-01-01' };
  const paperLicence = { licenceNo: printed, kind: '食品经营许可证', issuer: '云河区市场监督管理局' };
  expect(await receive({ renewal })).toBe('paper-licence-in-library');
  // A gap in the number of another's makes it no paper of his.
  const gapped = { licenceNo: licenceNo.replace('.', '. '), expiresOn: '2031-01-01' };
  const described = { ...gapped, kind: '食品经营许可证', issuer: '云河区市场监督管理局' };
  const { expiresOn: _, ...seen } = described;
  expect(await receive({ applicant: jiang, renewal: gapped, paperLicence: seen })).toBe('paper-licence-in-library');
  expect(await receive({ renewal: { ...renewal, licenceNo: printed }, paperLicence })).toBe('paper-licence-in-library');
  expect((await foodLicences())[0]?.version).toBe(version);
});

test('R93: a granted case of its holder gives the licence back, and the library says so', async () => {
  const [after] = await foodLicences(jiang.idNo);
  const closed = await decideRestaurant(GRANT, {
    applicant: jiang,
    licence: { licenceNo: after?.licenceNo ?? '', act: 'cancel' },
  });
  expect(closed.answer).toEqual(['DecisionMade', 'DecisionSealed']);
  const [last] = await foodLicences(jiang.idNo);
  expect(last?.recorded).toMatchObject({ status: 'cancelled', ground: 'onRequest' });
  expect(last?.history.at(-1)?.mandate?.mandateNo).toBe('YH-B-MK-2025');
  // What was given back is neither changed nor given back once more.
  const again = { licenceNo: last?.licenceNo ?? '', act: 'cancel' } as const;
  const form = { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true, enterpriseName: NAME };
  const more = { itemId: 'MK-05', form, scope: { region: '110198', area: 200 }, applicant: jiang, licence: again };
  expect(told(await acting.atWindow(more, '2025-03-20T01:00:00.000Z'))).toBe('named-licence-not-standing');
});

test('R93: the robot records the end of a term on the day after its last, and not of a licence renewed meanwhile', async () => {
  const [licence] = await foodLicences();
  if (licence === undefined || licence.validToOn === null) throw new Error('no licence with a term');
  const { platform } = district;
  district.setNow(instantInChina(addDays(licence.validToOn, 1), '00:10'));
  await workOutbox(platform, openLog('silent'));
  const [after] = await foodLicences();
  expect(after?.recorded).toEqual({ status: 'expired', lastDayOn: licence.validToOn });
  expect(after?.history.filter(({ type }) => type === 'LicenceExpired')).toHaveLength(1);
});
