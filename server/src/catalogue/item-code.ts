import type { PlainDate } from '../kernel/time.ts';
import { checkUscc } from '../identity/identity.ts';

/**
 * The four codes of an item and its cases (GB/T 39554.1), each containing the one before:
 * basic code 基本编码 12 · implementation code 实施编码 31 = USCC 18 + level 1 + basic 12 ·
 * business item 业务办理项编码 33 = 31 + 2 · case number 办件编号 43 = 31 + yyyyMMdd + 4.
 */

export interface BasicCode {
  /** 00 national, 11 Beijing … (the first two digits of GB/T 2260). */
  readonly region: string;
  /** 01 行政许可 … 10 其他行政权力, 20 公共服务; localities add their own (21, 32). */
  readonly type: string;
  readonly department: string;
  readonly main: string;
  readonly sub: string;
}

export interface ImplCode {
  readonly uscc: string;
  /** 行使层级: 1 national, 2 provincial, 3 city (a Beijing district), 4 county, 5 township, 6 village. */
  readonly level: number;
  readonly basicCode: string;
}

export interface BizCode {
  readonly implCode: string;
  readonly serial: number;
}

export interface CaseNo {
  readonly implCode: string;
  readonly receivedOn: PlainDate;
  readonly serial: number;
}

type Parsed<Parts, Fault extends string> =
  | (Parts & { readonly valid: true })
  | { readonly valid: false; readonly why: Fault };

/** Reads a 基本编码. */
export function parseBasicCode(code: string): Parsed<BasicCode, 'length' | 'characters' | 'type'> {
  if (code.length !== 12) return { valid: false, why: 'length' };
  if (!/^\d{12}$/.test(code)) return { valid: false, why: 'characters' };
  const type = code.slice(2, 4);
  if (type === '00') return { valid: false, why: 'type' };
  const [region, department, main, sub] = [code.slice(0, 2), code.slice(4, 6), code.slice(6, 9), code.slice(9)];
  return { valid: true, region, type, department, main, sub };
}

/** Reads a 实施编码. */
export function parseImplCode(code: string): Parsed<ImplCode, 'length' | 'uscc' | 'level' | 'basic-code'> {
  if (code.length !== 31) return { valid: false, why: 'length' };
  const [uscc, level, basicCode] = [code.slice(0, 18), code.slice(18, 19), code.slice(19)];
  if (!checkUscc(uscc).valid) return { valid: false, why: 'uscc' };
  if (!/^[1-6]$/.test(level)) return { valid: false, why: 'level' };
  if (!parseBasicCode(basicCode).valid) return { valid: false, why: 'basic-code' };
  return { valid: true, uscc, level: Number(level), basicCode };
}

/** Reads a 业务办理项编码. */
export function parseBizCode(code: string): Parsed<BizCode, 'length' | 'impl-code' | 'serial'> {
  if (code.length !== 33) return { valid: false, why: 'length' };
  const [implCode, serial] = [code.slice(0, 31), code.slice(31)];
  if (!parseImplCode(implCode).valid) return { valid: false, why: 'impl-code' };
  if (!/^\d{2}$/.test(serial)) return { valid: false, why: 'serial' };
  return { valid: true, implCode, serial: Number(serial) };
}

/** Reads a 办件编号. */
export function parseCaseNo(code: string): Parsed<CaseNo, 'length' | 'impl-code' | 'date' | 'serial'> {
  if (code.length !== 43) return { valid: false, why: 'length' };
  const [implCode, day, serial] = [code.slice(0, 31), code.slice(31, 39), code.slice(39)];
  if (!parseImplCode(implCode).valid) return { valid: false, why: 'impl-code' };
  const receivedOn = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  if (!isDate(receivedOn)) return { valid: false, why: 'date' };
  if (!/^\d{4}$/.test(serial) || serial === '0000') return { valid: false, why: 'serial' };
  return { valid: true, implCode, receivedOn, serial: Number(serial) };
}

/** Builds a 基本编码; a RangeError when the parts do not make one. */
export function composeBasicCode({ region, type, department, main, sub }: BasicCode): string {
  return sound(region + type + department + main + sub, parseBasicCode);
}

/** Builds a 实施编码; a RangeError when the parts do not make one. */
export function composeImplCode({ uscc, level, basicCode }: ImplCode): string {
  return sound(`${uscc}${level}${basicCode}`, parseImplCode);
}

/** Builds a 业务办理项编码; a RangeError when the parts do not make one. */
export function composeBizCode({ implCode, serial }: BizCode): string {
  return sound(implCode + String(serial).padStart(2, '0'), parseBizCode);
}

/** Builds a 办件编号. The serial counts the item's cases of one day from 1; a RangeError beyond 9,999. */
export function composeCaseNo({ implCode, receivedOn, serial }: CaseNo): string {
  return sound(implCode + receivedOn.replaceAll('-', '') + String(serial).padStart(4, '0'), parseCaseNo);
}

function sound(code: string, parse: (code: string) => { readonly valid: boolean; readonly why?: string }): string {
  const { valid, why } = parse(code);
  if (!valid) throw new RangeError(`${code} is no valid code: ${why}`);
  return code;
}

function isDate(on: PlainDate): boolean {
  const at = Date.parse(`${on}T00:00:00.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === on;
}
