import { randomUUID } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readItems, writeItems } from '../catalogue/catalogue.ts';
import { readStream } from '../journal/actions.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { itemsInForce } from './library-facts.ts';

const AT = '2025-03-03T01:00:00.000Z';

let district: HttpDistrict;
let officer: Visitor;
let other: Visitor;
beforeAll(async () => {
  district = await httpDistrict(AT);
  officer = await district.signIn('mk-officer-1');
  other = await district.signIn('yq-officer-1');
}, 90_000);
afterAll(() => district.close());

async function send(visitor: Visitor, path: string, bytes: Uint8Array, requestId: string = randomUUID()) {
  const answer = await district.http.inject({
    method: 'POST',
    url: `/api${path}`,
    payload: Buffer.from(bytes),
    headers: {
      cookie: visitor.cookie,
      'x-csrf-token': visitor.csrfToken,
      'request-id': requestId,
      'content-type': 'application/octet-stream',
    },
  });
  return { status: answer.statusCode, body: answer.json() };
}

const preview = (visitor: Visitor, bytes: Uint8Array) => send(visitor, '/library/import-previews?name=a.xlsx', bytes);

function confirm(visitor: Visitor, bytes: Uint8Array, fingerprint: string, requestId?: string) {
  return send(visitor, `/library/imports?name=a.xlsx&fingerprint=${fingerprint}`, bytes, requestId);
}

/** The items of the organ, changed, as a workbook. */
function book(change: (id: string) => object, organ = 'MK') {
  const items = itemsInForce(district.platform, AT).filter(({ dept }) => dept === organ);
  return writeItems(
    'xlsx',
    items.map((item) => ({ ...item, ...change(item.id) })),
  );
}

async function draftOf(itemId: string) {
  const { body } = await officer.get(`/library/items/${itemId}`);
  return body.draft;
}

describe('items as files', () => {
  test.each(['xlsx', 'json'] as const)('what is exported as %s is imported as nothing changed', async (format) => {
    const answer = await officer.get(`/library/export?format=${format}&organ=MK`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    const bytes = format === 'json' ? Buffer.from(JSON.stringify(answer.body)) : answer.body;
    const { body } = await preview(officer, bytes);
    expect(body.counts).toEqual({ new: 0, changed: 0, unchanged: 8, faulty: 0, faults: 0 });
    expect(body.isImportable).toBe(false);
  });

  test('an import makes drafts, each in its own stream, once for each request id, and publishes nothing', async () => {
    const bytes = book((id) => (['MK-02', 'MK-05'].includes(id) ? { notes: '导入' } : {}));
    const { body } = await preview(officer, bytes);
    expect(body.counts).toMatchObject({ changed: 2, unchanged: 6, faults: 0 });
    expect(body.rows.find((row: { readonly itemId: string }) => row.itemId === 'MK-05').changes).toEqual([
      {
        element: { zh: '备注', en: 'Notes' },
        before: { zh: expect.any(String), en: expect.any(String) },
        after: { zh: '导入', en: '导入' },
      },
    ]);
    // Where somebody writes already, the preview says so before anything is confirmed.
    const over = (rows: readonly { readonly isOverDraft: boolean }[]) => rows.some(({ isOverDraft }) => isOverDraft);
    expect(over(body.rows)).toBe(false);
    const requestId = randomUUID();
    const done = await confirm(officer, bytes, body.fingerprint, requestId);
    const later = await preview(
      officer,
      book((id) => (id === 'MK-02' ? { notes: '再导入' } : {})),
    );
    const row = later.body.rows.find(({ itemId }: { readonly itemId: string }) => itemId === 'MK-02');
    expect(row).toMatchObject({ isOverDraft: true });
    expect(done.body).toMatchObject({ unchanged: 6, repeated: false });
    expect(done.body.drafts).toEqual([
      { itemId: 'MK-02', made: 'opened' },
      { itemId: 'MK-05', made: 'opened' },
    ]);
    const again = await confirm(officer, bytes, body.fingerprint, requestId);
    expect(again.body).toEqual({ ...done.body, repeated: true });
    expect(await draftOf('MK-05')).toMatchObject({ state: 'editing', revision: 1, from: 1, item: { notes: '导入' } });
    const events = await readStream(district.platform.journal, district.platform.realm, `item-import/${requestId}`);
    expect(events.map(({ type }) => type)).toEqual(['ItemsImported']);
    expect((await officer.get('/library/items/MK-05')).body.row).toMatchObject({ version: 1, state: 'inForce' });
  });

  test('one faulty row and nothing of the file is imported; the fault names sheet, row, heading, value, rule and mend (R5)', async () => {
    const bytes = book((id) => (id === 'MK-06' ? { promisedLimit: { value: 60, unit: 'W' } } : { notes: '一起' }));
    const { body } = await preview(officer, bytes);
    expect(body.isImportable).toBe(false);
    expect(body.faults[0]).toMatchObject({
      sheet: '事项',
      row: 7,
      itemId: 'MK-06',
      column: { zh: '承诺时限·承诺时限' },
      value: '60',
      code: 'promise-exceeds-statute',
      rule: 'R5',
    });
    const refused = await confirm(officer, bytes, body.fingerprint);
    expect(refused).toMatchObject({ status: 422, body: { code: 'exchange-rows-faulty' } });
    expect(await draftOf('MK-07')).toBeNull();
  });

  test('a draft that moved between the preview and its confirmation refuses the whole file', async () => {
    const bytes = book((id) => (['MK-07', 'MK-08'].includes(id) ? { notes: '晚了' } : {}));
    const { body } = await preview(officer, bytes);
    await officer.post('/library/items/MK-08/draft', { from: 'inForce' });
    const refused = await confirm(officer, bytes, body.fingerprint);
    expect(refused).toMatchObject({ status: 409, body: { code: 'exchange-changed-meanwhile' } });
    expect(await draftOf('MK-07')).toBeNull();
  });

  test('items of another organ are faults of their rows (R10), and applicants do not knock at all', async () => {
    const bytes = book((id) => (id === 'MK-03' ? { notes: '别人的' } : {}));
    const { body } = await preview(other, bytes);
    expect(body.faults).toHaveLength(3);
    expect(body.faults.every(({ code }: { readonly code: string }) => code === 'item-of-another-organ')).toBe(true);
    const applicant = await district.signIn('applicant-1');
    expect((await preview(applicant, bytes)).status).toBe(403);
    expect((await preview(district.stranger, bytes)).status).toBe(401);
  });

  test('progress is told under the request id, and what was never sent is unknown', async () => {
    const requestId = randomUUID();
    await send(
      officer,
      '/library/import-previews?name=a.xlsx',
      book(() => ({})),
      requestId,
    );
    expect((await officer.get(`/library/import-progress/${requestId}`)).body).toEqual({ done: 16, total: 16 });
    expect((await officer.get(`/library/import-progress/${randomUUID()}`)).body).toEqual({ done: 0, total: 0 });
  });

  test('a file that is no workbook is refused, and says what it should be', async () => {
    expect((await preview(officer, Buffer.from('%PDF-1.7'))).body).toMatchObject({ code: 'exchange-file-type' });
    expect(isRefusal(readItems(Buffer.from('')))).toBe(true);
  });
});

/** The workbook of the organ with a part of it changed, or another added. */
function damaged(part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(book(() => ({})));
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
}

describe('what the departments may not send in is refused with place and reason, where they send it', () => {
  test.each([
    [
      'merged cells',
      () =>
        damaged('xl/worksheets/sheet2.xml', (xml) =>
          xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells>'),
        ),
      { code: 'exchange-merged-cells', detail: { sheet: '事项', cells: 'A2:B2' } },
    ],
    [
      'macros',
      () => damaged('xl/vbaProject.bin', () => 'x'),
      { code: 'exchange-file-macros', detail: { part: 'xl/vbaProject.bin' } },
    ],
  ])('a workbook with %s', async (_name, made, refusal) => {
    const { status, body } = await preview(officer, made());
    expect({ status, ...body }).toMatchObject({ status: 422, ...refusal, remedy: { zh: expect.any(String) } });
  });

  test('a code with a wrong checksum, a vague material and a rule that does not type-check, each at its sheet and row', async () => {
    const itemOf = (itemId: string) => itemsInForce(district.platform, AT).find(({ id }) => id === itemId);
    const [materials = [], decide = []] = [itemOf('MK-02')?.materials, itemOf('MK-07')?.decide];
    const changes: Readonly<Record<string, object>> = {
      'MK-01': { implCode: itemOf('MK-01')?.implCode.replace(/.(?=.{12}$)/, '0') },
      'MK-02': { materials: materials.map((one, at) => (at === 1 ? { ...one, name: '其他材料' } : one)) },
      'MK-07': { decide: decide.map((row, at) => (at === 0 ? { ...row, when: "bulk > 'x'" } : row)) },
    };
    const { body } = await preview(
      officer,
      book((id) => changes[id] ?? {}),
    );
    expect(body.isImportable).toBe(false);
    const told = body.faults.map(
      ({ sheet, row, itemId, code, rule }: Readonly<Record<string, unknown>>) =>
        `${String(itemId)} ${String(sheet)} ${String(row)} ${String(code)} ${String(rule)}`,
    );
    expect(told).toContainEqual(expect.stringMatching(/^MK-01 事项 2 code-invalid/));
    expect(told).toContainEqual(expect.stringMatching(/^MK-02 申请材料 \d+ vague-requirement R3/));
    expect(told).toContainEqual(expect.stringMatching(/^MK-07 .+ \d+ rules-do-not-compile/));
    for (const fault of body.faults) expect([fault.column.zh, fault.remedy.zh]).not.toContain('');
  });
});
