import { test } from 'vitest';
import { choose } from './acting.ts';
import { checkAll, desk, expectAccessible, openBrowser, phone, picture } from './browser.ts';

const { visit } = openBrowser();

test('R33, R47: the window asks every line of the form once, fills what the document says, and takes in a promise', async () => {
  const page = await visit('/window', { as: 'clerk-2', size: desk });
  await page.getByLabel('姓名或名称').fill('北京河湾物流有限公司');
  await choose(page, '类型', '法人');
  await choose(page, '证件', '统一社会信用代码');
  await page.getByLabel('证件号码', { exact: true }).fill('91110198MAYH001519');
  await page.getByLabel('法定代表人', { exact: true }).fill('王建然');
  await page.getByLabel('法定代表人证件号码', { exact: true }).fill('110198200003033178');
  await page.getByLabel(/想办什么事/).fill('营业前消防');
  await page.getByRole('button', { name: /选定 公众聚集场所/ }).click();
  await page.getByRole('button', { name: '带出此人以前填过的' }).click();
  await page.getByText(/已带出 \d 项/).waitFor();
  await page.getByText('与申请人信息相同').first().waitFor();
  // Accepted only when every line is answered: what is open says so.
  await checkAll(page);
  await page.getByRole('button', { name: '确认：受理' }).click();
  await page.getByText('请填写').first().waitFor();
  await page.getByLabel(/^经营场所地址/).fill('云桥街道 9 号');
  await page.getByLabel('经营面积（平方米）').fill('420');
  await page.getByLabel('餐位数').fill('60');
  await page.getByLabel('用告知承诺方式办理').check();
  for (const paper of [/告知承诺书/, /平面布局图/, /消防安全制度/])
    await page.getByRole('checkbox', { name: paper }).check();
  await page.getByLabel('申请人已签字确认内容真实').check();
  await expectAccessible(page);
  await picture(page, 'window-whole');
  await page.setViewportSize(phone);
  await picture(page, 'window-whole-phone');
  await page.setViewportSize(desk);
  await page.getByRole('button', { name: '确认：受理' }).click();
  await page
    .getByText(/受理通知书|暂无法受理/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: '打开办件' }).click();
  await page.getByText('北京河湾物流有限公司').first().waitFor();
  await page.getByText('云桥街道 9 号').first().waitFor();
  await picture(page, 'window-whole-case');
});
