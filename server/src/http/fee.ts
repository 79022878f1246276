import { z } from 'zod';
import { pay, reduce, refund } from '../fee/actions.ts';
import { Reduction, Refund } from '../fee/fee.ts';
import type { Platform } from '../platform.ts';
import { caseActRoute } from './case-act-route.ts';
import type { Route } from './route.ts';

/** What is paid in a case, and who lets it be less. */
export function feeRoutes(platform: Platform): readonly Route[] {
  return [
    caseActRoute(platform, {
      path: 'fee/payment',
      act: 'payFee',
      summary: 'Pays what the notice asks, to the treasury',
      agentPower: 'pay',
      body: z.strictObject({}),
      perform: (call, caseNo) => pay(platform, call, caseNo),
    }),
    caseActRoute(platform, {
      path: 'fee/reduction',
      act: 'reduceFee',
      summary: 'Reduces or waives the fee, with its reason',
      body: Reduction,
      perform: (call, caseNo, reduction) => reduce(platform, call, caseNo, reduction),
    }),
    caseActRoute(platform, {
      path: 'fee/refund',
      act: 'refundFee',
      summary: 'Gives a payment back, with its reason',
      body: Refund,
      perform: (call, caseNo, given) => refund(platform, call, caseNo, given),
    }),
  ];
}
