import { z } from 'zod';
import { actsOpenOn, isForNew, licenceActsOf, pinnedItem } from '../application/application.ts';
import { applicationRefusals } from '../application/refusals.ts';
import type { Item } from '../catalogue/catalogue.ts';
import { refuse } from '../kernel/refusal.ts';
import { licencesOf, namedBy } from '../licence/actions.ts';
import { licenceTypeStream } from '../licence/licence.ts';
import type { Platform } from '../platform.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const CaseAct = z.enum(['change', 'renew', 'cancel']);

/** What an application for the item may do to a licence that its applicant holds (许可法 49, 50, 70). */
export const LicenceAsked = z
  .object({
    typeId: z.string(),
    typeName: z.string(),
    acts: z.array(CaseAct),
    /** Whether the item also makes out a new one; otherwise an application is about one that is held. */
    isForNew: z.boolean(),
  })
  .meta({ id: 'LicenceAsked', description: 'The acts on a licence of this type that the item is for (R90)' });

const OpenLicence = z
  .object({ licenceNo: z.string(), typeName: z.string(), validToOn: z.iso.date().nullable(), acts: z.array(CaseAct) })
  .meta({ id: 'OpenLicence', description: 'A licence of the caller, with what receipt would let pass for it now' });

/** The part of an item's form that asks for the licence; nothing where the item has none. */
export function licenceAskedBy(
  platform: Pick<Platform, 'licenceTypes'>,
  { result }: Item,
): { licence?: z.input<typeof LicenceAsked> } {
  const { licenceType } = result;
  const acts = licenceActsOf(result);
  if (licenceType === null || acts.length === 0) return {};
  const typeName = platform.licenceTypes.get(licenceTypeStream(licenceType))?.view?.name ?? licenceType;
  return {
    licence: { typeId: licenceType, typeName, acts: [...acts], isForNew: isForNew(result) },
  };
}

/** The licences between which an applicant chooses when the item changes, renews or closes one. */
export function itemLicenceRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/items/:itemId/my-licences',
      operationId: 'listLicencesForItem',
      summary: 'The caller’s own licences that the item could change, renew or close now, each with these acts',
      access: ['applicant'],
      asks: z.strictObject({ params: z.strictObject({ itemId: z.string().max(20) }) }),
      answer: z.object({ licences: z.array(OpenLicence) }),
      async handle({ params: { itemId }, caller, at }) {
        if (caller?.kind !== 'applicant') return refuse(httpRefusals, 'not-signed-in');
        const item = pinnedItem(platform, itemId, at)?.inForce?.item;
        if (item === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId });
        const { idNo } = caller.applicant;
        const held = await licencesOf(platform, idNo);
        const licences = held.map((licence) => {
          const { licenceNo, typeName, validToOn } = licence;
          const acts = actsOpenOn(item, licenceNo, namedBy(platform.realm, idNo, licence, at), at);
          return { licenceNo, typeName, validToOn, acts: [...acts] };
        });
        return { licences: licences.filter(({ acts }) => acts.length > 0) };
      },
    }),
  ];
}
