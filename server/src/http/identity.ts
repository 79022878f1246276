import { z } from 'zod';
import { findOrgan, signIn, signOut } from '../identity/actions.ts';
import { type Applicant, requestToken, screensOf, SCREENS } from '../identity/identity.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { type Caller, callerOf } from './caller.ts';
import { Text } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route, sessionRoute } from './route.ts';

export interface Demo {
  readonly signIns: readonly {
    readonly login: string;
    readonly kind: 'staff' | 'applicant';
    readonly role: { readonly zh: string; readonly en: string };
    readonly name: { readonly zh: string; readonly en: string };
    readonly password: string;
  }[];
  readonly pin: string;
}

const ApplicantOfAccount = z.object({
  kind: z.enum(['naturalPerson', 'legalPerson']),
  name: z.string(),
  idType: z.enum(['citizenId', 'uscc', 'passport', 'otherDocument']),
  idNo: z.string(),
  phone: z.string(),
  legalRepresentative: z.object({ name: z.string(), idNo: z.string() }).exactOptional(),
});

const SessionAnswer = z
  .object({
    account: z.object({
      login: z.string(),
      kind: z.enum(['staff', 'applicant']),
      personId: z.string().exactOptional(),
      name: z.string(),
      organ: z.string().exactOptional(),
      organName: z.string().exactOptional(),
      posts: z.array(z.object({ kind: z.string(), organ: z.string() })).exactOptional(),
      applicant: ApplicantOfAccount.exactOptional(),
    }),
    screens: z.array(z.enum(SCREENS)),
    csrfToken: z.string(),
    demo: z.boolean(),
  })
  .meta({ id: 'Session' });

const SignInBody = z.strictObject({ login: z.string().min(1).max(64), password: z.string().min(1).max(200) });

/** Signing in and out, and who one is. */
export function identityRoutes(platform: Platform, demo: Demo | undefined): readonly Route[] {
  const isDemo = demo !== undefined;
  return [
    signInRoute(platform, isDemo),
    route({
      method: 'GET',
      path: '/session',
      operationId: 'getSession',
      summary: 'Who is signed in, and which screens are open to him',
      access: 'signedIn',
      asks: z.strictObject({}),
      answer: SessionAnswer,
      handle: async ({ caller, at }) =>
        caller === undefined ? refuse(httpRefusals, 'not-signed-in') : sessionAnswer(platform, caller, isDemo, at),
    }),
    signOutRoute(platform),
    route({
      method: 'GET',
      path: '/demo',
      operationId: 'listDemoSignIns',
      summary: 'The sign-ins of a demonstration; nothing elsewhere',
      access: 'anybody',
      asks: z.strictObject({}),
      answer: z.object({
        signIns: z.array(
          z.object({
            login: z.string(),
            kind: z.enum(['staff', 'applicant']),
            role: Text,
            name: Text,
            password: z.string(),
          }),
        ),
        pin: z.string(),
      }),
      handle: async () =>
        demo === undefined
          ? refuse(httpRefusals, 'no-such-page')
          : { signIns: demo.signIns.map((one) => ({ ...one })), pin: demo.pin },
    }),
  ];
}

function signInRoute(platform: Platform, isDemo: boolean): Route {
  return sessionRoute({
    method: 'POST',
    path: '/session',
    operationId: 'signIn',
    summary: 'Signs in; the answer sets the session cookie',
    access: 'anybody',
    asks: z.strictObject({ body: SignInBody }),
    answer: SessionAnswer,
    async handle({ body, at, address, caller: before }) {
      const signed = await signIn(platform.identity, { ...body, at, address, isOffSite: false });
      if (isRefusal(signed)) return signed;
      // The browser forgets the old cookie; whoever copied it shall not be able to use it either (ASVS 5.0, 7.2.4).
      if (before !== undefined) await signOut(platform.identity, before.token);
      const caller = await callerOf(platform, signed.session, signed.token, at);
      if (isRefusal(caller)) return caller;
      return { token: signed.token, body: sessionAnswer(platform, caller, isDemo, at) };
    },
  });
}

function signOutRoute(platform: Platform): Route {
  return sessionRoute({
    method: 'DELETE',
    path: '/session',
    operationId: 'signOut',
    summary: 'Signs out',
    access: 'signedIn',
    asks: z.strictObject({}),
    answer: z.object({ done: z.literal(true) }),
    async handle({ caller }) {
      if (caller !== undefined) await signOut(platform.identity, caller.token);
      return { token: null, body: { done: true as const } };
    },
  });
}

function sessionAnswer(platform: Platform, caller: Caller, demo: boolean, at: Instant): z.input<typeof SessionAnswer> {
  const csrfToken = requestToken(caller.token);
  const { login } = caller.session;
  if (caller.kind === 'applicant') {
    const { applicant } = caller;
    const account = { login, kind: 'applicant' as const, name: applicant.name, applicant: applicantOf(applicant) };
    return { account, screens: [], csrfToken, demo };
  }
  const { personId, name, organ } = caller.person;
  const organName = findOrgan(platform.identity, organ)?.name ?? organ;
  const posts = caller.posts.map((post) => ({ kind: post.kind, organ: post.organ }));
  const account = { login, kind: 'staff' as const, personId, name, organ, organName, posts };
  return { account, screens: [...screensOf(caller.person, at)], csrfToken, demo };
}

/** The account's holder as an application names an applicant. */
function applicantOf(holder: Applicant): z.input<typeof ApplicantOfAccount> {
  const { name, idNo, phone } = holder;
  if (holder.kind === 'organisation') {
    const { legalRepresentative } = holder;
    return { kind: 'legalPerson', name, idType: 'uscc', idNo, phone, legalRepresentative };
  }
  const idType = holder.idType === 'residencePermit' ? 'otherDocument' : holder.idType;
  return { kind: 'naturalPerson', name, idType, idNo, phone };
}
