import { expect, test } from 'vitest';
import { answerRest } from './acting.ts';
import { checkAll, desk, expectAccessible, expectFits, openBrowser, phone, picture } from './browser.ts';

const { visit } = openBrowser();

test('R20, R46: a code from the phone gives the window what was chosen, once, and the holder sees who used it', async () => {
  const mobile = await visit('/items/PS-01/papers', { as: 'applicant-1', size: phone });
  await mobile.getByRole('heading', { name: '选择要出示的内容' }).waitFor();
  expect(await mobile.getByRole('button', { name: '同意并出示' }).isDisabled()).toBe(true);
  await mobile.getByRole('button', { name: /全选/ }).click();
  for (const name of [/^出生医学证明$/, '新生儿姓名']) await mobile.getByRole('checkbox', { name }).check();
  await expectAccessible(mobile);
  await expectFits(mobile);
  await picture(mobile, 'choose-phone');
  await mobile.getByRole('button', { name: '同意并出示' }).click();
  const digits = (await mobile.locator('.digits').textContent()) ?? '';
  await mobile.getByText(/还剩 4:\d\d/).waitFor();
  await expectAccessible(mobile);
  await expectFits(mobile);
  await picture(mobile, 'code-phone');

  const window = await visit('/window', { as: 'clerk-1', size: desk });
  await window.getByLabel(/想办什么事/).fill('新生儿出生登记');
  await window.getByRole('button', { name: /选定 新生儿出生登记/ }).click();
  await window.getByLabel('扫码，或输入八位数字').fill('00000000');
  await window.keyboard.press('Enter');
  await window.getByRole('alert').getByText('没有这个亮证码').waitFor();
  await picture(window, 'refused-desk');
  await window.getByLabel('扫码，或输入八位数字').fill(digits);
  await window.keyboard.press('Enter');
  await window.getByText('已取得 常源浩 出示的内容').waitFor();
  expect(await window.getByLabel('姓名或名称').inputValue()).toBe('常源浩');
  await window.locator('.received').getByText('常小河').waitFor();
  await expectAccessible(window);
  await picture(window, 'received-desk');
  await mobile.getByText('窗口已经读取').waitFor();

  await window.getByRole('radiogroup').first().getByLabel('是').check();
  await answerRest(window);
  await window.getByLabel('申请人已签字确认内容真实').check();
  await window.keyboard.press('F8');
  await checkAll(window);
  await window.getByRole('button', { name: '确认：受理' }).click();
  await window.getByText('受理通知书').waitFor();

  await mobile.goto('/papers');
  await mobile.getByText('凭您的同意').first().waitFor();
  await mobile
    .getByText(/云河区政务服务中心 · /)
    .first()
    .waitFor();
  await expectAccessible(mobile);
  await expectFits(mobile);
  await picture(mobile, 'uses-phone');
});

test('online the applicant sees what is fetched for whom, declines one paper, and is then asked to bring it', async () => {
  const page = await visit('/items/PS-02/apply', { as: 'applicant-1', size: phone });
  await page.getByText(/第 1 \/ \d+ 步/).waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('heading', { name: '同意调取下列证照和信息' }).waitFor();
  await page.getByText(/只交给云河区公安分局|只交给.*公安/).waitFor();
  const before = await page.getByText(/第 2 \/ (\d+) 步/).textContent();
  await page.getByLabel(/不同意调取，我自己交“居民户口簿”/).check();
  await page.getByText(/第 2 \/ \d+ 步/).waitFor();
  expect(await page.getByText(/第 2 \/ (\d+) 步/).textContent()).not.toBe(before);
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'sharing-phone');
});
