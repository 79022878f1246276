import { z } from 'zod';
import { discrepanciesOf } from '../application/actions.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const Told = z.object({
  caseNo: z.string(),
  name: z.string(),
  source: z.string(),
  sourceName: z.string(),
  value: z.string(),
  stated: z.string(),
  receipt: z.string(),
  notedAt: z.string(),
});

/** R47: what applicants said otherwise than the sources that an organ keeps. */
export function discrepancyRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/discrepancies',
      operationId: 'listDiscrepancies',
      summary: 'What applicants corrected in the sources of the caller’s own organ, the newest first',
      access: ['postedOfficer', 'chiefRepresentative', 'departmentHead', 'departmentStaff'],
      asks: z.strictObject({}),
      answer: z.object({ discrepancies: z.array(Told) }),
      async handle({ caller }) {
        if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-permitted');
        const told = await discrepanciesOf(platform, caller.person.organ);
        return { discrepancies: told.map(({ organ: _organ, ...one }) => one) };
      },
    }),
  ];
}
