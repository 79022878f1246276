import { z } from 'zod';
import { readStream } from '../journal/actions.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, instantInChina } from '../kernel/time.ts';
import {
  DraftMandate,
  FileMandate,
  type MandateErrand,
  type MandateRoom,
  mandates,
  PublishMandate,
  ResumeMandate,
  ReviewMandate,
  RevokeMandate,
  SignMandate,
  SuspendMandate,
} from '../mandate/actions.ts';
import { mandateStream, versionInForce, viewMandate } from '../mandate/mandate.ts';
import type { Platform } from '../platform.ts';
import { sealedLetterRoutes } from './mandate-letter.ts';
import { seenMandate } from './mandate-access.ts';
import { type MandateAct, mandateActs } from './mandate-acts.ts';
import { MandateAnswer, mandateAnswer, MandateRow, mandateRow, mandateStates } from './mandate-view.ts';
import { MandatePerformed, mandatePerformed } from './performed.ts';
import { httpRefusals } from './refusals.ts';
import { pdfRoute, route, type Route } from './route.ts';

const MandateParams = z.strictObject({ mandateNo: z.string().regex(/^[A-Z0-9][A-Z0-9-]{2,62}$/) });

/** Signing a letter signs its data: the officer’s own key, opened by his PIN, over the hash of the canonical record. */
const SignBody = z.strictObject({ hash: SignMandate.shape.hash, pin: z.string().min(4).max(32) });

/** Mandates: read by everybody once published, moved by those whose turn it is. */
export function mandateRoutes(platform: Platform): readonly Route[] {
  const room: MandateRoom = { journal: platform.journal, realm: platform.realm, facts: platform.mandateFacts };
  const plain =
    <Body>(verb: (room: MandateRoom, errand: MandateErrand, body: Body) => Promise<Performed | Refusal>) =>
    (errand: MandateErrand, body: Body) =>
      verb(room, errand, body);
  const signed =
    (verb: typeof mandates.sign) =>
    async (errand: MandateErrand, { hash, pin }: z.output<typeof SignBody>) => {
      const made = await platform.signer.sign(errand.actor.id, pin, Buffer.from(hash, 'hex'));
      return isRefusal(made) ? made : verb(room, errand, { hash, signature: made.value });
    };
  const verb = verbsOf(platform);
  return [
    listRoute(platform),
    getRoute(platform),
    letterRoute(platform),
    ...sealedLetterRoutes(platform),
    draftRoute(room),
    verb('review', 'reviewMandate', ReviewMandate, plain(mandates.review)),
    verb('signature', 'signMandate', SignBody, signed(mandates.sign)),
    verb('acceptance', 'acceptMandate', SignBody, signed(mandates.accept)),
    verb('filing', 'fileMandate', FileMandate, plain(mandates.file)),
    verb('publication', 'publishMandate', PublishMandate, plain(mandates.publish)),
    verb('amendment', 'amendMandate', DraftMandate, plain(mandates.amend)),
    verb('suspension', 'suspendMandate', SuspendMandate, plain(mandates.suspend)),
    verb('resumption', 'resumeMandate', ResumeMandate, plain(mandates.resume)),
    verb('revocation', 'revokeMandate', RevokeMandate, plain(mandates.revoke)),
  ];
}

const summaries = {
  draftMandate: 'Writes the letter, or writes it again before anybody has signed',
  reviewMandate: 'Legal review by somebody other than the drafter',
  signMandate: 'The head signs the letter, and with it the data',
  acceptMandate: 'A named person, or the head of the organ, accepts',
  fileMandate: 'Filing with the administration of government services',
  publishMandate: 'Publication; from here the term alone decides',
  amendMandate: 'Writes the next version',
  suspendMandate: 'Stops the mandate, or single holders, at once',
  resumeMandate: 'Gives the power back',
  revokeMandate: 'Ends the mandate for good, at once',
} as const satisfies Record<MandateAct, string>;

function listRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/mandates',
    operationId: 'listMandates',
    summary: 'Mandates with their state; a stranger sees the published ones',
    access: 'anybody',
    asks: z.strictObject({ query: z.strictObject({ state: z.enum(mandateStates).exactOptional() }) }),
    answer: z.object({ mandates: z.array(MandateRow) }),
    async handle({ query, caller, at }) {
      const rows = platform.mandateBook
        .list()
        .flatMap((view) => seenMandate(platform, caller, view) ?? [])
        .flatMap(({ view }) => mandateRow(view, at))
        .filter(({ state }) => query.state === undefined || state === query.state)
        .toSorted((a, b) => (a.mandateNo < b.mandateNo ? -1 : 1));
      return { mandates: rows };
    },
  });
}

function getRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/mandates/:mandateNo',
    operationId: 'getMandate',
    summary: 'The letter, its state and life, and what the caller could do now',
    access: 'anybody',
    asks: z.strictObject({ params: MandateParams }),
    answer: MandateAnswer,
    async handle({ params, caller, at }) {
      const events = await readStream(platform.journal, platform.realm, mandateStream(params.mandateNo));
      const seen = seenMandate(platform, caller, viewMandate(events));
      if (seen === undefined) return refuse(httpRefusals, 'unknown-mandate', params);
      return mandateAnswer(platform, caller, { ...seen, events }, at);
    },
  });
}

/** Printed anew from the record at each question; the date is that of the publication, so the bytes stay the same. */
function letterRoute(platform: Platform): Route {
  return pdfRoute({
    method: 'GET',
    path: '/mandates/:mandateNo/letter.pdf',
    operationId: 'getMandateLetter',
    summary: 'The letter as PDF, printed from the record that is enforced',
    access: 'anybody',
    asks: z.strictObject({ params: MandateParams }),
    async handle({ params, caller, at }) {
      const held = platform.mandateBook.get(params.mandateNo);
      const view = held === undefined ? undefined : seenMandate(platform, caller, held)?.view;
      const shown = view === undefined ? undefined : (versionInForce(view, at) ?? view.versions.at(-1));
      if (shown === undefined) return refuse(httpRefusals, 'unknown-mandate', params);
      const on = shown.publishedAt ?? at;
      const letter = platform.mandateLetters.print(shown, on, [UNSEALED]);
      const rendered = await platform.renderer.renderPdf(letter, { at: instantInChina(dateInChina(on)) });
      return isRefusal(rendered) ? rendered : { bytes: rendered.pdf };
    },
  });
}

const UNSEALED = '本件由授权书数据记录打印，供查阅，未加盖印章';

function draftRoute(room: MandateRoom): Route {
  return route({
    method: 'POST',
    path: '/mandates',
    operationId: 'draftMandate',
    summary: summaries.draftMandate,
    access: mandateActs.draftMandate,
    asks: z.strictObject({ body: DraftMandate }),
    answer: MandatePerformed,
    async handle({ body, caller, requestId, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const errand = { mandateNo: body.letter.mandateNo, actor: caller.actor, requestId, at };
      return mandatePerformed(await mandates.draft(room, errand, body));
    },
  });
}

function verbsOf(platform: Platform) {
  return function verb<Body>(
    path: string,
    act: MandateAct,
    body: z.ZodType<Body>,
    perform: (errand: MandateErrand, body: Body) => Promise<Performed | Refusal>,
  ): Route {
    return route({
      method: 'POST',
      path: `/mandates/:mandateNo/${path}`,
      operationId: act,
      summary: summaries[act],
      access: mandateActs[act],
      asks: z.strictObject({ params: MandateParams, body }),
      answer: MandatePerformed,
      async handle({ params, body: command, caller, requestId, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        // What one may not see one may not learn of by trying either.
        const events = await readStream(platform.journal, platform.realm, mandateStream(params.mandateNo));
        if (seenMandate(platform, caller, viewMandate(events)) === undefined)
          return refuse(httpRefusals, 'unknown-mandate', params);
        return mandatePerformed(await perform({ ...params, actor: caller.actor, requestId, at }, command));
      },
    });
  };
}
