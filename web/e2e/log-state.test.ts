import { expect, test } from 'vitest';
import { desk, expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test.each([
  ['desk', desk],
  ['phone', phone],
])('a supervisor reads how far the log has been witnessed, at a %s', async (_, size) => {
  const page = await visit('/log-state', { as: 'ps-supervisor', size });
  await page.getByRole('heading', { name: '可验证存证日志' }).waitFor();
  // Three witnesses, each with a word of its state; acts of others may just have made them late by a second.
  for (const name of ['market', 'audit', 'archive']) await page.getByText(`${name}.yunhe.example`).first().waitFor();
  // The clock of these tests stands in spring, that of the witnesses does not: just what must be told.
  await page
    .getByText(/时钟与本机相差五分钟以上/)
    .first()
    .waitFor();
  expect(await page.getByText('等待入日志的行为').count()).toBe(1);
  await expectAccessible(page);
  await expectFits(page);
});
