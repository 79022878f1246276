import { z } from 'zod';
import { codeLists, ItemId } from '../catalogue/catalogue.ts';
import { checkRealName } from '../identity/identity.ts';
import { refuse } from '../kernel/refusal.ts';
import { itemsInForce } from '../matter/actions.ts';
import { BundleId, bundleInForce, bundleStream, knownValues, planOf } from '../matter/matter.ts';
import { bundleRefusals } from '../matter/refusals.ts';
import type { Platform } from '../platform.ts';
import { Answers, identityOf } from './bundle-plan.ts';
import { neededClaims, NeededClaims } from './consent-view.ts';
import { thereFor } from './consent.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const Asked = z.strictObject({
  params: z.strictObject({ bundleId: BundleId }),
  body: z.strictObject({ answers: Answers, own: z.record(ItemId, Answers).default({}) }),
});

/** What is fetched for each item of a matter, asked once with the one application (个保法14, R20). */
export function matterClaimRoutes(platform: Platform): readonly Route[] {
  const { sources } = codeLists;
  return [
    route({
      method: 'POST',
      path: '/bundles/:bundleId/claims',
      operationId: 'getMatterClaims',
      summary:
        'For every item that follows from the answers: which of the caller’s claims leave which source, to whom and why',
      access: ['applicant'],
      isAct: false,
      asks: Asked,
      answer: z.object({ items: z.array(NeededClaims) }),
      async handle({ params, body, caller, at }) {
        if (caller?.kind !== 'applicant') return refuse(httpRefusals, 'not-signed-in');
        const unnamed = checkRealName(caller.applicant, at);
        if (unnamed !== undefined) return unnamed;
        const view = platform.bundles.get(bundleStream(params.bundleId))?.view;
        const version = view === undefined ? undefined : bundleInForce(view, at);
        if (version === undefined) return refuse(bundleRefusals, 'bundle-not-in-force', params);
        const { bundle } = version;
        const plan = planOf(bundle, knownValues(bundle, body.answers, identityOf(caller)));
        const items = itemsInForce(platform, at);
        const planned = plan.children.flatMap(({ itemId }) => items.get(itemId) ?? []);
        const asked = planned.map(async (item) => {
          const there = new Set(await thereFor(platform, caller, item, at));
          return neededClaims(platform, { item, sources, there });
        });
        return { items: await Promise.all(asked) };
      },
    }),
  ];
}
