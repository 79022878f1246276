import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';

/** Does an act beside the screen, with the session of the page: what a test needs but is not about. */
export async function act(
  page: Page,
  path: string,
  body: object,
): Promise<{ readonly caseNo: string; readonly documentHash: string; readonly evidenceHash: string }> {
  const session = await page.request.get('/api/session');
  const { csrfToken } = await session.json();
  const answer = await page.request.post(`/api${path}`, {
    data: body,
    headers: { 'Request-Id': crypto.randomUUID(), 'X-CSRF-Token': csrfToken },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return answer.json();
}

/**
 * Opens the whole form on one page, and every question that an earlier case of the applicant has answered already (R47): which
 * those are depends on what other tests did before.
 */
export async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: '在一页上填写' }).click();
  await page.getByLabel(/以上内容真实/).waitFor();
  const known = page.getByRole('button', { name: /^更正“/ });
  while ((await known.count()) > 0) await known.first().click();
  await answerRest(page);
}

/** Answers the lines of the form that no rule reads: any words will do. */
export async function answerRest(page: Page): Promise<void> {
  for (const field of await page.locator('input.ant-input[type="text"][id^="form_"]').all()) {
    if ((await field.inputValue()) === '') await field.fill('12001980168');
  }
  for (const field of await page.locator('input.ant-input[type="date"][id^="form_"]').all()) {
    if ((await field.inputValue()) === '') await field.fill('2026-01-05');
  }
}

/** A company wants to occupy a part of the road; the window accepts. */
export const roadOccupation = {
  itemId: 'UM-01',
  applicant: {
    kind: 'legalPerson',
    name: '云河区禾木餐饮有限公司',
    idType: 'uscc',
    idNo: '91110198MAYH00012J',
    legalRepresentative: { name: '常源浩', idNo: '110198198601256910' },
  },
  channel: 'window',
  form: { days: 10 },
  materials: [
    { code: 'm.form', source: 'form' },
    { code: 'm.road', source: 'paper' },
    { code: 'm.qs', source: 'form' },
  ],
  scope: { region: '110198' },
  truthStatement: true,
  outcome: { outcome: 'ACCEPT', checked: ['identity', 'validity'] },
} as const;

/** A company wants to place workers; two signatures decide. The window accepts. */
export const placement = {
  itemId: 'HR-01',
  applicant: {
    kind: 'legalPerson',
    name: '北京云舟人力资源服务有限公司',
    idType: 'uscc',
    idNo: '91110198MAYH0008XD',
    legalRepresentative: { name: '姜桐', idNo: '110198199406138083' },
  },
  channel: 'window',
  form: { rules: true },
  materials: ['m.form', 'm.rule', 'm.decl'].map((code) => ({ code, source: 'form' })),
  scope: { region: '110198' },
  truthStatement: true,
} as const;

/** The first signature as the officer makes it: every point met, the draft read, the key opened. */
export async function propose(officer: Page, caseNo: string, points: number): Promise<void> {
  const judged = Array.from({ length: points }, (_, point) => ({ point, result: 'met', evidence: '材料' }));
  await act(officer, `/cases/${caseNo}/review`, { act: 'recordFindings', points: judged });
  const conclusion = { outcome: 'GRANT', reason: '条件齐备' };
  const { documentHash, evidenceHash } = await act(officer, `/cases/${caseNo}/decision/draft`, conclusion);
  const pin = await pinOf(officer);
  await act(officer, `/cases/${caseNo}/decision`, { ...conclusion, documentHash, evidenceHash, recusal: 'none', pin });
}

/** The signing PIN of the demonstration. */
export async function pinOf(page: Page): Promise<string> {
  const demo = await page.request.get('/api/demo');
  const { pin } = await demo.json();
  return pin;
}

/** Chooses from a list field. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  // A dialog stands last, over what the page itself asks.
  const list = page.getByRole('combobox', { name: field }).last();
  await list.click();
  await page.keyboard.type(option.slice(0, 8));
  await page.getByTitle(option, { exact: true }).filter({ visible: true }).last().click();
  await list.blur();
}

/** The refusal on the screen: the reason, and what one can do. */
export async function refusedWith(page: Page, reason: string | RegExp): Promise<void> {
  const alert = page.getByRole('alert').filter({ hasText: reason });
  await alert.getByText(/您可以/).waitFor();
}

/** Lets days pass for the whole platform. */
export function later(days: number): void {
  const file = inject('calendar');
  writeFileSync(file, String(Number(readFileSync(file, 'utf8')) + days));
}

/** The China date some days from the platform's today. */
export async function dateIn(page: Page, days: number): Promise<string> {
  const health = await page.request.get('/api/health');
  const { at } = await health.json();
  return new Date(Date.parse(at) + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}
