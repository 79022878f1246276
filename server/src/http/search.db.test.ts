import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

const at = '2026-03-02T01:00:00.000Z';

let district: HttpDistrict;
let head: Visitor;
let manager: Visitor;
beforeAll(async () => {
  district = await httpDistrict(at);
  [head, manager] = await Promise.all([district.signIn('mk-head'), district.signIn('centre-manager')]);
}, 60_000);
afterAll(() => district.close());

const find = (q: string) => district.stranger.get(`/items?q=${encodeURIComponent(q)}`);

async function foundIds(q: string): Promise<readonly string[]> {
  const { body } = await find(q);
  return body.items.map(({ itemId }: { readonly itemId: string }) => itemId);
}

describe('finding a matter', () => {
  test('every hit says why it was found', async () => {
    const { status, body } = await find('kfd');
    expect(status).toBe(200);
    expect(body.items[0]).toMatchObject({
      itemId: 'MK-05',
      reason: { field: 'saying', text: '开饭店', how: 'initials' },
    });
    expect(body.nearest).toEqual([]);
  });

  test('what nothing answers is met with what comes nearest', async () => {
    expect((await find('房租补贴')).body).toMatchObject({ items: [], nearest: [{ itemId: 'CV-05' }] });
  });

  test.each([
    ['10,000 characters', '饭'.repeat(10_000), 400],
    ['a NUL', '饭\u0000店', 400],
    ['half a surrogate pair', '%ED%A0%80', 200],
    ['control characters', '开饭店\u0007\u001b[31m', 200],
    ['emoji', '😀🍜', 200],
    ['SQL', "'; drop table guide.search; --", 200],
    ['a regular expression', '(.*)+$[', 200],
  ])('%s gets a clear answer', async (_, q, status) => {
    const answer = await find(q);
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body).toMatchObject({ code: 'bad-input', paths: [{ path: 'query.q' }] });
  });

  test('a withdrawn item is found no longer', async () => {
    expect(await foundIds('叉车')).toEqual(['MK-08']);
    const { withdrawItem } = await import('../catalogue/actions.ts');
    const { journal, realm } = district.platform;
    const call = { realm, actor: { kind: 'operator' as const, id: 'test' }, requestId: 'withdraw MK-08', at };
    await withdrawItem(journal, call, { itemId: 'MK-08', version: 1, reason: '法规修订' });
    expect(await foundIds('叉车')).toEqual([]);
  });
});

describe('sayings come from searches without a hit', () => {
  const saying = '自助烘焙体验馆';
  const ask = (q: string) => district.stranger.post('/searches', { q });
  const suggestions = async (who: Visitor) => (await who.get('/sayings')).body.suggestions;

  test('a question asked by several is suggested, with what they opened afterwards', async () => {
    await ask(saying);
    await ask(saying);
    expect(await suggestions(head)).toEqual([]);
    expect((await ask(saying)).body).toEqual({ found: 0 });
    await district.stranger.post('/searches/choices', { queries: [saying], itemId: 'MK-06' });
    expect(await suggestions(head)).toMatchObject([
      { saying, times: 3, lastOn: '2026-03-02', chosen: [{ itemId: 'MK-06', times: 1 }] },
    ]);
  });

  test('once added it finds the item, is no longer suggested, and says who added it and why', async () => {
    const added = await head.post('/sayings', { saying, itemIds: ['MK-06'], why: '群众搜索未命中' });
    expect(added).toMatchObject({ status: 200, body: { saying, seq: 1 } });
    expect(await foundIds(saying)).toEqual(['MK-06']);
    const { body } = await head.get('/sayings');
    expect(body.suggestions).toEqual([]);
    const [row] = body.sayings.filter((one: { readonly saying: string }) => one.saying === saying);
    expect(row).toMatchObject({
      items: [{ itemId: 'MK-06', mayChange: true }],
      changes: [{ kind: 'added', at, why: '群众搜索未命中', itemIds: ['MK-06'] }],
    });
    expect(row.changes[0].by).not.toBe('mk-head');
  });

  test('a department keeps its own items, the centre all', async () => {
    const body = { saying: '消防开业检查', itemIds: ['FR-01'], why: '窗口常听到' };
    expect(await head.post('/sayings', body)).toMatchObject({ status: 422, body: { code: 'saying-of-other-organ' } });
    expect(await manager.post('/sayings', body)).toMatchObject({ status: 200 });
  });

  test('once retired it leads nowhere', async () => {
    const path = `/sayings/${encodeURIComponent(saying)}/retirement`;
    expect(await head.post(path, { itemIds: ['MK-06'], why: '误加' })).toMatchObject({ status: 200 });
    expect(await foundIds(saying)).toEqual([]);
    expect(await head.post(path, { itemIds: ['MK-06'], why: '误加' })).toMatchObject({
      status: 409,
      body: { code: 'saying-does-not-lead' },
    });
  });

  test('a suggestion that was set aside does not come back', async () => {
    expect(await suggestions(manager)).toMatchObject([{ saying }]);
    const path = `/suggested-sayings/${encodeURIComponent(saying)}/decline`;
    expect(await manager.post(path, { why: '不是政务服务事项' })).toMatchObject({ status: 200 });
    expect(await suggestions(manager)).toEqual([]);
  });

  test.each([
    ['no reason', { saying: '开小饭桌', itemIds: ['MK-06'], why: '' }],
    ['no item', { saying: '开小饭桌', itemIds: [], why: '群众常问' }],
    ['a saying of 10,000 characters', { saying: '饭'.repeat(10_000), itemIds: ['MK-06'], why: '群众常问' }],
    ['a NUL', { saying: '开小\u0000饭桌', itemIds: ['MK-06'], why: '群众常问' }],
  ])('%s is bad input', async (_, body) => {
    expect((await head.post('/sayings', body)).status).toBe(400);
  });
});
