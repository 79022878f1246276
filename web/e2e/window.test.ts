import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkAll, desk, expectAccessible, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

async function identify(page: Page, name: string, idNo: string): Promise<void> {
  await page.getByLabel('姓名或名称').fill(name);
  await page.getByLabel('证件号码').fill(idNo);
}

async function chooseSmallShop(page: Page): Promise<void> {
  await page.getByLabel(/想办什么事/).fill('小餐饮');
  await page.getByRole('button', { name: '选定 小餐饮店许可' }).click();
  await page.getByLabel(/经营面积/).fill('86');
  const questions = page.getByRole('radiogroup');
  await questions.nth(0).getByLabel('否').check();
  await questions.nth(1).getByLabel('否').check();
  await page.getByLabel('经营场所地址').fill('云桥街道 1 号');
  await page.getByLabel('申请人已签字确认内容真实').check();
}

test('R18: a complete application is accepted with one key and leaves with its receipt', async () => {
  const page = await visit('/window', { as: 'clerk-1', size: desk });
  await identify(page, '唐若梅', '110198194003238183');
  await chooseSmallShop(page);
  await page.getByRole('checkbox', { name: /平面布局图/ }).check();
  await page.getByRole('checkbox', { name: /告知承诺书/ }).check();
  await page.keyboard.press('F8');
  await expectAccessible(page);
  await checkAll(page);
  await page.getByRole('button', { name: '确认：受理' }).click();
  await page.getByText('受理通知书').waitFor();
  await page.getByText('印章有效，内容未被改动').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('F2');
  expect(await page.getByLabel('姓名或名称').inputValue()).toBe('');
});

test('a wrong identity number is refused with the reason, and nothing typed is lost', async () => {
  const page = await visit('/window', { as: 'clerk-1', size: desk });
  await identify(page, '常源浩', '110198198601256911');
  await chooseSmallShop(page);
  await checkAll(page);
  await page.getByRole('button', { name: '确认：受理' }).click();
  await page
    .getByRole('alert')
    .getByText(/您可以/)
    .waitFor();
  expect(await page.getByLabel('姓名或名称').inputValue()).toBe('常源浩');
  await expectAccessible(page);
});

test('R26: what is missing is told once, the applicant supplies it, and the window then accepts', async () => {
  const page = await visit('/window', { as: 'clerk-1', size: desk });
  await identify(page, '蒋敏玉', '110198198801259147');
  await chooseSmallShop(page);
  await page.getByRole('checkbox', { name: /告知承诺书/ }).check();
  await page.keyboard.press('F9');
  await page.getByRole('combobox', { name: '材料或填写项' }).click();
  await page.getByTitle('经营场所平面布局图').last().click();
  await page.getByLabel('缺什么、哪里不对').fill('没有平面图');
  await page.getByLabel('怎样算合格').fill('标明专间位置的平面图');
  await expectAccessible(page);
  await page.getByRole('button', { name: '确认：一次性告知补正' }).click();
  await page.getByText('补正材料一次性告知书').waitFor();

  const own = await visit('/cases', { as: 'applicant-8', size: phone });
  await own.getByRole('link', { name: '小餐饮店许可' }).first().click();
  await own.getByRole('heading', { name: '需要您补正' }).waitFor();
  await expectAccessible(own);
  await own.getByLabel('已备好，原件交窗口核对').check();
  await own.getByRole('button', { name: '提交补正' }).click();
  await own.getByText('我们已收到您的申请').waitFor();

  await page.goto('/window/cases?state=received');
  await page
    .getByRole('row', { name: /小餐饮店许可.*蒋敏玉/ })
    .getByRole('link')
    .click();
  await checkAll(page);
  await page.getByRole('button', { name: '确认：受理' }).click();
  await page.getByText('审查中').waitFor();
  await expectAccessible(page);
});

test('an empty list says what to do next', async () => {
  const page = await visit('/window/cases?state=terminated', { as: 'clerk-1', size: desk });
  await page.getByText('没有这样的办件').waitFor();
  await expectAccessible(page);
});

test('R23: what is mended on the spot comes into the record, and the case can then be accepted', async () => {
  const page = await visit('/window', { as: 'clerk-1', size: desk });
  await identify(page, '唐若梅', '110198194003238183');
  await chooseSmallShop(page);
  await page.getByRole('checkbox', { name: /告知承诺书/ }).check();
  await page.keyboard.press('F7');
  await page.getByRole('combobox', { name: '材料或填写项' }).click();
  await page.getByTitle('经营场所平面布局图').last().click();
  await page.getByLabel('缺什么、哪里不对').fill('没有平面图');
  await page.getByLabel('怎样算合格').fill('标明专间位置的平面图');
  await page.getByLabel('已当场补齐，原件已收').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: '确认：当场更正' }).click();
  await page.getByRole('link', { name: '打开办件' }).click();
  await page.getByText('当场更正').first().waitFor();
  await checkAll(page);
  await page.getByRole('button', { name: '确认：受理' }).click();
  await page.getByText('受理通知书').waitFor();
});
