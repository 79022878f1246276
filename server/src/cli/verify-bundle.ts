import { checkBundle, type BundleVerdict } from '@liangqian/verify/bundle.ts';
import type { Text } from '../kernel/refusal.ts';
import type { Call } from './command.ts';
import { trustsOf } from './ledger-scene.ts';

/** Checks an evidence bundle; the trust file names the log and its witnesses. Returns the exit code. */
export function verifyBundle(call: Call, bytes: Uint8Array): number {
  const { log, documents } = trustsOf(call);
  const verdict = checkBundle(bytes, log, documents);
  if (call.json) call.terminal.out(JSON.stringify(verdict));
  else for (const line of linesOf(verdict)) call.terminal.out(line);
  return verdict.state === 'yes' ? 0 : 1;
}

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
