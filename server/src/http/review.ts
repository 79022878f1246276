import { review } from '../review/actions.ts';
import { ReviewAct } from '../review/review.ts';
import type { Platform } from '../platform.ts';
import { caseActRoute } from './case-act-route.ts';
import type { Route } from './route.ts';

/** Everything between acceptance and proposal. */
export function reviewRoutes(platform: Platform): readonly Route[] {
  return [
    caseActRoute(platform, {
      path: 'review',
      act: 'reviewCase',
      summary: 'One act of review: findings, visits, special procedures, hearings, joint opinions, extension',
      body: ReviewAct,
      agentPower: 'hear',
      perform: (call, caseNo, act) => review(platform, call, caseNo, act),
    }),
  ];
}
