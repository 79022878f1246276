import { test } from 'vitest';
import { act, choose, dateIn, refusedWith } from './acting.ts';
import { desk, expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('R84: a marriage is signed on paper; the desk records it, and not before it was signed', async () => {
  const clerk = await visit('/window', { as: 'clerk-1', size: desk });
  const { caseNo } = await act(clerk, '/cases', {
    itemId: 'CV-01',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    form: { kin: false },
    materials: [{ code: 'm.marstat', source: 'paper' }],
    scope: { region: '110198' },
    truthStatement: true,
    outcome: { outcome: 'ACCEPT', checked: ['identity', 'validity'] },
  });
  const officer = await visit(`/desk/${caseNo}`, { as: 'cv-officer-1', size: desk });
  const points = officer.getByRole('radiogroup').filter({ hasText: '不适用' });
  await points.first().waitFor();
  for (const point of await points.all()) await point.getByLabel('符合', { exact: true }).check();
  for (const yes of await officer.getByRole('radio', { name: '是' }).all()) await yes.check();
  for (const evidence of await officer.getByLabel(/^证据/).all()) await evidence.fill('当面核对');
  await officer.getByRole('button', { name: '记入审查结果' }).click();
  await officer.getByText('记录审查结果').waitFor();

  await officer.getByRole('button', { name: '登记纸质决定' }).click();
  const dialog = officer.getByRole('dialog');
  await choose(officer, '在纸上签字的人', '马文振 派驻人员 cv-officer-1');
  await dialog.getByLabel('纸质文书编号').fill('J110198-2026-000123');
  await dialog.getByLabel('签字日期').fill(await dateIn(officer, 1));
  await dialog.getByLabel('理由', { exact: true }).fill('双方符合结婚条件');
  await choose(officer, '回避声明', '没有应当回避的关系');
  await dialog.getByRole('button', { name: '登记纸质决定' }).click();
  await refusedWith(officer, /日/);
  await expectAccessible(officer);
  await dialog.getByLabel('签字日期').fill(await dateIn(officer, 0));
  await dialog.getByRole('button', { name: '登记纸质决定' }).click();
  await officer.getByText(/已登记纸质决定 J110198-2026-000123/).waitFor();
  await expectAccessible(officer);

  const party = await visit(`/cases/${caseNo}`, { as: 'applicant-1', size: phone });
  await party.getByText(/纸质文书编号 J110198-2026-000123/).waitFor();
  await expectAccessible(party);
  await expectFits(party);
});
