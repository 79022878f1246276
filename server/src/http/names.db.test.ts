import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

interface Named {
  readonly itemId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly organNameEn: string;
}

test('every item has an English name of its own beside the Chinese one, and so has every department', async () => {
  const { items } = (await district.stranger.get('/items')).body;
  const named: readonly Named[] = items;
  expect(named).toHaveLength(54);
  const isEnglish = (text: string) => /^[A-Z]/.test(text) && !/[\u3000-\u9fff\uff00-\uffef]/.test(text);
  expect(named.filter(({ nameEn, organNameEn }) => !isEnglish(nameEn) || !isEnglish(organNameEn))).toEqual([]);
  expect(new Set(named.map(({ nameEn }) => nameEn)).size).toBe(54);
});

test('R25: a rare name prints; one that no font has is received with its pinyin, and its letters say so', async () => {
  const clerk = await district.signIn('clerk-1');
  const apply = (name: string, more: object = {}) =>
    clerk.post('/cases', {
      itemId: 'PS-03',
      applicant: { kind: 'naturalPerson', name, idType: 'citizenId', idNo: '110198198601256910', ...more },
      channel: 'window',
      materials: ['m.live', 'm.photo'].map((code) => ({ code, source: 'paper' })),
      scope: { region: '110198' },
      truthStatement: true,
      outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
    });
  expect((await apply('王𠮷')).status).toBe(200);

  const refused = await apply('王\u{e000}');
  expect([refused.status, refused.body.code, refused.body.rule]).toEqual([422, 'name-not-printable', 'R25']);
  expect(refused.body.detail).toEqual({ characters: ['\u{e000}'], codes: ['U+E000'] });
  // Pinyin that cannot be printed either helps nobody.
  expect((await apply('王\u{e000}', { printedAs: 'WANG \u{e000}' })).body.code).toBe('name-not-printable');

  const spelt = await apply('王\u{e000}', { printedAs: 'WANG Long' });
  expect(spelt.body.events.map(({ type }: { readonly type: string }) => type)).toContain('LetterSealed');
  const read = (await clerk.get(`/cases/${spelt.body.caseNo}`)).body;
  expect(read.applicant.name).toBe('王\u{e000}');
  const pdf = await clerk.get(`/documents/${read.documents[0].sealedHash}`);
  expect(pdf.status).toBe(200);
});

test('a case is told under both names, in the list and by itself', async () => {
  const clerk = await district.signIn('clerk-1');
  const received = await clerk.post('/cases', {
    itemId: 'PS-03',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    materials: [{ code: 'm.photo', source: 'paper' }],
    scope: { region: '110198' },
    truthStatement: true,
  });
  const names = { itemName: '居住证申领', itemNameEn: 'Residence permit' };
  expect((await clerk.get(`/cases/${received.body.caseNo}`)).body).toMatchObject({
    ...names,
    organNameEn: 'Public Security Sub-bureau',
  });
  expect((await clerk.get('/cases')).body.cases[0]).toMatchObject(names);
});
