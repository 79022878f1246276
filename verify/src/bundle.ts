import { toHex, utf8 } from './bytes.ts';
import { answer, type BundleCheck, eventsOf, readAct, type ReadAct } from './bundle-act.ts';
import { type BundledDocument, isObject, readBundle } from './bundle-file.ts';
import { sm3 } from './digest.ts';
import { judgeLogProof, type LogProof } from './log-proof.ts';
import { readSigsumEntry, verifySigsumLeaf } from './sigsum.ts';
import { leafHash } from './tree.ts';
import type { Trust } from './trust.ts';
import type { DocumentTrust } from './trust-file.ts';
import { checkMandates } from './bundle-mandate.ts';
import { checkLicenceActs } from './bundle-licence.ts';
import { checkSignatures } from './bundle-signature.ts';

export interface BundleVerdict {
  /** `yes` only when every single check is true. */
  readonly state: 'yes' | 'no' | 'undecided';
  readonly checks: readonly BundleCheck[];
}

/**
 * Checks an evidence bundle against what the reader trusts: pure, over bytes, without any network. `documents` are the authorities
 * of certificates; without them signatures are checked, and whether the certificates behind them are good stays open.
 */
export function checkBundle(bytes: Uint8Array, trust: Trust, documents?: DocumentTrust): BundleVerdict {
  const bundle = readBundle(bytes);
  if (bundle === undefined) return verdictOf([unreadable('bundle')]);
  const acts = bundle.acts.map((act) => readAct(act, trust.policy));
  const checks = [
    ...acts.flatMap((act) => checkAct(act, trust)),
    ...[...Map.groupBy(acts, ({ stream }) => stream)].map(([stream, chained]) => checkChain(stream, chained)),
    ...checkMandates(acts),
    ...checkSignatures(acts, documents),
    ...checkLicenceActs(acts),
    ...bundle.documents.map((document) => checkDocument(document, acts)),
    ...bundle.unlisted.map(unlisted),
  ];
  return verdictOf(checks);
}

function verdictOf(checks: readonly BundleCheck[]): BundleVerdict {
  if (checks.some(({ state }) => state === 'false')) return { state: 'no', checks };
  return { state: checks.every(({ state }) => state === 'true') ? 'yes' : 'undecided', checks };
}

function unreadable(of: string): BundleCheck {
  return answer(['readable', of], 'false', '文件不可读或者不完整。', 'The file cannot be read or is not whole.');
}

function unlisted(file: string): BundleCheck {
  return answer(
    ['readable', file],
    'false',
    '证据包的清单没有列出这个文件，它不是证据包的一部分。',
    'The list of the bundle does not name this file: it is no part of the bundle.',
  );
}

function checkAct(act: ReadAct, trust: Trust): readonly BundleCheck[] {
  const leaf = readSigsumEntry(act.leaf);
  if (act.logProof === undefined || leaf === undefined || act.salt.length !== 32) return [unreadable(act.name)];
  const subject = toHex(sm3(act.salt, utf8(act.stream)));
  const isOpened = act.fields['subject'] === subject;
  return [
    checkLogged(act, act.logProof, trust),
    checkSubmitted(act, trust),
    answer(
      ['opened', act.name],
      isOpened ? 'true' : 'false',
      isOpened ? '存证记录说的就是这一件。' : '存证记录说的不是这一件。',
      isOpened ? 'The logged record is about this very matter.' : 'The logged record is about something else.',
    ),
    ...(act.body === undefined ? [] : [checkContent(act, act.body)]),
  ];
}

function checkLogged(act: ReadAct, proof: LogProof, { policy }: Trust): BundleCheck {
  const judged = judgeLogProof(proof, leafHash(act.leaf), policy);
  const of = ['logged', act.name] as const;
  switch (judged.state) {
    case 'trusted': {
      const since = judged.witnesses.map(({ at }) => at).toSorted((a, b) => Number(a - b))[0];
      const from = since === undefined ? '' : new Date(Number(since) * 1000).toISOString();
      const names = judged.witnesses.map(({ name }) => name).join(', ');
      return names === ''
        ? answer(
            of,
            'true',
            '已在日志中；该信任文件不要求见证。',
            'It stands in the log; this trust asks for no witness.',
          )
        : answer(
            of,
            'true',
            `最迟 ${from} 已在日志中，由 ${names} 见证；此后任何改动都会被发现。`,
            `It stood in the log by ${from}, witnessed by ${names}; any later change would be found.`,
          );
    }
    case 'unknown-log':
      return answer(of, 'undecided', '信任文件没有这个日志。', 'The trust file does not name this log.');
    case 'no-quorum':
      return answer(
        of,
        'undecided',
        '见证机构数尚不足法定数。',
        'Fewer witnesses than the policy asks for have signed.',
      );
    case 'forged':
      return answer(of, 'false', `${judged.by} 的签名是伪造的。`, `The signature of ${judged.by} is forged.`);
    case 'not-included':
      return answer(of, 'false', '该记录不在日志的这一位置。', 'The record does not stand at this place of the log.');
    default:
      return judged satisfies never;
  }
}

function checkSubmitted(act: ReadAct, { submitKeys }: Trust): BundleCheck {
  const of = ['submitted', act.name] as const;
  const leaf = readSigsumEntry(act.leaf);
  if (submitKeys.length === 0)
    return answer(of, 'undecided', '信任文件没有提交者的公钥。', 'The trust file names nobody who may submit.');
  const isSigned = leaf !== undefined && submitKeys.some((key) => verifySigsumLeaf(leaf, act.record, key));
  return isSigned
    ? answer(of, 'true', '存证记录由运营机构签名提交。', 'The operator has signed exactly this record.')
    : answer(of, 'false', '存证记录被改动，或者由他人提交。', 'The record was changed, or somebody else submitted it.');
}

function checkContent(act: ReadAct, body: Uint8Array): BundleCheck {
  const isSame = act.fields['sm3'] === toHex(sm3(act.salt, sm3(body)));
  return answer(
    ['content', act.name],
    isSame ? 'true' : 'false',
    isSame ? '行为内容自存证之时起未变。' : '行为内容与存证不符。',
    isSame ? 'The act is unchanged since it was logged.' : 'The act is not the one that was logged.',
  );
}

/** Whether the acts follow each other without a gap, from the first on. */
function checkChain(stream: string, acts: readonly ReadAct[]): BundleCheck {
  let [prev, next] = ['', 1];
  let isWhole = true;
  for (const { fields } of acts) {
    const seq: readonly unknown[] = Array.isArray(fields['seq']) ? fields['seq'] : [];
    const [from, to] = seq;
    isWhole &&= fields['prev'] === prev && from === next && typeof to === 'number';
    prev = String(fields['sm3']);
    next = Number(to) + 1;
  }
  return answer(
    ['chain', stream],
    isWhole ? 'true' : 'false',
    isWhole ? `自始至第 ${next - 1} 号事件首尾相接，无缺漏。` : '前后行为不相接，有缺漏或者改动。',
    isWhole
      ? `From the first to event ${next - 1} nothing is missing between the acts.`
      : 'The acts do not follow each other: one is missing or was changed.',
  );
}

function checkDocument({ file, bytes }: BundledDocument, acts: readonly ReadAct[]): BundleCheck {
  const hash = sm3(bytes);
  const isNamed = acts.some((act) => isCommittedIn(act, hash) || isNamedIn(act, toHex(hash)));
  const of = ['document', file] as const;
  if (isNamed)
    return answer(of, 'true', '文书与用印存证的哈希一致。', 'The document is the one whose sealing was logged.');
  return acts.some(({ stream, body }) => body === undefined && !stream.startsWith('mandate/'))
    ? answer(
        of,
        'undecided',
        '记载这份文书的行为不在证据包内。',
        'The act that names this document is not in the bundle.',
      )
    : answer(of, 'false', '没有存证的行为记载这份文书。', 'No logged act names this document.');
}

/** The record itself commits to what was sealed, whether the act may be read or not; records of version 1 do not. */
function isCommittedIn({ fields, salt }: ReadAct, hash: Uint8Array): boolean {
  const { docs } = fields;
  return Array.isArray(docs) && docs.includes(toHex(sm3(salt, hash)));
}

function isNamedIn(act: ReadAct, hash: string): boolean {
  return eventsOf(act).some(({ data }) => isObject(data) && data['sealedHash'] === hash);
}
