import { afterAll, beforeAll, expect, test } from 'vitest';
import { PIN } from '../../test/confirming.ts';
import { type Acting, actingIn, applicants, caseNoOf, told } from '../../test/district-story.ts';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';
import { checkUscc } from '../identity/identity.ts';
import { licenceByNo, licencesOf } from '../licence/actions.ts';
import { demoResults } from '../matter/matter.ts';

let district: HttpDistrict;
let acting: Acting;
/** Whether the registry answers, as registries do on most days. */
const registry: { answers: 'code' | 'nothing' | 'fault' } = { answers: 'code' };
const given = demoResults('110198');

beforeAll(async () => {
  const resultSource: typeof given = {
    resultsOf: async (granted) => {
      if (registry.answers === 'fault') throw new Error('the registry is down');
      return registry.answers === 'code' ? given.resultsOf(granted) : {};
    },
  };
  district = await httpDistrict('2025-03-03T01:00:00.000Z', undefined, { resultSource });
  acting = actingIn(district);
}, 120_000);
afterAll(() => district.close());

let minute = 10;
/** A company founded by Chang, decided by one signature. */
async function founded(name: string): Promise<string> {
  minute += 5;
  const form = {
    addressProof: true,
    preNeeded: false,
    premisesAddress: '云桥街道1号',
    registeredCapital: 50,
  };
  const { name: founder, idNo, idType } = applicants.chang;
  // Until it is registered a company has no code of its own: it is told by who founds it.
  const legalRepresentative = { name: founder, idNo };
  const applicant = { kind: 'legalPerson', name, idType, idNo, legalRepresentative } as const;
  const at = (more: number) =>
    `2025-03-03T0${1 + Math.floor((minute + more) / 60)}:${String((minute + more) % 60).padStart(2, '0')}:00.000Z`;
  const caseNo = caseNoOf(await acting.atWindow({ itemId: 'MK-01', form, applicant }, at(0)));
  await acting.findBy('mk-officer-1', caseNo, {}, at(1));
  expect(told(await acting.signBy('mk-officer-1', caseNo, { outcome: 'GRANT' }, at(3)))).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
  return caseNo;
}

test('R88: the licence of a new company is its own, under its name and the code that the registry gave it', async () => {
  const caseNo = await founded('云河区禾木餐饮有限公司');
  const holder = await district.signIn('applicant-1');
  const { licenceNo, owedLicence } = (await holder.get(`/cases/${caseNo}`)).body;
  expect(owedLicence).toBeUndefined();
  const licence = await licenceByNo(district.platform, licenceNo);
  const { idNo = '', ...found } = licence?.holder ?? {};
  expect(found).toMatchObject({ kind: 'legalPerson', name: '云河区禾木餐饮有限公司', idType: 'uscc' });
  expect(checkUscc(idNo).valid).toBe(true);
  expect(licence?.claims).toMatchObject({ enterpriseUscc: { value: idNo }, registeredCapital: { value: 50 } });
  expect((await licencesOf(district.platform, idNo)).map(({ typeId }) => typeId)).toEqual(['L-BL']);
  expect((await licencesOf(district.platform, applicants.chang.idNo)).map(({ typeId }) => typeId)).not.toContain(
    'L-BL',
  );
  // Who founded it takes its first papers along; to anybody else it is not there.
  expect((await holder.get(`/licences/${licenceNo}`)).body.holder).toMatchObject({ name: '云河区禾木餐饮有限公司' });
  expect((await (await district.signIn('applicant-2')).get(`/licences/${licenceNo}`)).status).toBe(404);
});

test('R88: while the registry is silent, or down, the grant stands and the licence is owed; later it is made out under the code', async () => {
  for (const answers of ['fault', 'nothing'] as const) {
    registry.answers = answers;
    const caseNo = await founded('云河区新苗商贸有限公司');
    const head = await district.signIn('mk-head');
    const seen = (await head.get(`/cases/${caseNo}`)).body;
    expect(seen.licenceNo).toBeUndefined();
    expect(seen.owedLicence).toMatchObject({ asksCode: true, why: { zh: expect.stringContaining('赋码') } });
    const command = { reason: '登记机关已赋码', recusal: 'none' };
    const issue = (more: object) =>
      head.post(`/cases/${caseNo}/licence`, { command: { ...command, ...more }, pin: PIN });
    expect((await issue({})).body.code).toBe('code-not-assigned');
    expect((await issue({ uscc: '91110198MAYH00012X' })).body.code).toBe('code-not-assigned');
    registry.answers = 'code';
    const { status, body } = await issue({});
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.holder).toMatchObject({ name: '云河区新苗商贸有限公司' });
  }
});
