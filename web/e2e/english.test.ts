import { expect, test } from 'vitest';
import { expectAccessible, openBrowser } from './browser.ts';

const { visit } = openBrowser();

test('the whole application speaks English: every place of an officer and of an applicant', async () => {
  const page = await visit('/items');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'What would you like to do?' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.goto('/items/MK-06');
  await page.getByRole('heading', { name: 'Small catering shop permit 小餐饮店许可' }).waitFor();
  await page.getByText('Market Regulation Bureau', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Start the application' }).waitFor();
  await expectAccessible(page);
  await page.goto('/sign-in?next=/desk');
  await page.getByRole('button', { name: 'chief representative · Yuxiao Xie' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Work queue' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Mandates' }).click();
  await page.getByRole('link', { name: 'YH-B-MK-2025' }).click();
  await page.getByRole('heading', { name: 'List 2: two signatures' }).waitFor();
  await page.getByText('MK-05 Food business licence (catering) 食品经营许可(餐饮服务)核发').waitFor();
  await expectAccessible(page);
});
