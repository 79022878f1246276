import { z } from 'zod';
import { checkUscc } from '../identity/identity.ts';
import type { Recorded, Step } from '../journal/journal.ts';
import { refuse } from '../kernel/refusal.ts';
import { licenceRefusals, type LicenceRefusalCode } from './refusals.ts';

/** What kind of thing a licence is, as the directory of licences sorts them (GB/T 36902). */
export const LicenceNature = z.enum(['credential', 'proof', 'approval', 'report', 'result']);

/** A type of licence 证照类型: the stream `licence-type/<typeId>`, defined by the organ whose licence it is. */
export const LicenceType = z.strictObject({
  /** By which items and materials name it, e.g. `L-FOOD`. */
  typeId: z.string().regex(/^L-[A-Z]+$/),
  /** 证照类型代码: the USCC of the organ that defined the type, and three digits (GB/T 36904). */
  code: z.string().regex(/^[0-9A-Z]{18}\d{3}$/),
  name: z.string().trim().min(1).max(100),
  /** Code of the organ. */
  organ: z.string().min(1),
  nature: LicenceNature,
  /** 照面信息: what it says besides holder and term, by the names of the form lines that answer it. */
  fields: z
    .array(z.strictObject({ name: z.string(), label: z.strictObject({ zh: z.string(), en: z.string() }) }))
    .exactOptional(),
});
export type LicenceType = z.infer<typeof LicenceType>;

/** The stream, and the fence, of a type. */
export function licenceTypeStream(typeId: string): string {
  return `licence-type/${typeId}`;
}

/** The type as it was defined last; undefined before. */
export function viewLicenceType(events: readonly Recorded[]): LicenceType | undefined {
  const last = events.findLast(({ type }) => type === 'LicenceTypeDefined');
  return last === undefined ? undefined : LicenceType.parse(last.data);
}

export interface DefineFacts {
  /** The organ that defines, by its code; undefined when there is none. */
  readonly organ: { readonly uscc: string; readonly headPersonId: string | null } | undefined;
}

/** Defines a type, or names it anew: by the head of the organ whose licence it is, or the operator for him. The code never changes. */
export const defineLicenceType: Step<LicenceType, LicenceType | undefined, DefineFacts, LicenceRefusalCode> = {
  name: 'defineLicenceType',
  view: viewLicenceType,
  decide(view, command, { organ }, { actor, stream }) {
    if (organ === undefined) return refuse(licenceRefusals, 'unknown-organ', { organ: command.organ });
    const isOffice = actor.kind === 'operator' || (actor.kind === 'person' && actor.id === organ.headPersonId);
    if (!isOffice) return refuse(licenceRefusals, 'licence-act-not-yours', { act: 'defineLicenceType' });
    if (!checkUscc(command.code.slice(0, 18)).valid || (view !== undefined && view.code !== command.code))
      return refuse(licenceRefusals, 'licence-type-code-wrong', { code: command.code });
    return { events: [{ type: 'LicenceTypeDefined', data: command }], sets: [{ key: stream, open: true }] };
  },
};
