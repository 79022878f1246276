import { textOf } from '@liangqian/verify/bytes.ts';
import { judgeDocument } from '@liangqian/verify/document.ts';
import type { DocumentVerdict } from '@liangqian/verify/document-verdict.ts';
import { type DocumentTrust, NO_TRUST, readTrustFile } from '@liangqian/verify/trust-file.ts';
import type { Check } from '@liangqian/verify/verdict.ts';
import { type Call, InputFault } from './command.ts';
import { readBytes } from './input-file.ts';

/** Checks a sealed document by other code than what made it: the verifier that runs in a browser as well. Returns the exit code. */
export function verifyDocument({ positionals: [path = ''], flags, json, terminal }: Call, bytes: Uint8Array): number {
  const trust = typeof flags['trust'] === 'string' ? trustIn(flags['trust']) : NO_TRUST;
  const verdict = judgeDocument(bytes, trust);
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

function linesOf(path: string, { result, checks, seal }: DocumentVerdict): readonly string[] {
  const about =
    seal === undefined
      ? []
      : [
          `  印章 seal: ${seal.sealName} (${seal.sealId})`,
          `  签章人 signer: ${seal.signer}`,
          `  声明的盖章时间 claimed time: ${seal.sealedAt ?? '—'}`,
        ];
  return [`${RESULT[result]}: ${path}`, ...about, ...checks.map(lineOf)].map(printable);
}

function lineOf({ state, zh, en }: Check): string {
  return `  ${STATE[state]}: ${zh} ${en}`;
}

/** A file writes no control characters onto the screen of who checks it. */
function printable(line: string): string {
  return line.replace(/\p{C}/gu, '�');
}
