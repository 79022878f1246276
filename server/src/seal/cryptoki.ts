import koffi from 'koffi';

/**
 * The few calls of PKCS#11 (Cryptoki 2.40) that a signing key needs, on a module given as a shared library: any hardware
 * module has one. The structures are those of 64-bit Linux, where CK_ULONG has eight bytes.
 */
export interface Token {
  /** Makes a key pair on P-256 inside the token; the private part can never leave it. Answers with the public point. */
  readonly generate: (id: string) => Uint8Array;
  /** The public point of a key; undefined when the token has no key of this name. */
  readonly findPoint: (id: string) => Uint8Array | undefined;
  /** ECDSA over a digest, as r and s of 32 bytes each. */
  readonly sign: (id: string, digest: Uint8Array) => Promise<Uint8Array>;
  readonly findCertificate: (id: string) => Uint8Array | undefined;
  /** Lays a certificate beside its key, in place of an earlier one. */
  readonly putCertificate: (id: string, certificate: Uint8Array, subject: Uint8Array) => void;
  readonly close: () => void;
}

export interface TokenOptions {
  /** The path of the module's shared library. */
  readonly module: string;
  /** The label of the token inside it. */
  readonly token: string;
  readonly pin: string;
}

/** The token said no; `code` is its return value (CKR_…). */
export class TokenFault extends Error {
  override readonly name = 'TokenFault';
  readonly code: number;

  constructor(call: string, code: number) {
    super(`${call} failed with 0x${code.toString(16)}${code === PIN_WRONG ? ': the PIN is wrong' : ''}`);
    this.code = code;
  }
}

const PIN_WRONG = 0xa0;
const ALREADY_INITIALIZED = 0x191;
const ALREADY_LOGGED_IN = 0x100;
const OS_LOCKING = 2n;
const RW_SESSION = 6;
const USER = 1;
const MECHANISM = { generate: 0x1040, ecdsa: 0x1041 } as const;
const CLASS = { certificate: 1, publicKey: 2, privateKey: 3 } as const;
const ATTRIBUTE = {
  class: 0x0,
  token: 0x1,
  private: 0x2,
  label: 0x3,
  value: 0x11,
  certificateType: 0x80,
  keyType: 0x100,
  subject: 0x101,
  id: 0x102,
  sensitive: 0x103,
  sign: 0x108,
  verify: 0x10a,
  extractable: 0x162,
  ecParams: 0x180,
  ecPoint: 0x181,
} as const;
/** The object identifier of P-256, as DER. */
const P256 = Buffer.from('06082a8648ce3d030107', 'hex');

type Attribute = readonly [keyof typeof ATTRIBUTE, Uint8Array | boolean | number];

koffi.struct('CK_ATTRIBUTE', { type: 'uint64', value: 'void *', length: 'uint64' });
koffi.struct('CK_MECHANISM', { mechanism: 'uint64', parameter: 'void *', length: 'uint64' });

/** Opens a session on the token and signs in with its PIN; throws TokenFault where the token refuses. */
export function openToken({ module, token, pin }: TokenOptions): Token {
  const call = callsOf(module);
  const initial = Buffer.alloc(48);
  initial.writeBigUInt64LE(OS_LOCKING, 32);
  call('C_Initialize(void *)', [ALREADY_INITIALIZED])(initial);
  const session = openSession(call, token);
  const secret = Buffer.from(pin);
  call('C_Login(uint64, uint64, void *, uint64)', [ALREADY_LOGGED_IN])(session, USER, secret, secret.length);
  secret.fill(0);
  const opened: Opened = { call, session, objects: objectsOf(call, session) };
  return {
    generate: (id) => generate(opened, id),
    findPoint(id) {
      const key = opened.objects.find('publicKey', id);
      return key === undefined ? undefined : pointIn(opened.objects.read(key, 'ecPoint'));
    },
    sign: (id, digest) => sign(opened, id, digest),
    findCertificate(id) {
      const found = opened.objects.find('certificate', id);
      return found === undefined ? undefined : opened.objects.read(found, 'value');
    },
    putCertificate: (id, certificate, subject) => putCertificate(opened, id, certificate, subject),
    close() {
      call('C_Logout(uint64)')(session);
      call('C_CloseSession(uint64)')(session);
    },
  };
}

interface Opened {
  readonly call: Calls;
  readonly session: bigint;
  readonly objects: ReturnType<typeof objectsOf>;
}

function generate({ call, session, objects }: Opened, id: string): Uint8Array {
  const pair = [Buffer.alloc(8), Buffer.alloc(8)] as const;
  const open = templateOf([
    ['token', true],
    ['label', Buffer.from(id)],
    ['id', Buffer.from(id)],
    ['verify', true],
    ['ecParams', P256],
  ]);
  const closed = templateOf([
    ['token', true],
    ['private', true],
    ['sensitive', true],
    ['extractable', false],
    ['sign', true],
    ['label', Buffer.from(id)],
    ['id', Buffer.from(id)],
  ]);
  const mechanism = { mechanism: MECHANISM.generate, parameter: null, length: 0 };
  const signature = 'uint64, CK_MECHANISM *, CK_ATTRIBUTE *, uint64, CK_ATTRIBUTE *, uint64, void *, void *';
  call(`C_GenerateKeyPair(${signature})`)(session, mechanism, open, open.length, closed, closed.length, ...pair);
  return pointIn(objects.read(pair[0].readBigUInt64LE(), 'ecPoint'));
}

async function sign({ call, session, objects }: Opened, id: string, digest: Uint8Array): Promise<Uint8Array> {
  const key = objects.find('privateKey', id);
  if (key === undefined) throw new Error(`the token has no key ${id}`);
  const mechanism = { mechanism: MECHANISM.ecdsa, parameter: null, length: 0 };
  call('C_SignInit(uint64, CK_MECHANISM *, uint64)')(session, mechanism, key);
  const [signature, length] = [Buffer.alloc(64), Buffer.alloc(8)];
  length.writeBigUInt64LE(64n);
  // Hardware takes its time; the other requests go on meanwhile.
  const signing = call.later('C_Sign(uint64, void *, uint64, void *, void *)');
  await signing(session, digest, digest.length, signature, length);
  if (length.readBigUInt64LE() !== 64n) throw new Error('the token signed with another curve');
  return signature;
}

function putCertificate(
  { call, session, objects }: Opened,
  id: string,
  certificate: Uint8Array,
  subject: Uint8Array,
): void {
  const earlier = objects.find('certificate', id);
  const template = templateOf([
    ['class', CLASS.certificate],
    ['certificateType', 0],
    ['token', true],
    ['label', Buffer.from(id)],
    ['id', Buffer.from(id)],
    ['subject', subject],
    ['value', certificate],
  ]);
  const create = call('C_CreateObject(uint64, CK_ATTRIBUTE *, uint64, void *)');
  create(session, template, template.length, Buffer.alloc(8));
  if (earlier !== undefined) call('C_DestroyObject(uint64, uint64)')(session, earlier);
}

type Value = number | bigint | Uint8Array | null | object;
interface Calls {
  (signature: string, alsoGood?: readonly number[]): (...values: readonly Value[]) => void;
  /** The call in another thread. */
  readonly later: (signature: string) => (...values: readonly Value[]) => Promise<void>;
}

/** The calls of a module by their C signature; each returns a CK_RV, and what is not CKR_OK is thrown. */
function callsOf(module: string): Calls {
  const library = koffi.load(module);
  const known = new Map<string, ReturnType<typeof library.func>>();
  const of = (signature: string) => {
    const found = known.get(signature) ?? library.func(`uint64 ${signature}`);
    known.set(signature, found);
    return found;
  };
  const check = (signature: string, code: unknown, alsoGood: readonly number[] = []) => {
    if (Number(code) !== 0 && !alsoGood.includes(Number(code))) throw new TokenFault(nameOf(signature), Number(code));
  };
  const now =
    (signature: string, alsoGood: readonly number[] = []) =>
    (...values: readonly Value[]) =>
      check(signature, of(signature)(...values), alsoGood);
  const later =
    (signature: string) =>
    (...values: readonly Value[]) =>
      new Promise<void>((resolve, reject) => {
        of(signature).async(...values, (error: Error | null, code: unknown) => {
          if (error !== null) return reject(error);
          return Number(code) === 0 ? resolve() : reject(new TokenFault(nameOf(signature), Number(code)));
        });
      });
  return Object.assign(now, { later });
}

function nameOf(signature: string): string {
  return signature.slice(0, signature.indexOf('('));
}

/** A session on the token with this label. */
function openSession(call: Calls, token: string): bigint {
  const count = Buffer.alloc(8);
  call('C_GetSlotList(uint8, void *, void *)')(1, null, count);
  const slots = Buffer.alloc(8 * Number(count.readBigUInt64LE()));
  call('C_GetSlotList(uint8, void *, void *)')(1, slots, count);
  for (let index = 0; index < Number(count.readBigUInt64LE()); index += 1) {
    const slot = slots.readBigUInt64LE(index * 8);
    const info = Buffer.alloc(512);
    call('C_GetTokenInfo(uint64, void *)')(slot, info);
    if (info.toString('utf8', 0, 32).trimEnd() !== token) continue;
    const session = Buffer.alloc(8);
    call('C_OpenSession(uint64, uint64, void *, void *, void *)')(slot, RW_SESSION, null, null, session);
    return session.readBigUInt64LE();
  }
  throw new Error(`no token is labelled ${token}`);
}

function objectsOf(call: Calls, session: bigint) {
  return {
    find(kind: keyof typeof CLASS, id: string): bigint | undefined {
      const template = templateOf([
        ['class', CLASS[kind]],
        ['id', Buffer.from(id)],
      ]);
      const [found, count] = [Buffer.alloc(8), Buffer.alloc(8)];
      call('C_FindObjectsInit(uint64, CK_ATTRIBUTE *, uint64)')(session, template, template.length);
      try {
        call('C_FindObjects(uint64, void *, uint64, void *)')(session, found, 1, count);
      } finally {
        call('C_FindObjectsFinal(uint64)')(session);
      }
      return count.readBigUInt64LE() === 0n ? undefined : found.readBigUInt64LE();
    },
    read(object: bigint, attribute: keyof typeof ATTRIBUTE): Uint8Array {
      // One CK_ATTRIBUTE, laid out by hand: the call writes the length into it, and then the value where it points.
      const value = Buffer.alloc(16_384);
      const template = Buffer.alloc(24);
      template.writeBigUInt64LE(BigInt(ATTRIBUTE[attribute]), 0);
      template.writeBigUInt64LE(koffi.address(value), 8);
      template.writeBigUInt64LE(BigInt(value.length), 16);
      call('C_GetAttributeValue(uint64, uint64, void *, uint64)')(session, object, template, 1);
      return value.subarray(0, Number(template.readBigUInt64LE(16)));
    },
  };
}

function templateOf(attributes: readonly Attribute[]) {
  return attributes.map(([name, given]) => {
    const value = bytesOf(given);
    return { type: ATTRIBUTE[name], value, length: value.length };
  });
}

function bytesOf(given: Uint8Array | boolean | number): Uint8Array {
  if (typeof given === 'boolean') return Buffer.from([given ? 1 : 0]);
  if (typeof given !== 'number') return given;
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(given));
  return bytes;
}

/** The point comes inside an octet string (04 41 04 …). */
function pointIn(value: Uint8Array): Uint8Array {
  return value.subarray(2);
}
