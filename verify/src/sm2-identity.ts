import { fromHex } from './bytes.ts';
import { sm3 } from './digest.ts';

/** a, b, Gx, Gy of the SM2 curve (GB/T 32918.5 §2). */
const CURVE =
  fromHex(
    'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
      '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
      '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
      'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  ) ?? new Uint8Array();

/** The id that GM/T 0009 §7 prescribes where nothing else is agreed, in ASCII. */
const DEFAULT_ID = fromHex('31323334353637383132333435363738') ?? new Uint8Array();

/** Z of GB/T 32918.2 §5.5 over the default id and an uncompressed point: what is hashed before the message. */
export function sm2IdentityHash(point: Uint8Array): Uint8Array {
  return sm3(Uint8Array.of(0, DEFAULT_ID.length * 8), DEFAULT_ID, CURVE, point.slice(1));
}
