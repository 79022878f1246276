import { expect, test } from 'vitest';
import { desk, expectAccessible, expectFits, openBrowser, phone, picture } from './browser.ts';

const { visit } = openBrowser();

test('R90: on a phone a company chooses which of its licences is to be given back, of those alone that it holds', async () => {
  const page = await visit('/items/MK-04/apply', { as: 'company-2', size: phone });
  await page.getByText(/第 1 \/ \d+ 步/).waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('heading', { name: '这次是为哪张证照办理' }).waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('请填写').first().waitFor();
  await picture(page, 'on-licence-missing-phone');
  await page.getByRole('radio').first().check();
  expect(await page.getByRole('radio', { name: '注销证照' }).isChecked()).toBe(true);
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'on-licence-phone');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText(/第 3 \/ \d+ 步/).waitFor();
});

test('R46: at the window the clerk enters the number, and one that the library does not have is refused with what to do', async () => {
  const page = await visit('/window', { as: 'clerk-1', size: desk });
  await page.getByLabel('姓名或名称').fill('唐若梅');
  await page.getByLabel('证件号码', { exact: true }).fill('110198194003238183');
  await page.getByLabel(/想办什么事/).fill('小餐饮');
  await page.getByRole('button', { name: '选定 小餐饮店许可' }).click();
  await page.getByLabel(/^办理情形/).click();
  await page.getByTitle('变更证照内容').click();
  await page.getByLabel('证照编号').fill('YH-2019-77');
  await expectAccessible(page);
  await picture(page, 'on-licence-window');
  await page.getByLabel('申请人已签字确认内容真实').check();
  await page.getByRole('button', { name: '先收件，稍后处理' }).click();
  await page
    .getByRole('alert')
    .getByText(/证照库中没有这个编号的证照/)
    .waitFor();
  await picture(page, 'on-licence-window-refused');
});
