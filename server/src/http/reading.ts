import { z } from 'zod';
import { caseStream } from '../application/actions.ts';
import { findOrgan, findPerson } from '../identity/actions.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { type KeptReading, readingKinds, readingStream } from '../reading/reading.ts';
import type { Platform } from '../platform.ts';
import { openCase } from './case-access.ts';
import { CaseParams } from './case-act-route.ts';
import { readCase } from './case-reading.ts';
import { openLicence } from './licence-access.ts';
import { noteRegister, readLicence } from './licence-reading.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';
import { ReadingReason } from './staff-reading.ts';

export const ReadingShown = z
  .object({
    /** What was read of: `case/…` or `matter/…`. */
    subject: z.string(),
    readerId: z.string(),
    readerName: z.string(),
    organName: z.string(),
    organNameEn: z.string(),
    post: z.string(),
    what: z.enum(readingKinds),
    reason: z.string().exactOptional(),
    readAt: z.string(),
    /** SM3 over salt and the canonical text, hex: stands in the journal under `stream`, where it is named. */
    digest: z.string(),
    salt: z.string(),
    stream: z.string().exactOptional(),
  })
  .meta({ id: 'Reading', description: 'One reading of personal data by staff' });

const Readings = z.object({ readings: z.array(ReadingShown) });

/** Who read what: for the person concerned, and for those who supervise. */
export function readingRoutes(platform: Platform): readonly Route[] {
  return [...listRoutes(platform), reasonRoute(platform), licenceReasonRoute(platform), registerReasonRoute(platform)];
}

function listRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/cases/:caseNo/readings',
      operationId: 'listCaseReadings',
      summary: 'Which members of staff read in this case, the newest first',
      access: ['applicant', 'supervisor'],
      asks: z.strictObject({ params: CaseParams }),
      answer: Readings,
      async handle({ params, caller, at }) {
        const opened = await openCase(platform, caller, params.caseNo, at);
        if (isRefusal(opened)) return opened;
        const readings = await platform.readings.list({ subject: caseStream(params.caseNo) });
        return { readings: readings.map((one) => readingShown(platform, one)) };
      },
    }),
    route({
      method: 'GET',
      path: '/licences/:licenceNo/readings',
      operationId: 'listLicenceReadings',
      summary: 'Which members of staff looked at this licence, the newest first',
      access: ['applicant', 'supervisor'],
      asks: z.strictObject({ params: z.strictObject({ licenceNo: z.string().min(1).max(160) }) }),
      answer: Readings,
      async handle({ params, caller }) {
        const licence = await openLicence(platform, caller, params.licenceNo);
        if (isRefusal(licence)) return licence;
        const readings = await platform.readings.list({ subject: licence.stream });
        return { readings: readings.map((one) => readingShown(platform, one)) };
      },
    }),
    route({
      method: 'GET',
      path: '/readings',
      operationId: 'listReadings',
      summary: 'Readings of the whole district, the newest first, or those of one reader',
      access: ['supervisor'],
      asks: z.strictObject({ query: z.strictObject({ reader: z.string().max(80).exactOptional() }) }),
      answer: Readings,
      async handle({ query, caller }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const readings = await platform.readings.list(query);
        return { readings: readings.map((one) => readingShown(platform, one)) };
      },
    }),
  ];
}

function reasonRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/cases/:caseNo/readings',
    operationId: 'stateReason',
    summary: 'Says why one reads a case that is not one’s own to handle; holds for twelve hours',
    access: ['supervisor'],
    asks: z.strictObject({
      params: CaseParams,
      body: z.strictObject({ reason: ReadingReason }),
    }),
    answer: z.object({ caseNo: z.string() }),
    async handle({ params: { caseNo }, body: { reason }, caller, at }) {
      const opened = await readCase(platform, caller, { caseNo, what: 'case', at, reason });
      return isRefusal(opened) ? opened : { caseNo };
    },
  });
}

function licenceReasonRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/licences/:licenceNo/readings',
    operationId: 'stateLicenceReason',
    summary: 'Says why one reads a licence that is not one’s own to handle; holds for twelve hours',
    access: ['supervisor'],
    asks: z.strictObject({
      params: z.strictObject({ licenceNo: z.string().min(1).max(160) }),
      body: z.strictObject({ reason: ReadingReason }),
    }),
    answer: z.object({ licenceNo: z.string() }),
    async handle({ params: { licenceNo }, body: { reason }, caller, at }) {
      const licence = await readLicence(platform, caller, { licenceNo, at, reason });
      return isRefusal(licence) ? licence : { licenceNo };
    },
  });
}

function registerReasonRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/licences/readings',
    operationId: 'stateRegisterReason',
    summary: 'Says why one reads the register of licences beyond one’s own organ; holds for twelve hours',
    access: ['supervisor'],
    asks: z.strictObject({ body: z.strictObject({ reason: ReadingReason }) }),
    answer: z.object({ reason: z.string() }),
    async handle({ body, caller, at }) {
      const closed = await noteRegister(platform, caller, { at, reason: body.reason });
      return closed ?? body;
    },
  });
}

export function readingShown(platform: Platform, reading: KeptReading): z.input<typeof ReadingShown> {
  const { reader: readerId, salt, digest, batch, ...told } = reading;
  const person = findPerson(platform.identity, readerId);
  const organ = findOrgan(platform.identity, person?.organ ?? '');
  return {
    ...told,
    readerId,
    readerName: person?.name ?? readerId,
    organName: organ?.name ?? '',
    organNameEn: organ?.nameEn ?? '',
    salt: salt.toString('hex'),
    digest: digest.toString('hex'),
    ...(batch === undefined ? {} : { stream: readingStream(batch) }),
  };
}
