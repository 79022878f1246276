import { base64urlnopad } from '@scure/base';
import { isObject, jsonOf } from './bundle-file.ts';
import { utf8 } from './bytes.ts';
import { sha256 } from './digest.ts';
import { type Claims, fromBase64Url, readToken, type SignedToken } from './jwt.ts';

/** A credential whose holder shows single claims of it (SD-JWT, RFC 9901), taken apart but not yet believed. */
export interface ReadSdJwt {
  readonly token: SignedToken;
  /** The claims with those that were shown put in their places; a text says why the shown ones do not fit (§7.1). */
  readonly claims: Claims | string;
  readonly shown: number;
  /** The proof of the holder that it is he who shows it, in compact form; empty where there is none. */
  readonly holderProof: string;
  /** SHA-256 over everything before that proof, in Base64 for addresses (§4.3.1). */
  readonly shownHash: string;
}

/** More than any licence has fields. */
const DISCLOSURES_READ = 500;
/** Deeper than any licence. */
const DEPTH = 12;

/** Takes a file apart, or says why it is no such credential. */
export function readSdJwt(text: string): ReadSdJwt | string {
  const [issued = '', ...parts] = text.trim().split('~');
  const holderProof = parts.pop();
  if (holderProof === undefined) return 'this is not a credential of the form SD-JWT';
  if (parts.length > DISCLOSURES_READ) return 'it shows more claims than any licence has';
  const token = readToken(issued);
  if (typeof token === 'string') return token;
  const before = `${[issued, ...parts].join('~')}~`;
  return {
    token,
    claims: claimsWith(token.claims, parts),
    shown: parts.length,
    holderProof,
    shownHash: base64urlnopad.encode(sha256(utf8(before))),
  };
}

interface Disclosure {
  readonly name: string | undefined;
  readonly value: unknown;
}

/** Puts every disclosure where its digest stands; one that stands nowhere, or twice, spoils the whole (RFC 9901 §7.1). */
function claimsWith(claims: Claims, disclosures: readonly string[]): Claims | string {
  const algorithm = claims['_sd_alg'];
  if (algorithm !== undefined && algorithm !== 'sha-256') return 'its digests are of an unknown kind';
  const open = new Map<string, Disclosure>();
  for (const text of disclosures) {
    const disclosure = disclosureIn(text);
    const digest = base64urlnopad.encode(sha256(utf8(text)));
    if (disclosure === undefined || open.has(digest)) return 'a shown claim cannot be read, or is shown twice';
    open.set(digest, disclosure);
  }
  try {
    const filled = fill(claims, { open, seen: new Set() }, 0);
    if (!isObject(filled)) return 'it holds no claims';
    return open.size === 0 ? filled : 'a claim is shown that its issuer did not sign';
  } catch (error) {
    if (error instanceof Misfit) return error.message;
    throw error;
  }
}

class Misfit extends Error {}

interface Filling {
  readonly open: Map<string, Disclosure>;
  /** Every digest met so far: none may stand in two places. */
  readonly seen: Set<string>;
}

function fill(value: unknown, filling: Filling, depth: number): unknown {
  if (depth > DEPTH) throw new Misfit('it is nested deeper than any licence');
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown) => {
      const digest = isObject(one) && Object.keys(one).length === 1 ? one['...'] : undefined;
      if (digest === undefined) return [fill(one, filling, depth + 1)];
      const found = take(digest, filling);
      if (found === undefined) return [];
      if (found.name !== undefined) throw new Misfit('a shown claim stands in a place that is not its own');
      return [fill(found.value, filling, depth + 1)];
    });
  }
  return isObject(value) ? fillObject(value, filling, depth) : value;
}

function fillObject(value: Claims, filling: Filling, depth: number): Claims {
  const { _sd: digests = [], _sd_alg: _, ...rest } = value;
  if (!Array.isArray(digests)) throw new Misfit('its digests cannot be read');
  const filled = new Map(Object.entries(rest).map(([name, one]) => [name, fill(one, filling, depth + 1)]));
  for (const digest of digests) {
    const found = take(digest, filling);
    if (found === undefined) continue;
    const { name } = found;
    if (name === undefined || name === '_sd' || name === '...' || filled.has(name))
      throw new Misfit('a shown claim stands in a place that is not its own');
    filled.set(name, fill(found.value, filling, depth + 1));
  }
  return Object.fromEntries(filled);
}

function take(digest: unknown, { open, seen }: Filling): Disclosure | undefined {
  if (typeof digest !== 'string' || seen.has(digest)) throw new Misfit('a digest cannot be read, or stands twice');
  seen.add(digest);
  const found = open.get(digest);
  open.delete(digest);
  return found;
}

/** `[salt, name, value]` of an object, `[salt, value]` of a list (§4.2). */
function disclosureIn(text: string): Disclosure | undefined {
  const list = jsonOf(fromBase64Url(text));
  if (!Array.isArray(list) || typeof list[0] !== 'string') return undefined;
  if (list.length === 2) return { name: undefined, value: list[1] };
  const name: unknown = list[1];
  return list.length === 3 && typeof name === 'string' ? { name, value: list[2] } : undefined;
}
