import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseStream } from '../src/application/actions.ts';
import { draftDecision } from '../src/decision/actions.ts';
import { DEMO_PIN, loadDemoDistrict, readDemoDistrict } from '../src/demo-district.ts';
import { readStream } from '../src/journal/actions.ts';
import { openDatabase } from '../src/kernel/database.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { openPlatform } from '../src/platform.ts';
import type { District } from './district.ts';
import { agreeableFacts } from './outside.ts';

const nowAt = '2025-06-03T04:00:00.000Z';

/** The demo district on the platform as the program runs it: renderer, seals, keys and files in earnest. */
export async function openWholeDistrict(url: string): Promise<Pick<District, 'ports' | 'shown' | 'close'>> {
  const pool = openDatabase({ url, role: 'liangqian_app' });
  const dataDir = mkdtempSync(join(tmpdir(), 'liangqian-full-'));
  const platform = await openPlatform({
    pool,
    realm: '110198',
    dataDir,
    clock: { now: () => nowAt },
    publicUrl: 'http://127.0.0.1:8080',
    reviewUrl: 'https://xzfy.yunhe.example/',
    keyPassphrase: 'development',
    sealHours: { from: '00:00', to: '24:00' },
    correctionWaitDays: 30,
    renderWorkers: 1,
    factSource: agreeableFacts,
    demoPin: DEMO_PIN,
  });
  await loadDemoDistrict(platform, readDemoDistrict(), nowAt);
  return {
    ports: platform,
    async shown(caseNo, call, conclusion) {
      const events = await readStream(platform.journal, platform.realm, caseStream(caseNo));
      const drafted = await draftDecision(platform, call, events, conclusion);
      if (isRefusal(drafted)) throw new Error(`draft: ${drafted.code} ${JSON.stringify(drafted.detail)}`);
      const { documentHash, evidenceHash } = drafted;
      return { documentHash, evidenceHash };
    },
    async close() {
      await platform.close();
      await pool.end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
