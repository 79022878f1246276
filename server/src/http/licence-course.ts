import { z } from 'zod';
import { serveLetter } from '../delivery/actions.ts';
import { Deliver } from '../delivery/delivery.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { answerAnnouncement, enterHearing, licenceByNo } from '../licence/actions.ts';
import { AnswerEnding, type Licence, RecordHearing } from '../licence/licence.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { licenceStaff, openLicence } from './licence-access.ts';
import { LicenceAnswer, licenceAnswer } from './licence-view.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const LicenceParams = z.strictObject({ licenceNo: z.string().min(1).max(160) });

interface Errand {
  readonly licence: Licence;
  readonly caller: Caller;
  readonly call: { readonly actor: Caller['actor']; readonly requestId: string; readonly at: string };
}

/** What lies between the notice of an intended act on a licence and the act: its service, the holder’s answer, a hearing. */
export function licenceCourseRoutes(platform: Platform): readonly Route[] {
  const verb = verbsOf(platform);
  return [
    verb(
      { path: 'service', operationId: 'serveLicenceLetter', access: licenceStaff },
      Deliver.extend({ docNo: z.string().trim().min(1).max(100) }),
      ({ licence, call }, body) => serveLetter(platform, call, licence, body),
    ),
    verb(
      { path: 'answers', operationId: 'answerLicenceNotice', access: ['applicant', ...licenceStaff] },
      AnswerEnding,
      ({ licence, call, caller }, body) => {
        const holder = caller.kind === 'applicant' ? { holderKey: caller.key } : {};
        return answerAnnouncement(platform, { ...call, ...holder }, licence, body);
      },
    ),
    verb(
      { path: 'hearings', operationId: 'recordLicenceHearing', access: licenceStaff },
      RecordHearing,
      ({ licence, call }, body) => enterHearing(platform, call, licence, body),
    ),
  ];
}

const summaries = {
  serveLicenceLetter: 'Serves a letter about a licence on its holder, in one of five ways; its terms run from then',
  answerLicenceNotice: 'The holder’s statement, waiver or request for a hearing before his licence is taken',
  recordLicenceHearing: 'Records the hearing that the holder asked for',
} as const;

interface Verb {
  readonly path: string;
  readonly operationId: keyof typeof summaries;
  readonly access: Route['access'];
}

function verbsOf(platform: Platform) {
  return function verb<Body>(
    { path, operationId, access }: Verb,
    body: z.ZodType<Body>,
    perform: (errand: Errand, body: Body) => Promise<Performed | Refusal>,
  ): Route {
    return route({
      method: 'POST',
      path: `/licences/:licenceNo/${path}`,
      operationId,
      summary: summaries[operationId],
      access,
      asks: z.strictObject({ params: LicenceParams, body }),
      answer: LicenceAnswer,
      async handle({ params, body: command, caller, requestId, at }) {
        const licence = await openLicence(platform, caller, params.licenceNo);
        if (isRefusal(licence)) return licence;
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const done = await perform({ licence, caller, call: { actor: caller.actor, requestId, at } }, command);
        if (isRefusal(done)) return done;
        return licenceAnswer(platform, caller, (await licenceByNo(platform, params.licenceNo)) ?? licence, at);
      },
    });
  };
}
