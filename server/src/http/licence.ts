import { z } from 'zod';
import { readStream } from '../journal/actions.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { credentialOf, documentOf, HolderJwk, licenceByNo, licencesOf, licencesOfOrgan } from '../licence/actions.ts';
import type { Licence } from '../licence/licence.ts';
import { licenceRefusals } from '../licence/refusals.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { readTwin } from '../seal/actions.ts';
import type { Caller } from './caller.ts';
import { type Can, canOf } from './case-can.ts';
import { evidenceCan } from './evidence-can.ts';
import { licenceStaff, openLicence, organSeen } from './licence-access.ts';
import {
  LicenceAnswer,
  licenceAnswer,
  LicenceRow,
  licenceRow,
  licenceStatus,
  LicenceStatusAnswer,
} from './licence-view.ts';
import {
  againstHeldLicence,
  noteLicence,
  noteListed,
  noteRegister,
  noteStaffReading,
  readLicence,
  searchSubject,
} from './licence-reading.ts';
import { httpRefusals } from './refusals.ts';
import { ofdRoute, pdfRoute, route, type Route } from './route.ts';
import { ReadingReason } from './staff-reading.ts';

const LicenceParams = z.strictObject({ licenceNo: z.string().min(1).max(160) });
const Rows = z.object({ licences: z.array(LicenceRow), nextCursor: z.int().exactOptional() });

/** The e-licence library: for holders their own, for organs those that they issued, for anybody whether a number stands. */
export function licenceRoutes(platform: Platform): readonly Route[] {
  return [
    mineRoute(platform),
    registerRoute(platform),
    searchRoute(platform),
    getRoute(platform),
    statusRoute(platform),
    credentialRoute(platform),
    documentRoute(platform),
    twinRoute(platform),
  ];
}

function mineRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/my/licences',
    operationId: 'listMyLicences',
    summary: 'The licences that one holds, ended ones among them',
    access: ['applicant'],
    asks: z.strictObject({}),
    answer: Rows,
    async handle({ caller, at }) {
      if (caller?.kind !== 'applicant') return refuse(httpRefusals, 'not-signed-in');
      const licences = await licencesOf(platform, caller.applicant.idNo);
      return { licences: licences.map((licence) => licenceRow(licence, at)) };
    },
  });
}

function registerRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/licences',
    operationId: 'listLicences',
    summary: 'The register of the organ’s licences, the newest first; of all organs for supervisors',
    access: licenceStaff,
    asks: z.strictObject({ query: z.strictObject({ cursor: z.coerce.number().int().min(0).exactOptional() }) }),
    answer: Rows,
    async handle({ query, caller, at }) {
      const organ = organSeen(caller);
      if (organ === undefined) return refuse(httpRefusals, 'not-permitted');
      const closed = await noteRegister(platform, caller, { at });
      if (closed !== undefined) return closed;
      const { licences, next } = await licencesOfOrgan(platform, organ, query.cursor);
      await noteListed(platform, caller, licences, at);
      const rows = licences.map((licence) => licenceRow(licence, at));
      return next === undefined ? { licences: rows } : { licences: rows, nextCursor: next };
    },
  });
}

function searchRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/licences/search',
    operationId: 'findLicences',
    summary: 'The licences of a holder, by his number, that one’s organ issued',
    access: licenceStaff,
    isAct: false,
    // A number of a person has no place in an address, which logs and proxies keep.
    asks: z.strictObject({
      body: z.strictObject({
        idNo: z.string().trim().min(4).max(40),
        /** Why, of who supervises and handles nothing. */
        reason: ReadingReason.exactOptional(),
      }),
    }),
    answer: Rows,
    async handle({ body, caller, at }) {
      const organ = organSeen(caller);
      if (organ === undefined) return refuse(httpRefusals, 'not-permitted');
      const found = await licencesOf(platform, body.idNo);
      const own = found.filter((licence) => organ === null || licence.organ.code === organ);
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const subject = searchSubject(platform.realm, body.idNo);
      const { reason } = body;
      const unexplained = await noteStaffReading(platform, caller, { subject, what: 'licence', at, reason });
      if (unexplained !== undefined) return unexplained;
      await Promise.all(own.map((licence) => noteLicence(platform, caller, licence, { at, reason })));
      return { licences: own.map((licence) => licenceRow(licence, at)) };
    },
  });
}

function getRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/licences/:licenceNo',
    operationId: 'getLicence',
    summary: 'A licence with its history',
    access: ['applicant', ...licenceStaff],
    asks: z.strictObject({ params: LicenceParams }),
    answer: LicenceAnswer,
    async handle({ params, caller, at }) {
      const licence = await readLicence(platform, caller, { licenceNo: params.licenceNo, at });
      if (isRefusal(licence)) return licence;
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const answer = licenceAnswer(platform, caller, licence, at);
      return { ...answer, can: { ...answer.can, downloadEvidence: await evidenceOf(platform, caller, licence) } };
    },
  });
}

async function evidenceOf(platform: Platform, caller: Caller, licence: Licence): Promise<Can> {
  const held = await againstHeldLicence(platform, caller, licence);
  if (held !== undefined) return canOf(held);
  const last = (await readStream(platform.journal, platform.realm, licence.stream)).length;
  return evidenceCan(platform, licence.stream, last);
}

function statusRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/licences/:licenceNo/status',
    operationId: 'getLicenceStatus',
    summary: 'Whether the licence with this number stands; nothing about its holder',
    access: 'anybody',
    asks: z.strictObject({ params: LicenceParams }),
    answer: LicenceStatusAnswer,
    async handle({ params, at }) {
      const licence = await licenceByNo(platform, params.licenceNo);
      if (licence === undefined) return refuse(licenceRefusals, 'unknown-licence', params);
      return licenceStatus(licence, params.licenceNo, at);
    },
  });
}

function credentialRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/licences/:licenceNo/credential',
    operationId: 'issueCredential',
    summary: 'The licence as SD-JWT VC, for its holder; bound to a key of his wallet where he names one',
    access: ['applicant'],
    isAct: false,
    asks: z.strictObject({ params: LicenceParams, body: z.strictObject({ holderKey: HolderJwk.exactOptional() }) }),
    answer: z.object({ credential: z.string() }),
    async handle({ params, body, caller, at }) {
      const licence = await openLicence(platform, caller, params.licenceNo);
      if (isRefusal(licence)) return licence;
      const held = await againstHeldLicence(platform, caller, licence);
      if (held !== undefined) return held;
      const credential = await credentialOf(platform, licence, at, body.holderKey);
      return isRefusal(credential) ? credential : { credential };
    },
  });
}

function documentRoute(platform: Platform): Route {
  return pdfRoute({
    method: 'GET',
    path: '/licences/:licenceNo/document',
    operationId: 'getLicenceDocument',
    summary: 'The licence as a document under the organ’s seal; sealed when it is first asked for',
    access: ['applicant', ...licenceStaff],
    asks: z.strictObject({ params: LicenceParams }),
    async handle({ params, caller, at }) {
      const sealed = await openDocument(platform, caller, params.licenceNo, at);
      return isRefusal(sealed) ? sealed : { bytes: await platform.files.get(sealed.sealedHash) };
    },
  });
}

function twinRoute(platform: Platform): Route {
  return ofdRoute({
    method: 'GET',
    path: '/licences/:licenceNo/document/ofd',
    operationId: 'getLicenceDocumentAsOfd',
    summary: 'The OFD twin of the sealed licence document, under the same seal',
    access: ['applicant', ...licenceStaff],
    asks: z.strictObject({ params: LicenceParams }),
    async handle({ params, caller, at }) {
      const sealed = await openDocument(platform, caller, params.licenceNo, at);
      if (isRefusal(sealed)) return sealed;
      const twin = await readTwin(platform, sealed, at);
      if (twin === undefined) return refuse(licenceRefusals, 'unknown-licence', params);
      return isRefusal(twin) ? twin : { bytes: twin };
    },
  });
}

async function openDocument(platform: Platform, caller: Caller | undefined, licenceNo: string, at: Instant) {
  const licence: Licence | Refusal = await readLicence(platform, caller, { licenceNo, at });
  if (isRefusal(licence)) return licence;
  const held = await againstHeldLicence(platform, caller, licence);
  if (held !== undefined) return held;
  return documentOf(platform, licence, at);
}
