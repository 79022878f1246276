import { z } from 'zod';
import { Employment } from '../identity/identity.ts';
import type { MandateRef } from '../journal/journal.ts';
import {
  ApplicantKind,
  Exclusion,
  InstantText,
  type IntakeCheck,
  type List,
  NonDelegable,
  Power,
  Role,
  StandIn,
} from './letter.ts';

/** Figures of the case at the moment of the act. Missing where the mandate caps it means refused, never passed. */
export const ActScope = z.strictObject({
  applicantKind: ApplicantKind,
  region: z.string().regex(/^\d{6}(\d{3})*$/),
  level: z.string().exactOptional(),
  amount: z.number().exactOptional(),
  area: z.number().exactOptional(),
  headcount: z.number().exactOptional(),
  riskGrade: z.number().exactOptional(),
  /** Sum over the applicant or project within the cap's window, this case included. */
  cumulativeAmount: z.number().exactOptional(),
  /** Number of cases within the cap's window, this case included. */
  cumulativeCount: z.number().exactOptional(),
});
export type ActScope = z.infer<typeof ActScope>;

/** One exercise of delegated power, as it is put to the mandate. */
export const Act = z.strictObject({
  at: InstantText,
  /** Person id, centre code, organ code, or `ruleset/<hash>`. */
  holder: z.string().min(1),
  role: Role,
  power: z.union([Power, NonDelegable]),
  itemId: z.string().min(1),
  /** To the applicant's disadvantage: needs a proposal and a second signature (R77). */
  adverse: z.boolean(),
  scope: ActScope,
  /** Exclusions that the facts of the case meet. */
  flags: z.array(Exclusion).readonly(),
  /** Months since the same applicant was last refused; makes `priorRefusal` exact. */
  priorRefusalMonths: z.number().min(0).exactOptional(),
  /** Which decision signature this would be, counted over the case. */
  signatureNo: z.int().min(1),
  /** The reason code that a third decision signature needs (R75). */
  exceptionCode: z.string().exactOptional(),
  decisionsToday: z.int().min(0).exactOptional(),
  handlingSeconds: z.number().min(0).exactOptional(),
  handlingReason: z.string().exactOptional(),
  ruleSetHash: z.string().exactOptional(),
  /** A breaker over this act is half open: no sole decision until it closes (R71). */
  halfOpen: z.boolean().exactOptional(),
  /** A deputy says for whom and why he stands in (R101). */
  standIn: z.strictObject({ for: z.string(), because: StandIn }).exactOptional(),
  employment: Employment.exactOptional(),
  sealId: z.string().exactOptional(),
  documentKind: z.string().exactOptional(),
});
export type Act = z.infer<typeof Act>;

/** Yes, with what the event must cite and the fence that the commit must pass. */
export interface Granted {
  readonly granted: true;
  readonly ref: MandateRef;
  readonly list: List | null;
  /** R30: what a window may judge of the item under this agreement; absent where the letter lists nothing. */
  readonly checklist?: readonly IntakeCheck[];
  /** R71: the letter leaves out applicants of bad credit, so that their record has to be asked; absent where it need not be. */
  readonly asksCredit?: true;
  readonly fence: { readonly key: string; readonly epoch: number; readonly mode: 'pass' };
}
