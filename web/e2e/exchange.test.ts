import { expect, test } from 'vitest';
import { desk, expectAccessible, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('items go out as a file, come back looked at row by row, and become drafts only as a whole', async () => {
  const officer = await visit('/library', { as: 'cv-officer-1', size: desk });
  const saved = officer.waitForEvent('download');
  await officer.getByRole('link', { name: '导出 XLSX' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^事项CV-\d{4}-\d{2}-\d{2}\.xlsx$/);

  const exported = await officer.request.get('/api/library/export?format=json&organ=CV');
  const text = await exported.text();
  const at = text.indexOf('"id": "CV-03"');
  const file = (pattern: RegExp, mended: string) => ({
    name: '事项.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text.slice(0, at) + text.slice(at).replace(pattern, mended)),
  });

  await officer
    .getByLabel('导入', { exact: true })
    .first()
    .setInputFiles(file(/(?<head>"promisedLimit": \{\s+"value": )\d+/, '$<head>90'));
  await officer.getByRole('heading', { name: '预览：事项.json' }).waitFor();
  await officer.getByText(/承诺时限长于法定时限/).waitFor();
  await officer.getByText(/优化营商环境条例第36条/).waitFor();
  expect(await officer.getByRole('button', { name: /确认导入/ }).count()).toBe(0);
  await expectAccessible(officer);

  await officer
    .getByLabel('导入', { exact: true })
    .first()
    .setInputFiles(file(/(?<head>"notes": ")[^"]*/, '$<head>从文件来'));
  await officer.getByText('从文件来').waitFor();
  await officer.getByRole('button', { name: '确认导入为草案（1 项）' }).click();
  await officer.getByText(/已建立或更新 1 份草案/).waitFor();
  await officer.getByRole('row', { name: /CV-03/ }).getByText('编写中').waitFor();
  await expectAccessible(officer);

  const narrow = await visit('/library', { as: 'cv-officer-2', size: phone });
  await narrow.getByLabel('导入', { exact: true }).first().setInputFiles(file(/$^/, ''));
  await narrow.getByRole('heading', { name: '预览：事项.json' }).waitFor();
  await expectAccessible(narrow);
});
