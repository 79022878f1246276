/** Unified social credit codes (GB 32100-2015), with the organisation code (GB 11714) inside. */

/** The alphabet has no I, O, S, V and Z: they are too easily read as 1, 0, 5, U and 2. */
export const USCC_CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** w_i = 3^(i−1) mod 31. */
export const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

export type UsccFault = 'length' | 'characters' | 'checksum' | 'region';

export type UsccCheck =
  | {
      readonly valid: true;
      /** 1 机构编制, 5 民政, 9 市场监管, Y other … */
      readonly authority: string;
      readonly organClass: string;
      /** GB/T 2260; 100000 for the national level. */
      readonly region: string;
      readonly organCode: string;
    }
  | { readonly valid: false; readonly why: UsccFault };

/** Says whether `code` is a well-formed code, and what it tells. Letters must be capitals: see `normalUscc`. */
export function checkUscc(code: string): UsccCheck {
  if (code.length !== 18) return { valid: false, why: 'length' };
  if (![...code].every((char) => USCC_CHARSET.includes(char))) return { valid: false, why: 'characters' };
  const organCode = code.slice(8, 17);
  if (usccCheckChar(code) !== code[17] || organCodeCheckChar(organCode) !== organCode[8]) {
    return { valid: false, why: 'checksum' };
  }
  const region = code.slice(2, 8);
  if (!isRegion(region)) return { valid: false, why: 'region' };
  return { valid: true, authority: code.slice(0, 1), organClass: code.slice(1, 2), region, organCode };
}

/**
 * Whether a clerk may accept the code nevertheless, giving a reason that is recorded. Some codes of the early pilots really
 * fail the check digit (91350203M0001QAY9B computes 9): the holder shows a genuine licence and must not be sent away.
 */
export function isUsccOverridable(check: UsccCheck): boolean {
  return !check.valid && check.why === 'checksum';
}

/** The code as people mean it: without blanks, in capitals, full-width characters made plain. */
export function normalUscc(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
}

/** The check character over the first 17 characters. */
export function usccCheckChar(code: string): string {
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, place) => total + weight * USCC_CHARSET.indexOf(code[place] ?? ''),
    0,
  );
  return USCC_CHARSET[(31 - (sum % 31)) % 31] ?? '';
}

/** The code with both check characters for `head` (authority, class, region) and eight digits of the organisation. */
export function usccOf(head: string, organDigits: string): string {
  const body = organDigits.padStart(8, '0');
  const code = `${head}${body}${organCodeCheckChar(body)}`;
  return `${code}${usccCheckChar(code)}`;
}

const ORGAN_CODE_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

function organCodeCheckChar(organCode: string): string {
  const sum = ORGAN_CODE_WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number.parseInt(organCode[place] ?? '', 36),
    0,
  );
  return '0123456789X'[(11 - (sum % 11)) % 11] ?? '';
}

/** 10 is the national level; the other prefixes are the provinces of GB/T 2260. */
function isRegion(region: string): boolean {
  return /^\d{6}$/.test(region) && (region.startsWith('10') || PROVINCES.has(region.slice(0, 2)));
}

/** GB/T 2260: the first two digits of every region. The rest changes every year and is not checked. */
export const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);
