import { z } from 'zod';
import { organStream, personStream } from '../identity/identity.ts';
import type { Performed } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import { sealRefusals } from '../seal/refusals.ts';
import { readSealUses, type SealAct, sealActs, type SealErrand } from '../seal/actions.ts';
import {
  SealFiled,
  SealHandedBack,
  SealId,
  SealInUse,
  SealKind,
  SealOffered,
  SealStopped,
  sealStream,
  type SealView,
} from '../seal/seal.ts';
import type { Caller } from './caller.ts';
import { SealPerformed, sealPerformed } from './performed.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';
import { maySee, sealReaders, sealRoles } from './seal-access.ts';
import { nextSealIds, SealAnswer, sealAnswer, SealRow, sealRow, SealUse, sealUse } from './seal-view.ts';
import { sealTrustOf } from './seal-trust.ts';

const SealParams = z.strictObject({ sealId: SealId });

/** Seals: their life, their custody, and the register of their use. */
export function sealRoutes(platform: Platform): readonly Route[] {
  return [
    listRoute(platform),
    getRoute(platform),
    usesRoute(platform),
    requestRoute(platform),
    makeRoute(platform),
    verb(platform, 'filing', 'fileSeal', SealFiled, sealActs.fileSeal),
    verb(platform, 'use', 'putSealInUse', SealInUse, sealActs.putSealInUse),
    verb(platform, 'offer', 'offerSeal', SealOffered, sealActs.offerSeal),
    verb(platform, 'taking', 'takeSeal', z.strictObject({}), sealActs.takeSeal),
    verb(platform, 'stop', 'stopSeal', SealStopped, sealActs.stopSeal),
    verb(platform, 'return', 'handBackSeal', SealHandedBack, sealActs.handBackSeal),
  ];
}

const summaries = {
  requestSeal: 'The head asks for a seal of the organ',
  makeSeal: 'The seal that was asked for is made, with key, certificate and picture',
  fileSeal: 'The seal is filed with the authority',
  putSealInUse: 'The head entrusts the seal to a keeper; from here it may be used',
  offerSeal: 'The keeper, or the head for him, offers the seal to another keeper',
  takeSeal: 'Whom the seal was offered to takes it',
  stopSeal: 'The seal is stopped, at once',
  handBackSeal: 'The stopped seal goes back to the authority',
} as const satisfies Record<SealAct, string>;

function listRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/seals',
    operationId: 'listSeals',
    summary: 'The seals of one’s organ; of all organs for supervisors and the centre',
    access: sealReaders,
    asks: z.strictObject({}),
    answer: z.object({
      seals: z.array(SealRow),
      nextIds: z.array(z.object({ kind: SealKind, sealId: SealId })).meta({ description: 'For the head who asks' }),
    }),
    async handle({ caller }) {
      const seen = platform.seals.list().filter(({ view }) => maySee(platform, caller, view));
      const rows = seen.flatMap(({ view }) => sealRow(platform, view));
      const mayRequest = caller?.roles.includes('departmentHead') === true;
      return {
        seals: rows.toSorted((a, b) => (a.sealId < b.sealId ? -1 : 1)),
        nextIds: mayRequest ? nextSealIds(platform, caller) : [],
      };
    },
  });
}

function getRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/seals/:sealId',
    operationId: 'getSeal',
    summary: 'A seal with its life, its custody, and what the caller could do now',
    access: sealReaders,
    asks: z.strictObject({ params: SealParams }),
    answer: SealAnswer,
    async handle({ params, caller, at }) {
      const view = seenSeal(platform, caller, params.sealId);
      const answer = view === undefined || caller === undefined ? undefined : sealAnswer(platform, caller, view, at);
      return (await answer) ?? refuse(httpRefusals, 'unknown-seal', params);
    },
  });
}

function usesRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/seals/:sealId/uses',
    operationId: 'listSealUses',
    summary: 'The seal-use register: who, on which document of which case, on whose signatures, when, verified how',
    access: sealReaders,
    asks: z.strictObject({
      params: SealParams,
      query: z.strictObject({
        cursor: z
          .string()
          .regex(/^[0-9TZ:.-]{20,30}_[0-9a-f]{32}$/)
          .exactOptional(),
      }),
    }),
    answer: z.object({ uses: z.array(SealUse), nextCursor: z.string().exactOptional() }),
    async handle({ params, query, caller }) {
      if (seenSeal(platform, caller, params.sealId) === undefined) return refuse(httpRefusals, 'unknown-seal', params);
      const trust = await sealTrustOf(platform);
      const lines = await readSealUses({ ...platform, trust }, params.sealId, query.cursor);
      const last = lines.length < 20 ? undefined : lines.at(-1)?.cursor;
      const uses = lines.map((line) => sealUse(platform, line));
      return last === undefined ? { uses } : { uses, nextCursor: last };
    },
  });
}

function requestRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/seals',
    operationId: 'requestSeal',
    summary: summaries.requestSeal,
    access: sealRoles.requestSeal,
    asks: z.strictObject({
      body: z.strictObject({
        sealId: SealId,
        kind: SealKind,
        purpose: z.string().trim().min(1).max(200),
        bearerId: z.string().min(1).exactOptional(),
      }),
    }),
    answer: SealPerformed,
    async handle({ body: { bearerId, ...body }, caller, requestId, at }) {
      if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-signed-in');
      const organ = platform.identity.organs.get(organStream(caller.person.organ))?.view;
      const bearer = bearerId === undefined ? undefined : platform.identity.persons.get(personStream(bearerId))?.view;
      const isWanting =
        (bearer?.organ ?? '') !== caller.person.organ && (body.kind === 'nameSeal' || bearerId !== undefined);
      if (organ === undefined || isWanting) return refuse(sealRefusals, 'seal-bearer-unfit', { sealId: body.sealId });
      const named = bearer === undefined ? {} : { bearer: { personId: bearer.personId, name: bearer.name } };
      const requested = { ...body, organ: organ.uscc, organName: organ.name, ...named };
      return sealPerformed(
        await sealActs.requestSeal(platform, errandOf(body.sealId, caller, { requestId, at }), requested),
      );
    },
  });
}

/** A seal lasts five years from its request, so that the same request always makes the same seal. */
const YEARS = 5;

function makeRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/seals/:sealId/making',
    operationId: 'makeSeal',
    summary: summaries.makeSeal,
    access: sealRoles.makeSeal,
    asks: z.strictObject({ params: SealParams, body: z.strictObject({}) }),
    answer: SealPerformed,
    async handle({ params, caller, requestId, at }) {
      const requested = seenSeal(platform, caller, params.sealId)?.requested;
      if (requested === undefined || caller === undefined) return refuse(httpRefusals, 'unknown-seal', params);
      // Nothing is made for somebody who may not have it made.
      if (!platform.sealFacts.isHead(caller.actor.id, requested.organ, at))
        return refuse(sealRefusals, 'seal-of-another-organ', { organ: requested.organ });
      const { at: validFromAt, purpose: _, ...about } = requested;
      const validToAt = `${Number(validFromAt.slice(0, 4)) + YEARS}${validFromAt.slice(4).replace('-02-29', '-02-28')}`;
      const made = await platform.sealMaker.make({ ...about, validFromAt, validToAt });
      return sealPerformed(await sealActs.makeSeal(platform, errandOf(params.sealId, caller, { requestId, at }), made));
    },
  });
}

function verb<Body>(
  platform: Platform,
  path: string,
  act: SealAct,
  ...[body, perform]: [
    z.ZodType<Body>,
    (room: Platform, errand: SealErrand, command: Body) => Promise<Performed | Refusal>,
  ]
): Route {
  return route({
    method: 'POST',
    path: `/seals/:sealId/${path}`,
    operationId: act,
    summary: summaries[act],
    access: sealRoles[act],
    asks: z.strictObject({ params: SealParams, body }),
    answer: SealPerformed,
    async handle({ params, body: command, caller, requestId, at }) {
      if (seenSeal(platform, caller, params.sealId) === undefined || caller === undefined)
        return refuse(httpRefusals, 'unknown-seal', params);
      return sealPerformed(await perform(platform, errandOf(params.sealId, caller, { requestId, at }), command));
    },
  });
}

function errandOf(sealId: string, caller: Caller, when: Pick<SealErrand, 'requestId' | 'at'>): SealErrand {
  return { sealId, actor: caller.actor, ...when };
}

function seenSeal(platform: Platform, caller: Caller | undefined, sealId: string): SealView | undefined {
  const view = platform.seals.get(sealStream(sealId))?.view;
  return view !== undefined && maySee(platform, caller, view) ? view : undefined;
}
