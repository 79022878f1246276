import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingIn } from '../../test/district-story.ts';
import { grantedRestaurant } from '../../test/granted-restaurant.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { licencesOf } from '../licence/actions.ts';

/** The licence of a restaurant, which its holder wants changed, and somebody else too. */

const HOLDER = '110198198601256910';
const form = {
  area: 200,
  chain: false,
  onlyPrepacked: false,
  hasRawOrCold: true,
  enterpriseName: '云河区禾木餐饮有限公司',
};
let district: HttpDistrict;
let holder: Visitor;
let stranger: Visitor;
let licenceNo = '';

beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  await grantedRestaurant(actingIn(district), '2025-03-04', { form });
  const held = await licencesOf(district.platform, HOLDER);
  licenceNo = held.find(({ typeId }) => typeId === 'L-FOOD')?.licenceNo ?? '';
  [holder, stranger] = await Promise.all([district.signIn('applicant-1'), district.signIn('applicant-2')]);
}, 120_000);
afterAll(() => district.close());

test('R90: the form of an item says which acts on which type of licence it is for', async () => {
  const licenceIn = async (itemId: string) => (await holder.get(`/items/${itemId}/form`)).body.licence;
  const food = { typeId: 'L-FOOD', typeName: '食品经营许可证', isForNew: true };
  expect(await licenceIn('MK-05')).toEqual({ ...food, acts: ['change', 'renew', 'cancel'] });
  expect(await licenceIn('HL-04')).toMatchObject({ typeId: 'L-DOC', acts: ['change'], isForNew: false });
  // What only issues asks for no licence.
  expect(await licenceIn('CV-01')).toBeUndefined();
});

test('R90: the holder is offered his own licences of that type with the acts that are open now, nobody else any', async () => {
  const offered = async (by: Visitor, itemId: string) => (await by.get(`/items/${itemId}/my-licences`)).body.licences;
  const own = { licenceNo, typeName: '食品经营许可证', validToOn: '2030-03-03', acts: ['change', 'renew', 'cancel'] };
  expect(await offered(holder, 'MK-05')).toEqual([own]);
  expect(await offered(holder, 'HL-01')).toEqual([]);
  expect(await offered(stranger, 'MK-05')).toEqual([]);
  // R63: less than thirty days before its end it is not renewed any more; after it nothing is open.
  district.setNow('2030-02-10T01:00:00.000Z');
  expect(await offered(await district.signIn('applicant-1'), 'MK-05')).toMatchObject([{ acts: ['change', 'cancel'] }]);
  district.setNow('2030-03-04T01:00:00.000Z');
  expect(await offered(await district.signIn('applicant-1'), 'MK-05')).toEqual([]);
  district.setNow('2025-03-04T05:00:00.000Z');
});

test('R46: who names the licence of another is told the rule and what to do when he applies', async () => {
  // The days went by.
  const again = await district.signIn('applicant-2');
  const { account } = (await again.get('/session')).body;
  const answer = await again.post('/cases', {
    itemId: 'MK-05',
    applicant: account.applicant,
    channel: 'online',
    form,
    materials: [],
    scope: { region: '110198', area: 200 },
    truthStatement: true,
    licence: { licenceNo, act: 'change' },
  });
  expect(answer.status).toBe(422);
  const remedy = { zh: expect.stringContaining('持证主体本人'), en: expect.stringContaining('Let its holder apply') };
  expect(answer.body).toMatchObject({ code: 'named-licence-of-another', rule: 'R46', remedy });
});
