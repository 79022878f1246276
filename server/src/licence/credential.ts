import { createHash } from 'node:crypto';
import { SDJwtInstance } from '@sd-jwt/core';
import { z } from 'zod';
import { addDays, type Instant, instantInChina } from '../kernel/time.ts';
import type { Licence } from './licence.ts';

/**
 * The licence as data: an SD-JWT VC (RFC 9901; draft-ietf-oauth-sd-jwt-vc), signed by the organ with ES256. Every claim about the
 * holder, and every claim of the licence itself, is disclosed one by one or not at all: a verifier learns what he is shown.
 */

/** What signs credentials and status lists: a P-256 key with its certificate and those above it, DER. */
export interface CredentialKey {
  readonly chain: readonly Uint8Array[];
  /** The ECDSA signature over SHA-256 as the DER pair. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** The port behind which these keys live: one for each organ, by its USCC. */
export interface CredentialKeys {
  readonly open: (organ: { readonly uscc: string; readonly name: string }) => Promise<CredentialKey>;
}

/** The public key of the holder's wallet: the credential is then good only with a proof of it (RFC 7800). */
export const HolderJwk = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[\w-]{43}$/),
  y: z.string().regex(/^[\w-]{43}$/),
});
export type HolderJwk = z.infer<typeof HolderJwk>;

export interface CredentialRequest {
  readonly licence: Licence;
  /** Where the status of this version is found. */
  readonly status: { readonly uri: string; readonly idx: number };
  readonly issuer: string;
  readonly at: Instant;
  /** Fresh randomness for every disclosure: 128 bits and more (RFC 9901 §9.3). */
  readonly salt: (bytes: number) => string;
  readonly holderKey?: HolderJwk;
}

/** The type of a licence's credential, collision-free under the platform's own address. */
export function credentialType(issuer: string, typeCode: string): string {
  return `${issuer}/credential-types/${typeCode}`;
}

/** Names that the credential gives beside those of the item's form, each disclosed on its own. */
export const holderClaims = ['licence_no', 'holder_name', 'holder_kind', 'holder_id_type', 'holder_id_no'] as const;

/** Issues the credential of the version in use. Throws when the key cannot sign. */
export async function issueCredential(request: CredentialRequest, key: CredentialKey): Promise<string> {
  const { licence, status, issuer, at, salt, holderKey } = request;
  const { holder, claims, validFromOn, validToOn, organ } = licence;
  const said = Object.fromEntries(Object.entries(claims).map(([name, { value }]) => [name, value]));
  const payload: Record<string, unknown> = {
    iss: issuer,
    vct: credentialType(issuer, licence.typeCode),
    iat: seconds(at),
    nbf: seconds(instantInChina(validFromOn)),
    ...(validToOn === null ? {} : { exp: seconds(instantInChina(addDays(validToOn, 1))) }),
    status: { status_list: status },
    ...(holderKey === undefined ? {} : { cnf: { jwk: holderKey } }),
    type_name: licence.typeName,
    issuing_organ: organ.name,
    issuing_organ_code: organ.uscc,
    licence_no: licence.licenceNo,
    holder_name: holder.name,
    holder_kind: holder.kind,
    holder_id_type: holder.idType,
    holder_id_no: holder.idNo,
    claims: said,
  };
  const frame = Frame.parse({ _sd: [...holderClaims], claims: { _sd: Object.keys(said) } });
  return sdJwt(key, salt).issue(payload, frame, { header: { x5c: x5cOf(key) } });
}

/** The credential with the named claims disclosed and no others; names of the form are `claims.<name>`. Throws on a broken one. */
export function presentCredential(credential: string, disclosed: readonly string[]): Promise<string> {
  const frame: Record<string, unknown> = {};
  const claims: Record<string, boolean> = {};
  for (const name of disclosed) {
    if (name.startsWith('claims.')) claims[name.slice('claims.'.length)] = true;
    else frame[name] = true;
  }
  return hashing.present<Record<string, unknown>>(credential, { ...frame, claims });
}

/** The library's own type cannot say `_sd` beside names that are known only at run time. */
const Frame = z.custom<Parameters<IssuingSdJwt['issue']>[1]>();

function sdJwt(key: CredentialKey, salt: CredentialRequest['salt']) {
  return new IssuingSdJwt({
    ...HASHING,
    signAlg: 'ES256',
    saltGenerator: async (length) => salt(length),
    signer: async (text) => Buffer.from(joined(await key.sign(Buffer.from(text)))).toString('base64url'),
  });
}

const HASHING = {
  hashAlg: 'sha-256',
  hasher: async (data: string | ArrayBuffer) =>
    createHash('sha256')
      .update(typeof data === 'string' ? data : Buffer.from(data))
      .digest(),
} as const;

class IssuingSdJwt extends SDJwtInstance<Record<string, unknown>> {
  protected override type = 'dc+sd-jwt';
}

const hashing = new IssuingSdJwt(HASHING);

/** A compact JWS of `payload` with this key and its certificates (RFC 7515, ES256). */
export async function signJws(typ: string, payload: object, key: CredentialKey): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'ES256', typ, x5c: x5cOf(key) })}.${part(payload)}`;
  return `${text}.${Buffer.from(joined(await key.sign(Buffer.from(text)))).toString('base64url')}`;
}

function x5cOf({ chain }: CredentialKey): readonly string[] {
  return chain.map((certificate) => Buffer.from(certificate).toString('base64'));
}

/** Seconds since 1970, as JWTs count. */
export function seconds(at: Instant): number {
  return Math.floor(Date.parse(at) / 1000);
}

/** The DER pair of r and s as the 64 bytes that JWS wants (RFC 7518 §3.4). */
function joined(der: Uint8Array): Uint8Array {
  const rLength = der[3] ?? 0;
  const r = der.subarray(4, 4 + rLength);
  const s = der.subarray(6 + rLength, 6 + rLength + (der[5 + rLength] ?? 0));
  const raw = new Uint8Array(64);
  // A leading zero only keeps the number positive; a short number is filled up in front.
  for (const [number, end] of [
    [r, 32],
    [s, 64],
  ] as const) {
    const digits = number.length > 32 ? number.subarray(number.length - 32) : number;
    raw.set(digits, end - digits.length);
  }
  return raw;
}
