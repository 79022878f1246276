import { expect, test } from 'vitest';
import { openForm } from './acting.ts';
import { expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('R78: what the rules may grant is granted at once, with a sealed letter that checks out', async () => {
  const page = await visit('/items/MK-02/apply', { as: 'applicant-1', size: phone });
  await openForm(page);
  await page.getByRole('heading', { name: '申请：个体工商户设立登记' }).waitFor();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page
    .getByRole('alert')
    .getByText(/还有 \d 处需要填写/)
    .waitFor();
  const questions = page.getByRole('radiogroup');
  await questions.nth(0).getByLabel('是').check();
  await questions.nth(1).getByLabel('否').check();
  await page.getByLabel(/以上内容真实/).check();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { name: '决定', exact: true }).waitFor();
  await page.getByText('准予决定书').waitFor();
  await page.getByText('印章有效，内容未被改动').last().waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('link', { name: '核验页' }).last().click();
  await page.getByRole('heading', { name: '核验文书' }).waitFor();
  await page.getByText('印章有效，内容未被改动').waitFor();
  await expectAccessible(page);
});

test('an application whose answer was lost is sent again as the same act and becomes one case', async () => {
  const page = await visit('/items/MK-06/apply', { as: 'applicant-2', size: phone });
  const casesOf = async (): Promise<number> => (await (await page.request.get('/api/cases')).json()).cases.length;
  const before = await casesOf();
  await openForm(page);
  await page.getByLabel('面积').fill('86');
  const questions = page.getByRole('radiogroup');
  await questions.nth(0).getByLabel('否').check();
  await questions.nth(1).getByLabel('否').check();
  await page.getByLabel(/我已阅读并承诺/).check();
  await page.getByRole('checkbox', { name: /平面布局图/ }).check();
  await page.getByLabel(/以上内容真实/).check();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '提交申请' }).click();
  await page
    .getByRole('alert')
    .getByText(/连接不到服务器/)
    .waitFor();
  await expectAccessible(page);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByText('我们已收到您的申请').waitFor();
  expect(page.url()).toMatch(/\/cases\/.+/);
  const { pathname } = new URL(page.url());
  await page.getByRole('link', { name: '我的办件' }).click();
  expect(await casesOf()).toBe(before + 1);
  await page.locator(`a[href="${pathname}"]`).click();
  await page.getByText('您填写的内容，可以更正').click();
  await page.getByLabel(/经营面积/).fill('88');
  await page.getByRole('button', { name: '提交更正' }).click();
  await page.getByText('更正了申请内容').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '撤回申请' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click();
  await page.getByText('您已撤回这件申请。').waitFor();
});

test('R1: a matter for organisations is refused to a person, with the reason and what to do', async () => {
  const page = await visit('/items/HR-01/apply', { as: 'applicant-1', size: phone });
  await openForm(page);
  await page.getByRole('radiogroup').first().getByLabel('是').check();
  await page.getByLabel(/以上内容真实/).check();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('alert').getByText('该事项不面向此类申请人').waitFor();
  await page
    .getByRole('alert')
    .getByText(/您可以：核对服务对象/)
    .waitFor();
  await expectAccessible(page);
});

test('without cases the list says where to begin; another person’s case does not exist for me', async () => {
  const page = await visit('/cases', { as: 'company-4', size: phone });
  await page.getByText('您还没有办件').waitFor();
  await expectAccessible(page);
  await page.goto('/cases/11110198YH0001');
  await page.getByRole('alert').getByText('没有这个办件').waitFor();
  await expectAccessible(page);
});
