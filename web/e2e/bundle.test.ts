import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { choose } from './acting.ts';
import { desk, expectAccessible, expectFits, openBrowser, phone, picture } from './browser.ts';

const { visit } = openBrowser();

const NAME = '开宠物诊所并移树';

/** Answers what a screen asks, whatever it is: a paper is there, a question is answered with yes or a figure. */
async function answerOne(page: Page): Promise<void> {
  const main = page.getByRole('main');
  if ((await main.getByRole('checkbox').count()) > 0) await main.getByRole('checkbox').check();
  else if ((await main.getByRole('radiogroup').count()) > 0)
    await main.getByRole('radiogroup').getByLabel('是').check();
  else await main.locator('input').first().fill('2');
  await page.getByRole('button', { name: '下一步' }).click();
}

test('a matter from nothing: composed, told what is wrong, published by another pair of eyes, found, and begun with a promise (R32)', async () => {
  const drafter = await visit('/bundles', { as: 'ag-legal', size: desk });
  await drafter.getByLabel('名称', { exact: true }).fill(NAME);
  await drafter.getByLabel('英文名称').fill('Open a clinic for animals and move a tree');
  await choose(drafter, '通常包含的事项', 'AG-01 动物诊疗许可证核发');
  await choose(drafter, '通常包含的事项', 'GR-01 移植树木许可');
  await drafter.getByRole('button', { name: '下一步' }).click();
  await drafter.getByText('没有发现问题，可以公布。').waitFor();
  // A branch whose condition nobody can judge is told while one writes, and goes again.
  await drafter.getByRole('button', { name: '增加规则' }).click();
  await drafter.getByLabel('规则 1 的条件').fill('trees > 3');
  await drafter.getByText(/trees is not an input/).waitFor();
  await expectAccessible(drafter);
  await picture(drafter, 'compose-fault');
  await drafter.getByRole('button', { name: '删除规则 1' }).click();
  await drafter.getByText('没有发现问题，可以公布。').waitFor();
  await drafter.getByRole('button', { name: '保存草案' }).click();
  await drafter.getByText('草案已保存').waitFor();
  await drafter.getByRole('button', { name: /^公布/ }).click();
  await drafter.getByRole('alert').getByText('起草人不能自己公布').waitFor();

  const head = await visit('/matters', { as: 'ag-head', size: desk });
  await head.getByRole('link', { name: NAME }).click();
  await head.getByText('现有草案由 ag-legal 起草').waitFor();
  await head.getByRole('button', { name: /^公布/ }).click();
  await head.getByRole('heading', { name: '选择您要办的一件事' }).waitFor();

  const page = await visit('/matters', { as: 'applicant-5', size: phone });
  await page.getByRole('link', { name: NAME }).click();
  await page.getByText(/第 1 题，共/).waitFor();
  for (;;) {
    const title = (await page.getByRole('heading', { level: 1 }).innerText()).trim();
    if (title.startsWith('您要办')) break;
    await answerOne(page);
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent?.trim() !== before, title);
  }
  await page.getByLabel('我承诺后补“动物诊疗许可证核发”的上述材料').check();
  await page.getByLabel('“动物诊疗许可证核发”后补的工作日数').fill('90');
  await page.getByLabel(/以上内容真实/).check();
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'promise-phone');
  await page.getByRole('button', { name: '一次提交' }).click();
  await page
    .getByRole('alert')
    .getByText(/承诺的期限长于/)
    .waitFor();
  await page.getByLabel('“动物诊疗许可证核发”后补的工作日数').fill('6');
  await page.getByText(/6 个工作日内补齐/).waitFor();
  await page.getByRole('button', { name: '一次提交' }).click();
  await page.getByText(/共 2 项/).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'AG-01' }).getByText('办理中').waitFor();
});
