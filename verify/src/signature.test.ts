import { createPrivateKey, createPublicKey, createSign, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromHex, utf8 } from './bytes.ts';
import { sm3 } from './digest.ts';
import { verifyP256, verifySm2 } from './signature.ts';
import { sm2IdentityHash } from './sm2-identity.ts';

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();

/** The annex example of GB/T 32918.5, id 1234567812345678, message `message digest`. */
const VECTOR = {
  point: hex(
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
      'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  ),
  pair: hex(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
      'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  ),
};

test('SM2: the example of GB/T 32918.5 verifies, and not for another message, key or signature', () => {
  const message = utf8('message digest');
  expect(verifySm2(VECTOR.pair, message, VECTOR.point)).toBe(true);
  expect(verifySm2(VECTOR.pair, utf8('message digesT'), VECTOR.point)).toBe(false);
  expect(verifySm2(VECTOR.pair.slice().reverse(), message, VECTOR.point)).toBe(false);
  expect(verifySm2(VECTOR.pair, message, VECTOR.point.slice(1))).toBe(false);
  expect(verifySm2(new Uint8Array(), message, VECTOR.point)).toBe(false);
  expect(verifySm2(new Uint8Array(70), message, VECTOR.point)).toBe(false);
  expect(verifySm2(VECTOR.pair, message, Uint8Array.of(4, ...new Uint8Array(64)))).toBe(false);
});

test('SM2: what OpenSSL signs with the identity hash before the message verifies here', () => {
  const { key, point } = newKey('SM2');
  for (let nth = 0; nth < 20; nth += 1) {
    const message = utf8(`令第${nth}号`);
    const signature = createSign('sm3').update(sm2IdentityHash(point)).update(message).sign(key);
    expect(verifySm2(signature, message, point)).toBe(true);
    expect(verifySm2(signature, utf8('令第廿号'), point)).toBe(false);
  }
});

test('P-256: what OpenSSL signs verifies here, high s or low s, and nothing else does', () => {
  const { key, point } = newKey('P-256');
  for (let nth = 0; nth < 20; nth += 1) {
    const message = utf8(`letter ${nth}`);
    const signature = new Uint8Array(sign('sha256', message, key));
    expect(verifyP256(signature, message, point)).toBe(true);
    expect(verifyP256(signature, utf8('letter'), point)).toBe(false);
    expect(verifyP256(signature.slice(0, -1), message, point)).toBe(false);
  }
});

test('SM2: the identity hash of the example key is the one that GB/T 32918.5 gives', () => {
  const z = 'b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3';
  expect(sm2IdentityHash(VECTOR.point)).toEqual(hex(z));
});

test('SM3: the examples of GB/T 32905', () => {
  expect(sm3(utf8('abc'))).toEqual(hex('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'));
  const abcd = utf8('abcd'.repeat(16));
  expect(sm3(abcd)).toEqual(hex('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'));
});

function newKey(namedCurve: string): { readonly key: KeyObject; readonly point: Uint8Array } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve });
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  // An SM2 key straight out of the generator signs ECDSA; read back from its file it signs SM2.
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return { key: namedCurve === 'SM2' ? createPrivateKey(pem) : privateKey, point: new Uint8Array(spki.subarray(-65)) };
}
