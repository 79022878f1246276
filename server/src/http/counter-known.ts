import { z } from 'zod';
import { caseStream, findKnownAtCounter } from '../application/actions.ts';
import { Applicant, authorityFor, CaseScope, intakeAct } from '../application/application.ts';
import { ItemId } from '../catalogue/catalogue.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import { Known } from './draft.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';
import { noteReading } from './staff-reading.ts';

/**
 * What a clerk need not ask of who stands before him (716令7): only for an item that he may receive from him (R30), and each earlier
 * case that answers is noted as read before it does (个人信息保护法 51, 55).
 */
export function counterKnownRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/items/:itemId/known-at-counter',
      operationId: 'getKnownAtCounter',
      summary: 'What somebody at the window has answered before or says by his document, so that he is not asked again',
      access: ['windowClerk'],
      isAct: false,
      asks: z.strictObject({
        params: z.strictObject({ itemId: ItemId }),
        body: z.strictObject({ applicant: Applicant, scope: CaseScope }),
      }),
      answer: z.object({ known: z.array(Known) }),
      async handle({ params, body, caller, at }) {
        if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-permitted');
        const authority = authorityFor(
          platform,
          { actor: caller.actor, at },
          intakeAct('receive', { ...params, ...body }),
        );
        if (isRefusal(authority)) return authority;
        const found = await findKnownAtCounter(platform, at, { ...params, applicant: body.applicant });
        if (isRefusal(found)) return found;
        const by = { reader: caller.person.personId, post: 'windowClerk', what: 'case', at } as const;
        for (const caseNo of found.cases) await noteReading(platform, { ...by, subject: caseStream(caseNo) });
        return { known: [...found.answers] };
      },
    }),
  ];
}
