import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ruleSetHash, viewItem } from '../catalogue/catalogue.ts';
import { readStream } from '../journal/actions.ts';
import { type Answer, type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

const PIN = '246810';

let district: HttpDistrict;
const visitors: Record<string, Visitor> = {};
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  for (const login of [
    'mk-head',
    'mk-officer-1',
    'mk-officer-2',
    'mk-legal',
    'mk-supervisor',
    'yq-officer-1',
    'applicant-1',
  ])
    visitors[login] = await district.signIn(login);
}, 90_000);
afterAll(() => district.close());

function as(login: string): Visitor {
  return visitors[login] ?? district.stranger;
}

function at(itemId: string, verb = ''): string {
  return `/library/items/${itemId}${verb === '' ? '' : `/${verb}`}`;
}

async function take(login: string, itemId: string, verb: string, body: unknown): Promise<Answer> {
  return as(login).post(at(itemId, verb), body);
}

/** Opens a draft and writes it with `change`. */
async function written(itemId: string, change: object): Promise<Answer> {
  await take('mk-officer-1', itemId, 'draft', { from: 'inForce' });
  const { draft } = (await as('mk-officer-1').get(at(itemId))).body;
  const item = { ...draft.item, ...change };
  return take('mk-officer-1', itemId, 'draft/content', { revision: draft.revision, item });
}

describe('the item library', () => {
  test('lists the items with state, class and warnings, for staff only', async () => {
    const { body } = await as('mk-officer-1').get('/library/items?organ=MK');
    expect(body.items).toHaveLength(8);
    expect(body.items[1]).toMatchObject({
      itemId: 'MK-02',
      state: 'inForce',
      version: 1,
      signClass: 0,
      ruleSet: 'signed',
      faults: 0,
      draftState: null,
    });
    expect((await as('applicant-1').get('/library/items')).status).toBe(403);
    expect((await district.stranger.get('/library/items')).status).toBe(401);
  });

  test('every item of the district is sound by the rules of today', async () => {
    const { body } = await as('mk-officer-1').get('/library/items');
    const faulty = body.items.filter(({ faults }: { readonly faults: number }) => faults > 0);
    expect(faulty).toEqual([]);
  });

  test('the schema names every element in both languages, and every element is in a group', async () => {
    const { schema, groups } = (await as('mk-officer-1').get('/library/schema')).body;
    const grouped = groups.flatMap(({ elements }: { readonly elements: readonly string[] }) => elements);
    expect(new Set(grouped)).toEqual(new Set(Object.keys(schema.properties)));
    expect(schema.properties.materials).toMatchObject({ title: '申请材料', en: 'Materials' });
    expect(schema.properties.power.properties.source).toMatchObject({ title: '权力来源', column: 'power_source' });
  });

  test('R76: lists 0, 1 and 2 are annexes for mandates, generated from the items', async () => {
    const { lists } = (await district.stranger.get('/sign-lists')).body;
    expect(lists.map(({ items }: { readonly items: readonly unknown[] }) => items.length)).toEqual([12, 18, 4]);
    const own = (await district.stranger.get('/sign-lists?organ=MK')).body.lists;
    expect(own[0].items.map(({ itemId }: { readonly itemId: string }) => itemId)).toEqual(['MK-02', 'MK-07']);
  });
});

describe('from draft to version', () => {
  test('a draft is compared, submitted, approved by a second person and published for a later day (R1, R13)', async () => {
    const place = (await as('mk-officer-1').get(at('MK-05'))).body.item.place;
    await written('MK-05', {
      promisedLimit: { value: 6, unit: 'W' },
      place: { ...place, consultPhone: '010-00001999' },
    });
    const seen = (await as('mk-legal').get(at('MK-05'))).body;
    expect(seen.draft.changes).toMatchObject([
      { path: 'promisedLimit.value', element: { zh: '承诺时限 › 承诺时限' }, before: { zh: '8' }, after: { zh: '6' } },
      { path: 'place.consultPhone', after: { zh: '010-00001999', en: '010-00001999' } },
    ]);
    expect(seen.draft.faults).toEqual([]);
    const revision = seen.draft.revision;
    expect((await take('mk-officer-1', 'MK-05', 'draft/submission', { revision })).status).toBe(200);
    expect((await as('mk-legal').get(at('MK-05'))).body.can).toMatchObject({
      approveItemDraft: { allowed: true },
      submitItemDraft: { allowed: false, refusal: { code: 'draft-not-in-state' } },
    });
    expect((await take('mk-legal', 'MK-05', 'draft/approval', { revision, opinion: '合法合规' })).status).toBe(200);
    const effectiveFrom = '2025-04-01T00:00:00.000Z';
    const published = await take('mk-officer-2', 'MK-05', 'draft/publication', { effectiveFrom });
    expect(published.body.events).toMatchObject([{ type: 'ItemDraftPublished' }]);
    const after = (await as('mk-officer-1').get(at('MK-05'))).body;
    expect(after.draft).toBeNull();
    expect(after.versions.map(({ version, state }: Answer['body']) => [version, state])).toEqual([
      [1, 'inForce'],
      [2, 'scheduled'],
    ]);
    expect((await district.stranger.get('/items/MK-05')).body.promisedLimit.value).toBe(8);
    district.setNow('2025-04-01T00:00:00.000Z');
    expect((await district.stranger.get('/items/MK-05')).body.promisedLimit.value).toBe(6);
    district.setNow('2025-03-03T01:00:00.000Z');
  });

  test('with faults it is not submitted: each is told with element, rule, article and mend', async () => {
    const { item } = (await as('mk-officer-1').get(at('MK-06'))).body;
    const [first, ...materials] = item.materials;
    await written('MK-06', {
      promisedLimit: { value: 40, unit: 'W' },
      materials: [{ ...first, name: '其他材料' }, ...materials],
    });
    const { draft } = (await as('mk-officer-1').get(at('MK-06'))).body;
    expect(draft.faults).toMatchObject([
      { rule: 'R3', path: 'materials[0].name', element: { zh: '申请材料 › 第1项 › 材料名称' }, found: '其他材料' },
      { rule: 'R5', path: 'promisedLimit', article: '优化营商环境条例第36条' },
    ]);
    const refused = await take('mk-officer-1', 'MK-06', 'draft/submission', { revision: draft.revision });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'vague-requirement' });
    expect(refused.body.detail.faults).toHaveLength(2);
    expect((await take('mk-officer-1', 'MK-06', 'draft/dropping', { reason: '演示' })).status).toBe(200);
  });

  test('four eyes, own organ, and no lost update', async () => {
    await take('mk-legal', 'MK-07', 'draft', { from: 'inForce' });
    expect((await take('mk-legal', 'MK-07', 'draft/submission', { revision: 1 })).status).toBe(200);
    const approval = { revision: 1, opinion: '同意' };
    expect((await take('mk-legal', 'MK-07', 'draft/approval', approval)).body.code).toBe('drafter-may-not-approve');
    expect((await take('yq-officer-1', 'MK-07', 'draft/dropping', { reason: '越权' })).body.code).toBe(
      'item-of-another-organ',
    );
    expect(
      (await take('mk-officer-1', 'MK-07', 'draft/content', { revision: 9, item: { id: 'MK-07' } })).body.code,
    ).toBe('draft-changed-meanwhile');
    expect((await take('mk-officer-1', 'MK-07', 'draft', { from: 'inForce' })).body.code).toBe('draft-already-open');
    await take('mk-legal', 'MK-07', 'draft/dropping', { reason: '演示' });
  });

  test('a new item begins from nothing, with every element that it lacks told by name', async () => {
    expect((await take('mk-officer-1', 'MK-88', 'draft', { from: 'blank' })).status).toBe(200);
    const { row, draft, item } = (await as('mk-officer-1').get(at('MK-88'))).body;
    expect(row).toMatchObject({ state: 'unpublished', draftState: 'editing', organ: 'MK' });
    expect(item).toBeNull();
    expect(draft.faults.length).toBeGreaterThan(15);
    expect((await take('mk-officer-1', 'MK-88', 'draft/dropping', { reason: '演示' })).status).toBe(200);
  });

  test('R1: the head or the legal reviewer withdraws a version, and nobody else', async () => {
    const body = { version: 1, reason: '法律废止' };
    expect((await take('mk-officer-1', 'MK-08', 'withdrawal', body)).status).toBe(403);
    expect((await take('mk-legal', 'HL-01', 'withdrawal', body)).body.code).toBe('not-an-approver');
    expect((await take('mk-legal', 'MK-08', 'withdrawal', body)).status).toBe(200);
    expect((await district.stranger.get('/items/MK-08')).status).toBe(404);
    expect((await as('mk-legal').get(at('MK-08'))).body.row.state).toBe('withdrawn');
  });
});

describe('R78: the signature of a rule set', () => {
  test('R78: changed rules are unsigned until the head signs their hash with his own key', async () => {
    const { item } = (await as('mk-officer-1').get(at('MK-02'))).body;
    const decide = [{ when: 'preNeeded', outcome: 'SIGN1', why: '含前置许可转窗口' }, ...item.decide];
    const { revision } = (await written('MK-02', { decide }), (await as('mk-officer-1').get(at('MK-02'))).body.draft);
    await take('mk-officer-1', 'MK-02', 'draft/submission', { revision });
    await take('mk-legal', 'MK-02', 'draft/approval', { revision, opinion: '同意' });
    district.setNow('2025-03-03T01:10:00.000Z');
    expect((await take('mk-officer-1', 'MK-02', 'draft/publication', {})).status).toBe(200);
    const changed = (await as('mk-head').get(at('MK-02'))).body;
    expect(changed.row).toMatchObject({ version: 2, ruleSet: 'unsigned' });
    expect(changed.can.signRuleSet).toEqual({ allowed: true });
    const shown = { version: 2, ruleSetHash: changed.ruleSetHash };
    const sign = (login: string, command: object) => take(login, 'MK-02', 'rule-set-signature', { command, pin: PIN });
    expect((await sign('mk-legal', shown)).status).toBe(403);
    expect((await sign('mk-head', { ...shown, ruleSetHash: 'f'.repeat(64) })).body.code).toBe('rule-set-changed');
    expect((await sign('mk-head', shown)).status).toBe(200);
    const signed = (await as('mk-head').get(at('MK-02'))).body;
    expect(signed.row.ruleSet).toBe('signed');
    const events = await readStream(district.platform.journal, district.platform.realm, 'item/MK-02');
    const version = viewItem(events).versions.at(-1);
    expect(version?.ruleSetSigned?.ruleSetHash).toBe(version === undefined ? '' : ruleSetHash(version.item));
  });
});
