import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { encodeQR } from 'qr';
import { afterAll, expect, test } from 'vitest';
import { desk, expectAccessible, openBrowser, phone } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'liangqian-camera-'));
const FILM = join(folder, 'code.y4m');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withCamera = openBrowser(['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${FILM}`]);
const withoutCamera = openBrowser([]);

const WIDTH = 640;
const HEIGHT = 480;

/** Two pictures of the code as a camera would see it on a telephone (YUV4MPEG2, 4:2:0), each module a square. */
function filmOf(code: string): Buffer {
  const modules = encodeQR(code, 'raw');
  const scale = Math.floor((HEIGHT * 0.7) / modules.length);
  const left = Math.floor((WIDTH - modules.length * scale) / 2);
  const top = Math.floor((HEIGHT - modules.length * scale) / 2);
  const light = Buffer.alloc(WIDTH * HEIGHT, 235);
  for (const [row, line] of modules.entries())
    for (const [column, isDark] of line.entries())
      for (let y = 0; isDark && y < scale; y += 1) {
        const start = (top + row * scale + y) * WIDTH + left + column * scale;
        light.fill(16, start, start + scale);
      }
  const picture = [Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)];
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`),
    ...picture,
    ...picture,
  ]);
}

async function atWindow({ visit }: typeof withCamera, permissions: readonly string[]): Promise<Page> {
  const page = await visit('/window', { as: 'clerk-1', size: desk });
  await page.context().grantPermissions([...permissions]);
  await page.getByLabel(/想办什么事/).fill('新生儿出生登记');
  await page.getByRole('button', { name: /选定 新生儿出生登记/ }).click();
  await page.getByRole('button', { name: '用摄像头扫' }).click();
  return page;
}

test('the window scans the code of a holder with its camera; a camera that is refused says so, and digits do as well', async () => {
  const holder = await withCamera.visit('/papers', { as: 'applicant-4', size: phone });
  const { csrfToken } = await (await holder.request.get('/api/session')).json();
  const given = await holder.request.post('/api/consents', {
    data: { way: 'code', itemId: 'PS-01', claims: [{ kind: 'material', code: 'm.id' }] },
    headers: { 'Request-Id': crypto.randomUUID(), 'X-CSRF-Token': csrfToken },
  });
  const { code } = await given.json();
  writeFileSync(FILM, filmOf(code));
  // Without a word from anybody a browser that nobody looks at says no.
  const page = await atWindow(withCamera, []);
  await page.getByRole('alert').getByText('浏览器没有获准使用摄像头').waitFor();
  expect(await page.getByLabel('扫码，或输入八位数字').isEditable()).toBe(true);
  await expectAccessible(page);

  await page.context().grantPermissions(['camera']);
  await page.getByRole('button', { name: '用摄像头扫' }).click();
  await page.getByText('已取得 王建然 出示的内容').waitFor();
  expect(await page.getByLabel('姓名或名称').inputValue()).toBe('王建然');
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('a window without a camera says so in a sentence, and the field for the eight digits stays', async () => {
  const page = await atWindow(withoutCamera, ['camera']);
  await page.getByRole('alert').getByText('这台机器没有摄像头').waitFor();
  expect(await page.getByLabel('扫码，或输入八位数字').isEditable()).toBe(true);
});
