import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { act, choose, dateIn, refusedWith, roadOccupation } from './acting.ts';
import { checkAll, desk, expectAccessible, openBrowser } from './browser.ts';

const { visit } = openBrowser();

const agent = { name: '姜桐', idNo: '110198199406138083' };

/** Somebody sends another to open a small shop. */
async function sent(name = '唐若梅'): Promise<Page> {
  const page = await visit('/window', { as: 'clerk-1', size: desk });
  await page.getByLabel('姓名或名称').fill(name);
  await page.getByLabel('证件号码', { exact: true }).fill('110198194003238183');
  await page.getByLabel(/想办什么事/).fill('小餐饮');
  await page.getByRole('button', { name: '选定 小餐饮店许可' }).click();
  await page.getByLabel(/经营面积/).fill('86');
  const questions = page.getByRole('radiogroup');
  await questions.nth(0).getByLabel('否').check();
  await questions.nth(1).getByLabel('否').check();
  await page.getByLabel('经营场所地址').fill('云桥街道 1 号');
  await page.getByLabel('申请人已签字确认内容真实').check();
  await page.getByRole('checkbox', { name: /平面布局图/ }).check();
  await page.getByRole('checkbox', { name: /告知承诺书/ }).check();
  await checkAll(page);
  await page.getByLabel('由代理人办理').check();
  await page.getByLabel('代理人姓名').fill(agent.name);
  await page.getByLabel('代理人身份证号码', { exact: true }).fill(agent.idNo);
  await page.getByLabel('申请', { exact: true }).check();
  await page.getByLabel('委托书签署日期').fill(await dateIn(page, -9));
  await page.getByLabel('委托自').fill(await dateIn(page, -9));
  return page;
}

test('R15: an agent is received with his letter, and not with one that has run out', async () => {
  const page = await sent();
  await page.getByLabel('至（含当日）').fill(await dateIn(page, -1));
  await page.getByRole('button', { name: '确认：受理' }).click();
  await refusedWith(page, /委托书/);
  await expectAccessible(page);
  await page.getByLabel('至（含当日）').fill(await dateIn(page, 0));
  await page.getByRole('button', { name: '确认：受理' }).click();
  await page.getByText('受理通知书').waitFor();
  await page.getByRole('link', { name: '打开办件' }).click();
  await page.getByText('代理人：姜桐').waitFor();
  await expectAccessible(page);
});

test('R25: a name that no font has is received once the clerk says how letters write it', async () => {
  const page = await sent('唐\u{e000}梅');
  await page.getByLabel('至（含当日）').fill(await dateIn(page, 30));
  await page.getByRole('button', { name: '确认：受理' }).click();
  await refusedWith(page, /字库没有的字/);
  await expectAccessible(page);
  await page.getByLabel(/^文书中的姓名写法/).fill('TANG Ruomei');
  await page.getByRole('button', { name: '确认：受理' }).click();
  await page.getByText('受理通知书').waitFor();
});

test('R17: one agent for both sides needs the word of both', async () => {
  const page = await sent();
  await page.getByLabel('至（含当日）').fill(await dateIn(page, 30));
  await page.getByLabel(/有利益相对的一方/).check();
  await page.getByLabel('相对方姓名').fill('何振');
  await page.getByLabel('相对方身份证号码').fill('110198197406238472');
  await page.getByLabel(/相对方代理人身份证号码/).fill(agent.idNo);
  await page.getByLabel('申请人书面同意同一人代理双方').check();
  await page.getByRole('button', { name: '确认：受理' }).click();
  await refusedWith(page, /双方/);
  await expectAccessible(page);
  await page.getByLabel('相对方书面同意同一人代理双方').check();
  await page.getByRole('button', { name: '确认：受理' }).click();
  await page.getByText('受理通知书').waitFor();
});

test('R15: an applicant withdraws at the window with the proof that he asked; what is withdrawn already is refused with the reason', async () => {
  const clerk = await visit('/window', { as: 'clerk-1', size: desk });
  const { caseNo } = await act(clerk, '/cases', roadOccupation);
  await clerk.goto(`/window/cases/${caseNo}`);
  const other = await visit(`/window/cases/${caseNo}`, { as: 'clerk-2', size: desk });
  for (const page of [clerk, other]) {
    await page.getByRole('button', { name: '撤回申请' }).click();
    await page.getByLabel('原因（可不填）').fill('改期再办');
    await page.getByLabel('到场人证件号码').fill('110198199406138083');
    await page.getByLabel('核验记录编号').fill('核验-001');
  }
  await clerk.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click();
  await refusedWith(clerk, /不是申请人/);
  await expectAccessible(clerk);
  await clerk.getByLabel('签名或盖章的书面申请').check();
  await clerk.getByLabel(/^签名人证件号码/).fill('91110198MAYH00012J');
  await clerk.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click();
  await clerk.getByText('已撤回').first().waitFor();
  await other.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click();
  await other
    .getByRole('alert')
    .getByText(/您可以/)
    .waitFor();
  await expectAccessible(other);
});

test('R87: without consent nothing is served electronically; by mail it goes with its number', async () => {
  const clerk = await visit('/window', { as: 'clerk-1', size: desk });
  const household = {
    itemId: 'MK-02',
    applicant: { kind: 'naturalPerson', name: '萧妍敏', idType: 'citizenId', idNo: '110198198301163907' },
    channel: 'window',
    form: { scopeStandard: true, preNeeded: false },
    materials: [{ code: 'm.form', source: 'form' }],
    scope: { region: '110198' },
    truthStatement: true,
    eDelivery: false,
    outcome: { outcome: 'ACCEPT', checked: ['identity', 'validity'] },
  };
  const { caseNo } = await act(clerk, '/cases', household);
  await clerk.goto(`/window/cases/${caseNo}`);
  await choose(clerk, '方式', '电子送达');
  await clerk.getByText('申请人未同意电子送达').waitFor();
  expect(await clerk.getByRole('button', { name: '送达', exact: true }).isDisabled()).toBe(true);
  await expectAccessible(clerk);
  await choose(clerk, '方式', '邮寄');
  await clerk.getByLabel('收件人和地址').fill('萧妍敏 云桥街道 1 号');
  await clerk.getByLabel('邮寄单号').fill('EMS110198001');
  await clerk.getByRole('button', { name: '送达', exact: true }).click();
  await clerk.getByText('已送达').first().waitFor();
  await expectAccessible(clerk);
});
