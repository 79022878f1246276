import { generateKeyPairSync } from 'node:crypto';
import { verifierKey } from '@liangqian/verify/note.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';
import { openLedger } from '../ledger/actions.ts';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2026-03-02T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

test('whoever answers for the log reads how it stands; a stranger reads one word', async () => {
  while ((await district.platform.ledger.turn()) > 0);
  const supervisor = await district.signIn('zw-supervisor');
  const { status, body } = await supervisor.get('/log-status');
  expect(status).toBe(200);
  expect(body).toMatchObject({ state: 'alone', generation: 1, waiting: 0, witnesses: [], alarms: [] });
  expect(body.size).toBeGreaterThan(10);
  expect((await district.stranger.get('/health')).body).toMatchObject({ ok: true, log: 'alone' });
  expect((await district.stranger.get('/log-status')).status).toBe(401);
});

test('what a quorum is worth is told: whether it needs somebody outside, and that all witnesses run on one machine', async () => {
  const { platform } = district;
  const { ledger } = platform;
  const { logs } = ledger.trust.policy;
  const at = (url: string) =>
    ['market', 'audit', 'archive'].map((name) => {
      const { publicKey } = generateKeyPairSync('ed25519');
      const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
      return { name, key: verifierKey(`${name}.example`, 'cosignature', new Uint8Array(raw)), url };
    });
  const told = async (url: string, threshold: number, outside: readonly string[]) => {
    const groups = [{ name: 'some', threshold, members: ['market', 'audit', 'archive'] }];
    const policy = { logs, witnesses: at(url), groups, quorum: 'some', outside };
    Object.assign(platform, { ledger: openLedger({ ...ledger.ports, policy }) });
    const { body } = await (await district.signIn('zw-supervisor')).get('/log-status');
    const { body: shown } = await district.stranger.get('/log');
    expect(shown.log).toMatchObject({ needsOutside: body.needsOutside, isOneMachine: body.isOneMachine });
    const names = body.witnesses.flatMap((one: { name: string; isOutside: boolean }) =>
      one.isOutside ? one.name : [],
    );
    return [body.needsOutside, body.isOneMachine, names];
  };
  try {
    expect(await told('http://127.0.0.1:9', 2, ['audit', 'archive'])).toEqual([true, true, ['audit', 'archive']]);
    expect(await told('http://audit.example', 2, ['archive'])).toEqual([false, false, ['archive']]);
    expect(await told('http://audit.example', 3, ['archive'])).toEqual([true, false, ['archive']]);
    expect(await told('http://audit.example', 3, [])).toEqual([false, false, []]);
  } finally {
    Object.assign(platform, { ledger });
  }
});

test('acts that wait long for their place are an alarm on the page', async () => {
  district.setNow('2026-03-02T01:20:00.000Z');
  await district.database
    .asOwner(`insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
    select realm, 'note/waiting', 1, 1, 'waiting', digest, hash, body from journal.act where stream like 'mandate/%' limit 1`);
  const supervisor = await district.signIn('zw-supervisor');
  const { body } = await supervisor.get('/log-status');
  expect(body).toMatchObject({
    waiting: 1,
    alarms: [{ code: 'acts-wait', text: { zh: expect.stringContaining('等待') } }],
  });
});

test('a full disk is answered with a sentence and can be tried again', async () => {
  await district.database.asOwner(`create function public.no_space() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
    create trigger no_space before insert on identity.attempt for each row execute function public.no_space();
    create trigger no_space before insert on identity.session for each row execute function public.no_space()`);
  const answer = await district.stranger.post('/session', { login: 'zw-supervisor', password: 'whatever-it-is' });
  await district.database.asOwner('drop function public.no_space() cascade');
  expect(answer).toMatchObject({
    status: 503,
    body: { code: 'disk-full', message: { zh: expect.stringContaining('磁盘已满') } },
  });
});

test('each log lies under its number, and the newest at the root', async () => {
  const [root, first] = await Promise.all(
    ['/log/checkpoint', '/log/1/checkpoint'].map((url) => district.http.inject({ url })),
  );
  expect(root?.statusCode).toBe(200);
  expect(first?.body).toBe(root?.body);
  for (const url of ['/log/2/checkpoint', '/log/x/checkpoint', '/log/0/tile/0/000', '/log/2/tile/entries/000.p/1'])
    expect((await district.http.inject({ url })).statusCode).toBe(404);
  const [one, other] = await Promise.all(
    ['/log/tile/entries/000.p/5', '/log/1/tile/entries/000.p/5'].map((url) => district.http.inject({ url })),
  );
  expect(one?.statusCode).toBe(200);
  expect(one?.rawPayload).toEqual(other?.rawPayload);
});
