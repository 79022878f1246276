import { existsSync, writeFileSync } from 'node:fs';
import { toBase64 } from '@liangqian/verify/bytes.ts';
import { readCount } from '@liangqian/verify/checkpoint.ts';
import { findCheckpoint, findHead, proveConsistency, proveStored, wholeNote } from '../ledger/actions.ts';
import { type Call, type Command, InputFault } from './command.ts';
import { ledgerAudit } from './ledger-audit.ts';
import { ledgerRestart } from './ledger-restart.ts';
import { newestLog, onLedger, trustOf } from './ledger-scene.ts';

const trust = {
  type: 'string',
  says: { zh: '信任文件：日志公钥、见证机构、法定数', en: 'trust file: keys of the log, witnesses, quorum' },
} as const;

/** The log at the command line: audit, checkpoint, proofs; all but `restart` only read. */
export const ledgerCommands: readonly Command[] = [
  ledgerAudit,
  {
    name: 'ledger checkpoint',
    summary: { zh: '输出最新检查点（含见证签名）', en: 'print the newest checkpoint with its cosignatures' },
    parameters: [],
    run: checkpoint,
  },
  {
    name: 'ledger prove',
    summary: {
      zh: '输出某流某事件已入日志的证明（C2SP tlog-proof）',
      en: 'prove that an event is in the log (C2SP tlog-proof)',
    },
    parameters: ['STREAM', 'SEQ'],
    options: {
      out: { type: 'string', says: { zh: '写入该文件', en: 'write to this file' } },
      trust,
    },
    run: prove,
  },
  {
    name: 'ledger consistency',
    summary: {
      zh: '输出小日志是大日志开头的证明（RFC 6962）',
      en: 'prove that the log of A entries begins the log of B (RFC 6962)',
    },
    parameters: ['A', 'B'],
    run: consistency,
  },
  ledgerRestart,
];

async function checkpoint(call: Call): Promise<number> {
  const said = await onLedger(call, async (scene) => findCheckpoint(scene.pool, await newestLog(scene)));
  if (said === undefined) return nothing(call, '日志尚无检查点', 'the log has said nothing yet');
  const note = wholeNote(said);
  call.terminal.out(call.json ? JSON.stringify({ size: said.size, note }) : note.trimEnd());
  return 0;
}

async function prove(call: Call): Promise<number> {
  const [stream = '', seqText = ''] = call.positionals;
  const seq = readCount(seqText);
  if (seq === undefined || seq < 1)
    throw new InputFault({ zh: 'SEQ 应为正整数。', en: 'SEQ must be a whole number from 1.' });
  const { policy } = trustOf(call);
  const proved = await onLedger(call, ({ pool, realm }) => proveStored({ pool, realm, policy }, stream, seq));
  if (proved === undefined) return nothing(call, '日志中没有该事件', 'the log has no such event');
  const { entry, proof, isWitnessed } = proved;
  const file = call.flags['out'];
  if (typeof file === 'string') {
    if (existsSync(file)) throw new InputFault({ zh: `${file} 已存在。`, en: `${file} exists already.` });
    writeFileSync(file, proof);
  }
  const said = { index: entry.idx, record: entry.record, leaf: entry.leaf.toString('hex'), isWitnessed };
  if (call.json) call.terminal.out(JSON.stringify({ ...said, proof }));
  else if (typeof file !== 'string') call.terminal.out(proof.trimEnd());
  return 0;
}

async function consistency(call: Call): Promise<number> {
  const [oldSize, newSize] = call.positionals.map(readCount);
  if (oldSize === undefined || newSize === undefined || oldSize > newSize)
    throw new InputFault({ zh: 'A、B 应为条数，且 A 不大于 B。', en: 'A and B must be sizes, A not beyond B.' });
  const path = await onLedger(call, async (scene) => {
    const log = await newestLog(scene);
    const head = await findHead(scene.pool, log);
    return (head?.size ?? 0) < newSize ? undefined : proveConsistency(scene.pool, log, oldSize, newSize);
  });
  if (path === undefined) return nothing(call, `日志不足 ${newSize} 条`, `the log has fewer than ${newSize} entries`);
  const hashes = path.map(toBase64);
  if (call.json) call.terminal.out(JSON.stringify({ oldSize, newSize, path: hashes }));
  else for (const hash of hashes) call.terminal.out(hash);
  return 0;
}

function nothing({ json, terminal }: Call, zh: string, en: string): number {
  if (json) terminal.out(JSON.stringify({ none: { zh, en } }));
  else terminal.out(`${zh}。 ${en}.`);
  return 1;
}
