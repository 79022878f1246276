import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { floorSchema, floorStep, floorSteps, floorValues } from './floor.ts';
import type { Load, LoadSetting } from './load.ts';

const QUEUE = 'approval-step';
const BATCH = 64;
const WORKERS = 4;

interface StepJob {
  readonly caseNo: number;
  readonly state: number;
}

/**
 * The peer: the same case as eight chained jobs of pg-boss with a state row, doing the same work (the floor's mandate
 * check and log row) in the handler. The state and the next job commit together, as the library's `db` option allows.
 */
export async function openPgBoss({ adminUrl }: LoadSetting): Promise<Load> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 30 });
  await pool.query(floorSchema);
  const boss = new PgBoss({ connectionString: adminUrl, max: 10, supervise: false, schedule: false });
  boss.on('error', (fault) => {
    throw fault;
  });
  await boss.start();
  await boss.createQueue(QUEUE);
  const ended = new Map<number, () => void>();

  async function carry({ caseNo, state }: StepJob): Promise<void> {
    const connection = await pool.connect();
    try {
      await connection.query('begin');
      await connection.query({ ...floorStep, values: [...floorValues(caseNo, state)] });
      if (state + 1 < floorSteps.length) {
        const db = { executeSql: (text: string, values?: unknown[]) => connection.query(text, values) };
        await boss.send(QUEUE, { caseNo, state: state + 1 }, { db });
      }
      await connection.query('commit');
    } finally {
      connection.release();
    }
    if (state + 1 === floorSteps.length) ended.get(caseNo)?.();
  }

  for (let worker = 0; worker < WORKERS; worker += 1) {
    await boss.work<StepJob>(QUEUE, { batchSize: BATCH, pollingIntervalSeconds: 0.5 }, async (jobs) => {
      await Promise.all(jobs.map((job) => carry(job.data)));
    });
  }
  let drawn = 0;
  return {
    async runCase(_client, stepped) {
      drawn += 1;
      const caseNo = drawn;
      const began = performance.now();
      const end = new Promise<void>((resolve) => ended.set(caseNo, resolve));
      await boss.send(QUEUE, { caseNo, state: 0 });
      await end;
      ended.delete(caseNo);
      stepped((performance.now() - began) / floorSteps.length);
    },
    async close() {
      await boss.stop({ graceful: false, close: true });
      await pool.end();
    },
  };
}
