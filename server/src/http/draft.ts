import { z } from 'zod';
import {
  dropDraft,
  findBar,
  findDraft,
  findDrafts,
  findKnown,
  finishDraft,
  saveDraft,
} from '../application/actions.ts';
import { type Applicant as ApplicantForm, DraftBody, withWhoApplies } from '../application/application.ts';
import { InputValue } from '../catalogue/catalogue.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { normalIdNo } from '../identity/identity.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { RefusalBody, refusalBody, Text } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const Saved = z
  .object({
    itemId: z.string(),
    itemVersion: z.int(),
    revision: z.int(),
    body: DraftBody,
    savedAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'Draft', description: 'Answers kept for later on any device; nothing of it has been submitted' });

const Found = z.object({
  draft: Saved,
  isWithdrawn: z.boolean(),
  change: z
    .object({
      newQuestions: z.array(Text),
      goneQuestions: z.array(z.object({ name: z.string(), label: Text, answer: InputValue })),
      newMaterials: z.array(z.string()),
      goneMaterials: z.array(z.string()),
    })
    .exactOptional(),
});

/** An answer that need not be given again. */
export const Known = z
  .object({
    name: z.string(),
    value: InputValue,
    from: z.enum(['source', 'case', 'applicant']),
    source: z.string().exactOptional(),
    sourceName: z.string().exactOptional(),
    organ: z.string().exactOptional(),
    receipt: z.string().exactOptional(),
    caseNo: z.string().exactOptional(),
    itemName: z.string().exactOptional(),
    receivedOn: z.string().exactOptional(),
  })
  .meta({ id: 'KnownAnswer', description: 'An answer that need not be given again, with where it comes from (R47)' });

const OfItem = z.strictObject({ itemId: z.string().min(1).max(20) });
const OWNERS = ['applicant'] as const;

/** Drafts of one’s own, and what the platform knows already. */
export function draftRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/drafts',
      operationId: 'listDrafts',
      summary: 'One’s own drafts, the newest first',
      access: OWNERS,
      asks: z.strictObject({}),
      answer: z.object({ drafts: z.array(Saved) }),
      async handle({ caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const drafts = await findDrafts(platform, { actor: caller.actor, at });
        return { drafts: [...drafts] };
      },
    }),
    route({
      method: 'GET',
      path: '/drafts/:itemId',
      operationId: 'getDraft',
      summary: 'One’s draft of an item, with what has changed in the guide since',
      access: OWNERS,
      asks: z.strictObject({ params: OfItem }),
      answer: Found,
      async handle({ params, caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const found = await findDraft(platform, { actor: caller.actor, at }, params.itemId);
        return isRefusal(found) ? found : foundAnswer(found);
      },
    }),
    route({
      method: 'POST',
      path: '/drafts/:itemId',
      operationId: 'saveDraft',
      summary: 'Saves what was filled in so far over the revision that one has seen',
      access: OWNERS,
      asks: z.strictObject({
        params: OfItem,
        body: z.strictObject({ itemVersion: z.int().min(1), revision: z.int().min(0), body: DraftBody }),
      }),
      answer: Saved,
      async handle({ params, body, caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        return saveDraft(platform, { actor: caller.actor, at }, { ...params, ...body });
      },
    }),
    deleteRoute(platform),
    knownRoute(platform),
  ];
}

function deleteRoute(platform: Platform): Route {
  return route({
    method: 'DELETE',
    path: '/drafts/:itemId',
    operationId: 'deleteDraft',
    summary: 'Deletes one’s draft for good',
    access: OWNERS,
    asks: z.strictObject({ params: OfItem }),
    answer: Saved,
    async handle({ params, caller, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      return dropDraft(platform, { actor: caller.actor, at }, params.itemId);
    },
  });
}

function knownRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/items/:itemId/known',
    operationId: 'getKnownAnswers',
    summary: 'What the caller need not answer again for this item, each with its source',
    access: OWNERS,
    asks: z.strictObject({ params: OfItem }),
    answer: z.object({
      known: z.array(Known),
      materials: z.array(z.string()),
      /** R35: a decision of this platform bars him now, until when and which; said before he fills in anything. */
      bar: RefusalBody.exactOptional(),
    }),
    async handle({ params, caller, at }) {
      if (caller?.kind !== 'applicant') return refuse(httpRefusals, 'not-signed-in');
      const applicant = applicantOf(caller);
      const known = await findKnown(platform, { actor: caller.actor, at }, { ...params, applicant });
      if (isRefusal(known)) return known;
      const bar = await findBar(platform, known.item, { applicant }, at);
      return {
        known: [...withWhoApplies(known.item, applicant, known.answers)],
        materials: [...known.materials],
        ...(bar === undefined ? {} : { bar: refusalBody(bar) }),
      };
    },
  });
}

function foundAnswer({
  draft,
  isWithdrawn,
  change,
}: Exclude<Awaited<ReturnType<typeof findDraft>>, { refused: true }>) {
  if (change === undefined) return { draft, isWithdrawn };
  const { newQuestions, goneQuestions, newMaterials, goneMaterials } = change;
  return {
    draft,
    isWithdrawn,
    change: {
      newQuestions: [...newQuestions],
      goneQuestions: [...goneQuestions],
      newMaterials: [...newMaterials],
      goneMaterials: [...goneMaterials],
    },
  };
}

/** The holder of the account as he would stand in an application. */
export function applicantOf({ applicant }: Extract<Caller, { kind: 'applicant' }>): ApplicantForm {
  const { name, idNo } = applicant;
  if (applicant.kind === 'organisation')
    return {
      kind: 'legalPerson',
      name,
      idType: 'uscc',
      idNo: normalIdNo(idNo),
      legalRepresentative: { ...applicant.legalRepresentative },
    };
  const idType = applicant.idType === 'residencePermit' ? 'otherDocument' : applicant.idType;
  return { kind: 'naturalPerson', name, idType, idNo: normalIdNo(idNo) };
}

/** After the application was received its draft has done its work; one that cannot be deleted now goes after its time. */
export function draftDone(platform: Platform, caller: Caller, itemId: string): Promise<void> {
  return finishDraft(platform, caller.actor, itemId);
}
