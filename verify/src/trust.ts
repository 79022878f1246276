import { fromHex, toHex } from './bytes.ts';
import { readVerifierKey, type VerifierKey, writeVerifierKey } from './note.ts';
import { type Policy, type PolicyFault, readPolicy, writePolicy } from './policy.ts';

/** Whom the one who checks believes: a policy, and the keys that the log uses beside the one that the policy names. */
export interface Trust {
  readonly policy: Policy;
  /** Ed25519, 32 bytes: who may hand entries in. */
  readonly submitKeys: readonly Uint8Array[];
  /** The SM2 keys with which logs sign the same checkpoints. */
  readonly sm2Keys: readonly VerifierKey[];
}

/**
 * Reads a trust file: a policy (C2SP tlog-policy) with two kinds of lines more, `submit <hex>` and `sm2 <vkey>`. Without those
 * lines it is a policy that every tool reads, and what they would decide stays undecided.
 */
export function readTrust(text: string): Trust | PolicyFault {
  const submitKeys: Uint8Array[] = [];
  const sm2Keys: VerifierKey[] = [];
  const rest: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [word = '', value = '', more] = line.split(/[ \t]+/).filter((one) => one !== '');
    const isOurs = word === 'submit' || word === 'sm2';
    // An empty line in its place keeps the numbers of the others.
    rest.push(isOurs ? '' : line);
    if (!isOurs) continue;
    const fault = { line: index + 1, reason: `a key is: ${word} <${word === 'submit' ? 'hex' : 'vkey'}>` };
    if (more !== undefined) return fault;
    const [raw, key] = [fromHex(value), readVerifierKey(value)];
    if (word === 'submit' && raw?.length === 32) submitKeys.push(raw);
    else if (word === 'sm2' && key?.kind === 'sm2') sm2Keys.push(key);
    else return fault;
  }
  const policy = readPolicy(rest.join('\n'));
  return 'reason' in policy ? policy : { policy, submitKeys, sm2Keys };
}

export function writeTrust({ policy, submitKeys, sm2Keys }: Trust): string {
  return [
    writePolicy(policy).trimEnd(),
    ...submitKeys.map((key) => `submit ${toHex(key)}`),
    ...sm2Keys.map((key) => `sm2 ${writeVerifierKey(key)}`),
    '',
  ].join('\n');
}
