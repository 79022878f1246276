import { z } from 'zod';
import { ActSigned } from '../confirmation/confirmation.ts';
import { RelationKind } from '../identity/identity.ts';

/** What a signer says of himself before he acts on a licence (R44, T05). */
export const LicenceRecusal = z.union([z.literal('none'), RelationKind]);

/** How the organ's person signed an act on a licence, as its event keeps it (R71, R72). */
export const LicenceSigned = z.strictObject({
  recusal: z.literal('none'),
  /** The organ by whose headship he acts; absent under a mandate, which the event names. */
  office: z.string().exactOptional(),
  ...ActSigned.shape,
});
export type LicenceSigned = z.infer<typeof LicenceSigned>;
