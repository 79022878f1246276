import { expect, test } from 'vitest';
import { desk, expectAccessible, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('R6, R46: a holder sees his licences on the phone, what one says and how it came to be, and fetches its sealed document', async () => {
  const page = await visit('/my-licences', { as: 'applicant-6', size: phone });
  await expectAccessible(page);
  await page.getByRole('link', { name: '机动车驾驶证' }).click();
  await page.getByRole('heading', { name: /机动车驾驶证.*有效/ }).waitFor();
  await page.getByText('由发证机关登记簿转入').waitFor();
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '打开证照（PDF）' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('机动车驾驶证.pdf');
});

test('R81: the head of another organ finds nothing; the organ’s own register opens a licence and says what can be done', async () => {
  const page = await visit('/licences', { as: 'ps-head', size: desk });
  await page.getByRole('row').filter({ hasText: '居民户口簿' }).getByRole('link').first().click();
  await page.getByRole('button', { name: '拟处理告知' }).click();
  await page.getByText('先书面告知持证主体事实、理由、依据和他的权利').waitFor();
  await expectAccessible(page);
  const { pathname } = new URL(page.url());
  const stranger = await visit(pathname, { as: 'hl-head', size: desk });
  await stranger.getByText('证照库中没有此证照').waitFor();
});
