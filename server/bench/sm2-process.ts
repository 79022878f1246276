import { execFileSync } from 'node:child_process';
import { generateKey, verifySignature } from '../src/seal/signature-key.ts';

/**
 * SM2 of the crypto layer against `openssl speed` in the same minute, both by processor time of one core: each ratio is what our
 * layer keeps of the library's own speed. Run with Node directly; it prints one JSON line.
 */
const SECONDS = 3;

const key = generateKey('sm2');
const message = Buffer.alloc(32, 7);
const signature = await key.sign(message);
const ours = {
  sign: await rate(() => key.sign(message)),
  verify: await rate(() => Promise.resolve(verifySignature(key.spki, message, signature))),
};
const theirs = speed();
const ratio = { sign: ours.sign / theirs.sign, verify: ours.verify / theirs.verify };
process.stdout.write(`${JSON.stringify({ ours, theirs, ratio })}\n`);

/** Calls per second of processor time. */
async function rate(work: () => Promise<unknown>): Promise<number> {
  for (let warm = 0; warm < 500; warm += 1) await work();
  const before = process.cpuUsage();
  let [count, used] = [0, 0];
  while (used < SECONDS * 1e6) {
    for (let index = 0; index < 100; index += 1) await work();
    count += 100;
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
  return Math.round((count / used) * 1e6);
}

/** `openssl speed` counts by processor time too; its last two figures are signatures and verifications per second. */
function speed(): { readonly sign: number; readonly verify: number } {
  const said = execFileSync('openssl', ['speed', '-seconds', String(SECONDS), 'sm2'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [sign, verify] = (/SM2.*?([\d.]+)\s+([\d.]+)\s*$/m.exec(said) ?? []).slice(1).map(Number);
  if (sign === undefined || verify === undefined) throw new Error(`openssl speed said: ${said}`);
  return { sign, verify };
}
