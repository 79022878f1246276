import { afterAll, beforeAll, expect, test } from 'vitest';
import { whole } from '../../test/district-story.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { caseStream } from '../application/actions.ts';
import { readStream } from '../journal/actions.ts';
import { examplePdf } from '../material/example-files.ts';

let district: HttpDistrict;
let holder: Visitor;
let other: Visitor;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  [holder, other] = await Promise.all([district.signIn('applicant-1'), district.signIn('applicant-2')]);
}, 90_000);
afterAll(() => district.close());

async function upload(visitor: Visitor, name: string): Promise<string> {
  const answer = await district.http.inject({
    method: 'POST',
    url: `/api/uploads?name=${encodeURIComponent(name)}`,
    headers: { cookie: visitor.cookie, 'x-csrf-token': visitor.csrfToken, 'content-type': 'application/octet-stream' },
    payload: examplePdf(),
  });
  return answer.json().uploadId;
}

async function kept(): Promise<string> {
  const { body } = await holder.post('/my/vault', { uploadId: await upload(holder, '住所证明.pdf') });
  return body.fileId;
}

/** An application online whose material `code` is this upload. */
function apply(visitor: Visitor, code: string, uploadId: string) {
  const { matter: _, ...application } = whole({ itemId: 'PS-03' });
  const materials = [
    ...application.materials.filter((one) => one.code !== code),
    { code, source: 'file', reference: uploadId },
  ];
  return visitor.post('/cases', { ...application, channel: 'online', materials });
}

test('R6: a file of the vault is shared for one material of one item, used once, and its use is recorded with the case', async () => {
  const fileId = await kept();
  const shared = await holder.post(`/my/vault/${fileId}/shares`, { itemId: 'PS-03', code: 'm.live' });
  expect(shared.status).toBe(200);
  const applied = await apply(holder, 'm.live', shared.body.uploadId);
  expect([applied.status, applied.body.code]).toEqual([200, undefined]);
  const { body } = await holder.get('/my/vault');
  expect(body.shares[0]).toMatchObject({ state: 'used', caseNo: applied.body.caseNo, itemId: 'PS-03' });
  const { journal, realm } = district.platform;
  const [received] = await readStream(journal, realm, caseStream(applied.body.caseNo));
  expect(JSON.stringify(received?.data)).toContain(body.shares[0].fileHash);
  const again = await apply(holder, 'm.live', shared.body.uploadId);
  expect(again.status).toBeGreaterThanOrEqual(400);
  // Its use stays on record when the file is taken away, and the case keeps its own.
  expect(
    (
      await district.http.inject({
        method: 'DELETE',
        url: `/api/my/vault/${fileId}`,
        headers: { cookie: holder.cookie, 'x-csrf-token': holder.csrfToken },
      })
    ).statusCode,
  ).toBe(200);
  expect((await holder.get('/my/vault')).body).toMatchObject({ files: [], shares: [{ state: 'used' }] });
});

test('R20: what was shared for one material is refused for another, and for another item', async () => {
  const fileId = await kept();
  const shared = await holder.post(`/my/vault/${fileId}/shares`, { itemId: 'PS-03', code: 'm.live' });
  const wrong = await apply(holder, 'm.photo', shared.body.uploadId);
  expect(wrong.body).toMatchObject({ code: 'consequence-refused', detail: { because: 'share-other-purpose' } });
  const unasked = await holder.post(`/my/vault/${fileId}/shares`, { itemId: 'PS-03', code: 'm.none' });
  expect([unasked.status, unasked.body.code]).toEqual([422, 'share-purpose-unknown']);
});

test('a sharing that was taken back is used by nobody, and is not taken back twice', async () => {
  const fileId = await kept();
  const { body } = await holder.post(`/my/vault/${fileId}/shares`, { itemId: 'PS-03', code: 'm.live' });
  expect((await holder.post(`/my/vault/shares/${body.uploadId}/revocation`, undefined)).status).toBe(200);
  expect((await apply(holder, 'm.live', body.uploadId)).status).toBeGreaterThanOrEqual(400);
  const twice = await holder.post(`/my/vault/shares/${body.uploadId}/revocation`, undefined);
  expect([twice.status, twice.body.code]).toEqual([409, 'share-not-open']);
});

test('a vault is its holder’s alone', async () => {
  const fileId = await kept();
  const { body } = await holder.post(`/my/vault/${fileId}/shares`, { itemId: 'PS-03', code: 'm.live' });
  expect((await other.get('/my/vault')).body).toEqual({ files: [], shares: [] });
  expect((await other.get(`/my/vault/${fileId}`)).status).toBe(404);
  expect((await other.post(`/my/vault/${fileId}/shares`, { itemId: 'PS-03', code: 'm.live' })).status).toBe(404);
  expect((await other.post(`/my/vault/shares/${body.uploadId}/revocation`, undefined)).status).toBe(404);
  expect((await district.stranger.get('/my/vault')).status).toBe(401);
});
