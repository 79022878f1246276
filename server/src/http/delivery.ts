import { deliver } from '../delivery/actions.ts';
import { Deliver } from '../delivery/delivery.ts';
import type { Platform } from '../platform.ts';
import { caseActRoute } from './case-act-route.ts';
import type { Route } from './route.ts';

/** Handing out a sealed decision. */
export function deliveryRoutes(platform: Platform): readonly Route[] {
  return [
    caseActRoute(platform, {
      path: 'delivery',
      act: 'deliverCase',
      summary: 'Serves the decision on the applicant',
      body: Deliver,
      perform: (call, caseNo, delivery) => deliver(platform, call, caseNo, delivery),
    }),
  ];
}
