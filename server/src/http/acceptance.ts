import { AcceptanceOutcome } from '../acceptance/acceptance.ts';
import { IssueOwedLetter, issueOwed, settle } from '../decision/actions.ts';
import type { Platform } from '../platform.ts';
import { caseActRoute } from './case-act-route.ts';
import type { Route } from './route.ts';

/** The five outcomes. */
export function acceptanceRoutes(platform: Platform): readonly Route[] {
  return [
    caseActRoute(platform, {
      path: 'acceptance',
      act: 'settleAcceptance',
      summary: 'One of the five outcomes on a case that was received',
      body: AcceptanceOutcome,
      perform: (call, caseNo, outcome) => settle(platform, call, caseNo, outcome),
    }),
    caseActRoute(platform, {
      path: 'owed-letter',
      act: 'issueOwedLetter',
      summary: 'Makes the letter that a robot could not make, with the writing of a name that no font has',
      body: IssueOwedLetter,
      perform: (call, caseNo, command) => issueOwed(platform, call, caseNo, command),
    }),
  ];
}
