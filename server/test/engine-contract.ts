import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { leafHash, rootOf } from '@liangqian/verify/tree.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sm3Hex } from '../src/kernel/digest.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { checkProof } from '../src/ledger/engine/check-proof.ts';
import type { ConsortiumLedger, LogLine, Receipt, SignedRecord } from '../src/ledger/engine/engine.ts';

/** An engine as the contract tries it, with the world around it in the test’s hands. */
export interface TriedEngine {
  readonly engine: ConsortiumLedger;
  /** Whom a reader of its proofs believes: two of three witnesses. */
  readonly trust: () => Trust;
  /** Lets whoever orders and witnesses do what waits. */
  readonly advance: () => Promise<void>;
  /** Which of the three witnessing organisations are away from now on. */
  readonly setAway: (names: readonly string[]) => Promise<void>;
  readonly witnesses: readonly [string, string, string];
  readonly setNow: (at: string) => void;
  /** The same data opened anew, as after a restart of the program. */
  readonly reopen: () => Promise<ConsortiumLedger>;
  readonly close: () => Promise<void>;
}

const AT = '2026-03-04T01:30:00.000Z';
const commitment = { kind: 'commitment' } as const;

/** What a case of the contract does things with. */
interface Trial extends TriedEngine {
  readonly put: (record: SignedRecord, expectHead?: string) => Promise<Receipt | string>;
  /** As `put`; a refusal fails the case. */
  readonly done: (record: SignedRecord) => Promise<Receipt>;
}

function record(subject: string, op: SignedRecord['op'], more: Partial<SignedRecord> = {}): SignedRecord {
  return {
    subject,
    op,
    org: 'market',
    at: AT,
    sm3: sm3Hex(`${subject} ${op}`),
    sm2: Buffer.from(`${subject} ${op}`).toString('base64'),
    ...more,
  };
}

export async function all<T>(list: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}

let keys = 0;
function trialOf(tried: TriedEngine): Trial {
  async function put(one: SignedRecord, expectHead?: string): Promise<Receipt | string> {
    keys += 1;
    const options = { idempotencyKey: `key-${keys}`, visibility: commitment };
    const answer = await tried.engine.append(one, expectHead === undefined ? options : { ...options, expectHead });
    return isRefusal(answer) ? answer.code : answer;
  }
  return {
    ...tried,
    put,
    async done(one) {
      const answer = await put(one);
      if (typeof answer === 'string') throw new Error(answer);
      return answer;
    },
  };
}

const cases: Readonly<Record<string, (trial: Trial) => Promise<void>>> = {
  'a record that was put on is read back as it was, and its lineage is linked': async (trial) => {
    const { done } = trial;
    const [first, second] = [await done(record('L-1', 'issue')), await done(record('L-1', 'amend'))];
    expect(second.id).toEqual({ subject: 'L-1', seq: first.id.seq + 1 });
    expect(await trial.engine.get(first.id)).toMatchObject({ record: record('L-1', 'issue'), hash: first.hash });
    expect(await trial.engine.head('L-1')).toMatchObject({ id: second.id, hash: second.hash });
    expect((await all(trial.engine.lineage('L-1'))).map(({ record: { op } }) => op)).toEqual(['issue', 'amend']);
    expect(await trial.engine.get({ subject: 'L-1', seq: 9 })).toBeUndefined();
    expect(await trial.engine.head('L-none')).toBeUndefined();
    expect(await trial.engine.wait({ subject: 'L-none', seq: 1 }, 'ordered', 0)).toBeUndefined();
  },

  'replay and duplicate: the same key changes nothing and answers the same; with other content it is refused': async (
    trial,
  ) => {
    const { put } = trial;
    const options = { idempotencyKey: 'again', visibility: commitment };
    const first = await trial.engine.append(record('L-2', 'issue'), options);
    expect(await trial.engine.append(record('L-2', 'issue'), options)).toMatchObject({ id: { seq: 1 } });
    expect(await trial.engine.append(record('L-2', 'amend'), options)).toMatchObject({ code: 'request-id-reused' });
    expect(first).toMatchObject({ level: 'accepted' });
    expect(await put(record('L-2', 'issue'))).toBe('record-not-allowed');
    expect(await all(trial.engine.lineage('L-2'))).toHaveLength(1);
  },

  'of two who rely on the same head only one gets through': async (trial) => {
    const { put, done } = trial;
    const { hash } = await done(record('L-3', 'issue'));
    const answers = await Promise.all([put(record('L-3', 'amend'), hash), put(record('L-3', 'suspend'), hash)]);
    expect(answers.filter((one) => one === 'record-head-moved')).toHaveLength(1);
    expect(await put(record('L-3b', 'issue'), 'ff'.repeat(32))).toBe('record-head-moved');
    expect(await put(record('L-3b', 'issue'), '')).toMatchObject({ id: { seq: 1 } });
  },

  'the life of a subject: suspended and resumed, expired, revoked for ever': async (trial) => {
    const { put, done } = trial;
    const status = (at: string) => trial.engine.status('L-4', at);
    expect(await status(AT)).toBe('unknown');
    expect(await put(record('L-4', 'use'))).toBe('record-not-allowed');
    await done(record('L-4', 'issue', { validUntil: '2026-06-01T00:00:00.000Z' }));
    expect(await status('2026-05-31T23:59:59.999Z')).toBe('valid');
    expect(await status('2026-06-01T00:00:00.000Z')).toBe('expired');
    await done(record('L-4', 'suspend'));
    expect([await status(AT), await put(record('L-4', 'use'))]).toEqual(['suspended', 'record-not-allowed']);
    await done(record('L-4', 'resume'));
    await done(record('L-4', 'use'));
    trial.setNow('2026-07-01T00:00:00.000Z');
    expect(await put(record('L-4', 'use'))).toBe('record-not-allowed');
    trial.setNow(AT);
    expect(
      isRefusal(
        await trial.engine.revoke(record('L-4', 'use'), { idempotencyKey: 'revoke-4', visibility: commitment }),
      ),
    ).toBe(false);
    expect(await status(AT)).toBe('revoked');
    for (const op of ['use', 'amend', 'resume', 'issue', 'revoke'] as const)
      expect(await put(record('L-4', op))).toBe('record-not-allowed');
  },

  'nothing is done under a mandate that is unknown, suspended or revoked at that moment': async (trial) => {
    const { put, done } = trial;
    await done(record('L-5', 'issue'));
    const use = record('L-5', 'use', { mandate: 'M-5' });
    expect(await put(use)).toBe('record-mandate-not-valid');
    await done(record('M-5', 'issue'));
    await done(use);
    await done(record('M-5', 'suspend'));
    expect(await put(use)).toBe('record-mandate-not-valid');
    await done(record('M-5', 'resume'));
    // Both at once: whichever came first, nothing under the mandate stands behind its revocation.
    const [, answer] = await Promise.all([done(record('M-5', 'revoke')), put(use)]);
    expect(await put(use)).toBe('record-mandate-not-valid');
    await trial.advance();
    const order = (await all(trial.engine.subscribe(-1))).flatMap(({ entry }) => entry?.record ?? []);
    const revoked = order.findIndex(({ subject, op }) => subject === 'M-5' && op === 'revoke');
    const uses = order.flatMap(({ mandate }, at) => (mandate === 'M-5' ? [at] : []));
    expect(revoked).toBeGreaterThan(Math.max(...uses));
    expect(uses).toHaveLength(typeof answer === 'string' ? 1 : 2);
  },

  'a record is ordered and witnessed, and its proof convinces offline whoever trusts the witnesses': async (trial) => {
    const { done } = trial;
    const { id } = await done(record('L-6', 'issue'));
    await trial.advance();
    expect(await trial.engine.wait(id, 'witnessed', 5_000)).toMatchObject({ level: 'witnessed' });
    const bundle = await trial.engine.proof(id);
    if (bundle === undefined) throw new Error('no proof');
    expect(checkProof(bundle, trial.trust())).toMatchObject({ state: 'yes', record: record('L-6', 'issue') });
    const stranger = { ...trial.trust(), policy: { ...trial.trust().policy, logs: [] } };
    expect(checkProof(bundle, stranger)).toMatchObject({ state: 'undecided' });
  },

  'tamper: a proof with any one bit changed convinces nobody': async (trial) => {
    const bundle = await trial.engine.proof({ subject: 'L-6', seq: 1 });
    if (bundle === undefined) throw new Error('no proof');
    for (const part of ['leaf', 'logged', 'salt', 'body'] as const) {
      for (let at = 0; at < bundle[part].length; at += 7) {
        const bytes = Buffer.from(bundle[part]);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at);
        expect(checkProof({ ...bundle, [part]: bytes }, trial.trust()).state, `${part} ${at}`).toBe('no');
      }
    }
    const digits = bundle.proof.replace(/^index (\d+)$/m, (_, index: string) => `index ${Number(index) + 1}`);
    expect(checkProof({ ...bundle, proof: digits }, trial.trust()).state).toBe('no');
  },

  'organisations away: with one the record is witnessed, with two it waits and says how far it has come': async (
    trial,
  ) => {
    const { done } = trial;
    const [first, second] = trial.witnesses;
    await trial.setAway([first]);
    const one = await done(record('L-7', 'issue'));
    await trial.advance();
    expect(await trial.engine.wait(one.id, 'witnessed', 5_000)).toMatchObject({ level: 'witnessed' });
    await trial.setAway([first, second]);
    const two = await done(record('L-7', 'amend'));
    await trial.advance();
    expect(await trial.engine.wait(two.id, 'witnessed', 0)).toMatchObject({ level: 'ordered' });
    const waiting = await trial.engine.proof(two.id);
    expect(waiting === undefined ? undefined : checkProof(waiting, trial.trust()).state).toBe('undecided');
    await trial.setAway([]);
    await trial.advance();
    expect(await trial.engine.wait(two.id, 'witnessed', 5_000)).toMatchObject({ level: 'witnessed' });
  },

  'no split view: every signed checkpoint is the root of exactly the lines that everybody is given': async (trial) => {
    await trial.advance();
    const lines = await all(trial.engine.subscribe(-1));
    const leaves = lines.map(({ leaf }) => leafHash(leaf));
    const notes = await all(trial.engine.checkpoints(0));
    expect(notes.length).toBeGreaterThan(1);
    let last = 0;
    for (const { note, reach } of notes) {
      const { checkpoint } = readCheckpoint(note) ?? {};
      expect(checkpoint?.size).toBeGreaterThan(last);
      last = checkpoint?.size ?? 0;
      expect(reach).toBe(last);
      expect(checkpoint?.root).toEqual(rootOf(leaves.slice(0, last)));
    }
    expect(last).toBe(lines.length);
    expect(await all(trial.engine.checkpoints(last))).toEqual([]);
  },

  'a feed goes on where it was left, without a gap and without a repetition': async (trial) => {
    const { done } = trial;
    const before = await all(trial.engine.subscribe(-1));
    const [middle, last] = [before[Math.floor(before.length / 2)], before.at(-1)];
    if (middle === undefined || last === undefined) throw new Error('nothing in the log');
    expect(await all(trial.engine.subscribe(middle.cursor))).toEqual(before.slice(before.indexOf(middle) + 1));
    await done(record('L-8', 'issue'));
    await trial.advance();
    const more: readonly LogLine[] = await all(trial.engine.subscribe(last.cursor));
    expect(more.map(({ entry }) => entry?.record.subject)).toEqual(['L-8']);
  },

  'opened anew it has everything, and goes on': async (trial) => {
    const again = await trial.reopen();
    expect(await again.status('L-4', AT)).toBe('revoked');
    expect(await all(again.lineage('L-1'))).toHaveLength(2);
    const options = { idempotencyKey: 'again', visibility: commitment };
    expect(await again.append(record('L-2', 'issue'), options)).toMatchObject({ id: { seq: 1 } });
    expect(await again.append(record('L-9', 'issue'), { ...options, idempotencyKey: 'fresh' })).toMatchObject({
      level: 'accepted',
    });
  },

  'it says what it is, and refuses what it does not do': async (trial) => {
    const { engine, visibility } = trial.engine.capabilities();
    expect(engine).not.toBe('');
    const all3 = [commitment, { kind: 'members' }, { kind: 'orgs', orgs: ['audit'] }] as const;
    for (const [nth, one] of all3.entries()) {
      const answer = await trial.engine.append(record(`L-10-${nth}`, 'issue'), {
        idempotencyKey: `visible-${nth}`,
        visibility: one,
      });
      expect(isRefusal(answer) ? answer.code : 'done').toBe(
        visibility.includes(one.kind) ? 'done' : 'record-visibility-unsupported',
      );
    }
  },
};

/** What every engine must do: ours over PostgreSQL, and the adapter of any consortium chain. */
export function engineContract(name: string, open: () => Promise<TriedEngine>): void {
  describe(`the engine contract: ${name}`, () => {
    let tried: TriedEngine;
    beforeAll(async () => {
      tried = await open();
      tried.setNow(AT);
    }, 60_000);
    afterAll(() => tried.close());
    for (const [says, run] of Object.entries(cases)) test(says, () => run(trialOf(tried)));
  });
}
