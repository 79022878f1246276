import { test } from 'vitest';
import { act, choose, pinOf, placement, propose } from './acting.ts';
import { desk, expectAccessible, openBrowser } from './browser.ts';

const { visit } = openBrowser();

test('R75: a third signature bears its code: the chief passes the proposal on, and the head decides', async () => {
  const clerk = await visit('/window', { as: 'clerk-1', size: desk });
  const { caseNo } = await act(clerk, '/cases', {
    ...placement,
    outcome: { outcome: 'ACCEPT', checked: ['identity', 'validity'] },
  });
  const officer = await visit('/desk', { as: 'hr-officer-1', size: desk });
  await propose(officer, caseNo, 4);

  const chief = await visit(`/desk/${caseNo}`, { as: 'hr-chief', size: desk });
  await chief.getByText('例外情形').click();
  await chief.getByLabel(/报本机关负责人/).check();
  await chief.getByLabel('理由', { exact: true }).fill('社会影响较大，报负责人');
  await choose(chief, '回避声明', '没有应当回避的关系');
  await chief.getByRole('button', { name: '看文书，准备签批' }).click();
  await chief.getByText('请填写').waitFor();
  await expectAccessible(chief);
  await choose(chief, '第三签的例外代码', '重大事项');
  await chief.getByRole('button', { name: '看文书，准备签批' }).click();
  await chief.getByLabel('签名口令').fill(await pinOf(clerk));
  await chief.getByRole('button', { name: /审核同意准予，报负责人/ }).click();
  await chief.getByText(/第 2 签：首席代表/).waitFor();

  const head = await visit(`/desk/${caseNo}`, { as: 'hr-head', size: desk });
  await head.getByLabel('理由', { exact: true }).fill('同意');
  await choose(head, '回避声明', '没有应当回避的关系');
  await choose(head, '第三签的例外代码', '重大事项');
  await head.getByRole('button', { name: '看文书，准备签批' }).click();
  await head.getByLabel('签名口令').fill(await pinOf(clerk));
  await head.getByRole('button', { name: /作出准予决定/ }).click();
  await head.getByText('准予决定书').waitFor();
  await expectAccessible(head);
});

test('R24: what the window may not judge the organ settles itself, and the screen says to whom it is closed', async () => {
  const clerk = await visit('/window', { as: 'clerk-1', size: desk });
  const { caseNo } = await act(clerk, '/cases', placement);
  await clerk.goto(`/window/cases/${caseNo}`);
  await clerk
    .getByRole('button', { name: /不属本机关/ })
    .first()
    .click();
  await clerk
    .getByText(/您可以/)
    .first()
    .waitFor();
  await expectAccessible(clerk);
  const head = await visit(`/desk/${caseNo}`, { as: 'hr-head', size: desk });
  await head
    .getByRole('button', { name: /不属本机关/ })
    .first()
    .click();
  await head.getByLabel('理由', { exact: true }).first().fill('属市级权限');
  await head.getByLabel('应当向哪个机关申请').fill('市人力资源和社会保障局');
  await expectAccessible(head);
  await head.getByRole('button', { name: '确认：不属本机关，告知去处' }).click();
  await head.getByText('不予受理通知书').waitFor();
});
