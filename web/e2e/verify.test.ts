import type { Page, Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { act } from './acting.ts';
import { desk, expectAccessible, expectFits, openBrowser, phone } from './browser.ts';

const { visit } = openBrowser();

test('anybody checks a letter in the browser: it is sent nowhere, one altered byte is found, and undecided is no yes', async () => {
  const { docNo, pdf } = await grantedLetter();
  const page = await visit('/verify', { size: desk });
  const chooser = page.getByLabel('选择或拖入要核验的文件');
  await chooser.waitFor({ state: 'attached' });
  const asked = watch(page);
  await chooser.setInputFiles(fileOf('决定书.pdf', pdf));
  await page.getByText('核验通过：').waitFor();
  await page.getByText('登记的就是这份文件').waitFor();
  await page.getByText('出具依据').waitFor();
  await page.getByText('本案没有撤回、撤销、吊销或者注销它的决定').waitFor();
  // Nothing but questions without a body: programs and pictures of the page itself, and the number of the document.
  expect(asked().every(({ body, method }) => body === null && method === 'GET')).toBe(true);
  const standing = `/api/standing?${new URLSearchParams({ no: docNo }).toString()}`;
  const ours = asked().flatMap(({ path }) => (path.startsWith('/api/') ? [path] : []));
  expect(ours).toContain(standing);
  expect(ours.filter((path) => ![standing, '/api/trust', '/api/session'].includes(path))).toEqual([]);
  await expectAccessible(page);

  const altered = Buffer.from(pdf);
  altered[2000] = (altered[2000] ?? 0) ^ 1;
  await chooser.setInputFiles(fileOf('改过.pdf', altered));
  await page.getByText('核验不通过：').waitFor();
  await page.getByText('不说明您手上的这份文件是真的').waitFor();
  expect(await page.getByText('登记的就是这份文件').count()).toBe(0);

  await page.getByText('用别处得到的信任文件核验').click();
  await page.getByLabel('选择或拖入信任文件').setInputFiles(fileOf('trust.txt', Buffer.from('# nobody\n')));
  await chooser.setInputFiles(fileOf('决定书.pdf', pdf));
  await page.getByText('不能认定：有事项无法核实').waitFor();
  expect(await page.getByText('核验通过：').count()).toBe(0);

  const hostile = Buffer.from(`%PDF-1.7\n${'/ByteRange ['.repeat(200_000)}`);
  await chooser.setInputFiles(fileOf('hostile.pdf', hostile));
  await page.getByText('没有可识别的电子印章签名').waitFor();
  expect(asked().filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('the code on a letter leads to the page with its number, on a telephone: what it is, who issued it, whether it stands', async () => {
  const { docNo, pdf } = await grantedLetter();
  const page = await visit(`/verify?no=${encodeURIComponent(docNo)}`, { size: phone });
  await page.getByText('登记在册').waitFor();
  await page.getByText('准予决定书').waitFor();
  await page.getByRole('link', { name: '看平台对登记文书的核验' }).waitFor();
  await expectFits(page);
  await expectAccessible(page);
  // A file that keeps the verifier busy for ever: it is ended, the page says so and goes on working.
  const busy = {
    contentType: 'text/javascript',
    body: "postMessage({ kind: 'ready' }); onmessage = () => { for (;;); };",
  };
  await page.route('**/verify-worker*', (route) => route.fulfill(busy));
  await page.getByLabel('选择或拖入要核验的文件').setInputFiles(fileOf('决定书.pdf', pdf));
  await page.getByText('2 秒内没有核验完').waitFor();
  await page.unroute('**/verify-worker*');
  await page.getByRole('button', { name: '再核验一次，多等一会儿' }).click();
  await page.getByText('核验通过：').waitFor();
  await expectFits(page);
});

/** A letter of an item that its rules decide at once, as its holder has it. */
async function grantedLetter(): Promise<{ readonly docNo: string; readonly pdf: Buffer }> {
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
  const view = await clerk.request.get(`/api/cases/${caseNo}`);
  const { documents } = await view.json();
  const { docNo, sealedHash } = documents.find(({ kind }: { readonly kind: string }) => kind === 'grantDecision');
  const answer = await clerk.request.get(`/api/documents/${sealedHash}`);
  expect(answer.status()).toBe(200);
  return { docNo, pdf: await answer.body() };
}

function fileOf(name: string, buffer: Buffer) {
  return { name, mimeType: 'application/octet-stream', buffer };
}

/** Every request that the page and its workers make from now on. */
function watch(page: Page) {
  const seen: { readonly method: string; readonly path: string; readonly body: Buffer | null }[] = [];
  page.context().on('request', (request: Request) => {
    const { pathname, search } = new URL(request.url());
    seen.push({ method: request.method(), path: `${pathname}${search}`, body: request.postDataBuffer() });
  });
  return () => seen;
}
