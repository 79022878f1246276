import { composeImplCode, parseBasicCode, parseBizCode, parseImplCode } from './item-code.ts';

type Elements = Readonly<Record<string, unknown>>;

/**
 * Offices write an item's codes in two styles: the basic code of 12 digits of old, or the codes of 31 and 33 that contain it
 * (domain §3.5). Each is read from the other where nothing is guessed: the organ's code and the level stand in the same row.
 * What cannot be derived stays as it is, for the rules of publication to judge. Says what was read otherwise than written.
 */
export function settleCodes(item: Elements): { readonly item: Elements; readonly readings: readonly string[] } {
  const said = {
    basicCode: textAt(item, 'basicCode'),
    implCode: textAt(item, 'implCode'),
    bizCode: textAt(item, 'bizCode'),
  };
  const settled = { basicCode: basicOf(said.basicCode), implCode: implOf(said.implCode, item), bizCode: said.bizCode };
  if (isImpl(said.bizCode) || isBasic(said.bizCode)) settled.bizCode = `${implOf(said.bizCode, item)}01`;
  const readings = Object.entries(settled).flatMap(([name, code]) => {
    const before = textAt(said, name);
    return code === before ? [] : [`${name}: ${before} → ${code}`];
  });
  return { item: readings.length === 0 ? item : { ...item, ...settled }, readings };
}

function textAt(from: Elements, name: string): string {
  const value = from[name];
  return typeof value === 'string' ? value : '';
}

function isBasic(code: string): boolean {
  return parseBasicCode(code).valid;
}

function isImpl(code: string): boolean {
  return parseImplCode(code).valid;
}

/** The basic code is the end of the longer ones. */
function basicOf(code: string): string {
  return isImpl(code) || parseBizCode(code).valid ? code.slice(19, 31) : code;
}

function implOf(code: string, item: Elements): string {
  if (parseBizCode(code).valid) return code.slice(0, 31);
  if (!isBasic(code)) return code;
  const { power } = item;
  const uscc = typeof power === 'object' && power !== null && 'organCode' in power ? String(power.organCode) : '';
  const parts = { uscc, level: Number(textAt(item, 'useLevel')), basicCode: code };
  return isImpl(`${uscc}${parts.level}${code}`) ? composeImplCode(parts) : code;
}
