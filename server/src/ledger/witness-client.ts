import { areEqual, toBase64 } from '@liangqian/verify/bytes.ts';
import { readCheckpoint, readCount } from '@liangqian/verify/checkpoint.ts';
import { checkSignature, readNote, type VerifierKey, writeSignature } from '@liangqian/verify/note.ts';
import type { Witness } from '@liangqian/verify/policy.ts';
import { emptyRoot } from '@liangqian/verify/tree.ts';
import { originHash } from './witness.ts';

/** What came of asking one witness. */
export type Witnessed =
  /** `at`: the time that it signed under, in seconds since 1970 by its own clock. */
  | { readonly state: 'cosigned'; readonly line: string; readonly at: number }
  /** It says that it has cosigned another size. Only a checkpoint that it shows makes that true. */
  | { readonly state: 'knows'; readonly size: number }
  /** It says that the log does not continue what it witnessed, or answers with a signature that is not its own. */
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'silent'; readonly reason: string };

export interface Submission {
  readonly oldSize: number;
  readonly path: readonly Uint8Array[];
  /** The signed checkpoint. */
  readonly note: string;
}

const PATIENCE_MS = 5_000;
const LONGEST_ANSWER = 20_000;

/** Asks a witness to cosign. Never throws: a witness that is away holds nothing up. */
export async function askWitness(
  witness: Witness,
  { oldSize, path, note }: Submission,
  patienceMs = PATIENCE_MS,
): Promise<Witnessed> {
  const body = [`old ${oldSize}`, ...path.map(toBase64), '', note].join('\n');
  const answer = await call(witness, 'add-checkpoint', { method: 'POST', body, patienceMs });
  if (typeof answer === 'string') return { state: 'silent', reason: answer };
  const { status, text } = answer;
  if (status === 409) {
    const size = readCount(text.trim());
    return size === undefined ? { state: 'refused', reason: 'an unreadable size' } : { state: 'knows', size };
  }
  if (status !== 200) return { state: status >= 500 ? 'silent' : 'refused', reason: `${status} ${text.slice(0, 200)}` };
  return cosignedBy(witness, note, text);
}

/** Only a line that verifies with the key of the policy is taken over; all others are ignored. */
function cosignedBy({ key }: Witness, note: string, lines: string): Witnessed {
  const whole = readNote(`${note}${lines}`);
  if (whole === undefined) return { state: 'refused', reason: 'an unreadable signature' };
  const verdict = checkSignature(whole, key);
  const own = whole.signatures.find(({ name, keyId }) => name === key.name && areEqual(keyId, key.id));
  if (verdict.state !== 'signed' || own === undefined)
    return { state: 'refused', reason: 'a signature that is not its own' };
  return { state: 'cosigned', line: writeSignature(own), at: Number(verdict.at ?? 0n) };
}

/** What a witness shows as the last checkpoint of a log that it has cosigned. */
export type Shown =
  /** Signed by the witness and by the log itself: nobody can invent it. */
  | { readonly state: 'head'; readonly size: number; readonly root: Uint8Array }
  | { readonly state: 'none' }
  /** It shows something that the log or the witness has not signed. */
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'silent'; readonly reason: string };

/** Asks a witness what it has cosigned of the log with this key. Never throws. */
export async function headShownBy(witness: Witness, log: VerifierKey, patienceMs = PATIENCE_MS): Promise<Shown> {
  const answer = await call(witness, `${originHash(log.name)}/checkpoint`, { method: 'GET', patienceMs });
  if (typeof answer === 'string') return { state: 'silent', reason: answer };
  if (answer.status === 404) return { state: 'none' };
  if (answer.status >= 500) return { state: 'silent', reason: String(answer.status) };
  const signed = answer.status === 200 ? readCheckpoint(answer.text) : undefined;
  if (signed?.checkpoint.origin !== log.name) return { state: 'refused', reason: 'no checkpoint of this log' };
  const isSigned = [witness.key, log].every((key) => checkSignature(signed.note, key).state === 'signed');
  if (!isSigned) return { state: 'refused', reason: 'a checkpoint that the log and the witness have not both signed' };
  return { state: 'head', ...signed.checkpoint };
}

/** That checkpoint’s size and root; undefined when the witness cannot be asked or shows none of its own. */
export async function headKnownTo(
  witness: Witness,
  log: VerifierKey,
): Promise<{ readonly size: number; readonly root: Uint8Array } | undefined> {
  const shown = await headShownBy(witness, log);
  if (shown.state === 'none') return { size: 0, root: emptyRoot() };
  return shown.state === 'head' ? { size: shown.size, root: shown.root } : undefined;
}

async function call(
  { url }: Witness,
  path: string,
  { patienceMs, ...init }: { readonly method: string; readonly body?: string; readonly patienceMs: number },
): Promise<{ readonly status: number; readonly text: string } | string> {
  if (url === undefined) return 'the policy names no address';
  try {
    const answer = await fetch(`${url.replace(/\/$/, '')}/${path}`, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: answer.status, text: await boundedText(answer) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A witness that never stops talking is not listened to for long. */
async function boundedText({ body }: Response): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_ANSWER) throw new Error('the answer is too long');
  }
  return text;
}
