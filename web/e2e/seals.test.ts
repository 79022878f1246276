import { expect, test } from 'vitest';
import { desk, expectAccessible, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('R85: the head asks for a name seal, has it made and filed, entrusts it, and reads the register of a seal in use', async () => {
  const page = await visit('/seals', { as: 'mk-head', size: desk });
  await page.getByRole('button', { name: '申请刻制' }).click();
  await page.getByRole('combobox', { name: '种类' }).click();
  await page.getByTitle('个人名章').last().click();
  await page.getByLabel('用途').fill('书面通知署名');
  await page.getByLabel('姓名（个人名章填工号）').fill('mk-chief');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '申请刻制' }).click();
  await page.getByRole('row').filter({ hasText: '个人名章' }).getByRole('link').click();
  await page.getByRole('button', { name: '制作' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '制作' }).click();
  await page.getByRole('img', { name: /印模/ }).waitFor();
  await page.getByRole('button', { name: '备案' }).click();
  await page.getByLabel('备案机关').fill('云河区公安分局');
  await page.getByLabel('备案号').fill('备-2026-1');
  await page.getByRole('dialog').getByRole('button', { name: '备案' }).click();
  await page.getByRole('button', { name: '启用并交保管人' }).click();
  await page.getByRole('combobox', { name: '保管人' }).click();
  await page
    .getByTitle(/mk-keeper/)
    .last()
    .click();
  await page.getByLabel('批准依据').fill('负责人签批');
  await page.getByRole('dialog').getByRole('button', { name: '启用并交保管人' }).click();
  await page
    .getByRole('heading', { name: /使用中/ })
    .first()
    .waitFor();
  await page.getByText('还没有用过').waitFor();
  await expectAccessible(page);

  await page.goto('/seals');
  await page.getByRole('row').filter({ hasText: '行政审批专用章' }).getByRole('link').click();
  await page.getByRole('row').filter({ hasText: '有效' }).first().waitFor();
  await page.getByText('平台（事先批准）').first().waitFor();
  await expectAccessible(page);
});

test('R80, R103: a keeper hands over to nobody who keeps no seals, and sees no other organ’s seal', async () => {
  const page = await visit('/seals', { as: 'wa-keeper', size: phone });
  await page.getByRole('row').filter({ hasText: '机关印章' }).getByRole('link').click();
  await page
    .getByRole('heading', { name: /使用中/ })
    .first()
    .waitFor();
  await page.getByText(/现在不能做的/).click();
  // There is no second keeper in the demo district, so there is nobody to hand over to; the screen says why.
  await page.getByText('该人员不是本机关在任的印章保管人').first().waitFor();
  await expectAccessible(page);
  const other = await page.request.get('/api/seals/11019801030001');
  expect(other.status()).toBe(404);
  await page.goto('/seals/11019801030001');
  await page.getByRole('alert').getByText('没有这枚印章').waitFor();
  await expectAccessible(page);
});
