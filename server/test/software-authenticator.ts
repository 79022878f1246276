import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A passkey in software (WebAuthn Level 3 §6): what a device does when its owner confirms, and what a liar would do. */
export interface SoftwareAuthenticator {
  readonly credentialId: string;
  readonly create: (site: Site, lie?: Lie) => NewCredential;
  readonly get: (site: Site, lie?: Lie) => Assertion;
}

/** What the browser puts into the client data. */
export interface Site {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
}

/** Where an answer departs from the truth. */
export interface Lie {
  readonly userVerified?: boolean;
  readonly counter?: number;
  readonly type?: string;
  readonly crossOrigin?: boolean;
}

interface Credential<Response> {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: Response;
}
export type NewCredential = Credential<{
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports: string[];
}>;
export type Assertion = Credential<{
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}>;

const UP = 0x01;
const UV = 0x04;
const AT = 0x40;

/** A fresh P-256 passkey that counts its uses from one. */
export function softwareAuthenticator(): SoftwareAuthenticator {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const cose = coseKey(privateKey);
  const id = createHash('sha256').update(cose).digest();
  const credentialId = id.toString('base64url');
  let counted = 0;

  function authenticatorData(rpId: string, flags: number, counter: number, attested: Uint8Array): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), head, attested]);
  }

  function next({ userVerified = true, counter }: Lie): { readonly flags: number; readonly counter: number } {
    counted += 1;
    return { flags: UP | (userVerified ? UV : 0), counter: counter ?? counted };
  }

  const named = { id: credentialId, rawId: credentialId, type: 'public-key' } as const;
  return {
    credentialId,
    create(site, lie = {}) {
      const { flags, counter } = next(lie);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const data = authenticatorData(
        site.rpId,
        flags | AT,
        counter,
        Buffer.concat([Buffer.alloc(16), length, id, cose]),
      );
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        Buffer.from([0x59, data.length >> 8, data.length & 0xff]),
        data,
      ]).toString('base64url');
      const clientDataJSON = clientData('webauthn.create', site, lie).toString('base64url');
      return { ...named, response: { clientDataJSON, attestationObject, transports: ['internal'] } };
    },
    get(site, lie = {}) {
      const { flags, counter } = next(lie);
      const client = clientData('webauthn.get', site, lie);
      const data = authenticatorData(site.rpId, flags, counter, new Uint8Array());
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        ...named,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      };
    },
  };
}

function clientData(type: string, { challenge, origin }: Site, lie: Lie): Buffer {
  return Buffer.from(
    JSON.stringify({ type: lie.type ?? type, challenge, origin, crossOrigin: lie.crossOrigin ?? false }),
  );
}

/** COSE_Key of an ES256 key (RFC 9053 §2.1): kty 2, alg -7, crv 1, x, y. */
function coseKey(privateKey: KeyObject): Buffer {
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
  return Buffer.concat([
    head,
    Buffer.from(x, 'base64url'),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, 'base64url'),
  ]);
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}
