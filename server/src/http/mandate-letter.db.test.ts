import { inspect } from '@liangqian/verify/inspect.ts';
import { readTrustFile } from '@liangqian/verify/trust-file.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLog } from '../kernel/log.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { mandates } from '../mandate/actions.ts';
import { readSealUses, verifySealedOfd, verifySealedPdf } from '../seal/actions.ts';
import { sealEvents } from '../seal/seal.ts';
import { type TestDistrict, testDistrict } from '../../test/platform.ts';
import { buildHttp } from './app.ts';

let district: TestDistrict;
let http: FastifyInstance;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
  http = await buildHttp(district.platform, { log: openLog('silent'), requestId: district.requestId });
}, 60_000);
afterAll(async () => {
  await http.close();
  await district.close();
});

const MANDATE = 'YH-B-MK-2025';
const get = (url: string) => http.inject({ method: 'GET', url });

test('R103, R106: the letter of a mandate in force goes out under the seal of its grantor, with its lists, in PDF and OFD', async () => {
  const answers = await Promise.all([
    get(`/api/mandates/${MANDATE}/versions/1/letter.pdf`),
    get(`/api/mandates/${MANDATE}/versions/1/letter.pdf`),
  ]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  const [pdf, again] = answers.map(({ rawPayload }) => rawPayload);
  // Two who ask at once are given the one letter that is on record.
  expect(again?.equals(pdf ?? Buffer.alloc(0))).toBe(true);
  const version = district.platform.mandateBook.get(MANDATE)?.versions[0];
  const facts = {
    docNo: `${MANDATE}-1`,
    kind: 'mandateLetter',
    mandate: { mandateNo: MANDATE, version: 1, hash: version?.hash },
  };
  const read = await judged(pdf);
  expect(read).toMatchObject({ kind: 'pdf', result: 'valid', letter: facts });
  expect(read.seal?.sealName).toBe(version?.letter.grantor.name);
  const ofd = await get(`/api/mandates/${MANDATE}/versions/1/letter.ofd`);
  expect(await judged(ofd.rawPayload)).toMatchObject({
    kind: 'ofd',
    result: 'valid',
    letter: facts,
    seal: { signedHash: read.seal?.signedHash },
  });
  const standing = (await get(`/api/standing?no=${MANDATE}-1`)).json();
  expect(standing).toMatchObject({ state: 'stands', signedHash: read.seal?.signedHash });
});

test.each([
  ['A', 'YH-A-MK-2025', '云河区市场监督管理局', '云河区政务服务中心'],
  ['C', 'YH-C-CV-110198001-2025', '云河区民政局', '云河区云桥街道办事处'],
])(
  'R97: a letter of construct %s between two organs goes out under the seals of both, in PDF and OFD, each in its register',
  async (_, no, grantor, grantee) => {
    const pdf = await get(`/api/mandates/${no}/versions/1/letter.pdf`);
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const ofd = await get(`/api/mandates/${no}/versions/1/letter.ofd`);
    expect(ofd.statusCode).toBe(200);
    const read = await judged(pdf.rawPayload);
    const twin = await judged(ofd.rawPayload);
    for (const one of [read, twin]) {
      expect(one.checks.filter(({ state, required }) => required && state !== 'true')).toEqual([]);
      expect(one).toMatchObject({ result: 'valid', seal: { sealName: grantor }, coSeal: { sealName: grantee } });
    }
    // The platform's own reader, which the register asks, comes to the same; each seal has a line of its own.
    const { platform } = district;
    const trust = { roots: platform.authority.trusted, revoked: [] };
    expect(
      verifySealedPdf(pdf.rawPayload, trust).checks.filter(({ verdict, required }) => required && verdict !== true),
    ).toEqual([]);
    expect(
      verifySealedOfd(ofd.rawPayload, trust).checks.filter(({ verdict, required }) => required && verdict !== true),
    ).toEqual([]);
    for (const sealId of [read.seal?.sealId ?? '', read.coSeal?.sealId ?? '']) {
      const lines = await readSealUses({ ...platform, trust }, sealId);
      // The clock stands still here, so that uses of one seal have no order in time.
      const line = lines.find(({ caseNo }) => caseNo === `${no}-1`);
      expect(line).toMatchObject({ caseNo: `${no}-1`, verified: 'valid', faults: [], applied: { sealId } });
      expect(line?.twin?.verified).toBe('valid');
    }
  },
);

test('the use of the seal stands in its register, and the page of the mandate offers the letter', async () => {
  const { platform } = district;
  const stream = `mandate-letter/${MANDATE}-1`;
  const { rows } = await platform.pool.query<{ doc_no: string; seq: number }>(
    'select doc_no, seq from seal.letter where realm = $1 and stream = $2',
    [platform.realm, stream],
  );
  expect(rows).toEqual([{ doc_no: `${MANDATE}-1`, seq: 1 }]);
  expect(sealEvents).toHaveProperty('MandateLetterSealed');
  const shown = (await get(`/api/mandates/${MANDATE}`)).json();
  expect(shown.versions[0]).toMatchObject({ state: 'active', hasSealedLetter: true });
});

test('what is suspended is not sealed, what was sealed before stays to be had, and what is unknown says nothing', async () => {
  const { platform } = district;
  const other = 'YH-B-HR-2025';
  const room = { journal: platform.journal, realm: platform.realm, facts: platform.mandateFacts };
  for (const mandateNo of [MANDATE, other]) {
    const actor = { kind: 'person' as const, id: `${mandateNo.slice(5, 7).toLowerCase()}-head` };
    const errand = { mandateNo, actor, at: platform.clock.now(), requestId: district.requestId() };
    const suspended = await mandates.suspend(room, errand, { kind: 'department', reason: '核查', holders: [] });
    if (isRefusal(suspended)) throw new Error(suspended.code);
  }
  const refused = await get(`/api/mandates/${other}/versions/1/letter.pdf`);
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({ code: 'mandate-letter-not-in-force', detail: { state: 'suspended' } });
  expect((await get(`/api/mandates/${MANDATE}/versions/1/letter.pdf`)).statusCode).toBe(200);
  expect((await get(`/api/standing?no=${MANDATE}-1`)).json()).toMatchObject({ state: 'notNow' });
  for (const path of [`${MANDATE}/versions/7`, 'YH-B-XX-2025/versions/1']) {
    expect((await get(`/api/mandates/${path}/letter.pdf`)).statusCode).toBe(404);
  }
});

async function judged(file: Uint8Array | undefined) {
  const trust = readTrustFile((await get('/api/trust')).body);
  if ('reason' in trust) throw new Error(trust.reason);
  return inspect(file ?? new Uint8Array(), { documents: trust, log: undefined, at: district.platform.clock.now() });
}
