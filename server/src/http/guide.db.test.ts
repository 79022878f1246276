import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';
import { publishItem } from '../catalogue/actions.ts';
import { Catalogue } from '../catalogue/catalogue.ts';
import { isRefusal } from '../kernel/refusal.ts';

const at = '2026-11-28T02:00:00.000Z';
const DECEMBER = '2026-11-30T16:00:00.000Z';

const file = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(file, 'utf8')));

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict(at);
}, 60_000);
afterAll(() => district.close());

const guide = (itemId: string, query = '') => district.stranger.get(`/items/${itemId}/guide${query}`);

async function publishShorter(): Promise<void> {
  const item = items.find(({ id }) => id === 'MK-05');
  if (item === undefined) throw new Error('MK-05');
  const { journal, realm } = district.platform;
  const call = { realm, actor: { kind: 'operator' as const, id: 'test' }, requestId: 'shorter', at };
  const next = {
    ...item,
    promisedLimit: { value: 5, unit: 'W' as const },
    materials: item.materials.filter(({ code }) => code !== 'm.rule'),
  };
  const licences = new Set(items.map(({ basicCode }) => basicCode));
  const answer = await publishItem(journal, call, { item: next, effectiveFrom: DECEMBER }, licences);
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
}

describe('the public guide', () => {
  test('R10: whoever asks, at whatever counter, reads the same version', async () => {
    const officer = await district.signIn('mk-officer-1');
    const clerk = await district.signIn('clerk-1');
    const [ours, his, hers] = await Promise.all([
      guide('MK-05'),
      officer.get('/items/MK-05/guide'),
      clerk.get('/items/MK-05/guide'),
    ]);
    expect(ours.status).toBe(200);
    expect(his.body).toEqual(ours.body);
    expect(hers.body).toEqual(ours.body);
  });

  test('R12: a coming version is public before its day, with what it will change, and governs from its day on', async () => {
    await publishShorter();
    const before = await guide('MK-05');
    expect(before.body).toMatchObject({ version: 1, sheet: { time: { promised: { zh: '8 个工作日' } } } });
    expect(before.body.versions).toEqual([
      {
        version: 2,
        effectiveFrom: DECEMBER,
        state: 'coming',
        changes: [
          { zh: '承诺时限：8 个工作日 → 5 个工作日', en: 'Promised time: 8 working days → 5 working days' },
          { zh: '不再需要：管理制度文本', en: 'No longer needed: Internal rules' },
        ],
      },
      { version: 1, effectiveFrom: '2026-01-01T00:00:01.000Z', state: 'inForce', changes: [] },
    ]);
    expect((await guide('MK-05', '?version=2')).body.sheet.time.promised.zh).toBe('5 个工作日');
    district.setNow('2026-12-01T02:00:00.000Z');
    const after = await guide('MK-05');
    expect(after.body.versions.map(({ state }: { readonly state: string }) => state)).toEqual(['inForce', 'past']);
    expect(after.body).toMatchObject({ version: 2, sheet: { time: { promised: { zh: '5 个工作日' } } } });
    district.setNow(at);
  });

  test.each([
    ['/items/ZZ-99/guide', 404],
    ['/items/MK-05/guide?version=99', 404],
    ['/items/MK-05/guide?version=0', 400],
    ['/items/MK-05/guide?version=x', 400],
    [`/items/${'M'.repeat(90)}/guide`, 400],
    ['/items/%00/guide', 400],
    ['/items/ZZ-99/situation', 404],
    ['/items/MK-05/situation?answers=sells:none', 422],
    [`/items/MK-05/situation?answers=${'a:b,'.repeat(10_000)}`, 400],
    ['/items/MK-05/situation?answers=%00', 400],
  ])('%s is answered with %i', async (path, status) => {
    const answer = await district.stranger.get(path);
    expect(answer.status).toBe(status);
    expect(answer.body.message.zh).not.toBe('');
  });
});

describe('situation questions', () => {
  test('lead from 开餐馆 to the small permit with its exact list, in both languages', async () => {
    const { body } = await district.stranger.get('/items/MK-05/situation?answers=sells:cooked,size:small,raw:no');
    expect(body).toMatchObject({ itemId: 'MK-06', variants: [{ zh: '热食类', en: 'hot food only' }] });
    expect(body.next).toBeUndefined();
    expect(
      body.materials.map(({ name, from }: { readonly name: { readonly zh: string }; readonly from: string }) => [
        name.zh,
        from,
      ]),
    ).toEqual([
      ['申请书(表)', 'made'],
      ['营业执照', 'fetched'],
      ['经营场所平面布局图', 'bring'],
      ['从业人员健康证明', 'fetched'],
      ['告知承诺书', 'made'],
    ]);
  });

  test('ask one question at a time, and say because of which answer a material is needed', async () => {
    const first = await district.stranger.get('/items/MK-01/situation');
    expect(first.body.next).toMatchObject({ id: 'pre', options: [{ id: 'yes' }, { id: 'no' }, { id: 'single' }] });
    const whole = await district.stranger.get('/items/MK-01/situation?answers=pre:no,agent:agent');
    expect(whole.body.materials).toContainEqual({
      code: 'm.proxy',
      name: { zh: '授权委托书及代理人身份证明', en: expect.any(String) },
      necessity: 'conditional',
      from: 'fetched',
      because: { question: { zh: '由谁来办理？', en: 'Who applies?' }, answer: { zh: '委托代理人', en: 'An agent' } },
    });
  });
});

test('R2: the guide, the blank form and its sample go home as PDF, to anybody, in either language', async () => {
  for (const file of ['guide-document', 'blank-form', 'sample-form']) {
    for (const language of ['zh', 'en']) {
      const answer = await district.stranger.get(`/items/MK-06/${file}?language=${language}`);
      expect([answer.status, answer.headers['content-type']], file).toEqual([200, 'application/pdf']);
      expect(answer.body.subarray(0, 5).toString()).toBe('%PDF-');
    }
  }
  expect((await district.stranger.get('/items/MK-06/blank-form?language=fr')).status).toBe(400);
  expect((await district.stranger.get('/items/MK-99/blank-form')).body.code).toBe('unknown-item');
});

test('R13: a withdrawn item says since when and why, keeps its guide for who has applied, and stops a matter at once', async () => {
  const legal = await district.signIn('mk-legal');
  const reason = '并入食品经营许可';
  expect((await legal.post('/library/items/MK-07/withdrawal', { version: 1, reason })).status).toBe(200);
  const { status, body } = await guide('MK-07');
  expect(status).toBe(200);
  expect(body).toMatchObject({ version: 1, withdrawn: { reason }, versions: [{ version: 1, state: 'withdrawn' }] });
  expect((await guide('MK-05')).body.withdrawn).toBeUndefined();
  expect((await guide('MK-99')).body.code).toBe('unknown-item');
  // Who answers the questions of a matter is told when the item comes up, not after the last of them.
  const plan = (answers: object) => district.stranger.post('/bundles/B-01/plan', { answers });
  expect((await plan({ onlyPrepacked: false })).body.gone).toEqual([]);
  expect((await plan({ onlyPrepacked: true })).body.gone).toMatchObject([
    { itemId: 'MK-07', name: '仅销售预包装食品经营者备案' },
  ]);
});

test('R13: who works on a case reads the version of its receipt, after a newer one and after a withdrawal too', async () => {
  const ask = (path: string) => district.stranger.get(`/items/${path}`);
  // Withdrawn above: no new application finds it, and a case that runs is worked on by its own points and questions.
  expect((await ask('MK-07')).body.code).toBe('unknown-item');
  expect((await ask('MK-07/form')).body.code).toBe('unknown-item');
  const item = items.find(({ id }) => id === 'MK-07');
  expect((await ask('MK-07?version=1')).body).toMatchObject({ version: 1, reviewPoints: item?.reviewPoints });
  const form = (await ask('MK-07/form?version=1')).body;
  expect(form.questions.map(({ name }: { readonly name: string }) => name)).toEqual(item?.form.map(({ name }) => name));
  expect((await ask('MK-07?version=2')).body.code).toBe('unknown-item');
  // The shorter promise of the second version is not that of a case received under the first.
  expect((await ask('MK-05?version=1')).body.promisedLimit.value).toBe(8);
  expect((await ask('MK-05?version=2')).body.promisedLimit.value).toBe(5);
});
