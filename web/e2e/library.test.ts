import { expect, test } from 'vitest';
import { desk, expectAccessible, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('an officer drafts a change, sees it beside the version in force, and a second person approves it', async () => {
  const officer = await visit('/library', { as: 'mk-officer-1', size: desk });
  await officer.getByRole('link', { name: /MK-05/ }).click();
  await officer.getByRole('heading', { name: /食品经营许可/ }).waitFor();
  await expectAccessible(officer);
  await officer.getByRole('button', { name: '起草修改' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: '起草修改' }).click();
  await officer.getByText('与现行版本没有区别。').waitFor();

  await officer.locator('summary').filter({ hasText: /^时限/ }).click();
  await officer.getByRole('spinbutton', { name: '承诺时限' }).fill('6');
  await officer.getByRole('button', { name: '保存草案' }).click();
  await officer.getByRole('heading', { name: /草案第 2 稿/ }).waitFor();
  const line = officer.getByRole('row', { name: /承诺时限/ });
  await line.getByText('8', { exact: true }).waitFor();
  await line.getByText('6', { exact: true }).waitFor();
  await expectAccessible(officer);
  await officer.getByRole('button', { name: '提交审定' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: '提交审定' }).click();
  await officer.getByRole('heading', { name: /待审定/ }).waitFor();

  const legal = await visit('/library/MK-05', { as: 'mk-legal', size: desk });
  await legal.getByRole('button', { name: '审定', exact: true }).click();
  await legal.getByLabel('审定意见').fill('合法合规');
  await legal.getByRole('dialog').getByRole('button', { name: '审定', exact: true }).click();
  await legal.getByText(/审定：/).waitFor();

  await officer.reload();
  await officer.getByRole('button', { name: '发布', exact: true }).click();
  await officer.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await officer.getByText(/第 2 版/).waitFor();
});

test('a draft with faults is not submitted: each is named with rule and mend, and its name leads to the element', async () => {
  const officer = await visit('/library/MK-06', { as: 'mk-officer-1', size: desk });
  await officer.getByRole('button', { name: '起草修改' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: '起草修改' }).click();
  await officer.locator('summary').filter({ hasText: /^时限/ }).click();
  await officer.getByRole('spinbutton', { name: '承诺时限' }).fill('60');
  await officer.getByRole('button', { name: '保存草案' }).click();
  await officer.getByText('承诺时限长于法定时限。', { exact: false }).first().waitFor();
  await officer
    .getByText(/优化营商环境条例第36条/)
    .first()
    .waitFor();
  await officer.getByRole('link', { name: '承诺时限' }).click();
  await expect
    .poll(() => officer.evaluate(() => document.activeElement?.closest('fieldset')?.id))
    .toBe('element-promisedLimit');
  await officer.getByText(/现在不能做的/).click();
  await officer.getByRole('button', { name: '提交审定' }).waitFor();
  expect(await officer.getByRole('button', { name: '提交审定' }).isDisabled()).toBe(true);
  await expectAccessible(officer);

  const narrow = await visit('/library/MK-06', { as: 'mk-legal', size: phone });
  await narrow.getByText('承诺时限长于法定时限。', { exact: false }).first().waitFor();
  await expectAccessible(narrow);
  const overflow = await narrow.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
