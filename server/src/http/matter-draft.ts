import { z } from 'zod';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { dropMatterDraft, findMatterDraft, findMatterDrafts, saveMatterDraft } from '../matter/actions.ts';
import { BundleId, MatterDraftBody } from '../matter/matter.ts';
import type { Platform } from '../platform.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const Draft = z
  .object({
    bundleId: z.string(),
    bundleVersion: z.int(),
    revision: z.int(),
    body: MatterDraftBody,
    savedAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({
    id: 'MatterDraft',
    description: 'Answers to a matter 一件事 kept for later; nothing of it has been submitted',
  });

const Found = z.object({ draft: Draft, isChanged: z.boolean(), isWithdrawn: z.boolean() });
const Params = z.strictObject({ bundleId: BundleId });
const OWNERS = ['applicant'] as const;

/** Drafts of one’s own matters. */
export function matterDraftRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/matter-drafts',
      operationId: 'listMatterDrafts',
      summary: 'One’s own drafts of matters, the newest first',
      access: OWNERS,
      asks: z.strictObject({}),
      answer: z.object({ drafts: z.array(Draft) }),
      async handle({ caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        return { drafts: [...(await findMatterDrafts(platform, { actor: caller.actor, at }))] };
      },
    }),
    route({
      method: 'GET',
      path: '/matter-drafts/:bundleId',
      operationId: 'getMatterDraft',
      summary: 'One’s draft of a matter, with whether its bundle has changed since',
      access: OWNERS,
      asks: z.strictObject({ params: Params }),
      answer: Found,
      async handle({ params, caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const found = await findMatterDraft(platform, { actor: caller.actor, at }, params.bundleId);
        return isRefusal(found) ? found : { ...found };
      },
    }),
    route({
      method: 'POST',
      path: '/matter-drafts/:bundleId',
      operationId: 'saveMatterDraft',
      summary: 'Saves what was answered so far over the revision that one has seen',
      access: OWNERS,
      asks: z.strictObject({
        params: Params,
        body: z.strictObject({ bundleVersion: z.int().min(1), revision: z.int().min(0), body: MatterDraftBody }),
      }),
      answer: Draft,
      async handle({ params, body, caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        return saveMatterDraft(platform, { actor: caller.actor, at }, { ...params, ...body });
      },
    }),
    route({
      method: 'DELETE',
      path: '/matter-drafts/:bundleId',
      operationId: 'deleteMatterDraft',
      summary: 'Deletes one’s draft of a matter for good',
      access: OWNERS,
      asks: z.strictObject({ params: Params }),
      answer: Draft,
      async handle({ params, caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        return dropMatterDraft(platform, { actor: caller.actor, at }, params.bundleId);
      },
    }),
  ];
}
