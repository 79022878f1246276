import { checkBundle, type BundleVerdict } from '@liangqian/verify/bundle.ts';
import type { Text } from '../kernel/refusal.ts';
import type { Command } from './command.ts';
import { readBytes } from './input-file.ts';
import { trustOf } from './ledger-scene.ts';

/** Offline: needs the file and the trust file, nothing else, not even a running platform. */
export const verifyCommand: Command = {
  name: 'verify',
  summary: { zh: '离线核验证据包，逐项说明', en: 'check an evidence bundle offline, line by line' },
  parameters: ['PATH'],
  options: {
    trust: {
      type: 'string',
      says: { zh: '信任文件：日志公钥、见证机构、法定数', en: 'trust file: keys of the log, witnesses, quorum' },
    },
  },
  run(call) {
    const trust = trustOf(call);
    const verdict = checkBundle(readBytes(call.positionals[0] ?? ''), trust);
    if (call.json) call.terminal.out(JSON.stringify(verdict));
    else for (const line of linesOf(verdict)) call.terminal.out(line);
    return Promise.resolve(verdict.state === 'yes' ? 0 : 1);
  },
};

const MARKS = { true: '✓', false: '✗', undecided: '?' } as const;
const VERDICTS = {
  yes: { zh: '全部核验通过。', en: 'Everything holds.' },
  no: { zh: '核验不通过：见 ✗ 各行。', en: 'This does not hold: see the lines with ✗.' },
  undecided: {
    zh: '尚不能认定：见 ? 各行。未能认定的不得当作有效。',
    en: 'Undecided: see the lines with ?. What is undecided is not valid.',
  },
} as const satisfies Record<BundleVerdict['state'], Text>;

/** One line for each question, and the answer to all of them last. */
function linesOf({ state, checks }: BundleVerdict): readonly string[] {
  const lines = checks.map((one) => `${MARKS[one.state]} ${one.of} — ${one.zh} ${one.en}`);
  return [...lines, `${VERDICTS[state].zh} ${VERDICTS[state].en}`];
}
