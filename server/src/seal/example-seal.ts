import { issueCertificate, readCertificate } from './certificate.ts';
import {
  der,
  derBits,
  derBoolean,
  derExplicit,
  derGeneralizedTime,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derText,
  derUtcTime,
  TAG,
} from './der.ts';
import { issueRoot } from './development-ca.ts';
import { encodeSeal, encodeSealInfo, encodeSignature, encodeToSign } from './ses.ts';
import { generateKey, type SignatureKey } from './signature-key.ts';
import { SM2_WITH_SM3, sm3 } from './sm2.ts';

/** A small public key infrastructure with a seal of each version, for tests: what we write, and what others write. */
export interface ExampleSeal {
  readonly root: Uint8Array;
  readonly rootKey: SignatureKey;
  readonly maker: Uint8Array;
  readonly makerKey: SignatureKey;
  readonly signer: Uint8Array;
  readonly signerKey: SignatureKey;
  readonly data: Uint8Array;
  readonly signature: (version: 1 | 4 | 5, deviations?: Deviations) => Promise<Uint8Array>;
}

/** What makers in the field do, each found in a seal of theirs. */
export interface Deviations {
  /** The list of those who may use the seal holds digests. */
  readonly digests?: boolean;
  /** `critical FALSE` written out, which DER omits. */
  readonly explicitFalse?: boolean;
  /** The signature as 64 bytes of r and s. */
  readonly rawPair?: boolean;
  readonly criticalExtension?: boolean;
  readonly timeStamp?: Uint8Array;
  readonly sealTimeStamp?: Uint8Array;
}

export const EXAMPLE = {
  fromAt: '2025-01-01T00:00:00.000Z',
  toAt: '2030-01-01T00:00:00.000Z',
  at: '2025-03-03T02:00:00.000Z',
  sealId: '11019800000101',
  name: '云河区市场监督管理局',
} as const;

const data = Buffer.from('准予行政许可决定书');

export async function exampleSeal(): Promise<ExampleSeal> {
  const [rootKey, makerKey, signerKey] = [generateKey('sm2'), generateKey('sm2'), generateKey('sm2')];
  const root = await issueRoot(rootKey, EXAMPLE.fromAt);
  const certify = (commonName: string, subjectKey: SignatureKey, serial: number) =>
    issueCertificate(
      {
        serial: Buffer.from([serial]),
        subject: { country: 'CN', organization: '云河区', commonName },
        subjectKey,
        notBeforeAt: EXAMPLE.fromAt,
        notAfterAt: EXAMPLE.toAt,
        isAuthority: false,
      },
      rootKey,
      readCertificate(root),
    );
  const [maker, signer] = [await certify('制章者', makerKey, 2), await certify(EXAMPLE.name, signerKey, 3)];
  const parts = { root, rootKey, maker, makerKey, signer, signerKey, data };
  const write = { 1: writeVersion1, 4: writeVersion4, 5: writeVersion5 } as const;
  return { ...parts, signature: (version, deviations = {}) => write[version](parts, deviations) };
}

type Parts = Omit<ExampleSeal, 'signature'>;

/** As this product writes it. */
async function writeVersion4(parts: Parts, deviations: Deviations): Promise<Uint8Array> {
  if (deviations.digests === true || deviations.explicitFalse === true) return writeOther(4, parts, deviations);
  const info = encodeSealInfo({
    sealId: EXAMPLE.sealId,
    vendorId: 'TEST',
    name: EXAMPLE.name,
    certificates: [parts.signer],
    createdAt: EXAMPLE.fromAt,
    validFromAt: EXAMPLE.fromAt,
    validToAt: EXAMPLE.toAt,
    picture: { type: 'SVG', data: Buffer.from('<svg/>'), widthMm: 42, heightMm: 42 },
  });
  const extension = { oid: '2.25.1', critical: deviations.criticalExtension === true, value: Buffer.from('1') };
  const toSign = encodeToSign({
    seal: encodeSeal(info, parts.maker, await parts.makerKey.sign(info)),
    at: EXAMPLE.at,
    dataHash: sm3(data),
    propertyInfo: 'all of it',
    extensions: [extension],
  });
  const signature = await parts.signerKey.sign(toSign);
  return encodeSignature(
    toSign,
    parts.signer,
    deviations.rawPair === true ? rawPair(signature) : signature,
    deviations.timeStamp,
  );
}

function writeVersion5(parts: Parts, deviations: Deviations): Promise<Uint8Array> {
  return writeOther(5, parts, deviations);
}

/** Versions 4 and 5 as others write them. */
async function writeOther(version: 4 | 5, parts: Parts, deviations: Deviations): Promise<Uint8Array> {
  const digest = derSequence(derText(TAG.printableString, 'SM3'), derOctets(sm3(parts.signer)));
  const list = deviations.digests === true ? digest : derOctets(parts.signer);
  const critical = deviations.criticalExtension === true ? [derBoolean(true)] : [];
  const written = deviations.explicitFalse === true ? [derBoolean(false)] : critical;
  const extensions = derSequence(derSequence(derOid('2.25.2'), ...written, derOctets(Buffer.from('x'))));
  const info = derSequence(
    derSequence(derText(TAG.ia5String, 'ES'), derInteger(version), derText(TAG.ia5String, 'OTHER')),
    derText(TAG.ia5String, EXAMPLE.sealId),
    derSequence(
      derInteger(3),
      derText(TAG.utf8String, EXAMPLE.name),
      derInteger(deviations.digests === true ? 2 : 1),
      derSequence(list),
      ...[EXAMPLE.fromAt, EXAMPLE.fromAt, EXAMPLE.toAt].map(derGeneralizedTime),
    ),
    picture(),
    extensions,
  );
  const seal = derSequence(
    info,
    derOctets(parts.maker),
    derOid(SM2_WITH_SM3),
    derBits(await parts.makerKey.sign(info)),
    ...stamp(deviations.sealTimeStamp),
  );
  const toSign = derSequence(
    derInteger(version),
    seal,
    derGeneralizedTime(EXAMPLE.at),
    derBits(sm3(data)),
    derText(TAG.ia5String, 'all of it'),
  );
  return encodeSignature(toSign, parts.signer, await parts.signerKey.sign(toSign), deviations.timeStamp);
}

/** GM/T 0031-2014. */
async function writeVersion1(parts: Parts): Promise<Uint8Array> {
  const info = derSequence(
    derSequence(derText(TAG.ia5String, 'ES'), derInteger(1), derText(TAG.ia5String, 'OLD')),
    derText(TAG.ia5String, EXAMPLE.sealId),
    derSequence(
      derInteger(1),
      derText(TAG.utf8String, EXAMPLE.name),
      derSequence(derOctets(parts.signer)),
      ...[EXAMPLE.fromAt, EXAMPLE.fromAt, EXAMPLE.toAt].map(derUtcTime),
    ),
    picture(),
  );
  const [maker, algorithm] = [derOctets(parts.maker), derOid(SM2_WITH_SM3)];
  const made = await parts.makerKey.sign(derSequence(info, maker, algorithm));
  const seal = derSequence(info, derSequence(maker, algorithm, derBits(made)));
  const toSign = derSequence(
    derInteger(1),
    seal,
    derBits(derGeneralizedTime(EXAMPLE.at)),
    derBits(sm3(data)),
    derText(TAG.ia5String, 'all of it'),
    derOctets(parts.signer),
    algorithm,
  );
  return derSequence(toSign, derBits(await parts.signerKey.sign(toSign)));
}

function picture(): Uint8Array {
  const type = derText(TAG.ia5String, 'PNG');
  return derSequence(type, derOctets(Buffer.from('picture')), derInteger(42), derInteger(42));
}

function stamp(token: Uint8Array | undefined): readonly Uint8Array[] {
  return token === undefined ? [] : [derExplicit(0, derBits(token))];
}

/** r and s of a DER pair, 32 bytes each. */
function rawPair(pair: Uint8Array): Uint8Array {
  const rLength = pair[3] ?? 0;
  const [r, s] = [pair.subarray(4, 4 + rLength), pair.subarray(6 + rLength)];
  const whole = (part: Uint8Array) => Buffer.concat([Buffer.alloc(32), part]).subarray(-32);
  return Buffer.concat([whole(r), whole(s)]);
}

/** What hostile senders write: none is a seal, each is meant to cost the reader time or memory. */
export function hostileStructures(): readonly (readonly [string, Uint8Array])[] {
  const nested = (depth: number) => {
    let bytes: Uint8Array = Buffer.from('3000', 'hex');
    for (let level = 0; level < depth; level += 1) bytes = derSequence(bytes);
    return bytes;
  };
  const million = Buffer.alloc(2_000_000, Buffer.from('0500', 'hex'));
  const longNumber = der(TAG.integer, Buffer.alloc(4_000_000, 0x7f));
  const header = derSequence(derText(TAG.ia5String, 'ES'), longNumber, derText(TAG.ia5String, 'X'));
  return [
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from([0x30])],
    ['a length of four gigabytes', Buffer.from('3084ffffffff', 'hex')],
    ['a length of a hundred bytes', Buffer.concat([Buffer.from([0x30, 0xe4]), Buffer.alloc(100, 0xff)])],
    ['an indefinite length', Buffer.from('30800201040000', 'hex')],
    ['five thousand levels', nested(5000)],
    ['a million members', der(TAG.sequence, million)],
    ['a million members inside a seal', derSequence(der(TAG.sequence, million), derBits(Buffer.alloc(64)))],
    [
      'a number of four megabytes',
      derSequence(derSequence(header, derText(TAG.ia5String, 'x')), derBits(Buffer.alloc(4))),
    ],
    [
      'an object identifier of four megabytes',
      derSequence(
        nested(2),
        derOctets(Buffer.alloc(4)),
        der(TAG.objectIdentifier, Buffer.alloc(4_000_000, 0x81)),
        nested(1),
      ),
    ],
    ['sixteen megabytes of zeros', Buffer.alloc(16_000_000)],
    ['sixteen megabytes of a text', derText(TAG.utf8String, 'x'.repeat(16_000_000))],
  ];
}
