import { Unzlib } from 'fflate';
import { areEqual, concat } from './bytes.ts';
import { isObject } from './bundle-file.ts';
import type { Certificate } from './certificate.ts';
import { fromBase64Url, instantOf, judgeToken, readToken, type SignedToken } from './jwt.ts';
import type { DocumentTrust } from './trust-file.ts';
import { type Check, required } from './verdict.ts';

/** Where a credential says that its status stands (draft-ietf-oauth-status-list §6.2). */
export interface StatusPlace {
  readonly uri: string;
  readonly index: number;
}

export interface StatusQuestion {
  readonly place: StatusPlace | undefined;
  /** The list as a token in compact form, where whoever asks has it. */
  readonly list: string | undefined;
  readonly trust: DocumentTrust;
  /** Who signed the credential: the list is signed by the same, or by another of the same authority. */
  readonly issuer: Certificate;
  /** The instant of the check. */
  readonly at: string;
}

/** A list of sixteen million credentials. */
const LIST_BYTES = 2 ** 22;
const PIECE_BYTES = 16_384;

/** What the list says of the credential, and whether the list is to be believed; undecided where there is no list at hand. */
export function judgeStatus({ place, list, trust, issuer, at }: StatusQuestion): readonly Check[] {
  if (place === undefined) {
    return [standing(undefined, '：证照没有载明状态列表', ': the credential names no list of its status')];
  }
  if (list === undefined) {
    return [standing(undefined, '：没有提供状态列表', ': the list of its status is not at hand')];
  }
  const token = readToken(list.trim());
  if (typeof token === 'string') return [standing(undefined, `：状态列表不可读（${token}）`, `: the list, ${token}`)];
  const madeAt = instantOf(token.claims['iat']);
  const untilAt = instantOf(token.claims['exp']);
  const isOwn = token.type === 'statuslist+jwt' && token.claims['sub'] === place.uri && madeAt !== undefined;
  const isSame = areEqual(issuer.subject, token.signer.subject) || areEqual(issuer.issuer, token.signer.issuer);
  const isCurrent = madeAt !== undefined && madeAt <= at && (untilAt === undefined || at <= untilAt);
  const what = { zh: '状态列表', en: 'The status list' };
  return [
    required(
      'statusOwn',
      isOwn && isSame,
      `状态列表就是证照载明的那一份，由 ${token.signer.subjectText} 签发`,
      `The status list is the one that the credential names, signed by ${token.signer.subjectText}`,
    ),
    ...judgeToken(token, trust, { prefix: 'status', what, at: madeAt ?? at }),
    required(
      'statusCurrent',
      isCurrent ? true : undefined,
      `状态列表是现行的（${madeAt ?? '无日期'}）`,
      `The status list is a current one (${madeAt ?? 'no date'})`,
    ),
    statusIn(token, place.index),
  ];
}

const MEANINGS: Readonly<Record<number, readonly [verdict: boolean, zh: string, en: string]>> = {
  0: [true, '', ''],
  1: [false, '：已被撤销、吊销或者注销', ': it was taken back'],
  2: [false, '：已暂停', ': it is suspended'],
};

function statusIn(token: SignedToken, index: number): Check {
  const value = valueAt(token.claims['status_list'], index);
  if (value === undefined) return standing(undefined, '：列表中没有它', ': it does not stand in the list');
  const [verdict, zh, en] = MEANINGS[value] ?? [undefined, `：状态码 ${value}`, `: status ${value}`];
  return standing(verdict, zh, en);
}

function standing(verdict: boolean | undefined, zh: string, en: string): Check {
  return required('status', verdict, `证照现行有效${zh}`, `The credential stands${en}`);
}

/** The value at `index`, the lowest bits of a byte first (§4.1). */
function valueAt(list: unknown, index: number): number | undefined {
  if (!isObject(list)) return undefined;
  const { bits, lst } = list;
  const width = bits === 1 || bits === 2 || bits === 4 || bits === 8 ? bits : undefined;
  const packed = typeof lst === 'string' ? fromBase64Url(lst) : undefined;
  const bytes = packed === undefined ? undefined : unpacked(packed);
  if (width === undefined || bytes === undefined) return undefined;
  const byte = bytes[Math.floor((index * width) / 8)];
  return byte === undefined ? undefined : (byte >> ((index * width) % 8)) & (2 ** width - 1);
}

/** Undefined for what is not ZLIB (RFC 1950), and as soon as it is longer than any list. */
function unpacked(packed: Uint8Array): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let [length, isWhole] = [0, false];
  const inflating = new Unzlib((piece, final) => {
    length += piece.length;
    if (length > LIST_BYTES) throw new Error('too long');
    pieces.push(piece);
    isWhole = final;
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += PIECE_BYTES) {
      inflating.push(packed.slice(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    }
    return isWhole ? concat(...pieces) : undefined;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
