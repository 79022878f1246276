import { z } from 'zod';
import { hashToConfirm } from '../confirmation/actions.ts';
import { readStream } from '../journal/actions.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import {
  type MandateErrand,
  mandates,
  type MandateSigning,
  ResumeMandate,
  RevokeMandate,
  SignMandate,
  SuspendMandate,
} from '../mandate/actions.ts';
import { mandateStream, type VersionView, viewMandate } from '../mandate/mandate.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { seenMandate } from './mandate-access.ts';
import { type MandateAct, mandateActs } from './mandate-acts.ts';
import { askPasskey, PasskeyQuestion } from './passkey-question.ts';
import { MandatePerformed, mandatePerformed } from './performed.ts';
import { httpRefusals } from './refusals.ts';
import { pdfRoute, route, type Route } from './route.ts';
import { ceremonyOf, confirmingFields } from './signing-body.ts';

const MandateParams = z.strictObject({ mandateNo: z.string().regex(/^[A-Z0-9][A-Z0-9-]{2,62}$/) });
const VersionParams = MandateParams.extend({ version: z.coerce.number().int().positive().max(999_999) });

/** What is done to a mandate with one's own signature, confirmed like a decision (R71, R72), and the letter that is signed. */
export function mandateSigningRoutes(platform: Platform): readonly Route[] {
  const shown: MandateSigning['shown'] = async (version, at) => {
    const printed = await printForSigning(platform, version, at);
    return isRefusal(printed) ? printed : printed.documentHash;
  };
  return [
    draftRoute(platform),
    draftPdfRoute(platform),
    ...signedRoutes(platform, {
      path: 'signature',
      act: 'signMandate',
      ask: 'askToSignMandate',
      summary: 'The head signs the letter, and with it the data; he was shown the letter of this hash',
      command: SignMandate,
      perform: (errand, command, ceremony) => mandates.sign(roomOf(platform), errand, command, { ceremony, shown }),
    }),
    ...signedRoutes(platform, {
      path: 'acceptance',
      act: 'acceptMandate',
      ask: 'askToAcceptMandate',
      summary: 'A named person, or the head of the organ, accepts the letter of this hash that he was shown',
      command: SignMandate,
      perform: (errand, command, ceremony) => mandates.accept(roomOf(platform), errand, command, { ceremony, shown }),
    }),
    ...signedRoutes(platform, {
      path: 'suspension',
      act: 'suspendMandate',
      ask: 'askToSuspendMandate',
      summary: 'Stops the mandate, or single holders, at once',
      command: SuspendMandate,
      perform: (errand, command, ceremony) => mandates.suspend(roomOf(platform), errand, command, { ceremony }),
    }),
    ...signedRoutes(platform, {
      path: 'resumption',
      act: 'resumeMandate',
      ask: 'askToResumeMandate',
      summary: 'Gives the power back',
      command: ResumeMandate,
      perform: (errand, command, ceremony) => mandates.resume(roomOf(platform), errand, command, { ceremony }),
    }),
    ...signedRoutes(platform, {
      path: 'revocation',
      act: 'revokeMandate',
      ask: 'askToRevokeMandate',
      summary: 'Ends the mandate for good, at once',
      command: RevokeMandate,
      perform: (errand, command, ceremony) => mandates.revoke(roomOf(platform), errand, command, { ceremony }),
    }),
  ];
}

function roomOf({ journal, realm, mandateFacts }: Platform) {
  return { journal, realm, facts: mandateFacts };
}

interface SignedMandateAct<Command extends object> {
  readonly path: string;
  readonly act: MandateAct;
  readonly ask: string;
  readonly summary: string;
  readonly command: z.ZodType<Command>;
  readonly perform: (
    errand: MandateErrand,
    command: Command,
    ceremony: MandateSigning['ceremony'],
  ) => ReturnType<typeof mandates.sign>;
}

/** The act, and the question that a passkey answers before it: the hash of exactly what would be signed. */
function signedRoutes<Command extends object>(platform: Platform, of: SignedMandateAct<Command>): readonly Route[] {
  const { path, act, command: commandSchema } = of;
  return [
    route({
      method: 'POST',
      path: `/mandates/:mandateNo/${path}`,
      operationId: act,
      summary: of.summary,
      access: mandateActs[act],
      asks: z.strictObject({
        params: MandateParams,
        body: z.strictObject({ command: commandSchema, ...confirmingFields }),
      }),
      answer: MandatePerformed,
      async handle({ params, body, caller, requestId, at, address }) {
        const found = await openMandate(platform, caller, params.mandateNo);
        if (isRefusal(found)) return found;
        const { stream, by } = found;
        const ceremony = ceremonyOf(platform, { caller: by, address, requestId }, stream, body);
        if (isRefusal(ceremony)) return ceremony;
        const errand = { ...params, actor: by.actor, requestId, at };
        return mandatePerformed(await of.perform(errand, body.command, ceremony));
      },
    }),
    route({
      method: 'POST',
      path: `/mandates/:mandateNo/${path}/challenge`,
      operationId: of.ask,
      summary: 'Asks for a passkey’s confirmation of exactly this act on the mandate',
      access: mandateActs[act],
      isAct: false,
      asks: z.strictObject({ params: MandateParams, body: z.strictObject({ command: commandSchema }) }),
      answer: PasskeyQuestion,
      async handle({ params, body, caller, requestId, at, address, host }) {
        const found = await openMandate(platform, caller, params.mandateNo);
        if (isRefusal(found)) return found;
        const errand = { ...params, actor: found.by.actor, requestId: `${requestId}/ask`, at };
        const hash = await hashToConfirm((ceremony) => of.perform(errand, body.command, ceremony));
        return isRefusal(hash) ? hash : askPasskey(platform, { caller: found.by, address, host, at }, [hash]);
      },
    }),
  ];
}

/** What one may not see one may not learn of by trying either. */
async function openMandate(platform: Platform, caller: Caller | undefined, mandateNo: string) {
  if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-signed-in');
  const stream = mandateStream(mandateNo);
  const events = await readStream(platform.journal, platform.realm, stream);
  const seen = seenMandate(platform, caller, viewMandate(events));
  return seen === undefined ? refuse(httpRefusals, 'unknown-mandate', { mandateNo }) : { stream, by: caller, seen };
}

/** A letter as it is printed for who signs or accepts it. */
interface PrintedLetter {
  readonly pdf: Uint8Array;
  readonly documentHash: string;
}

const TO_SIGN = '本件由授权书数据记录打印，供签署人核阅，未加盖印章';

/** Dated with the day of its publication, before that with today: on one day the same version gives the same bytes. */
async function printForSigning(
  { mandateLetters, renderer }: Platform,
  version: VersionView,
  at: Instant,
): Promise<PrintedLetter | Refusal> {
  const on = version.publishedAt ?? at;
  const content = mandateLetters.print(version, on, [TO_SIGN]);
  const rendered = await renderer.renderPdf(content, { at: instantInChina(dateInChina(on)) });
  return isRefusal(rendered) ? rendered : { pdf: rendered.pdf, documentHash: sm3Hex(rendered.pdf) };
}

const Draft = z
  .object({ hash: z.string(), documentHash: z.string(), pdfUrl: z.string() })
  .meta({ id: 'MandateDraft', description: 'The exact letter that its signers are shown, and the record behind it' });

function draftRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/mandates/:mandateNo/versions/:version/draft',
    operationId: 'getMandateToSign',
    summary: 'What signing or accepting this version would be over: the record and the printed letter, by their hashes',
    access: mandateActs.acceptMandate,
    asks: z.strictObject({ params: VersionParams }),
    answer: Draft,
    async handle({ params: { mandateNo, version }, caller, at }) {
      const found = await openVersion(platform, caller, { mandateNo, version });
      if (isRefusal(found)) return found;
      const printed = await printForSigning(platform, found, at);
      if (isRefusal(printed)) return printed;
      const pdfUrl = `/api/mandates/${encodeURIComponent(mandateNo)}/versions/${version}/draft.pdf`;
      return { hash: found.hash, documentHash: printed.documentHash, pdfUrl };
    },
  });
}

function draftPdfRoute(platform: Platform): Route {
  return pdfRoute({
    method: 'GET',
    path: '/mandates/:mandateNo/versions/:version/draft.pdf',
    operationId: 'getMandateToSignAsPdf',
    summary: 'The letter as its signers read it before they sign',
    access: mandateActs.acceptMandate,
    asks: z.strictObject({ params: VersionParams }),
    async handle({ params, caller, at }) {
      const found = await openVersion(platform, caller, params);
      if (isRefusal(found)) return found;
      const printed = await printForSigning(platform, found, at);
      return isRefusal(printed) ? printed : { bytes: printed.pdf };
    },
  });
}

async function openVersion(
  platform: Platform,
  caller: Caller | undefined,
  { mandateNo, version }: z.output<typeof VersionParams>,
): Promise<VersionView | Refusal> {
  const found = await openMandate(platform, caller, mandateNo);
  if (isRefusal(found)) return found;
  const { versions } = found.seen.view;
  return (
    versions.find(({ letter }) => letter.version === version) ?? refuse(httpRefusals, 'unknown-mandate', { mandateNo })
  );
}
