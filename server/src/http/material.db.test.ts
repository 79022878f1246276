import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { openLog } from '../kernel/log.ts';
import { receiveUpload, sweepUploads } from '../material/actions.ts';
import { examplePdf, examplePng, exampleZip } from '../material/example-files.ts';
import { materialFiles } from '../document/material-files.ts';
import { runRobotsOnce } from '../robots/robots.ts';
import { isRefusal } from '../kernel/refusal.ts';

const CHANG = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;
const NOON = '2025-03-03T04:00:00.000Z';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict(NOON);
}, 60_000);
afterAll(() => district.close());

async function upload(visitor: Visitor, name: string, bytes: Buffer | Readable) {
  const answer = await district.http.inject({
    method: 'POST',
    url: `/api/uploads?name=${encodeURIComponent(name)}`,
    payload: bytes,
    headers: {
      cookie: visitor.cookie,
      'x-csrf-token': visitor.csrfToken,
      'content-type': 'application/octet-stream',
    },
  });
  return { status: answer.statusCode, body: answer.json() };
}

function application(
  uploads: readonly { readonly code: string; readonly uploadId: string }[],
  more: object = {},
): object {
  return {
    itemId: 'MK-06',
    applicant: CHANG,
    channel: 'online',
    form: { area: 86, chain: false, hasRawOrCold: false },
    materials: [
      ...uploads.map(({ code, uploadId }) => ({ code, source: 'file', reference: uploadId })),
      { code: 'm.commit', source: 'form' },
    ],
    scope: { region: '110198', area: 86 },
    truthStatement: true,
    ...more,
  };
}

/** As many bytes as asked for, the same whenever they are asked for. */
function bigPdf(mb: number): Buffer {
  const pdf = examplePdf('big');
  const end = pdf.lastIndexOf('trailer');
  return Buffer.concat([pdf.subarray(0, end), Buffer.alloc(mb * 2 ** 20, '% fill\n'), pdf.subarray(end)]);
}

const hashOf = (bytes: Buffer): string => createHash('sm3').update(bytes).digest('hex');

test('a file becomes a material: the event holds its hash, and only those whom the case concerns read it', async () => {
  const [chang, jiang, clerk] = [
    await district.signIn('applicant-1'),
    await district.signIn('applicant-2'),
    await district.signIn('clerk-1'),
  ];
  const bytes = bigPdf(12);
  const up = await upload(
    chang,
    '平面布局图.pdf',
    Readable.from([bytes.subarray(0, 5_000_000), bytes.subarray(5_000_000)]),
  );
  expect(up).toMatchObject({
    status: 200,
    body: { size: bytes.byteLength, hash: hashOf(bytes), mediaType: 'application/pdf', name: '平面布局图.pdf' },
  });
  const received = await chang.post('/cases', application([{ code: 'm.floor', uploadId: up.body.uploadId }]));
  expect([received.status, received.body.code]).toEqual([200, undefined]);
  const { caseNo } = received.body;
  const seen = await clerk.get(`/cases/${caseNo}`);
  expect(seen.body.materials).toContainEqual({
    code: 'm.floor',
    source: 'file',
    reference: up.body.uploadId,
    file: { hash: hashOf(bytes), size: bytes.byteLength, mediaType: 'application/pdf', name: '平面布局图.pdf' },
  });
  const address = `/cases/${caseNo}/files/${hashOf(bytes)}`;
  for (const reader of [chang, clerk]) {
    const file = await reader.get(address);
    expect([file.status, hashOf(file.body)]).toEqual([200, hashOf(bytes)]);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('平面布局图.pdf')}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
  }
  expect((await jiang.get(address)).status).toBe(404);
  expect((await district.stranger.get(address)).status).toBe(401);
  expect((await jiang.get(`/uploads/${up.body.uploadId}`)).body.code).toBe('upload-unknown');
  // A hash opens nothing in a case that has no such file.
  const other = await jiang.post(
    '/cases',
    application([], { applicant: { ...CHANG, name: '姜桐', idNo: '110198199406138083' } }),
  );
  expect((await jiang.get(`/cases/${other.body.caseNo}/files/${hashOf(bytes)}`)).body.code).toBe('upload-unknown');
});

test('an upload belongs to one case and one person, and nobody says of a file what it is', async () => {
  const [chang, jiang] = [await district.signIn('applicant-1'), await district.signIn('applicant-2')];
  const { body } = await upload(chang, 'a.png', examplePng(5, 5));
  const named = [{ code: 'm.floor', uploadId: body.uploadId }];
  const foreign = await jiang.post(
    '/cases',
    application(named, { applicant: { ...CHANG, name: '姜桐', idNo: '110198199406138083' } }),
  );
  expect([foreign.status, foreign.body.code]).toEqual([404, 'upload-unknown']);
  const forged = { code: 'm.floor', source: 'file', reference: randomUUID(), file: { ...body, hash: 'a'.repeat(64) } };
  const { uploadId: _id, keptUntilAt: _at, ...file } = body;
  const claimed = await chang.post('/cases', {
    ...application([]),
    materials: [{ ...forged, file: { ...file, hash: 'a'.repeat(64) } }],
  });
  expect(claimed.body.code).toBe('upload-unknown');
  expect((await chang.post('/cases', application(named))).status).toBe(200);
  expect((await chang.post('/cases', application(named))).body.code).toBe('upload-unknown');
});

test('a file of another type, a false ending, too large a file and a broken one are refused with the reason', async () => {
  const chang = await district.signIn('applicant-1');
  const told = async (name: string, bytes: Buffer) => {
    const { status, body } = await upload(chang, name, bytes);
    return [status, body.code];
  };
  expect(await told('a.pdf', Buffer.from('<html>'))).toEqual([422, 'file-type-refused']);
  expect(await told('a.exe', examplePdf())).toEqual([422, 'file-extension-differs']);
  expect(await told('a.ofd', exampleZip({ 'OFD.xml': 'x' }, 0xfffffff0))).toEqual([422, 'file-archive-unsafe']);
  expect(await told('a.pdf', bigPdf(21))).toEqual([413, 'file-too-large']);
  expect(await told('a.pdf', Buffer.alloc(0))).toEqual([422, 'file-empty']);
  expect(await arriving()).toEqual([]);
});

async function arriving(): Promise<readonly string[]> {
  return readdirSync(`${district.dataDir}/materials/arriving`);
}

test('an upload without the token of the session, or by nobody, is not read at all', async () => {
  const chang = await district.signIn('applicant-1');
  expect((await upload({ ...chang, csrfToken: 'x' }, 'a.pdf', examplePdf())).body.code).toBe('request-forged');
  expect((await upload({ ...chang, cookie: '' }, 'a.pdf', examplePdf())).status).toBe(401);
  const officer = await district.signIn('ps-officer-1');
  expect((await upload(officer, 'a.pdf', examplePdf())).status).toBe(403);
});

test('an upload that breaks off leaves nothing behind, and the door goes on', async () => {
  const chang = await district.signIn('applicant-1');
  await district.http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = z.object({ port: z.int() }).parse(district.http.server.address());
  const arrived = new Promise<void>((resolve) => {
    district.http.server.once('request', (request) => request.once('close', () => resolve()));
  });
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const head = [
    'POST /api/uploads?name=a.pdf HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    `Cookie: ${chang.cookie}`,
    `X-CSRF-Token: ${chang.csrfToken}`,
    'Content-Type: application/octet-stream',
    'Content-Length: 100000',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n%PDF-1.4 begun`, () => socket.destroy());
  await arrived;
  await expect.poll(arriving).toEqual([]);
  expect((await upload(chang, 'a.pdf', examplePdf('after'))).status).toBe(200);
});

test('race: of many uploads for the last place just as many are taken as fit', async () => {
  const actor = { kind: 'applicant', id: 'racing' } as const;
  const bytes = examplePng(6, 6);
  const ports = {
    ...district.platform,
    uploadLimits: { fileBytes: 2 ** 20, caseBytes: bytes.byteLength * 3, waitHours: 24 },
  };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      receiveUpload(ports, { actor, at: NOON }, { name: 'a.png', chunks: Readable.from([bytes]) }),
    ),
  );
  const refused = answers.filter((answer) => isRefusal(answer)).map(({ code }) => code);
  expect(refused).toEqual(Array.from({ length: 7 }, () => 'uploads-too-large'));
});

test('what nobody hands in goes after its time; what a case has stays, and so does what a refused act had named', async () => {
  const chang = await district.signIn('applicant-1');
  const files = materialFiles(`${district.dataDir}/materials`);
  const [kept, left, named, taken] = await Promise.all(
    [21, 22, 23, 24].map((width) => upload(chang, 'a.png', examplePng(width, 3))),
  );
  if (kept === undefined || left === undefined || named === undefined || taken === undefined) throw new Error('four');
  const floor = ({ body }: typeof kept) => [{ code: 'm.floor', uploadId: body.uploadId }];
  expect((await chang.post('/cases', application(floor(kept)))).status).toBe(200);
  const untrue = { truthStatement: false };
  expect((await chang.post('/cases', application(floor(named), untrue))).body.code).toBe('truth-statement-missing');
  const removed = await district.http.inject({
    method: 'DELETE',
    url: `/api/uploads/${taken.body.uploadId}`,
    headers: { cookie: chang.cookie, 'x-csrf-token': chang.csrfToken },
  });
  expect(removed.statusCode).toBe(200);
  const hashes = async () => new Set(await files.sweep());
  expect(await hashes()).not.toContain(taken.body.hash);
  await sweepUploads(district.platform, '2025-03-04T03:00:00.000Z');
  expect([...(await hashes())]).toEqual(expect.arrayContaining([kept.body.hash, left.body.hash, named.body.hash]));
  district.setNow('2025-03-05T05:00:00.000Z');
  await runRobotsOnce(district.platform, openLog('silent'));
  const after = await hashes();
  expect([after.has(kept.body.hash), after.has(left.body.hash), after.has(named.body.hash)]).toEqual([
    true,
    false,
    false,
  ]);
  district.setNow(NOON);
});

test('R83: a material that was altered on disk never goes out whole', async () => {
  const chang = await district.signIn('applicant-1');
  const bytes = examplePng(31, 7);
  const { body } = await upload(chang, 'a.png', bytes);
  const altered = Buffer.from(bytes);
  altered[40] = (altered[40] ?? 0) ^ 1;
  writeFileSync(`${district.dataDir}/materials/${body.hash.slice(0, 2)}/${body.hash}.bin`, altered);
  const read = async () => {
    for await (const piece of district.platform.materialFiles.open(body.hash, body.size)) expect(piece).toHaveLength(0);
  };
  await expect(read()).rejects.toThrow(body.hash);
});
