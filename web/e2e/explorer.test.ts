import { readFileSync } from 'node:fs';
import { isBundle } from '@liangqian/verify/bundle-file.ts';
import { expect, test } from 'vitest';
import { desk, expectAccessible, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('a party downloads the evidence of a decided case, sees each act in the log checked in the browser, and who read it', async () => {
  const page = await visit('/cases', { as: 'applicant-7', size: phone });
  await page
    .getByRole('link', { name: /食品经营许可/ })
    .first()
    .click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载证据包' }).click();
  const file = await (await download).path();
  expect(isBundle(new Uint8Array(readFileSync(file)))).toBe(true);
  await page.getByRole('heading', { name: '谁查看过' }).waitFor();
  await page.getByRole('link', { name: '查看存证与见证' }).click();
  await page.getByText(/条全部在日志中，见证达到法定数/).waitFor();
  await page.getByText('叶哈希').first().click();
  await page.getByText('不受运营方领导').first().waitFor();
  await page.getByRole('heading', { name: '结果从何而来' }).waitFor();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
});

test('anybody looks an entry up by its number and learns of nobody; who supervises states a reason first', async () => {
  const page = await visit('/explore', { size: phone });
  await page.getByText(/共 \d+ 条/).waitFor();
  await expectAccessible(page);
  await page.getByLabel('条目编号（从 0 起）').fill('3');
  await page.getByRole('button', { name: '查证' }).click();
  await page.getByText(/1 条全部在日志中/).waitFor();
  await expectAccessible(page);
  await page.goto('/explore/99999999');
  await page.getByText('日志中没有这一条').waitFor();

  const party = await visit('/cases', { as: 'applicant-7', size: desk });
  const href = await party
    .getByRole('link', { name: /食品经营许可/ })
    .first()
    .getAttribute('href');
  const supervisor = await visit(`${href}/chain`, { as: 'hr-supervisor', size: desk });
  await supervisor.getByText('查阅非本人经办的案件').waitFor();
  await expectAccessible(supervisor);
  await supervisor.getByLabel('查阅理由').fill('抽查签批质量');
  await supervisor.getByRole('button', { name: '写明理由并查看' }).click();
  await supervisor.getByText('理由：抽查签批质量').first().waitFor();
});

test('a holder opens his licence across departments on the phone, checked in the browser; a stranger with the number sees what is public', async () => {
  const page = await visit('/my-licences', { as: 'applicant-6', size: phone });
  await page.getByRole('link', { name: '机动车驾驶证' }).click();
  await page.getByRole('link', { name: '查看证照沿革' }).click();
  await page.getByRole('heading', { name: /证照沿革：机动车驾驶证/ }).waitFor();
  await page.getByText('您是持证主体').waitFor();
  await page.getByText(/条全部在日志中，见证达到法定数/).waitFor();
  await page.getByText('由发证机关登记簿转入').waitFor();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  const stranger = await visit(new URL(page.url()).pathname, { size: desk });
  await stranger.getByText('这里只有公开的部分').waitFor();
  await stranger.getByText(/条全部在日志中/).waitFor();
  expect(await stranger.getByText('由发证机关登记簿转入').count()).toBe(0);
});
