import { textOf } from '@liangqian/verify/bytes.ts';
import type { SealFacts } from '@liangqian/verify/document-verdict.ts';
import { type Inspection, inspect } from '@liangqian/verify/inspect.ts';
import type { LetterFacts } from '@liangqian/verify/letter-facts.ts';
import type { LicenceFacts } from '@liangqian/verify/licence-judge.ts';
import { type DocumentTrust, NO_TRUST, readTrustFile } from '@liangqian/verify/trust-file.ts';
import type { Check } from '@liangqian/verify/verdict.ts';
import { systemClock } from '../kernel/time.ts';
import { type Call, InputFault } from './command.ts';
import { readBytes } from './input-file.ts';

/** Checks a letter or a licence by other code than what made it: the verifier that runs in a browser as well. Returns the exit code. */
export function verifyDocument({ positionals: [path = ''], flags, json, terminal }: Call, bytes: Uint8Array): number {
  const documents = typeof flags['trust'] === 'string' ? trustIn(flags['trust']) : NO_TRUST;
  const listed = flags['status-list'];
  const statusList = typeof listed === 'string' ? textOf(readBytes(listed)) : undefined;
  const nonce = typeof flags['nonce'] === 'string' ? flags['nonce'] : undefined;
  const verdict = inspect(bytes, { documents, log: undefined, statusList, nonce, at: systemClock.now() });
  if (json) terminal.out(JSON.stringify(verdict));
  else for (const line of linesOf(path, verdict)) terminal.out(line);
  return verdict.result === 'valid' ? 0 : 1;
}

function trustIn(path: string): DocumentTrust {
  const text = textOf(readBytes(path));
  const trust = text === undefined ? { line: 0, reason: 'not UTF-8' } : readTrustFile(text);
  if (!('reason' in trust)) return trust;
  const { line, reason } = trust;
  throw new InputFault({
    zh: `${path} 第 ${line} 行不是信任文件（${reason}）。`,
    en: `${path} is no trust file, line ${line}: ${reason}.`,
  });
}

const RESULT = { valid: '有效 valid', invalid: '无效 invalid', undecided: '未定 undecided' } as const;
const STATE = { true: '是 yes', false: '否 no', undecided: '未定 undecided' } as const;

function linesOf(path: string, { result, checks, seal, coSeal, letter, licence }: Inspection): readonly string[] {
  const about = [
    ...(seal === undefined ? [] : sealLines(seal)),
    ...(coSeal === undefined ? [] : sealLines(coSeal)),
    ...(letter === undefined ? [] : letterLines(letter)),
    ...(licence === undefined ? [] : licenceLines(licence)),
  ];
  return [`${RESULT[result]}: ${path}`, ...about, ...checks.map(lineOf)].map(printable);
}

function sealLines({ sealName, sealId, signer, sealedAt }: SealFacts): readonly string[] {
  return [
    `  印章 seal: ${sealName} (${sealId})`,
    `  签章人 signer: ${signer}`,
    `  声明的盖章时间 claimed time: ${sealedAt ?? '—'}`,
  ];
}

function letterLines({ docNo, kind, mandate }: LetterFacts): readonly string[] {
  return [
    `  文书 letter: ${docNo ?? '—'} (${kind ?? '—'})`,
    ...(mandate === undefined
      ? []
      : [
          `  委托书 mandate: ${mandate.mandateNo} 第${mandate.version}版 version ${mandate.version}, SM3 ${mandate.hash}`,
        ]),
  ];
}

function licenceLines({ type, issuer, issuedAt, untilAt, claims }: LicenceFacts): readonly string[] {
  return [
    `  证照 licence: ${type}`,
    `  签发者 issuer: ${issuer}`,
    `  签发 issued: ${issuedAt ?? '—'}　有效期至 until: ${untilAt ?? '—'}`,
    ...claims.map(([name, value]) => `  ${name}: ${value}`),
  ];
}

function lineOf({ state, zh, en }: Check): string {
  return `  ${STATE[state]}: ${zh} ${en}`;
}

/** A file writes no control characters onto the screen of who checks it. */
function printable(line: string): string {
  return line.replace(/\p{C}/gu, '�');
}
