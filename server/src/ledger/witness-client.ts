import { toBase64 } from '@liangqian/verify/bytes.ts';
import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { checkSignature, readNote, writeSignature } from '@liangqian/verify/note.ts';
import type { Witness } from '@liangqian/verify/policy.ts';
import { emptyRoot } from '@liangqian/verify/tree.ts';
import { originHash } from './witness.ts';

/** What came of asking one witness. */
export type Witnessed =
  | { readonly state: 'cosigned'; readonly line: string }
  /** It has cosigned another size; when that is beyond the log, the log was set back or another log speaks in its name. */
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
export async function askWitness(witness: Witness, { oldSize, path, note }: Submission): Promise<Witnessed> {
  const body = [`old ${oldSize}`, ...path.map(toBase64), '', note].join('\n');
  const answer = await call(witness, 'add-checkpoint', { method: 'POST', body });
  if (typeof answer === 'string') return { state: 'silent', reason: answer };
  const { status, text } = answer;
  if (status === 409) {
    const size = Number(text.trim());
    return Number.isSafeInteger(size) ? { state: 'knows', size } : { state: 'refused', reason: 'an unreadable size' };
  }
  if (status !== 200) return { state: status >= 500 ? 'silent' : 'refused', reason: `${status} ${text.slice(0, 200)}` };
  return cosignedBy(witness, note, text);
}

/** Only a line that verifies with the key of the policy is taken over; all others are ignored. */
function cosignedBy({ key }: Witness, note: string, lines: string): Witnessed {
  const whole = readNote(`${note}${lines}`);
  if (whole === undefined) return { state: 'refused', reason: 'an unreadable signature' };
  const verdict = checkSignature(whole, key);
  const own = whole.signatures.find(({ name }) => name === key.name);
  if (verdict.state !== 'signed' || own === undefined)
    return { state: 'refused', reason: 'a signature that is not its own' };
  return { state: 'cosigned', line: writeSignature(own) };
}

/** The size of the last checkpoint of `origin` that the witness shows as cosigned by itself; 0 when it knows none. */
export async function sizeKnownTo(witness: Witness, origin: string): Promise<number | undefined> {
  return (await headKnownTo(witness, origin))?.size;
}

/** That checkpoint’s size and root; undefined when the witness cannot be asked or shows none of its own. */
export async function headKnownTo(
  witness: Witness,
  origin: string,
): Promise<{ readonly size: number; readonly root: Uint8Array } | undefined> {
  const answer = await call(witness, `${originHash(origin)}/checkpoint`, { method: 'GET' });
  if (typeof answer === 'string') return undefined;
  if (answer.status === 404) return { size: 0, root: emptyRoot() };
  const signed = answer.status === 200 ? readCheckpoint(answer.text) : undefined;
  if (signed === undefined || checkSignature(signed.note, witness.key).state !== 'signed') return undefined;
  return signed.checkpoint;
}

async function call(
  { url }: Witness,
  path: string,
  init: { readonly method: string; readonly body?: string },
): Promise<{ readonly status: number; readonly text: string } | string> {
  if (url === undefined) return 'the policy names no address';
  try {
    const answer = await fetch(`${url.replace(/\/$/, '')}/${path}`, {
      ...init,
      signal: AbortSignal.timeout(PATIENCE_MS),
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
