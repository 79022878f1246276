import { z } from 'zod';
import { codeLists, itemStream, versionInForce } from '../catalogue/catalogue.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { claimKey, claimsOf } from '../consent/consent.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import { neededClaims, NeededClaims } from './consent-view.ts';
import { route, type Route } from './route.ts';

/** The data list of an item, for everybody: what may be fetched for it, whence and on which norm (R20, 个保法17). */
export function dataListRoutes(platform: Platform): readonly Route[] {
  const { sources } = codeLists;
  return [
    route({
      method: 'GET',
      path: '/items/:itemId/data-list',
      operationId: 'getDataList',
      summary: 'What may be fetched for the item at all, from which sources and on which norm; says nothing of anybody',
      access: 'anybody',
      asks: z.strictObject({ params: z.strictObject({ itemId: z.string().min(1).max(20) }) }),
      answer: NeededClaims,
      async handle({ params: { itemId }, at }) {
        const held = platform.items.get(itemStream(itemId));
        const item = held === undefined ? undefined : versionInForce(held.view, at)?.item;
        if (item === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId });
        return neededClaims(platform, { item, sources, there: new Set(claimsOf(item).map(claimKey)) });
      },
    }),
  ];
}
