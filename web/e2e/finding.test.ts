import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

async function search(page: Page, words: string): Promise<void> {
  await page.getByLabel('用自己的话说').fill(words);
  await page.getByRole('button', { name: '查找' }).click();
}

test('a matter is found by what people call it, and says so', async () => {
  const page = await visit('/items', { size: phone });
  await search(page, '开饭店');
  await page.getByRole('heading', { name: /找到 \d+ 个事项/ }).waitFor();
  const first = page.getByRole('listitem').first();
  await first.getByRole('link', { name: '食品经营许可(餐饮服务)核发' }).waitFor();
  await first.getByText('大家常说“开饭店”').waitFor();
  await expectAccessible(page);
  await expectFits(page);
});

test('a matter is found by pinyin, by initials and through a slip of the keys', async () => {
  const page = await visit('/items', { size: phone });
  for (const [typed, how] of [
    ['kaifandian', '读音相同'],
    ['kfd', '拼音首字母'],
    ['kaifandain', '写法相近'],
  ] as const) {
    await search(page, typed);
    const first = page.getByRole('listitem').first();
    await first.getByText(`大家常说“开饭店”（${how}）`).waitFor();
    await first.getByRole('link', { name: '食品经营许可(餐饮服务)核发' }).waitFor();
  }
  await expectFits(page);
});

test('what is not found leads to a person, reaches staff as a suggestion, and is found once they add it', async () => {
  const saying = '无人机飞行';
  const page = await visit('/items', { size: phone });
  for (const words of [saying, '网约车', saying, '网约车', saying]) {
    await search(page, words);
    await page.getByText(`没有找到“${words}”`).waitFor();
  }
  await page.getByText(/首问负责/).waitFor();
  await page.getByText(/12345/).waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await search(page, '个体户');
  await page.getByRole('link', { name: '个体工商户设立登记' }).first().click();
  await page.getByRole('heading', { name: '个体工商户设立登记' }).waitFor();

  const staff = await visit('/sayings', { as: 'mk-head' });
  const row = staff.getByRole('listitem').filter({ hasText: saying }).first();
  await row.getByText(/3 次/).waitFor();
  await row.getByText('后来打开了：个体工商户设立登记 × 1').waitFor();
  // Asked by too few to be anybody's but their own.
  expect(await staff.getByText('网约车').count()).toBe(0);
  await expectAccessible(staff);
  await row.getByRole('button', { name: `添加“${saying}”` }).click();
  await row.getByLabel('理由').fill('群众搜索未命中');
  await row.getByRole('button', { name: `添加“${saying}”` }).click();
  await row.getByLabel('理由').waitFor({ state: 'detached' });
  await staff.getByLabel('筛选说法或者事项').fill(saying);
  const known = staff.getByRole('listitem').filter({ hasText: '记录' }).first();
  await known.getByText('个体工商户设立登记').waitFor();
  await known.getByText('记录').click();
  await known.getByText(/添加 MK-02：群众搜索未命中/).waitFor();
  await expectAccessible(staff);

  await page.goto('/items');
  await search(page, saying);
  await page.getByText(`大家常说“${saying}”`).waitFor();

  await known.getByRole('button', { name: new RegExp(`停用“${saying}”`) }).click();
  await staff.getByRole('dialog').getByLabel('理由').fill('误加');
  await expectAccessible(staff);
  await staff.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await staff.getByRole('dialog').waitFor({ state: 'hidden' });
  await search(page, '个体户');
  await search(page, saying);
  await page.getByText(`没有找到“${saying}”`).waitFor();
});

test('strange words get a clear answer', async () => {
  const page = await visit('/items', { size: phone });
  for (const words of ['😀🍜', "'; drop table item; --", '(.*)+$[', '%_\\']) {
    await search(page, words);
    await page.getByText(`没有找到“${words}”`).waitFor();
  }
  await page.goto(`/items?q=${'饭'.repeat(300)}`);
  await page.getByRole('alert').getByText('query.q').waitFor();
  await expectAccessible(page);
});

test('three answers lead to the small permit with its exact list, and a changed answer to another', async () => {
  const page = await visit('/items/MK-05', { size: phone });
  await page.getByRole('link', { name: /回答几个问题/ }).click();
  await page.getByRole('heading', { name: '卖什么？' }).waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('button', { name: '现场制作餐食' }).click();
  await page.getByRole('button', { name: '不超过150平方米，不是连锁店' }).click();
  // The size was answered already: the other item does not ask again.
  await page.getByRole('button', { name: '不做' }).click();
  await page.getByRole('heading', { name: '小餐饮店许可' }).waitFor();
  await page.getByText('办理情形：热食类').waitFor();
  const listed = page.getByRole('region', { name: '小餐饮店许可' }).getByRole('listitem');
  expect((await listed.allTextContents()).map((text) => text.trim())).toEqual([
    '经营场所平面布局图',
    expect.stringMatching(/^营业执照/),
    expect.stringMatching(/^从业人员健康证明/),
    '申请书(表)',
    '告知承诺书',
  ]);
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('link', { name: /改：卖什么/ }).click();
  await page.getByRole('button', { name: '只卖预包装食品' }).click();
  await page.getByRole('button', { name: '否' }).click();
  await page.getByRole('heading', { name: '仅销售预包装食品经营者备案' }).waitFor();
  await page.getByText('没有需要您准备的材料。').waitFor();
  await page.goto('/items/MK-05/situation?answers=sells:nothing');
  await page.getByRole('alert').getByText('这个答案不属于现在要问的问题').waitFor();
});

const sections = [
  '我能不能办',
  '要您准备的',
  '怎么算时间',
  '怎么办',
  '到哪里、什么时候',
  '谁来决定',
  '不同意怎么办',
  '常见问题',
  '这份指南的变化',
];
const sectionsEn = [
  'Am I the right person?',
  'What you bring',
  'How the time is counted',
  'How it goes',
  'Where and when',
  'Who decides',
  'If you disagree',
  'Questions and answers',
  'How this guide changed',
];

test('R2: the guide says everything in Chinese, on a phone', async () => {
  const page = await visit('/items/MK-05', { size: phone });
  await page.getByRole('heading', { name: '食品经营许可(餐饮服务)核发' }).waitFor();
  for (const name of sections) await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByText('我们承诺 8 个工作日').waitFor();
  await page.getByText('法律最长允许 20 个工作日').waitFor();
  await page.getByText('来自营业执照、企业登记基础信息').waitFor();
  await expectAccessible(page);
  await expectFits(page);
});

test('R2: the guide says everything in English, without a Chinese word but the names in law', async () => {
  const page = await visit('/items/MK-05', { size: phone });
  await page.getByRole('button', { name: 'English' }).click();
  for (const name of sectionsEn) await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByText('we promise 8 working days').waitFor();
  await page.getByText('Floor plan of the premises').first().waitFor();
  const chinese = await page.locator('main').evaluate((main) => {
    for (const marked of main.querySelectorAll('[lang="zh-CN"]')) marked.remove();
    return (main.textContent ?? '').match(/[\u4e00-\u9fff]+/g) ?? [];
  });
  expect(chinese).toEqual([]);
  await expectAccessible(page);
  await expectFits(page);
});

test('the guide prints without buttons and ways on', async () => {
  const page = await visit('/items/MK-05');
  await page.getByRole('heading', { name: '常见问题', exact: true }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('link', { name: '开始申请' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: '要您准备的' }).isVisible()).toBe(true);
});

test('an item that does not exist says so', async () => {
  const page = await visit('/items/XX-99', { size: phone });
  await page
    .getByRole('alert')
    .getByText(/您可以/)
    .waitFor();
  await expectAccessible(page);
});
