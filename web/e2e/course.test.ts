import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { act, choose, dateIn, later, refusedWith, roadOccupation } from './acting.ts';
import { desk, expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

/** A case of the urban management bureau under review, and its officer before it. */
async function underReview(pane: string): Promise<Page> {
  const clerk = await visit('/window', { as: 'clerk-1', size: desk });
  const { caseNo } = await act(clerk, '/cases', roadOccupation);
  const officer = await visit(`/desk/${caseNo}`, { as: 'um-officer-1', size: desk });
  await officer.getByRole('heading', { name: /临时占用城市道路许可/ }).waitFor();
  await unfold(officer, pane);
  return officer;
}

async function unfold(page: Page, pane: string): Promise<void> {
  await page.getByText(pane, { exact: true }).first().click();
}

/** Opens a small act, and does what its dialog says. */
async function does(page: Page, label: string, fill: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: label });
  for (const [field, value] of Object.entries(fill)) await dialog.getByLabel(field, { exact: true }).fill(value);
  await dialog.getByRole('button', { name: label, exact: true }).click();
}

test('R42: a hearing from the notice of the right to the transcript, each step in its time', async () => {
  const officer = await underReview('听证与利害关系人');
  const caseNo = decodeURIComponent(officer.url().split('/').at(-1) ?? '');
  await does(officer, '告知听证权利', {});
  await officer.getByText(/已告知听证权利/).waitFor();

  const party = await visit(`/cases/${caseNo}`, { as: 'company-1', size: phone });
  await party.getByRole('button', { name: '要求听证' }).waitFor();
  await expectAccessible(party);
  await expectFits(party);
  await party.getByRole('button', { name: '要求听证' }).click();
  await party.getByText(/^3月.* 申请听证$/).waitFor();

  await officer.reload();
  await does(officer, '确定听证时间地点', {
    听证日期: await dateIn(officer, 3),
    地点: '大厅三层听证室',
  });
  await choose(officer, '主持人', '欧阳涛 法制审核 um-legal');
  await officer.getByRole('dialog').getByRole('button', { name: '确定听证时间地点' }).click();
  await refusedWith(officer, '听证的告知、申请或举行不符合法定期限');
  await expectAccessible(officer);
  await officer.getByLabel('听证日期').fill(await dateIn(officer, 9));
  await officer.getByRole('dialog').getByRole('button', { name: '确定听证时间地点' }).click();
  await officer.getByText(/在大厅三层听证室举行，主持人 欧阳涛/).waitFor();
  // Before the day has come nobody records what was said on it, and the screen says so.
  const pane = officer.getByRole('group').filter({ hasText: '听证与利害关系人' });
  await pane.getByText(/现在不能做的/).click();
  expect(await pane.getByRole('button', { name: '记入听证笔录' }).isDisabled()).toBe(true);
  await party.reload();
  await party.getByText(/在大厅三层听证室举行/).waitFor();
  await expectFits(party);

  later(9);
  const back = await visit(`/desk/${caseNo}`, { as: 'um-officer-1', size: desk });
  await does(back, '记入听证笔录', {
    笔录编号或文件: '听证笔录 1 号',
    '在笔录上签字的人（用逗号隔开）': '欧阳涛，常源浩',
  });
  await back.getByText(/已举行听证/).waitFor();
  await expectAccessible(back);
});

test('R42: who withdrew meanwhile can no longer ask for a hearing, and learns why', async () => {
  const officer = await underReview('听证与利害关系人');
  const caseNo = decodeURIComponent(officer.url().split('/').at(-1) ?? '');
  await act(officer, `/cases/${caseNo}/review`, { act: 'tellHearingRight', to: '云河区禾木餐饮有限公司' });
  const party = await visit(`/cases/${caseNo}`, { as: 'company-1', size: phone });
  await party.getByRole('button', { name: '要求听证' }).waitFor();
  await act(party, `/cases/${caseNo}/withdrawal`, { reason: '' });
  await party.getByRole('button', { name: '要求听证' }).click();
  await party
    .getByRole('alert')
    .getByText(/您可以/)
    .waitFor();
  await expectAccessible(party);
});

test('R43: an interested party is notified and heard; one cannot be left nameless', async () => {
  const officer = await underReview('听证与利害关系人');
  await does(officer, '告知利害关系人', { 利害关系人: '', 告知的内容: '占用门前道路十日' });
  await officer.getByText('请填写').waitFor();
  await expectAccessible(officer);
  await officer.getByRole('dialog').getByLabel('利害关系人', { exact: true }).fill('东侧商户');
  await officer.getByRole('dialog').getByRole('button', { name: '告知利害关系人' }).click();
  await officer.getByText('已告知利害关系人：东侧商户').waitFor();
  await does(officer, '听取利害关系人意见', { 陈述申辩的内容: '留出通道即可' });
  await officer.getByText('已听取利害关系人意见：东侧商户').waitFor();
});

test('R48: another organ is asked and answers; who was not asked sees no case', async () => {
  const officer = await underReview('会同部门意见');
  const caseNo = decodeURIComponent(officer.url().split('/').at(-1) ?? '');
  const early = await visit(`/desk/${caseNo}`, { as: 'ps-officer-1', size: desk });
  await early.getByRole('alert').getByText('没有这个办件').waitFor();
  await officer.getByRole('button', { name: '征求其他部门意见' }).click();
  await officer.getByLabel('几日内反馈').fill('5');
  await officer.getByRole('dialog').getByRole('button', { name: '征求其他部门意见' }).click();
  await officer.getByText('请填写').waitFor();
  await expectAccessible(officer);
  await choose(officer, '征求哪个部门', '北京市公安局云河分局');
  await officer.getByRole('dialog').getByRole('button', { name: '征求其他部门意见' }).click();
  await officer.getByText(/征求北京市公安局云河分局意见，5 日内反馈/).waitFor();

  const police = await visit(`/desk/${caseNo}`, { as: 'ps-officer-1', size: desk });
  await police.getByRole('button', { name: '反馈意见' }).click();
  const dialog = police.getByRole('dialog');
  await dialog.getByLabel('意见', { exact: true }).fill('同意，夜间施工');
  await dialog.getByRole('radio', { name: '是' }).check();
  await dialog.getByLabel('公安交管意见：依据').fill('交通组织方案第 2 页');
  await expectAccessible(police);
  await dialog.getByRole('button', { name: '反馈意见' }).click();
  await police.getByText(/意见：同意，夜间施工/).waitFor();
});

test('R55: only the head extends the limit, and once', async () => {
  const officer = await underReview('办理期限');
  const caseNo = decodeURIComponent(officer.url().split('/').at(-1) ?? '');
  await officer.getByText(/延长期限须由本行政机关负责人批准/).waitFor();
  await expectAccessible(officer);
  const head = await visit(`/desk/${caseNo}`, { as: 'um-head', size: desk });
  await unfold(head, '办理期限');
  await does(head, '批准延长期限', { 延长几个工作日: '5', 理由: '需要公安交管会商' });
  await head.getByText(/经本机关负责人批准延长 5 个工作日/).waitFor();
  await head.getByText('延长期限告知书').waitFor();
  await head.getByText(/期限只能延长一次/).waitFor();
  await expectAccessible(head);
});

test('R39: two inspectors are named, one alone is refused', async () => {
  const officer = await underReview('现场核查记录');
  await officer.getByRole('button', { name: '指派核查人员' }).click();
  await choose(officer, '核查人员（两人以上）', '韩海 派驻人员 um-officer-1');
  await officer.getByRole('dialog').getByRole('button', { name: '指派核查人员' }).click();
  await refusedWith(officer, '现场核查须两名以上工作人员');
  await expectAccessible(officer);
  await choose(officer, '核查人员（两人以上）', '康志 派驻人员 um-officer-2');
  await officer.getByRole('dialog').getByRole('button', { name: '指派核查人员' }).click();
  await officer.getByText(/已指派核查人员/).waitFor();
});

test('R58: no statute, no standstill: the screen says so before anybody tries', async () => {
  const officer = await underReview('办理期限');
  await officer.getByText(/没有法律规定的时限中止情形/).waitFor();
  expect(await officer.getByRole('button', { name: '依法中止期限' }).isDisabled()).toBe(true);
});

test('R58: where a statute holds the limit up it is suspended and runs again, each with its reason', async () => {
  const clerk = await visit('/window', { as: 'clerk-1', size: desk });
  const { caseNo } = await act(clerk, '/cases', {
    itemId: 'HR-05',
    applicant: { kind: 'naturalPerson', name: '姜桐', idType: 'citizenId', idNo: '110198199406138083' },
    channel: 'window',
    form: { byEmployer: false, daysSinceInjury: 20 },
    materials: ['m.labor', 'm.injury'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
    outcome: { outcome: 'ACCEPT', checked: ['identity', 'validity'] },
  });
  const officer = await visit(`/desk/${caseNo}`, { as: 'hr-officer-1', size: desk });
  const findings = [
    { name: 'pendingJudicial', value: true, evidence: '法院受理通知书' },
    { name: 'clearFacts', value: false, evidence: '等待法院认定' },
  ];
  await act(officer, `/cases/${caseNo}/review`, { act: 'recordFindings', findings });
  await officer.reload();
  await unfold(officer, '办理期限');
  await does(officer, '依法中止期限', { 理由: '等待司法结论' });
  await officer.getByText('期限依法中止').first().waitFor();
  await does(officer, '恢复计算期限', { 理由: '司法结论已送达' });
  await officer.getByText('期限恢复计算').waitFor();
  await expectAccessible(officer);
});
