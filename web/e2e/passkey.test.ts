import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { act, choose, pinOf } from './acting.ts';
import { desk, expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();
const host = 'localhost';

/** A move into the district, accepted by the window: one signature decides it. */
async function accepted(clerk: Page): Promise<string> {
  const { caseNo } = await act(clerk, '/cases', {
    itemId: 'PS-03',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    form: {},
    materials: ['m.live', 'm.photo'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
    outcome: { outcome: 'ACCEPT', checked: ['identity', 'validity'] },
  });
  return caseNo;
}

/** The device of the officer, which Chromium plays: it verifies its user, by finger or face. */
async function plugIn(page: Page): Promise<{ readonly cdp: CDPSession; readonly authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

async function registerPasskey(page: Page): Promise<void> {
  await page.getByLabel('设备名称').fill('测试电脑');
  await page
    .getByLabel('签名口令（PIN）')
    .first()
    .fill(await pinOf(page));
  await page.getByRole('button', { name: '登记这台设备的通行密钥' }).click();
  await page.getByText('测试电脑').first().waitFor();
}

async function conclude(page: Page): Promise<void> {
  await page.getByLabel('理由', { exact: true }).fill('条件齐备，符合规定');
  await choose(page, '回避声明', '没有应当回避的关系');
  await page.getByRole('button', { name: '看文书，准备签批' }).click();
}

test('R71, R72: the passkey confirms what the officer was shown, one case or several ticked ones; refused by its user it signs nothing', async () => {
  const clerk = await visit('/window', { as: 'clerk-1' });
  const cases = [await accepted(clerk), await accepted(clerk), await accepted(clerk)];
  const officer = await visit('/confirmation', { as: 'ps-officer-2', size: desk, host });
  const { cdp, authenticatorId } = await plugIn(officer);
  const points = [0, 1].map((point) => ({ point, result: 'met', evidence: '材料' }));
  for (const caseNo of cases) await act(officer, `/cases/${caseNo}/review`, { act: 'recordFindings', points });
  await registerPasskey(officer);
  await expectAccessible(officer);

  await officer.goto(`/desk/${cases[0]}`);
  await conclude(officer);
  const button = officer.getByRole('button', { name: /用通行密钥确认 · 第 1 \/ 共 1 签/ });
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await button.click();
  await officer.getByRole('alert').getByText('通行密钥没有确认，什么也没有签。').waitFor();
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await button.click();
  await officer.getByText('通行密钥确认').last().waitFor();
  await officer.getByText('准予决定书').first().waitFor();

  await officer.goto('/batch');
  for (const caseNo of cases.slice(1)) await officer.getByLabel(`勾选 ${caseNo}`).check();
  await officer.getByLabel('准予的理由（写入每一件）').fill('条件齐备，符合规定');
  await choose(officer, '回避声明', '没有应当回避的关系');
  await officer.getByRole('button', { name: '逐件核对，准备签批' }).click();
  await officer.getByText('可以签批 2 件，不能签批 0 件。').waitFor();
  await expectAccessible(officer);
  await officer.setViewportSize(phone);
  await expectFits(officer);
  await officer.getByRole('button', { name: /一次确认，签批这 2 件/ }).click();
  await officer.getByText('已签批 2 件，未签批 0 件。').waitFor();

  await officer.goto('/confirmation');
  await officer.getByRole('button', { name: '停用“测试电脑”' }).click();
  await choose(officer, '原因', '更换');
  await officer.getByRole('dialog').getByRole('button', { name: '停用“测试电脑”' }).click();
  await officer.getByText('还没有登记通行密钥。').waitFor();
  expect(await officer.getByText('测试电脑').count()).toBe(0);
});
