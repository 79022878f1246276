import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicants, whole } from '../../test/district-story.ts';
import { findItem } from '../../test/story-cast.ts';
import { announceWithin } from '../../test/licence-acts.ts';
import { type TestDistrict, testDistrict } from '../../test/platform.ts';
import { Application } from '../application/application.ts';
import { DEMO_PIN } from '../demo-district.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { act, draftAct, licencesOf } from './actions.ts';

const AT = '2025-03-03T01:00:00.000Z';
/** What the item's own statute opens. */
const inCase = { kind: 'case' as const, declined: [] };

let district: TestDistrict;
beforeAll(async () => {
  district = await testDistrict(AT);
}, 90_000);
afterAll(() => district.close());

const item = findItem('MK-05');
const company = {
  kind: 'legalPerson',
  name: '云河区禾木餐饮有限公司',
  idType: 'uscc',
  idNo: '91110198MAYH00012J',
  legalRepresentative: { name: '常源浩', idNo: '110198198601256910' },
} as const;
const wang = { kind: 'naturalPerson', name: '王建然', idType: 'citizenId', idNo: '110198200003033178' } as const;

async function gathered(applicant: Application['applicant']) {
  const application = Application.parse({ ...whole({ itemId: 'MK-05' }), applicant });
  const query = { caseNo: 'C1', item, application, operator: 'clerk-1', grounds: inCase, at: AT };
  return (await district.platform.facts.gather(query)).materials;
}

async function ofType(idNo: string, typeId: string) {
  const [found] = (await licencesOf(district.platform, idNo)).filter((licence) => licence.typeId === typeId);
  if (found === undefined) throw new Error(`no ${typeId}`);
  return found;
}

test('R6: a material that a licence of the library proves is fetched from it, with what it said when it was used (R46)', async () => {
  const { licenceNo } = await ofType(company.idNo, 'L-BL');
  const found = (await gathered(company)).find(({ code }) => code === 'm.bl');
  expect(found?.source).toBe('licence');
  expect(found?.reference).toMatch(/#[0-9a-f]{32}$/);
  expect(found?.reference.startsWith(`${licenceNo}#`)).toBe(true);
});

test('R6: a question that a licence answers is answered from it, under its number', async () => {
  const { licenceNo } = await ofType(company.idNo, 'L-BL');
  const asked = { item, operator: 'clerk-1', purpose: '办理本政务服务事项', at: AT };
  const query = { ...asked, applicant: company, grounds: inCase };
  const answers = (await district.platform.facts.known(query)).filter(({ source }) => source === 'L-BL');
  expect(answers).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'enterpriseUscc', value: company.idNo, organ: 'MK', receipt: licenceNo }),
      expect.objectContaining({ name: 'premisesAddress', value: '云河区云桥街道河沿路12号1层', receipt: licenceNo }),
    ]),
  );
  expect(answers).toHaveLength(new Set(answers.map(({ name }) => name)).size);
});

test('T07: a licence whose term is over proves nothing, and where it is the only proof the material has to be brought', async () => {
  expect((await ofType(wang.idNo, 'L-HLT')).validToOn).toBe('2024-04-14');
  expect((await gathered(wang)).map(({ code }) => code)).not.toContain('m.health');
  const available = await district.platform.facts.available({
    applicant: wang,
    item,
    operator: 'clerk-1',
    purpose: '办理本政务服务事项',
    grounds: inCase,
    at: AT,
  });
  expect(available).not.toContain('m.health');
  const fresh = (await gathered(applicants.chang)).find(({ code }) => code === 'm.health');
  expect(fresh?.reference).toContain((await ofType(applicants.chang.idNo, 'L-HLT')).licenceNo);
});

test('T07: a licence that was annulled a moment ago proves nothing any more', async () => {
  const licence = await ofType(company.idNo, 'L-BL');
  const said = { facts: '提交虚假材料', reason: '以欺骗手段取得登记', basis: '《市场主体登记管理条例》第四十条' };
  await announceWithin(district, 'mk-head', licence.licenceNo, { intended: 'annul', ...said, at: AT });
  const call = { actor: { kind: 'person', id: 'mk-head' }, requestId: district.requestId(), at: AT } as const;
  const command = { act: 'annul', ground: 'fraud', recusal: 'none', ...said } as const;
  const letter = await draftAct(district.platform, call, licence, command);
  if (isRefusal(letter)) throw new Error(letter.code);
  const shown = { command, documentHash: letter.documentHash };
  const done = await act(district.platform, call, licence, { ...shown, given: { pin: DEMO_PIN } });
  expect(done).toMatchObject({ events: [{ type: 'LicenceAnnulled' }, { type: 'LetterSealed' }] });
  const found = (await gathered(company)).find(({ code }) => code === 'm.bl');
  expect(found?.reference).not.toContain(licence.licenceNo);
});
