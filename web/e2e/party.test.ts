import { test } from 'vitest';
import { act, choose, dateIn, openForm, refusedWith, roadOccupation } from './acting.ts';
import { desk, expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('R15: an agent applies for another online under his letter, once it is signed', async () => {
  const page = await visit('/items/MK-06/apply', { as: 'applicant-2', size: phone });
  await openForm(page);
  await page.getByLabel('面积').fill('86');
  const questions = page.getByRole('radiogroup');
  await questions.nth(0).getByLabel('否').check();
  await questions.nth(1).getByLabel('否').check();
  await page.getByLabel(/我已阅读并承诺/).check();
  await page.getByRole('checkbox', { name: /平面布局图/ }).check();
  await page.getByLabel(/以上内容真实/).check();
  await page.getByLabel(/我替别人办/).check();
  await page.getByLabel('姓名或名称').fill('唐若梅');
  await page.getByLabel('证件号码', { exact: true }).fill('110198194003238183');
  await page.getByLabel('申请', { exact: true }).check();
  await page.getByLabel('委托书签署日期').fill(await dateIn(page, 2));
  await page.getByLabel('委托自').fill(await dateIn(page, -2));
  await page.getByLabel('至（含当日）').fill(await dateIn(page, 30));
  await page.getByRole('button', { name: '提交申请' }).click();
  await refusedWith(page, /委托书/);
  await expectAccessible(page);
  await expectFits(page);
  await page.getByLabel('委托书签署日期').fill(await dateIn(page, -2));
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('我们已收到您的申请').waitFor();
  await page.getByText('代理人：姜桐').waitFor();
  await expectAccessible(page);
});

test('R44: a party asks that an officer stand aside, once; the chief answers and the party reads why', async () => {
  const clerk = await visit('/window', { as: 'clerk-1', size: desk });
  const { caseNo } = await act(clerk, '/cases', roadOccupation);
  const party = await visit(`/cases/${caseNo}`, { as: 'company-1', size: phone });
  await party.getByText('回避申请', { exact: true }).click();
  const ask = async (): Promise<void> => {
    await party.getByRole('button', { name: '申请回避' }).click();
    await choose(party, '请哪位工作人员回避', '韩海 派驻人员 um-officer-1');
    await choose(party, '与谁有什么关系', '其他可能影响公正的关系');
    await party.getByLabel('理由', { exact: true }).fill('与本公司有合同纠纷');
    await party.getByRole('dialog').getByRole('button', { name: '申请回避' }).click();
  };
  await ask();
  await party.getByText(/申请韩海回避，尚未答复/).waitFor();
  await party.getByRole('dialog').waitFor({ state: 'hidden' });
  await ask();
  await party
    .getByRole('dialog')
    .getByRole('alert')
    .getByText(/您可以/)
    .waitFor();
  await expectAccessible(party);

  const chief = await visit(`/desk/${caseNo}`, { as: 'um-chief', size: desk });
  await chief.getByRole('button', { name: '答复回避申请' }).click();
  const dialog = chief.getByRole('dialog');
  await dialog.getByLabel('不同意回避').check();
  await dialog.getByLabel('理由（会告知申请人）').fill('合同已履行完毕');
  await expectAccessible(chief);
  await dialog.getByRole('button', { name: '答复回避申请' }).click();
  await chief.getByText('不同意韩海回避：合同已履行完毕').waitFor();
  await party.reload();
  await party.getByText('不同意韩海回避：合同已履行完毕').waitFor();
  await expectFits(party);
});

test('R63: a renewal comes in time or is refused with the last day on which it could have come', async () => {
  const page = await visit('/items/MK-06/apply', { as: 'applicant-5', size: phone });
  await openForm(page);
  await page.getByLabel('面积').fill('60');
  const questions = page.getByRole('radiogroup');
  await questions.nth(0).getByLabel('否').check();
  await questions.nth(1).getByLabel('否').check();
  await page.getByLabel(/我已阅读并承诺/).check();
  await page.getByRole('checkbox', { name: /平面布局图/ }).check();
  await page.getByLabel(/以上内容真实/).check();
  await page.getByText('这是延续已有的许可证').click();
  await page.getByLabel('许可证编号').fill('XCY110198000001');
  // The library does not have it: whoever decides is told what the paper is.
  await page.getByLabel('纸质证照名称').fill('小餐饮许可证');
  await page.getByLabel('发证机关').fill('云河区市场监督管理局');
  await page.getByLabel('有效期届满日').fill(await dateIn(page, 10));
  await page.getByRole('button', { name: '提交申请' }).click();
  await refusedWith(page, /延续/);
  await expectAccessible(page);
  await page.getByLabel('有效期届满日').fill(await dateIn(page, 60));
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('我们已收到您的申请').waitFor();
});

test('R79: what the rules could grant at once waits for a person where the applicant asks for one', async () => {
  const page = await visit('/items/MK-02/apply', { as: 'applicant-6', size: phone });
  await openForm(page);
  const questions = page.getByRole('radiogroup');
  await questions.nth(0).getByLabel('是').check();
  await questions.nth(1).getByLabel('否').check();
  await page.getByLabel(/我要求由工作人员决定/).check();
  await page.getByLabel(/以上内容真实/).check();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('我们已收到您的申请').waitFor();
  await expectAccessible(page);
});
