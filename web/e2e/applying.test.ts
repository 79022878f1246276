import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { examplePdf, exampleZip } from '../../server/src/material/example-files.ts';
import { act, dateIn, pinOf, roadOccupation } from './acting.ts';
import { desk, expectAccessible, expectFits, openBrowser, phone, picture } from './browser.ts';

const { visit } = openBrowser();

async function forward(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click();
}

async function choose(page: Page, name: string, bytes: Buffer, label: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: '', buffer: bytes });
}

test('R6, R47: a company applies on a phone: what is known is shown with its source, corrected, kept and sent', async () => {
  const page = await visit('/items/MK-05/apply', { as: 'company-1', size: phone });
  await page.getByText(/第 1 \/ \d+ 步/).waitFor();
  await forward(page);
  await page.getByRole('heading', { name: '我们已有，不用您再填' }).waitFor();
  await page.getByText('云河区禾木餐饮有限公司', { exact: true }).last().waitFor();
  await page.getByText('来自标准地址').waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'known-phone');
  await page.getByRole('button', { name: /更正“经营场所地址/ }).click();
  await page
    .getByLabel(/经营场所地址/)
    .last()
    .fill('云河区新址1号');
  await page.getByText('您的更正和原来的数据会一起保留', { exact: false }).waitFor();
  await forward(page);
  await page.getByText('已保存，换一台设备也能接着填').waitFor();
  await picture(page, 'question-phone');
  await expectAccessible(page);

  const laptop = await visit('/cases', { as: 'company-1', size: desk });
  await laptop.getByRole('heading', { name: '还没有提交的草稿' }).waitFor();
  await expectAccessible(laptop);
  await laptop
    .getByRole('link', { name: /食品经营许可/ })
    .first()
    .click();
  await laptop.getByText(/这是您 .* 保存的草稿/).waitFor();
  await laptop.getByText(/第 3 \/ \d+ 步/).waitFor();
  await laptop.getByRole('button', { name: '在一页上填写' }).click();
  await laptop.getByText('您的更正和原来的数据会一起保留', { exact: false }).waitFor();
  await laptop.getByLabel(/面积/).fill('200');
  for (const group of await laptop.getByRole('radiogroup').all()) await group.getByLabel('否').check();
  for (const field of await laptop.getByRole('spinbutton').all())
    if ((await field.inputValue()) === '') await field.fill('40');

  await choose(laptop, '平面图.pdf', Buffer.from('<html>'), '经营场所平面布局图');
  await laptop.getByRole('alert').getByText('文件内容不是可以接收的类型').waitFor();
  await laptop
    .getByRole('alert')
    .getByText(/您可以：请另存/)
    .waitFor();
  await choose(laptop, '平面图.ofd', exampleZip({ 'word/document.xml': '' }), '经营场所平面布局图');
  await laptop.getByRole('alert').getByText('文件内容不是可以接收的类型').waitFor();
  await choose(laptop, '平面图.pdf', examplePdf('plan'), '经营场所平面布局图');
  await laptop.getByRole('link', { name: '平面图.pdf' }).waitFor();
  expect(await laptop.getByRole('alert').filter({ hasText: '文件内容' }).count()).toBe(0);
  for (const promise of await laptop.getByLabel(/我已阅读并承诺/).all()) await promise.check();
  await laptop.getByLabel(/以上内容真实/).check();
  await expectAccessible(laptop);
  await expectFits(laptop);
  await picture(laptop, 'whole-desk');
  await laptop.getByRole('button', { name: '提交申请' }).click();
  await laptop.getByText('我们已收到您的申请').waitFor();

  const clerk = await visit(laptop.url().replace('/cases/', '/window/cases/'), { as: 'clerk-1' });
  await clerk.getByText('申请人更正', { exact: false }).first().waitFor();
  await clerk.getByRole('link', { name: '平面图.pdf' }).waitFor();
  await expectAccessible(clerk);
  await picture(clerk, 'discrepancy-window');
  await page.goto('/items/MK-05/apply');
  await page.getByText(/第 1 \/ \d+ 步/).waitFor();
});

test('R33: the promise is read before it is chosen, beside the normal way', async () => {
  const page = await visit('/items/FR-01/apply', { as: 'company-1', size: phone });
  while (
    (await page.getByRole('heading', { name: '用哪种方式办理' }).count()) === 0 ||
    !(await page.getByRole('heading', { name: '用哪种方式办理' }).isVisible())
  ) {
    const field = page.getByRole('spinbutton').filter({ visible: true });
    if ((await field.count()) > 0) await field.first().fill('120');
    await forward(page);
    await page.getByText(/第 \d+ \/ \d+ 步/).waitFor();
  }
  await page.getByText('如承诺不实，愿意接受撤销决定并承担责任', { exact: false }).waitFor();
  await page.getByText('按一般程序办理，不作承诺').waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'promise-phone');
  await page.getByLabel('用告知承诺方式办理').check();
  await page.getByRole('button', { name: '在一页上填写' }).click();
  for (const paper of await page.getByRole('checkbox', { name: /原件交窗口核对/ }).all()) await paper.check();
  for (const promise of await page.getByLabel(/我已阅读并承诺/).all()) await promise.check();
  await page.getByLabel(/以上内容真实/).check();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('我们已收到您的申请').waitFor();
  const answer = await page.request.get(`/api/cases/${page.url().split('/').at(-1)}`);
  expect((await answer.json()).route).toBe('promise');
});

test('R32: what may follow is promised with a day, and the window sees the promise', async () => {
  const page = await visit('/items/PS-03/apply', { as: 'applicant-6', size: phone });
  await page.getByRole('button', { name: '在一页上填写' }).click();
  await page.getByRole('checkbox', { name: /现在没有“.*照片.*”，承诺以后补交/ }).check();
  for (const paper of await page.getByRole('checkbox', { name: /原件交窗口核对/ }).all()) {
    if (!((await paper.getAttribute('id')) ?? '').includes('photo')) await paper.check();
  }
  await page.getByLabel(/补交日期/).fill(await dateIn(page, 1));
  await page.getByText('逾期不补交的，经提醒后终止办理', { exact: false }).waitFor();
  await page.getByLabel(/以上内容真实/).check();
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'later-phone');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('我们已收到您的申请').waitFor();
  const caseNo = page.url().split('/').at(-1) ?? '';
  const clerk = await visit(`/window/cases/${caseNo}`, { as: 'clerk-1' });
  await clerk.getByText('申请人承诺', { exact: false }).first().waitFor();
  await act(clerk, `/cases/${caseNo}/acceptance`, {
    outcome: 'ACCEPT',
    tolerated: ['m.photo'],
    toleratedUntilOn: await dateIn(clerk, 1),
    checked: ['identity', 'validity'],
  });
  await page.reload();
  await page
    .getByRole('heading', { name: /承诺|补交/ })
    .first()
    .waitFor();
  await expectAccessible(page);
});

test('R9: a granted fee is shown with its basis, paid on the phone, and the result goes out', async () => {
  const [clerk, officer, police, chief] = [
    await visit('/window', { as: 'clerk-1' }),
    await visit('/desk', { as: 'um-officer-1' }),
    await visit('/desk', { as: 'ps-officer-1' }),
    await visit('/desk', { as: 'um-chief' }),
  ];
  const { caseNo } = await act(clerk, '/cases', roadOccupation);
  await act(officer, `/cases/${caseNo}/review`, { act: 'askJointOpinion', organ: 'PS', dueInDays: 3 });
  const agreed = [{ name: 'policeOk', value: true, evidence: '同意' }];
  await act(police, `/cases/${caseNo}/review`, {
    act: 'giveJointOpinion',
    organ: 'PS',
    opinion: '同意',
    findings: agreed,
  });
  const plan = [{ name: 'planOk', value: true, evidence: '方案可行' }];
  const points = [0, 1, 2, 3].map((point) => ({ point, result: 'met', evidence: '材料' }));
  await act(officer, `/cases/${caseNo}/review`, { act: 'recordFindings', findings: plan, points });
  const conclusion = { outcome: 'GRANT', reason: '条件齐备' };
  for (const signer of [officer, chief]) {
    const { documentHash, evidenceHash } = await act(signer, `/cases/${caseNo}/decision/draft`, conclusion);
    const pin = await pinOf(signer);
    await act(signer, `/cases/${caseNo}/decision`, { ...conclusion, documentHash, evidenceHash, recusal: 'none', pin });
  }
  const page = await visit(`/cases/${caseNo}`, { as: 'company-1', size: phone });
  const pay = page.getByRole('button', { name: '缴纳 ¥500.00' });
  await expect
    .poll(
      async () => {
        await page.reload();
        await page.getByRole('heading', { name: '临时占用城市道路许可' }).waitFor();
        return pay.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await page.getByText('城市道路管理条例', { exact: false }).first().waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'fee-phone');
  await pay.click();
  await page.getByText('开发用缴款：没有真的收钱').waitFor();
  await page.getByText('已缴费', { exact: true }).first().waitFor();
  await expectAccessible(page);
  await picture(page, 'paid-phone');
});
