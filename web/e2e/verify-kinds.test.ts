import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readZip } from '@liangqian/verify/zip.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { act } from './acting.ts';
import { expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

const OWNER = { kind: 'naturalPerson', name: '王建然', idType: 'citizenId', idNo: '110198200003033178' };
const MANDATE = 'YH-A-MK-2025';

/** Pictures for who looks at the screens: only where a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test('on a telephone the page takes every kind of file, asks a nonce of whoever shows a credential, and says why it takes no other', async () => {
  const page = await visit('/verify', { as: 'applicant-4', size: phone });
  const { caseNo } = await act(page, '/cases', {
    itemId: 'MK-02',
    applicant: OWNER,
    channel: 'online',
    form: { scopeStandard: true, preNeeded: false, premisesAddress: '云河区河沿路9号', legalRepPhone: '12001980172' },
    scope: { region: '110198' },
    truthStatement: true,
  });
  const get = async (path: string): Promise<Buffer> => {
    const answer = await page.request.get(`/api${path}`);
    expect([path, answer.status()]).toEqual([path, 200]);
    return answer.body();
  };
  const { documents } = JSON.parse((await get(`/cases/${caseNo}`)).toString());
  const { sealedHash } = documents.find(({ kind }: { readonly kind: string }) => kind === 'grantDecision');
  const ofd = await get(`/documents/${sealedHash}/ofd`);
  const seal = readZip(ofd).find(({ path }) => path.endsWith('SignedValue.dat'));
  const chooser = page.getByLabel('选择或拖入要核验的文件');
  const check = async (name: string, buffer: Buffer, ...said: readonly string[]): Promise<void> => {
    await chooser.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    for (const text of said) await page.getByText(text).first().waitFor();
    await expectFits(page);
    await picture(page, `verify-${name}`);
  };
  await check('决定书.pdf', await get(`/documents/${sealedHash}`), '核验通过：', 'PDF文书');
  await check('决定书.ofd', ofd, '核验通过：', 'OFD版式文书');
  await check('印章.dat', Buffer.from(seal?.bytes ?? []), '不能认定：', '单独的电子印章签名');
  await check('委托书.pdf', await get(`/mandates/${MANDATE}/versions/1/letter.pdf`), '核验通过：', '委托书');
  await check('证据.zip', await get(`/mandates/${MANDATE}/evidence`), '这是一个证据包。');
  await check('照片.jpg', Buffer.from('这不是文书'), '核验不通过：', '既不是 PDF、OFD，也不是电子印章签名');
  await showCredential(page, check);
  await expectAccessible(page);
});

/** The holder shows his licence: without a nonce nobody knows when, with another one it fails, with that of the reader it passes. */
async function showCredential(
  page: Page,
  check: (name: string, buffer: Buffer, ...said: readonly string[]) => Promise<void>,
): Promise<void> {
  const { licences } = await (await page.request.get('/api/my/licences')).json();
  const { licenceNo } = licences.find(({ typeId }: { readonly typeId: string }) => typeId === 'L-ID');
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = pair.publicKey.export({ format: 'jwk' });
  const { csrfToken } = await (await page.request.get('/api/session')).json();
  const issued = await page.request.post(`/api/licences/${encodeURIComponent(licenceNo)}/credential`, {
    data: { holderKey: { kty, crv, x, y } },
    headers: { 'Request-Id': randomUUID(), 'X-CSRF-Token': csrfToken },
  });
  const { credential } = await issued.json();
  // The list of states has the address under which the district is known, which is not that of this test, and the district’s day.
  const { status } = saidBy(credential);
  const list = await page.request.get(new URL(status.status_list.uri).pathname);
  const now = saidBy(await list.text()).iat + 5;
  await page.clock.setFixedTime(now * 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const bound = (nonce: string): Buffer => {
    const sdHash = createHash('sha256').update(credential).digest('base64url');
    const claims = { iat: now, nonce, aud: '云河区窗口', sd_hash: sdHash };
    const text = `${part({ alg: 'ES256', typ: 'kb+jwt' })}.${part(claims)}`;
    const key = { key: pair.privateKey, dsaEncoding: 'ieee-p1363' as const };
    return Buffer.from(`${credential}${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`);
  };
  await page.getByText('用别处得到的信任文件核验').click();
  const states = { name: 'status.jwt', mimeType: 'application/octet-stream', buffer: await list.body() };
  await page.getByLabel('选择或拖入证照状态列表').setInputFiles(states);
  await check('证照.txt', bound('n-1'), '不能认定：', '持有人的证明是应本次核验的要求刚刚作出的');
  await page.getByText('对方当面出示电子证照凭证：核对随机数').click();
  await page.getByText('通过表示：持有人的钥匙在五分钟之内为这个随机数签了名').waitFor();
  await page.getByRole('button', { name: '生成一个随机数' }).click();
  await page.getByText('核验不通过：').waitFor();
  const drawn = await page.getByLabel('您给对方的随机数').inputValue();
  expect(drawn).toMatch(/^[0-9a-f]{32}$/);
  await check('证照.txt', bound(drawn), '核验通过：');
  await page.getByLabel('您请他出示给谁').fill('别的窗口');
  await page.getByText('核验不通过：').waitFor();
  await page.getByLabel('您请他出示给谁').fill(' 云河区窗口 ');
  await page.getByText('核验通过：').waitFor();
  await picture(page, 'verify-nonce-phone');
}

/** The claims of a signed token, as they stand in it. */
function saidBy(token: string) {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}
