import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { choose, openForm } from './acting.ts';
import { checkAll, desk, expectAccessible, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

/** A company applies for the permit of labour agencies, and the window accepts. */
async function applyAndAccept(): Promise<void> {
  const company = await visit('/items/HR-01/apply', { as: 'company-2', size: phone });
  await openForm(company);
  await company.getByRole('radiogroup').first().getByLabel('是').check();
  for (const promise of await company.getByLabel(/我已阅读并承诺/).all()) await promise.check();
  await company.getByLabel(/以上内容真实/).check();
  await company.getByRole('button', { name: '提交申请' }).click();
  await company.getByText('我们已收到您的申请').waitFor();
  const window = await visit('/window/cases?state=received', { as: 'clerk-1', size: desk });
  await window.getByRole('row', { name: /云舟/ }).getByRole('link').click();
  await checkAll(window);
  await window.getByRole('button', { name: '确认：受理' }).click();
  await window.getByText('受理通知书').waitFor();
}

async function open(page: Page): Promise<void> {
  await page.getByRole('row', { name: /云舟/ }).getByRole('link').click();
  await page.getByRole('heading', { name: /人力资源服务许可/ }).waitFor();
}

async function judge(page: Page): Promise<void> {
  const points = page.getByRole('radiogroup').filter({ hasText: '不适用' });
  await points.first().waitFor();
  for (const point of await points.all()) await point.getByLabel('符合', { exact: true }).check();
  for (const evidence of await page.getByLabel(/^证据/).all()) await evidence.fill('申请材料第 1 页');
  await page.getByRole('button', { name: '记入审查结果' }).click();
  await page.getByText('记录审查结果').waitFor();
}

/** T09: nobody was anywhere before he set out. */
async function expectImpossibleVisitRefused(page: Page): Promise<void> {
  await page.getByText('现场核查记录').click();
  await page.getByLabel('地址').fill('云桥街道 1 号');
  await page.getByLabel('纬度').fill('39.9');
  await page.getByLabel('经度').fill('116.4');
  await page.getByLabel('开始时间').fill('2026-03-04T09:00');
  await page.getByLabel('结束时间').fill('2026-03-04T08:00');
  for (const officer of ['张芳晓 派驻人员 hr-officer-1', '杨怡 派驻人员 hr-officer-2']) {
    await choose(page, '到场核查的人（两人以上）', officer);
    await choose(page, '在笔录上签名的人', officer);
  }
  await page.getByLabel('笔录编号或文件').fill('核查笔录 1');
  await page.getByRole('button', { name: '记入现场核查' }).click();
  await page
    .getByRole('alert')
    .getByText(/您可以/)
    .waitFor();
  await page.getByText('现场核查记录').click();
}

async function conclude(page: Page): Promise<void> {
  await page.getByLabel('理由', { exact: true }).fill('条件齐备，符合规定');
  await page.getByRole('combobox', { name: '回避声明' }).click();
  await page.getByTitle('没有应当回避的关系').last().click();
  await page.getByRole('button', { name: '看文书，准备签批' }).click();
  await page.getByRole('dialog', { name: '将要签批的文书' }).waitFor();
}

test('R71, R72: two people sign, each over the document that he saw; the button says what it will do', async () => {
  await applyAndAccept();
  const officer = await visit('/desk', { as: 'hr-officer-1', size: desk });
  await officer.getByRole('row', { name: /云舟/ }).waitFor();
  await expectAccessible(officer);
  await open(officer);
  await expectAccessible(officer);
  await expectImpossibleVisitRefused(officer);
  await judge(officer);
  await conclude(officer);
  const button = officer.getByRole('button', {
    name: /第 1 \/ 共 2 签 · 提出准予建议 · 依据 授权书 YH-B-HR-2025 第 1 版/,
  });
  await officer.getByLabel('签名口令').fill('000000');
  await button.click();
  await officer
    .getByRole('dialog')
    .getByRole('alert')
    .getByText(/您可以/)
    .waitFor();
  await expectAccessible(officer);
  await officer.getByLabel('签名口令').fill(await demoPin(officer));
  await button.click();
  await officer.getByText(/第 1 签：派驻工作人员/).waitFor();
  // R72: who proposed cannot sign a second time, and the screen says why.
  await officer
    .getByRole('complementary')
    .getByText(/依据：/)
    .first()
    .waitFor();
  await expectAccessible(officer);

  const chief = await visit('/desk?state=proposed', { as: 'hr-chief', size: desk });
  await open(chief);
  await conclude(chief);
  await chief.getByLabel('签名口令').fill(await demoPin(chief));
  await chief.getByRole('button', { name: /第 2 \/ 共 2 签 · 作出准予决定/ }).click();
  await chief.getByText('准予决定书').waitFor();
  await chief.getByText('印章有效，内容未被改动').last().waitFor();
});

test('an officer of another department has an empty queue and cannot see the case', async () => {
  const page = await visit('/desk', { as: 'yq-officer-1', size: desk });
  await page.getByText('没有待办').waitFor();
  await expectAccessible(page);
  await page.goto('/desk/11110198YH0001');
  await page.getByRole('alert').getByText('没有这个办件').waitFor();
});

async function demoPin(page: Page): Promise<string> {
  const hint = await page.getByText(/演示口令：/).innerText();
  expect(hint).toMatch(/\d{4,}/);
  return /\d{4,}/.exec(hint)?.[0] ?? '';
}
