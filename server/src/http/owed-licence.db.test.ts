import { checkBundle } from '@liangqian/verify/bundle.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PIN } from '../../test/confirming.ts';
import { actingIn, caseNoOf, told } from '../../test/district-story.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { licenceByNo } from '../licence/actions.ts';

let district: HttpDistrict;
let caseNo = '';
const command = { reason: '授权书未含颁发证照，由机关负责人颁发', recusal: 'none' };

/** The demo district whose market bureau lets its officers decide, and not make out licences. */
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z', (demo) => ({
    ...demo,
    letters: demo.letters.map((letter) =>
      letter.mandateNo === 'YH-B-MK-2025'
        ? { ...letter, powers: letter.powers.filter((power) => power !== 'issueLicence' && power !== 'renew') }
        : letter,
    ),
  }));
  caseNo = await grantedCase({});
}, 120_000);
afterAll(() => district.close());

/** A restaurant that two officers granted; `more` is what else its application says. */
async function grantedCase(more: object): Promise<string> {
  const acting = actingIn(district);
  const form = { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true, enterpriseName: '禾木' };
  const asked = {
    itemId: 'MK-05',
    form: { ...form, premisesAddress: '云桥街道1号' },
    scope: { region: '110198', area: 200 },
    ...more,
  };
  const granting = caseNoOf(await acting.atWindow(asked, '2025-03-03T01:10:00.000Z'));
  const findings = { dedicatedRoom: true, siteChecked: true, siteOk: true, toiletIsolated: true };
  const hours = { fromAt: '2025-03-03T02:00:00.000Z', toAt: '2025-03-03T03:00:00.000Z' };
  await acting.visitBy(['mk-officer-1', 'mk-officer-2'], granting, { ...hours, findings });
  await acting.findBy('mk-officer-1', granting, {}, '2025-03-03T03:05:00.000Z');
  await acting.signBy('mk-officer-1', granting, { outcome: 'GRANT' }, '2025-03-03T03:15:00.000Z');
  const done = told(await acting.signBy('mk-chief', granting, { outcome: 'GRANT' }, '2025-03-03T04:15:00.000Z'));
  expect(done).toEqual(['DecisionMade', 'DecisionSealed']);
  return granting;
}

const issue = (who: Visitor, more: object = { pin: PIN }, of = caseNo) =>
  who.post(`/cases/${of}/licence`, { command, ...more });

test('R81: a licence left for want of power is told to its holder and to the organ, with the reason', async () => {
  const [holder, chief, head] = await Promise.all([
    district.signIn('applicant-1'),
    district.signIn('mk-chief'),
    district.signIn('mk-head'),
  ]);
  const { owedLicence } = (await holder.get(`/cases/${caseNo}`)).body;
  expect(owedLicence).toMatchObject({
    typeName: '食品经营许可证',
    why: { zh: expect.stringContaining('YH-B-MK-2025') },
  });
  const seen = (await chief.get(`/cases/${caseNo}`)).body.owedLicence;
  expect(seen.can).toMatchObject({ allowed: false });
  expect((await head.get(`/cases/${caseNo}`)).body.owedLicence.can).toEqual({ allowed: true });
});

test('R81, R72: who lacks the power, or does not confirm, makes out nothing; the head does, once, and signs it', async () => {
  const [holder, chief, head] = await Promise.all([
    district.signIn('applicant-1'),
    district.signIn('mk-chief'),
    district.signIn('mk-head'),
  ]);
  expect((await issue(chief)).status).toBe(422);
  expect((await issue(head, {})).body.code).toBe('confirmation-missing');
  const related = await head.post(`/cases/${caseNo}/licence`, { command: { ...command, recusal: 'spouse' }, pin: PIN });
  expect(related.body.code).toBe('recusal-declared');
  const { status, body } = await issue(head);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.licence).toMatchObject({ typeName: '食品经营许可证', status: 'valid', validFromOn: '2025-03-03' });
  expect(body.history).toMatchObject([{ type: 'LicenceIssued', reason: command.reason, caseNo }]);
  expect(body.history[0].mandate).toBeUndefined();
  expect((await issue(head)).body.code).toBe('no-licence-owed');
  expect((await holder.get(`/cases/${caseNo}`)).body.owedLicence).toBeUndefined();
  const path = `/licences/${encodeURIComponent(body.licence.licenceNo)}`;
  while ((await district.platform.ledger.turn()) > 0);
  const bundle = await holder.get(`${path}/evidence`);
  const { checks } = checkBundle(bundle.body, district.platform.ledger.trust);
  const own = checks.filter(({ check, of }) => check === 'signature' && of.startsWith('licence/'));
  expect(own.map(({ state }) => state)).toEqual(['true']);
});

test('R63, R81: an owed renewal of a licence that the library lacks is made out anew, and says which one it continues', async () => {
  const renewal = { licenceNo: 'JY21101980000017', expiresOn: '2025-04-20' };
  const paperLicence = { licenceNo: renewal.licenceNo, kind: '食品经营许可证', issuer: '云河区食品药品监督管理局' };
  const renewed = await grantedCase({ renewal, paperLicence });
  const head = await district.signIn('mk-head');
  const seen = (await head.get(`/cases/${renewed}`)).body;
  expect(seen.owedLicence).toMatchObject({ can: { allowed: true } });
  // What was seen at the window stands before who decides.
  const { licenceNo, ...paper } = paperLicence;
  expect(seen.licenceNamed).toEqual({ act: 'renew', licenceNo, paper });
  const { status, body } = await issue(head, { pin: PIN }, renewed);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.licence).toMatchObject({ typeName: '食品经营许可证', status: 'valid' });
  expect(body.history).toMatchObject([{ type: 'LicenceIssued', caseNo: renewed, reason: command.reason }]);
  const licence = await licenceByNo(district.platform, body.licence.licenceNo);
  expect([licence?.continues, licence?.basis.caseNo]).toEqual([renewal.licenceNo, renewed]);
  expect((await issue(head, { pin: PIN }, renewed)).body.code).toBe('no-licence-owed');
  expect((await head.get(`/cases/${renewed}`)).body.owedLicence).toBeUndefined();
});
