import { expect, test } from 'vitest';
import { act } from './acting.ts';
import { desk, expectAccessible, openBrowser } from './browser.ts';

const { visit } = openBrowser();

test('the OFD of a decision is sealed for the first who asks and saved under its number', async () => {
  const clerk = await visit('/window', { as: 'clerk-1', size: desk });
  const { caseNo } = await act(clerk, '/cases', {
    itemId: 'MK-02',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    form: { scopeStandard: true, preNeeded: false },
    materials: [],
    scope: { region: '110198' },
    truthStatement: true,
    outcome: { outcome: 'ACCEPT', checked: ['identity', 'validity'] },
  });
  const page = await visit(`/cases/${caseNo}`, { as: 'applicant-1', size: desk });
  const button = page.getByRole('button', { name: '下载OFD' });
  await button.waitFor();
  await expectAccessible(page);
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(saved.suggestedFilename()).toMatch(/号\.ofd$/);
  expect(await saved.failure()).toBeNull();
});
