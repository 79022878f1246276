import { areEqual } from './bytes.ts';
import type { SignedCheckpoint } from './checkpoint.ts';
import { checkSignature, readVerifierKey, type VerifierKey, writeVerifierKey } from './note.ts';

/** Whom to believe about a log (C2SP tlog-policy): its key, the witnesses, and how many of them make a quorum. */
export interface Policy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly Witness[];
  readonly groups: readonly Group[];
  /** The name of a witness or a group, or `none`. */
  readonly quorum: string;
  /** Witnesses that do not answer to whoever operates the log. Stands in a comment, so that every other tool reads the file too. */
  readonly outside?: readonly string[];
  /** The names of logs of which each followed the next, the newest first. Stands in a comment too; where it is absent no order is known. */
  readonly newestFirst?: readonly string[];
}

export interface Witness {
  readonly name: string;
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface Group {
  readonly name: string;
  /** How many members must have witnessed. */
  readonly threshold: number;
  readonly members: readonly string[];
}

export interface PolicyFault {
  /** Counted from 1; 0 for the file as a whole. */
  readonly line: number;
  readonly reason: string;
}

const OUTSIDE = '#outside';
const NEWEST_FIRST = '#newest-first';
const TOLD_IN_COMMENTS: readonly (string | undefined)[] = [OUTSIDE, NEWEST_FIRST];

/** Reads a policy file, or says in which line and why it is none. A policy misread would be trust misplaced. */
export function readPolicy(text: string): Policy | PolicyFault {
  let policy: Policy = { logs: [], witnesses: [], groups: [], quorum: '' };
  for (const [index, whole] of text.split('\n').entries()) {
    const words = whole.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || (words[0]?.startsWith('#') === true && !TOLD_IN_COMMENTS.includes(words[0]))) continue;
    const next = withLine(policy, words);
    if (typeof next === 'string') return { line: index + 1, reason: next };
    policy = next;
  }
  return policy.quorum === '' ? { line: 0, reason: 'there is no quorum line' } : policy;
}

function withLine(policy: Policy, [word = '', ...rest]: readonly string[]): Policy | string {
  switch (word) {
    case 'log':
      return withLog(policy, rest);
    case 'witness':
      return withWitness(policy, rest);
    case 'group':
      return withGroup(policy, rest);
    case 'quorum':
      return withQuorum(policy, rest);
    case OUTSIDE:
      return withOutside(policy, rest);
    case NEWEST_FIRST:
      return withOrder(policy, rest);
    default:
      return `unknown word ${word}`;
  }
}

function withLog(policy: Policy, [text = '', , more]: readonly string[]): Policy | string {
  const key = readVerifierKey(text);
  if (key?.kind !== 'ed25519' || more !== undefined) return 'a log is: log <vkey> [<url>]';
  if (policy.logs.some((one) => areEqual(one.publicKey, key.publicKey))) return 'the log occurs twice';
  return { ...policy, logs: [...policy.logs, key] };
}

function withWitness(policy: Policy, [name = '', text = '', url, more]: readonly string[]): Policy | string {
  const key = readVerifierKey(text);
  if (key?.kind !== 'cosignature' || more !== undefined) return 'a witness is: witness <name> <vkey> [<url>]';
  if (isTaken(policy, name)) return `the name ${name} is taken`;
  // One key under two names would count as two witnesses.
  if (policy.witnesses.some((one) => areEqual(one.key.publicKey, key.publicKey))) return 'the witness occurs twice';
  return { ...policy, witnesses: [...policy.witnesses, { name, key, ...(url === undefined ? {} : { url }) }] };
}

function withGroup(policy: Policy, [name = '', many = '', ...members]: readonly string[]): Policy | string {
  if (isTaken(policy, name)) return `the name ${name} is taken`;
  const unknown = members.find((member) => member === 'none' || !isTaken(policy, member));
  if (unknown !== undefined) return `${unknown} is not named above`;
  if (new Set(members).size !== members.length) return 'a member occurs twice';
  const threshold = many === 'all' ? members.length : many === 'any' ? 1 : /^[1-9]\d*$/.test(many) ? Number(many) : 0;
  if (threshold < 1 || threshold > members.length) return `${many} of ${members.length} is no threshold`;
  return { ...policy, groups: [...policy.groups, { name, threshold, members }] };
}

function withQuorum(policy: Policy, [name = '', more]: readonly string[]): Policy | string {
  if (policy.quorum !== '') return 'there is one quorum line already';
  if (more !== undefined || !isTaken(policy, name)) return `the quorum ${name} is not named above`;
  return { ...policy, quorum: name };
}

function withOutside(policy: Policy, names: readonly string[]): Policy | string {
  const unknown = names.find((name) => !policy.witnesses.some((witness) => witness.name === name));
  if (unknown !== undefined) return `${unknown} is not named above`;
  return { ...policy, outside: [...new Set([...(policy.outside ?? []), ...names])] };
}

/** Two orders, or a log twice in one, would let the reader choose what came first. */
function withOrder(policy: Policy, names: readonly string[]): Policy | string {
  if (policy.newestFirst !== undefined) return 'there is one order of the logs already';
  const unknown = names.find((name) => !policy.logs.some((log) => log.name === name));
  if (unknown !== undefined) return `${unknown} is not named above`;
  return new Set(names).size === names.length ? { ...policy, newestFirst: names } : 'a log occurs twice';
}

/**
 * A policy that names these logs of one operator as well, the newest first, and states that order: proofs of an ended log go on being
 * checked. In which order the file named them before, or a line was added to it, decides nothing.
 */
export function withLogs(policy: Policy, newestFirst: readonly VerifierKey[]): Policy {
  const names = newestFirst.map(({ name }) => name);
  const others = policy.logs.filter(({ name }) => !names.includes(name));
  const own = newestFirst.map((key) => policy.logs.find(({ name }) => name === key.name) ?? key);
  return { ...policy, logs: [...own, ...others], newestFirst: names };
}

/** Whether no quorum comes about without a witness outside the chain of command of whoever operates the log. */
export function needsOutside(policy: Policy): boolean {
  const { witnesses, outside = [] } = policy;
  const inside = new Set(witnesses.map(({ name }) => name).filter((name) => !outside.includes(name)));
  return !hasWitnessed(policy, policy.quorum, inside);
}

function isTaken(policy: Policy, name: string): boolean {
  return name === 'none' || name === '' || [...policy.witnesses, ...policy.groups].some((one) => one.name === name);
}

/** The policy as the file that `readPolicy` reads. */
export function writePolicy({ logs, witnesses, groups, quorum, outside = [], newestFirst = [] }: Policy): string {
  return [
    ...logs.map((key) => `log ${writeVerifierKey(key)}`),
    ...witnesses.map(({ name, key, url }) => ['witness', name, writeVerifierKey(key), url ?? ''].join(' ').trimEnd()),
    ...groups.map(({ name, threshold, members }) => ['group', name, threshold, ...members].join(' ')),
    `quorum ${quorum}`,
    ...(outside.length === 0 ? [] : [[OUTSIDE, ...outside].join(' ')]),
    ...(newestFirst.length === 0 ? [] : [[NEWEST_FIRST, ...newestFirst].join(' ')]),
    '',
  ].join('\n');
}

export type CheckpointVerdict =
  | {
      readonly state: 'trusted';
      /** The witnesses that have cosigned, with their times in seconds since 1970. */
      readonly witnesses: readonly { readonly name: string; readonly at: bigint }[];
    }
  | { readonly state: 'unknown-log' }
  /** A key that the policy names has a signature on the note that is not its own. */
  | { readonly state: 'forged'; readonly by: string }
  | { readonly state: 'no-quorum'; readonly witnesses: readonly { readonly name: string; readonly at: bigint }[] };

/** Whether a checkpoint is signed by a log of the policy and witnessed by its quorum. */
export function judgeCheckpoint({ checkpoint, note }: SignedCheckpoint, policy: Policy): CheckpointVerdict {
  const logs = policy.logs.filter(({ name }) => name === checkpoint.origin);
  const signed = logs.map((key) => ({ name: key.name, ...checkSignature(note, key) }));
  const forgedLog = signed.find(({ state }) => state === 'forged');
  if (forgedLog !== undefined) return { state: 'forged', by: forgedLog.name };
  if (!signed.some(({ state }) => state === 'signed')) return { state: 'unknown-log' };
  const seen = policy.witnesses.map(({ name, key }) => ({ name, verdict: checkSignature(note, key) }));
  const forged = seen.find(({ verdict }) => verdict.state === 'forged');
  if (forged !== undefined) return { state: 'forged', by: forged.name };
  const witnesses = seen.flatMap(({ name, verdict }) =>
    verdict.state === 'signed' && verdict.at !== undefined ? [{ name, at: verdict.at }] : [],
  );
  const names = new Set(witnesses.map(({ name }) => name));
  return hasWitnessed(policy, policy.quorum, names)
    ? { state: 'trusted', witnesses }
    : { state: 'no-quorum', witnesses };
}

/** Whether these witnesses alone make the quorum. */
export function makeQuorum(policy: Policy, witnesses: readonly string[]): boolean {
  return hasWitnessed(policy, policy.quorum, new Set(witnesses));
}

/** Members are named on lines above, so this ends. */
function hasWitnessed(policy: Policy, name: string, cosigned: ReadonlySet<string>): boolean {
  if (name === 'none') return true;
  const group = policy.groups.find((one) => one.name === name);
  if (group === undefined) return cosigned.has(name);
  return group.members.filter((member) => hasWitnessed(policy, member, cosigned)).length >= group.threshold;
}
