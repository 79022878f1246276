import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pinOf } from './acting.ts';
import { desk, expectAccessible, openBrowser } from './browser.ts';

const { visit } = openBrowser();

test('the department sees its mandates, and each reads as a letter with its lists, holders and life', async () => {
  const page = await visit('/mandates', { as: 'mk-head', size: desk });
  await page.getByRole('link', { name: 'YH-B-MK-2025' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'YH-B-MK-2025' }).click();
  await page.getByRole('heading', { name: '签两次清单' }).waitFor();
  await page.getByText('谢宇晓（mk-chief），首席代表').waitFor();
  await expectAccessible(page);
  const letter = await page.request.get('/api/mandates/YH-B-MK-2025/letter.pdf');
  expect(letter.headers()['content-type']).toBe('application/pdf');
  await page.goto('/mandates?state=revoked');
  await page.getByText('没有这样的授权书').waitFor();
  await page.goto('/mandates/YH-B-XX-1999');
  await page
    .getByRole('alert')
    .getByText(/您可以/)
    .waitFor();
  await expectAccessible(page);
});

test('R105: the head suspends a mandate at once and resumes it, with the reason on record', async () => {
  const page = await visit('/mandates/YH-B-HL-2025', { as: 'hl-head', size: desk });
  await page.getByRole('button', { name: '暂停' }).click();
  await page.getByRole('combobox', { name: '原因类别' }).click();
  await page.getByTitle('法律变化').last().click();
  await page.getByLabel('原因', { exact: true }).fill('等待新规定');
  await expectAccessible(page);
  await confirmed(page, '暂停');
  await page
    .getByRole('heading', { name: /已暂停/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: '恢复' }).click();
  await page.getByLabel('原因', { exact: true }).fill('新规定已施行');
  await confirmed(page, '恢复');
  await page.getByRole('heading', { name: /生效/ }).first().waitFor();
});

test('R97: a mandate is drafted from another, reviewed by somebody else, signed by the head, accepted by its holder', async () => {
  const drafter = await visit('/compose?from=YH-B-MK-2025', { as: 'mk-head', size: desk });
  await drafter.getByText('与底稿没有区别。').waitFor();
  await drafter.getByLabel('新编号').fill('YH-B-MK-2026-T');
  await drafter.getByLabel('面积上限（㎡）').fill('300');
  await drafter.getByText('面积上限（㎡）：无限制 → 300').waitFor();
  await expectAccessible(drafter);
  await drafter.getByRole('button', { name: '保存草稿' }).click();
  await drafter
    .getByRole('heading', { name: /YH-B-MK-2026-T/ })
    .first()
    .waitFor();
  await drafter.getByRole('heading', { name: /草稿/ }).first().waitFor();
  // Nobody reviews what he drafted; the screen says so instead of hiding it.
  await drafter.getByText(/现在不能做的/).click();
  await drafter.getByText(/起草/).first().waitFor();

  const legal = await visit('/mandates/YH-B-MK-2026-T', { as: 'mk-legal', size: desk });
  await legal.getByRole('button', { name: '法制审核' }).click();
  await legal.getByLabel('审核意见').fill('主体、事项、依据均合法');
  await legal.getByRole('dialog').getByLabel('通过').check();
  await legal.getByRole('dialog').getByRole('button', { name: '法制审核' }).click();
  await legal
    .getByRole('heading', { name: /已法制审核/ })
    .first()
    .waitFor();

  await drafter.reload();
  await drafter.getByRole('button', { name: '签署' }).click();
  await drafter
    .getByLabel('签名口令')
    .fill(/\d{4,}/.exec(await drafter.getByText(/演示口令：/).innerText())?.[0] ?? '');
  await drafter.getByRole('dialog').getByRole('button', { name: '签署' }).click();
  await drafter
    .getByRole('heading', { name: /已签署/ })
    .first()
    .waitFor();

  const holder = await visit('/mandates/YH-B-MK-2026-T', { as: 'mk-officer-1', size: desk });
  await holder.getByRole('button', { name: '接受授权' }).click();
  await holder.getByLabel('签名口令').fill(/\d{4,}/.exec(await holder.getByText(/演示口令：/).innerText())?.[0] ?? '');
  await holder.getByRole('dialog').getByRole('button', { name: '接受授权' }).click();
  await holder.getByText(/已接受：魏行阳/).waitFor();
  await expectAccessible(holder);
});

/** What a person stops or gives back he confirms himself, like a signature (R72). */
async function confirmed(page: Page, label: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '下一步：本人确认' }).click();
  await dialog.locator('input[type=password]').fill(await pinOf(page));
  await dialog.getByRole('button', { name: label, exact: true }).click();
}
