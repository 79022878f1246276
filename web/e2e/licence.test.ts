import { expect, test } from 'vitest';
import { desk, expectAccessible, openBrowser, phone, picture } from './browser.ts';

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
  // R71: the letter itself is read before it is confirmed; nothing is sent by it.
  await page.getByRole('combobox', { name: '拟作出' }).click();
  await page.getByTitle('撤销', { exact: true }).last().click();
  await page.getByLabel('查明的事实').fill('登记时提交的住址证明系伪造');
  await page.getByLabel('理由', { exact: true }).fill('以欺骗手段取得登记');
  await page.getByLabel('依据（法律条文）').fill('《中华人民共和国行政许可法》第六十九条');
  await page.getByRole('combobox', { name: '回避声明' }).click();
  await page.getByTitle('没有应当回避的关系').last().click();
  await page.getByRole('button', { name: '下一步：本人确认' }).click();
  await page.getByRole('link', { name: /在新窗口打开文书 .*告字/ }).waitFor();
  expect(await page.locator('iframe.document').getAttribute('src')).toMatch(/\/acts\/draft\/[0-9a-f]{64}\?ticket=/);
  await expectAccessible(page);
  await picture(page, 'licence-act-letter');
  const { pathname } = new URL(page.url());
  const stranger = await visit(pathname, { as: 'hl-head', size: desk });
  await stranger.getByText('证照库中没有此证照').waitFor();
});
