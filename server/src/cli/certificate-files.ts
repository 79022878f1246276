import type { Refusal } from '../kernel/refusal.ts';
import { LONGEST_TEXT, readPem } from '../seal/actions.ts';
import { type Call, InputFault } from './command.ts';
import { readBytes } from './input-file.ts';

/** `--authority FILE`: the certificates of the authority that issued. */
export const authorityOption = {
  type: 'string',
  multiple: true,
  says: { zh: '发证机构的根证书和中间证书，可多次', en: 'root and authorities between; may be repeated' },
} as const;

/** The certificates or lists in the files that a flag names. */
export function filesIn(flag: Call['flags'][string]): readonly Uint8Array[] {
  const names = Array.isArray(flag) ? flag : [];
  return names.flatMap((name) => (typeof name === 'string' ? readPem(readBytes(name)) : []));
}

/** A text that a command needs, as short as the record wants it. */
export function given(flag: Call['flags'][string], name: string): string {
  if (typeof flag !== 'string' || flag.trim() === '')
    throw new InputFault({ zh: `请给出 ${name}。`, en: `${name} is needed.` });
  if (flag.trim().length <= LONGEST_TEXT) return flag.trim();
  throw new InputFault({
    zh: `${name} 超过 ${LONGEST_TEXT} 字，请缩短。`,
    en: `${name} has more than ${LONGEST_TEXT} characters; shorten it.`,
  });
}

/** Says why a certificate is not taken; the exit code. */
export function tellRefusal(refusal: Refusal, { json, terminal }: Pick<Call, 'json' | 'terminal'>): number {
  const { code, rule, article, message, remedy, detail } = refusal;
  if (json) terminal.out(JSON.stringify({ code, rule, article, message, remedy, detail }));
  else terminal.out(`${message.zh}。${remedy.zh}。 ${message.en}. ${remedy.en}. (${rule}, ${article})`);
  return 1;
}
