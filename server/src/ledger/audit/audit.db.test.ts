import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTrust } from '@liangqian/verify/trust.ts';
import type { ClientBase } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDistrict, testDistrict } from '../../../test/platform.ts';
import { fenceFollower } from '../../cli/audit-fences.ts';
import { runCli } from '../../cli/cli.ts';
import { loadDemoCases } from '../../demo-cases.ts';
import { connectOnce } from '../../kernel/database.ts';
import { signaturesOf } from '../../platform.ts';
import { auditLog, type AuditReport } from '../actions.ts';
import { sourceOf } from './store.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await testDistrict('2026-03-02T01:00:00.000Z');
  await loadDemoCases(district.platform, '2026-03-02T01:00:00.000Z');
  while ((await district.platform.ledger.turn()) > 0);
  writeFileSync(join(district.dataDir, 'log-trust.txt'), writeTrust(district.platform.ledger.trust));
}, 60_000);
afterAll(() => district.close());

function audit(client: ClientBase): Promise<AuditReport> {
  const { ledger, realm } = district.platform;
  const source = sourceOf(client, realm);
  return auditLog({ source, realm, trust: ledger.trust, signaturesOf, witnessed: [], follower: fenceFollower() });
}

async function auditAfter(change: string): Promise<AuditReport> {
  const client = await connectOnce(district.database.adminUrl);
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    expect((await client.query(change)).rowCount).toBeGreaterThan(0);
    return await audit(client);
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

async function command(...words: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  let out = '';
  const environment = { DATABASE_URL: district.database.adminUrl, DATA_DIR: district.dataDir };
  const code = await runCli(words, environment, { out: (text) => (out += text), err: () => undefined });
  return { code, out };
}

test('the log of a whole district is found whole, with every mandate in force where it is cited', async () => {
  const { code, out } = await command('ledger', 'audit', '--json');
  const report: unknown = JSON.parse(out);
  expect(report).toMatchObject({ state: 'whole', tally: { waiting: 0 } });
  expect(code).toBe(0);
});

test('a mandate whose fence was opened or closed by hand is found', async () => {
  const found = await auditAfter("update journal.fence set open = not open where key like 'mandate/%'");
  expect(found).toMatchObject({ state: 'different', difference: { place: expect.stringMatching(/^fence mandate\//) } });
  const moved = await auditAfter("update journal.fence set epoch = epoch + 1 where key like 'mandate/%'");
  expect(moved).toMatchObject({ state: 'different', difference: { place: expect.stringMatching(/^fence mandate\//) } });
});

test.each(['person', 'organ', 'seal', 'item', 'bundle', 'saying', 'licence-type'])(
  'T13: the fence of a %s that was opened, closed, moved or invented by hand is found',
  async (kind) => {
    for (const change of [
      `update journal.fence set open = not open where key like '${kind}/%'`,
      `update journal.fence set epoch = epoch - 1 where key like '${kind}/%'`,
      `insert into journal.fence (realm, key, open, epoch) values ('110198', '${kind}/nobody', true, 1)`,
    ]) {
      const found = await auditAfter(change);
      expect([change, found]).toMatchObject([
        change,
        { state: 'different', difference: { place: expect.stringMatching(new RegExp(`^fence ${kind}/`)) } },
      ]);
    }
  },
);

test('a revocation taken out of the journal is found', async () => {
  const found = await auditAfter(
    "delete from journal.act where stream like 'mandate/%' and body like '%MandatePublished%'",
  );
  expect(found.state).toBe('different');
});

test('checkpoint, proof and consistency are printed, and what the log has not is said', async () => {
  const { rows } = await district.database.database.query<{ stream: string }>(
    "select stream from journal.act where stream like 'mandate/%' limit 1",
  );
  const stream = rows[0]?.stream ?? '';
  expect((await command('ledger', 'checkpoint')).out).toContain(district.platform.ledger.ports.keys.origin);
  const proved = await command('ledger', 'prove', stream, '1');
  expect(proved).toMatchObject({ code: 0, out: expect.stringContaining('c2sp.org/tlog-proof@v1') });
  expect(await command('ledger', 'prove', stream, '4000')).toMatchObject({ code: 1 });
  expect(await command('ledger', 'prove', stream, 'x')).toMatchObject({ code: 2 });
  expect(await command('ledger', 'consistency', '3', '9')).toMatchObject({ code: 0 });
  expect(await command('ledger', 'consistency', '3', '9000000')).toMatchObject({ code: 1 });
  expect(await command('ledger', 'consistency', '9', '3')).toMatchObject({ code: 2 });
});
