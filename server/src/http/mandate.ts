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
  ReviewMandate,
} from '../mandate/actions.ts';
import { mandateStream, versionInForce, viewMandate } from '../mandate/mandate.ts';
import type { Platform } from '../platform.ts';
import { sealedLetterRoutes } from './mandate-letter.ts';
import { seenMandate } from './mandate-access.ts';
import { type MandateAct, mandateActs } from './mandate-acts.ts';
import { mandateSigningRoutes } from './mandate-signing.ts';
import { MandateAnswer, mandateAnswer, MandateRow, mandateRow, mandateStates } from './mandate-view.ts';
import { MandatePerformed, mandatePerformed } from './performed.ts';
import { httpRefusals } from './refusals.ts';
import { pdfRoute, route, type Route } from './route.ts';

const MandateParams = z.strictObject({ mandateNo: z.string().regex(/^[A-Z0-9][A-Z0-9-]{2,62}$/) });

/** Mandates: read by everybody once published, moved by those whose turn it is. */
export function mandateRoutes(platform: Platform): readonly Route[] {
  const room: MandateRoom = { journal: platform.journal, realm: platform.realm, facts: platform.mandateFacts };
  const plain =
    <Body>(verb: (room: MandateRoom, errand: MandateErrand, body: Body) => Promise<Performed | Refusal>) =>
    (errand: MandateErrand, body: Body) =>
      verb(room, errand, body);
  const verb = verbsOf(platform);
  return [
    listRoute(platform),
    getRoute(platform),
    letterRoute(platform),
    ...sealedLetterRoutes(platform),
    draftRoute(room),
    ...mandateSigningRoutes(platform),
    verb('review', 'reviewMandate', ReviewMandate, plain(mandates.review)),
    verb('filing', 'fileMandate', FileMandate, plain(mandates.file)),
    verb('publication', 'publishMandate', PublishMandate, plain(mandates.publish)),
    verb('amendment', 'amendMandate', DraftMandate, plain(mandates.amend)),
  ];
}

const summaries = {
  draftMandate: 'Writes the letter, or writes it again before anybody has signed',
  reviewMandate: 'Legal review by somebody other than the drafter',
  fileMandate: 'Filing with the administration of government services',
  publishMandate: 'Publication; from here the term alone decides',
  amendMandate: 'Writes the next version',
} as const satisfies Partial<Record<MandateAct, string>>;

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
    act: keyof typeof summaries,
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
