import { z } from 'zod';
import { caseStream } from '../application/actions.ts';
import { Applicant } from '../application/application.ts';
import { InputValue } from '../catalogue/catalogue.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { knownAtCounter } from '../matter/actions.ts';
import { BundleId, bundleInForce, bundleStream, SubmitMatter } from '../matter/matter.ts';
import { bundleRefusals } from '../matter/refusals.ts';
import type { Platform } from '../platform.ts';
import { Answers } from './bundle-plan.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';
import { noteReading } from './staff-reading.ts';

/**
 * What a clerk need not ask for a matter 一件事 of who stands before him (716令7): only where he may receive every item that follows
 * (R30), and each earlier case that answers is noted as read before it does (个人信息保护法 51, 55).
 */
export function matterCounterKnownRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/bundles/:bundleId/known-at-counter',
      operationId: 'getMatterKnownAtCounter',
      summary:
        'What somebody at the window has answered before of the questions of a matter, by the names of the questions',
      access: ['windowClerk'],
      isAct: false,
      asks: z.strictObject({
        params: z.strictObject({ bundleId: BundleId }),
        body: z.strictObject({ applicant: Applicant, answers: Answers, region: SubmitMatter.shape.region }),
      }),
      answer: z.object({
        known: z.array(
          z.object({ name: z.string(), value: InputValue, source: z.enum(['licence', 'case']), of: z.string() }),
        ),
      }),
      async handle({ params, body, caller, at }) {
        if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-permitted');
        const view = platform.bundles.get(bundleStream(params.bundleId))?.view;
        const version = view === undefined ? undefined : bundleInForce(view, at);
        if (version === undefined) return refuse(bundleRefusals, 'bundle-not-in-force', params);
        const found = await knownAtCounter(platform, { actor: caller.actor, at }, version, body);
        if (isRefusal(found)) return found;
        const by = { reader: caller.person.personId, post: 'windowClerk', what: 'case', at } as const;
        for (const caseNo of found.cases) await noteReading(platform, { ...by, subject: caseStream(caseNo) });
        return { known: [...found.fields].map(([name, field]) => ({ name, ...field })) };
      },
    }),
  ];
}
