import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { NewPasskey, PasskeyAnswer } from './record.ts';
import { confirmationRefusals } from './refusals.ts';

/** ES256, EdDSA and RS256 (RFC 9053, RFC 8812): what authenticators in the field sign with. */
export const PASSKEY_ALGORITHMS = [-7, -8, -257];

/**
 * The library brings its own certificates, ASN.1 and CBOR, a third of all files that the program is made of: they are read with the
 * first passkey, and no start waits for them.
 */
const loadWebAuthn = () => import('@simplewebauthn/server');
const loadHelpers = () => import('@simplewebauthn/server/helpers');

/** What an answer must be an answer to. */
export interface Expected {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
}

/** A new credential as the authenticator describes it. */
export interface MadePasskey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly aaguid: string;
  readonly backedUp: boolean;
  readonly transports: readonly string[];
}

type Refused = Refusal<'passkey-refused'>;

/** Verifies a registration (WebAuthn Level 3 §7.1): our challenge, our address, user verified; any maker. */
export async function verifyNewPasskey({ credential }: NewPasskey, expected: Expected): Promise<MadePasskey | Refused> {
  const { clientDataJSON, attestationObject, transports = [] } = credential.response;
  const response: RegistrationResponseJSON = {
    ...credential,
    response: { clientDataJSON, attestationObject },
    clientExtensionResults: {},
  };
  const { verifyRegistrationResponse } = await loadWebAuthn();
  const verified = await orFault(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: expected.challenge,
      expectedOrigin: expected.origin,
      expectedRPID: expected.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    }),
  );
  if (verified?.registrationInfo === undefined || (await isFramed(clientDataJSON))) {
    return refuse(confirmationRefusals, 'passkey-refused', { why: await whyNot(clientDataJSON, '', expected) });
  }
  const { credential: made, aaguid, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: made.id,
    publicKey: Buffer.from(made.publicKey).toString('base64url'),
    counter: made.counter,
    aaguid,
    backedUp: credentialBackedUp,
    transports,
  };
}

/** The credential that must have answered, with the counter that it showed last. */
export interface KnownPasskey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
}

/** Verifies an assertion (WebAuthn Level 3 §7.2) and returns its counter; a counter that went back is a copy of the device. */
export async function verifyAssertion(
  { credential }: PasskeyAnswer,
  expected: Expected,
  known: KnownPasskey,
): Promise<{ readonly counter: number } | Refused> {
  const { clientDataJSON, authenticatorData, signature } = credential.response;
  const response: AuthenticationResponseJSON = {
    ...credential,
    response: { clientDataJSON, authenticatorData, signature },
    clientExtensionResults: {},
  };
  const { verifyAuthenticationResponse } = await loadWebAuthn();
  const verified = await orFault(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: expected.challenge,
      expectedOrigin: expected.origin,
      expectedRPID: expected.rpId,
      requireUserVerification: true,
      credential: {
        id: known.credentialId,
        publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
        counter: known.counter,
      },
    }),
  );
  if (verified?.verified === true && credential.id === known.credentialId && !(await isFramed(clientDataJSON))) {
    return { counter: verified.authenticationInfo.newCounter };
  }
  const why = await whyNot(clientDataJSON, authenticatorData, expected, known.counter);
  return refuse(confirmationRefusals, 'passkey-refused', { why });
}

/** Whether the page that asked stood inside a page of somebody else: ours never does, whoever let it. */
async function isFramed(clientDataJSON: string): Promise<boolean> {
  const { decodeClientDataJSON } = await loadHelpers();
  return decodeClientDataJSON(clientDataJSON).crossOrigin === true;
}

/** The library throws whatever it finds wrong; all of it is a refusal. */
async function orFault<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

/** What is wrong with an answer that did not verify, for the person and the duty desk; it decides nothing. */
async function whyNot(
  clientDataJSON: string,
  authenticatorData: string,
  expected: Expected,
  counter = 0,
): Promise<string> {
  const { decodeClientDataJSON, parseAuthenticatorData } = await loadHelpers();
  try {
    const { challenge, origin, crossOrigin } = decodeClientDataJSON(clientDataJSON);
    if (challenge !== expected.challenge) return 'challenge';
    if (origin !== expected.origin) return 'origin';
    if (crossOrigin === true) return 'frame';
    if (authenticatorData === '') return 'attestation';
    const said = parseAuthenticatorData(new Uint8Array(Buffer.from(authenticatorData, 'base64url')));
    if (!said.flags.uv) return 'userVerification';
    return counter > 0 && said.counter <= counter ? 'counter' : 'signature';
  } catch {
    return 'unreadable';
  }
}
