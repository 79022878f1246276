import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/refusal.ts';
import { InstantText } from './post.ts';
import { identityRefusals } from './refusals.ts';

export const IdType = z.enum(['citizenId', 'passport', 'residencePermit', 'uscc']);
export type IdType = z.infer<typeof IdType>;

const Contact = {
  applicantId: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  idNo: z.string().min(1),
  phone: z.string().min(1),
  /** When the real name was verified; null until then (R15). */
  verifiedAt: InstantText.nullable(),
};

/** 申请人: a natural person or an organisation. Never staff: an officer who applies does so under his own account here. */
export const Applicant = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('naturalPerson'),
    idType: z.enum(['citizenId', 'passport', 'residencePermit']),
    ...Contact,
  }),
  z.strictObject({
    kind: z.literal('organisation'),
    idType: z.literal('uscc'),
    ...Contact,
    legalRepresentative: z.strictObject({ name: z.string().min(1), idNo: z.string().min(1) }),
  }),
]);
export type Applicant = z.infer<typeof Applicant>;

/** R15: nobody applies, and nobody acts for another, before the real name is verified. */
export function checkRealName(
  applicant: Pick<Applicant, 'applicantId' | 'verifiedAt'>,
  at: string,
): Refusal<'real-name-missing'> | undefined {
  if (applicant.verifiedAt !== null && applicant.verifiedAt <= at) return undefined;
  return refuse(identityRefusals, 'real-name-missing', { applicantId: applicant.applicantId });
}
