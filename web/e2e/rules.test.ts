import { expect, test } from 'vitest';
import { desk, expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('rules are read, copied, changed with completion and keyboard, and tried at every keystroke', async () => {
  const page = await visit('/items/MK-05', { as: 'mk-head', size: desk });
  await page.getByRole('link', { name: '查看决定规则' }).click();
  await page.getByRole('heading', { name: /决定规则/ }).waitFor();
  await page.getByText('与现行规则集相同。').waitFor();
  await page.getByText(/^✓ 第/).first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '复制到规则工坊' }).click();
  const first = page.getByRole('combobox', { name: '第 1 条：条件' });
  const was = await first.inputValue();
  await first.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => page.getByRole('combobox', { name: '第 2 条：条件' }).inputValue()).toBe(was);
  await page.getByText(/与现行规则集不同/).waitFor();
  await page.getByRole('button', { name: '第 2 条上移' }).click();
  await page.getByText('与现行规则集相同。').waitFor();
  // A row above all others that takes everything leaves the others dead.
  await page.getByRole('button', { name: '复制第 1 条' }).click();
  await first.fill('tru');
  await first.fill('true');
  await page
    .getByText(/永不起作用/)
    .first()
    .waitFor();
  await page
    .getByText(/✗ 与预期不符，第 1 条/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '删除第 1 条' }).click();
  await page.getByText('与现行规则集相同。').waitFor();
  await first.fill('are');
  await page
    .getByTitle('area', { exact: true })
    .or(page.locator('.ant-select-item-option').filter({ hasText: 'area' }))
    .first()
    .click();
  await expect.poll(() => first.inputValue()).toBe('area');
  await expectAccessible(page);
});

test('a rule that does not type-check is marked with place, reason and mend; on the phone nothing sticks out', async () => {
  const page = await visit('/items/MK-05/rules', { as: 'mk-head', size: phone });
  await page.getByRole('button', { name: '复制到规则工坊' }).click();
  const first = page.getByRole('combobox', { name: '第 1 条：条件' });
  await first.fill('true && areaa > 5');
  await page.getByText('第 9–13 字：本事项没有名为 areaa 的输入项').waitFor();
  await page.getByText(/1 处有误，改正前不能发布/).waitFor();
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('button', { name: '改为 area' }).click();
  await page.getByText('条件全部有效').waitFor();
});

test('who keeps no rules is told so', async () => {
  const page = await visit('/items/MK-05/rules', { as: 'clerk-1', size: desk });
  await page.getByRole('heading', { name: '不能这样办' }).or(page.getByRole('alert')).first().waitFor();
  await expectAccessible(page);
});
