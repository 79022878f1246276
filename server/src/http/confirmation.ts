import { z } from 'zod';
import {
  askToChange,
  askToRegister,
  beginCodes,
  changePin,
  dropCodes,
  dropPasskey,
  findPasskeyUse,
  keepPasskey,
  resetWaysOf,
  startCodes,
  type WayErrand,
  waysOf,
} from '../confirmation/actions.ts';
import {
  NewPasskey,
  PASSKEY_ALGORITHMS,
  passkeyAddress,
  RemoveCodes,
  RemovePasskey,
  WayChange,
  WayProof,
} from '../confirmation/confirmation.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller, Role } from './caller.ts';
import { caseActs } from './case-acts.ts';
import { licenceStaff } from './licence-access.ts';
import { mandateActs } from './mandate-acts.ts';
import { PasskeyOptions, passkeyOptions } from './passkey-options.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

/** Whoever signs anything: decisions, acts on licences, letters of mandates and what stops them. */
const signers: readonly Role[] = [
  ...new Set<Role>([
    ...caseActs.signDecision,
    ...licenceStaff,
    ...mandateActs.acceptMandate,
    ...mandateActs.suspendMandate,
  ]),
];
const Pin = z.string().min(4).max(32);
/** The answer by a way that is held already; whoever holds none has none to give. */
const proof = WayProof.exactOptional();
const Code = z.string().regex(/^\d{6}$/);

const WaysAnswer = z
  .object({
    passkeys: z.array(
      z.object({
        credentialId: z.string(),
        label: z.string(),
        registeredAt: z.string(),
        backedUp: z.boolean(),
        usedAt: z.string().exactOptional(),
      }),
    ),
    codes: z.boolean(),
    /** Whether the PIN alone is enough for this person: nowhere but in a demonstration. */
    pinAlone: z.boolean(),
    /** Whether passkeys work at the address in the browser. */
    addressFits: z.boolean(),
    /** Head of an organ: may remove the ways of others in it. */
    mayReset: z.boolean(),
  })
  .meta({ id: 'ConfirmationWays', description: 'With what the caller confirms his signatures' });

const Done = z.object({ done: z.literal(true) });
const done = { done: true as const };

/** How officers confirm what they sign 签批确认方式: passkeys and one-time codes (R72). */
export function confirmationRoutes(platform: Platform): readonly Route[] {
  return [
    waysRoute(platform),
    askRoute(platform),
    askToChangeRoute(platform),
    wayRoute({
      path: 'passkeys',
      operationId: 'registerPasskey',
      summary:
        'Registers the passkey that answered; needs a fresh sign-in, the PIN and, after the first, an answer by a way held',
      body: z.strictObject({ pin: Pin, label: z.string().trim().min(1).max(40), answer: NewPasskey, proof }),
      perform: (errand, body) => keepPasskey(platform.confirmation, errand, body),
    }),
    wayRoute({
      path: 'passkeys/removal',
      operationId: 'removePasskey',
      summary: 'Removes a passkey of one’s own: from that commit on it confirms nothing',
      body: RemovePasskey.extend({ proof }),
      perform: (errand, body) => dropPasskey(platform.confirmation, errand, body),
    }),
    changePinRoute(platform),
    beginCodesRoute(platform),
    wayRoute({
      path: 'codes/start',
      operationId: 'startCodes',
      summary: 'The first right code: from now on codes confirm, with the PIN',
      body: z.strictObject({ code: Code }),
      perform: (errand, { code }) => startCodes(platform.confirmation, errand, code),
    }),
    wayRoute({
      path: 'codes/removal',
      operationId: 'removeCodes',
      summary: 'Ends one-time codes',
      body: RemoveCodes.extend({ proof }),
      perform: (errand, body) => dropCodes(platform.confirmation, errand, body),
    }),
    wayRoute({
      path: 'reset',
      operationId: 'resetConfirmation',
      summary: 'The head of the organ removes all ways of somebody who lost them',
      body: z.strictObject({ personId: z.string().min(1).max(80) }),
      access: ['departmentHead'],
      perform: (errand, { personId }) => resetWaysOf(platform.confirmation, errand, personId),
    }),
  ];
}

function waysRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/confirmation',
    operationId: 'getConfirmationWays',
    summary: 'With what one confirms signatures',
    access: signers,
    asks: z.strictObject({}),
    answer: WaysAnswer,
    async handle({ caller, host }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const { door, realm, pinAlone } = platform.confirmation;
      const { passkeys, codes } = waysOf(platform.confirmation, caller.actor.id);
      const shown = passkeys.map(async ({ credentialId, label, registeredAt, backedUp }) => {
        const use = await findPasskeyUse(door.database, realm, credentialId);
        return {
          credentialId,
          label: use?.label ?? label ?? '',
          registeredAt,
          backedUp,
          ...(use === undefined ? {} : { usedAt: use.usedAt }),
        };
      });
      return {
        passkeys: await Promise.all(shown),
        codes,
        pinAlone: pinAlone && passkeys.length === 0 && !codes,
        addressFits: !isRefusal(passkeyAddress(platform.passkeyUrl, host)),
        mayReset: caller.roles.includes('departmentHead'),
      };
    },
  });
}

/** What `navigator.credentials.create` is given, as JSON (WebAuthn Level 3 §5.1.3). */
const CreationOptions = z
  .object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
    excludeCredentials: z.array(z.object({ type: z.literal('public-key'), id: z.string() })),
    authenticatorSelection: z.object({
      userVerification: z.literal('required'),
      residentKey: z.literal('preferred'),
    }),
    attestation: z.literal('none'),
    timeout: z.int(),
  })
  .meta({ id: 'PasskeyCreationOptions' });

function askRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/confirmation/passkeys/challenge',
    operationId: 'askToRegisterPasskey',
    summary: 'Begins the registration of a passkey; changes nothing',
    access: signers,
    isAct: false,
    asks: z.strictObject({}),
    answer: z.object({ nonce: z.string(), options: CreationOptions }),
    async handle({ caller, at, address, host }) {
      if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-signed-in');
      const site = passkeyAddress(platform.passkeyUrl, host);
      if (isRefusal(site)) return site;
      const { personId, name } = caller.person;
      const through = throughOf(caller, address);
      const { nonce, held } = await askToRegister(platform.confirmation, { personId, through, address: site, at });
      const user = Buffer.from(`${platform.realm}/${personId}`).toString('base64url');
      const options: z.input<typeof CreationOptions> = {
        challenge: nonce,
        rp: { id: site.rpId, name: '两签 Liangqian' },
        user: { id: user, name: caller.session.login, displayName: name },
        pubKeyCredParams: PASSKEY_ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: held.map((id) => ({ type: 'public-key', id })),
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        attestation: 'none',
        timeout: 120_000,
      };
      return { nonce, options };
    },
  });
}

function askToChangeRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/confirmation/challenge',
    operationId: 'askToChangeWays',
    summary:
      'Asks a passkey to confirm that its owner adds or removes a way of confirming; good once, for five minutes',
    access: signers,
    isAct: false,
    asks: z.strictObject({ body: z.strictObject({ change: WayChange }) }),
    answer: z.object({ nonce: z.string(), options: PasskeyOptions }),
    async handle({ body, caller, at, address, host }) {
      if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-signed-in');
      const site = passkeyAddress(platform.passkeyUrl, host);
      if (isRefusal(site)) return site;
      const { personId } = caller.person;
      const of = { personId, through: throughOf(caller, address), address: site, at };
      const asked = await askToChange(platform.confirmation, of, body.change);
      if (isRefusal(asked)) return asked;
      const { nonce, challenge } = asked;
      return { nonce, options: passkeyOptions(platform, { personId, site, challenge }) };
    },
  });
}

function changePinRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/confirmation/pin',
    operationId: 'changePin',
    summary: 'Changes the PIN of one’s own signing key; needs a fresh sign-in and the old PIN',
    access: signers,
    asks: z.strictObject({ body: z.strictObject({ pin: Pin, newPin: Pin.min(6) }) }),
    answer: Done,
    async handle({ body, caller, requestId, at, address }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const errand = errandOf(caller, { requestId, at, address });
      const answer = await changePin(platform.confirmation, errand, body);
      return isRefusal(answer) ? answer : done;
    },
  });
}

function beginCodesRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/confirmation/codes',
    operationId: 'beginCodes',
    summary: 'Makes the secret of one-time codes and shows it, once; needs a fresh sign-in and the PIN',
    access: signers,
    isAct: false,
    asks: z.strictObject({ body: z.strictObject({ pin: Pin, proof }) }),
    answer: z.object({ address: z.string() }),
    async handle({ body, caller, requestId, at, address }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const errand = errandOf(caller, { requestId, at, address });
      return beginCodes(platform.confirmation, errand, { ...body, issuer: '两签 Liangqian' });
    },
  });
}

function wayRoute<Body>(of: {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly body: z.ZodType<Body>;
  readonly access?: Route['access'];
  readonly perform: (errand: WayErrand, body: Body) => Promise<Performed | Refusal>;
}): Route {
  return route({
    method: 'POST',
    path: `/confirmation/${of.path}`,
    operationId: of.operationId,
    summary: of.summary,
    access: of.access ?? signers,
    asks: z.strictObject({ body: of.body }),
    answer: Done,
    async handle({ body, caller, requestId, at, address }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const answer = await of.perform(errandOf(caller, { requestId, at, address }), body);
      return isRefusal(answer) ? answer : done;
    },
  });
}

function errandOf(
  caller: Caller,
  { requestId, at, address }: { readonly requestId: string; readonly at: Instant; readonly address: string },
): WayErrand {
  const { actor, session } = caller;
  return { actor, requestId, at, signedInAt: session.createdAt, through: throughOf(caller, address) };
}

/** The session through which an answer comes. */
export function throughOf({ session }: Caller, address: string): WayErrand['through'] {
  return { login: session.login, tokenHash: session.tokenHash, address };
}
