import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PIN, reviewedCase, show, sign } from '../../test/confirming.ts';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';
import { viewAcceptance } from '../acceptance/acceptance.ts';
import { caseStream } from '../application/actions.ts';
import { signatureOf } from '../decision/decision.ts';
import { readStream } from '../journal/actions.ts';
import { answerQuery, verifyToken } from '../seal/time-stamp.ts';

const AT = '2025-03-03T01:00:00.000Z';

let district: HttpDistrict;
let server: Server;
/** Whether the authority answers. */
let isOpen = true;
beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => void reply(Buffer.concat(parts)).then((bytes) => response.end(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const timeStampUrl = `http://127.0.0.1:${address.port}`;
  district = await httpDistrict(AT, undefined, { timeStampUrl });
}, 60_000);
afterAll(async () => {
  await district.close();
  server.close();
});

async function reply(query: Uint8Array): Promise<Uint8Array> {
  const key = await district.platform.authority.timeStamp('p256');
  return answerQuery(isOpen ? query : Buffer.alloc(0), { key, chain: [], at: '2025-03-03T01:00:01.000Z' });
}

test('R71: where an authority outside gives the time, each signature bears its stamp, and without it none is made', async () => {
  const clerk = await district.signIn('clerk-1');
  const officer = await district.signIn('ps-officer-1');
  const shown = await show(officer, await reviewedCase(clerk, officer));
  isOpen = false;
  const refused = await sign(officer, shown, { pin: PIN });
  expect(refused.body.code).toBe('time-stamp-unavailable');
  const stream = caseStream(shown.caseNo);
  const before = await readStream(district.platform.journal, district.platform.realm, stream);
  expect(before.map(({ type }) => type)).not.toContain('DecisionMade');

  isOpen = true;
  expect((await sign(officer, shown, { pin: PIN })).status).toBe(200);
  const events = await readStream(district.platform.journal, district.platform.realm, stream);
  const made = events.find(({ type }) => type === 'DecisionMade');
  const { received } = viewAcceptance(events).application;
  if (made === undefined || received === undefined) throw new Error('no decision');
  const record = signatureOf(received, made);
  if (record?.timeStamp === undefined) throw new Error('no time stamp');
  const { trusted } = district.platform.authority;
  expect(verifyToken(record.timeStamp, record.value, trusted)).toEqual({ at: '2025-03-03T01:00:01.000Z' });
  expect(verifyToken(record.timeStamp, Buffer.from('another'), trusted)).toMatchObject({
    fault: 'stamped other bytes',
  });
});
