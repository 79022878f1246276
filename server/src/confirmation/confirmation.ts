/**
 * How a person confirms what he signs: with a passkey under his sole control, or with PIN and one-time code (R72, 电子签名法13).
 * Other modules import confirmation from this file.
 */
export { passkeyAddress, type PasskeyAddress } from './address.ts';
export { type ConfirmationRefusalCode } from './refusals.ts';
export { PASSKEY_ALGORITHMS } from './passkey.ts';
export {
  type CameThrough,
  challengeOf,
  challengeText,
  Confirmation,
  type Confirming,
  NewPasskey,
  PasskeyAnswer,
  WayChange,
  WayProof,
} from './record.ts';
export { ActSigned, actHash, type ActPlace, actText, type SignedAct } from './signed-act.ts';
export type { ConfirmedKey, StaffSignature, StaffSigner } from './signer.ts';
export { RemoveCodes, RemovePasskey, viewWays, type Ways, waysStream } from './ways.ts';
