import { expect, test } from 'vitest';
import { expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('whoever signs in comes to the place of his work, and signing out ends it', async () => {
  const page = await visit('/');
  await page.getByRole('heading', { name: '您想办什么事？' }).waitFor();
  await page.getByRole('banner').getByRole('link', { name: '登录' }).click();
  await page.getByRole('button', { name: '综窗人员 · 穆洁雅' }).click();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '综窗收件' }).waitFor();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await page.goto('/cases');
  await page.getByRole('heading', { name: '请先登录' }).waitFor();
});

test('a wrong password is refused with what one can do, and does not tell whether the account exists', async () => {
  const answers: string[] = [];
  for (const login of ['applicant-9-unknown', 'applicant-6']) {
    const page = await visit('/sign-in', { size: phone });
    await page.getByLabel('账号').fill(login);
    await page.getByRole('textbox', { name: '密码' }).fill('not-the-password');
    await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
    const alert = page.getByRole('alert').filter({ hasText: '您可以' });
    await alert.waitFor();
    answers.push((await alert.innerText()).replaceAll(/问题编号.*/g, ''));
    await expectAccessible(page);
    await expectFits(page);
  }
  expect(answers[0]).toBe(answers[1]);
});

test('after too many wrong passwords the right one is refused as well', async () => {
  const page = await visit('/sign-in');
  await page.getByLabel('账号').fill('applicant-8');
  const enter = async (password: string): Promise<void> => {
    await page.getByRole('textbox', { name: '密码' }).fill(password);
    const answered = page.waitForResponse(
      (response) => response.url().endsWith('/api/session') && response.request().method() === 'POST',
    );
    await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
    await answered;
  };
  for (let attempt = 0; attempt < 5; attempt += 1) await enter('not-the-password');
  await enter('Liangqian-2026');
  await page.getByRole('alert').filter({ hasText: '您可以' }).waitFor();
});

test('a page that needs an account leads back to itself after signing in', async () => {
  const page = await visit('/cases', { size: phone });
  await page.getByRole('main').getByRole('link', { name: '登录' }).click();
  await page.getByRole('button', { name: '申请人(自然人) · 郑洁娜' }).click();
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '我的办件' }).waitFor();
});
