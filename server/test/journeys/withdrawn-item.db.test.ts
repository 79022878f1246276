import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewApplication } from '../../src/application/application.ts';
import { caseStream } from '../../src/application/actions.ts';
import { readStream } from '../../src/journal/actions.ts';
import { demoBundle, exampleSubmission } from '../../src/matter/example-matters.ts';
import { type HttpDistrict, httpDistrict } from '../http.ts';
import { finishFor, storyOf } from '../matter-story.ts';

const chang = {
  kind: 'naturalPerson',
  name: '常源浩',
  idType: 'citizenId',
  idNo: '110198198601256910',
  phone: '12001980168',
} as const;
const restaurant = { area: 120, chain: false, isPublicPlace: true };
const small = exampleSubmission(demoBundle('B-01'), chang, restaurant);
const application = {
  itemId: 'MK-06',
  applicant: chang,
  channel: 'online',
  form: { area: 86, chain: false, hasRawOrCold: false },
  materials: [
    { code: 'm.floor', source: 'paper' },
    { code: 'm.commit', source: 'form' },
  ],
  scope: { region: '110198', area: 86 },
  truthStatement: true,
};

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

test('R13: an item is withdrawn while cases run: they keep their version to the end, and nothing new begins with it', async () => {
  const applicant = await district.signIn('applicant-1');
  const running = await applicant.post('/cases', application);
  expect(running.status, JSON.stringify(running.body)).toBe(200);
  const { caseNo } = running.body;
  const draft = { itemVersion: 1, revision: 0, body: { form: { area: 86 }, step: 1 } };
  expect((await applicant.post('/drafts/MK-06', draft)).status).toBe(200);
  const begun = await applicant.post('/matters', small);
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);

  const legal = await district.signIn('mk-legal');
  const reason = '《北京市小规模食品生产经营管理规定》修订';
  const withdrawn = await legal.post('/library/items/MK-06/withdrawal', { version: 1, reason });
  expect(withdrawn.status, JSON.stringify(withdrawn.body)).toBe(200);

  // Nothing new: the application is refused with what to do, the draft says so, and no matter begins with the item.
  const late = await applicant.post('/cases', application);
  expect(late.body).toMatchObject({
    code: 'item-not-in-force',
    rule: 'R1',
    remedy: { zh: expect.stringContaining('已收到的办件按原版本继续办理') },
  });
  expect((await applicant.get('/drafts/MK-06')).body).toMatchObject({ isWithdrawn: true });
  expect((await applicant.post('/matters', small)).body).toMatchObject({
    code: 'matter-item-withdrawn',
    rule: 'R13',
    detail: { items: ['MK-06'] },
  });

  // What runs goes on by the version of its receipt, to its end.
  const clerk = await district.signIn('clerk-1');
  expect((await clerk.get(`/cases/${caseNo}`)).body).toMatchObject({ itemVersion: 1, state: 'received' });
  await finishFor(district, caseNo, 'MK-06');
  const events = await readStream(district.platform.journal, district.platform.realm, caseStream(caseNo));
  expect(viewApplication(events)).toMatchObject({ state: 'delivered', received: { itemVersion: 1 } });

  // In a matter that has begun the item’s turn never comes; whoever waits is told, and the others stand.
  const story = storyOf(district, begun.body.matterNo);
  await story.goOn({ shares: {} });
  expect(await story.child('MK-06')).toMatchObject({ state: 'notAdmitted', refusal: { code: 'item-not-in-force' } });
  expect(await story.states()).toMatchObject({ 'MK-01': 'granted', 'WA-01': 'granted', 'HR-03': 'granted' });
  expect((await story.view()).completedAt).toBeDefined();
}, 120_000);
