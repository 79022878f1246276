import { z } from 'zod';
import type { NewEvent, Recorded, Step } from '../journal/journal.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Person } from './person.ts';
import { holdsPost } from './person.ts';
import type { IdentityRefusalCode } from './refusals.ts';
import { identityRefusals } from './refusals.ts';
import { checkUscc } from './uscc.ts';

export const OrganLevel = z.enum(['national', 'municipal', 'district', 'subdistrict']);
export type OrganLevel = z.infer<typeof OrganLevel>;

/**
 * `department` decides; `serviceBody` (政务服务机构) only receives construct A (R98); `administrativeOrgan` is a street
 * or town, which may receive construct C (R100). A department is an administrative organ too: see `isAdministrativeOrgan`.
 */
export const OrganKind = z.enum(['department', 'serviceBody', 'administrativeOrgan']);
export type OrganKind = z.infer<typeof OrganKind>;

const OrganDetails = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  uscc: z.string().min(1),
  level: OrganLevel,
  kind: OrganKind,
  /** 垂直管理: the system or superior that manages the organ, null for a department of the district itself. */
  vertical: z.string().min(1).nullable(),
  /** 机关代字, the head of its document numbers, e.g. 云市监. */
  abbreviation: z.string().min(1),
});

export const OrganEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('OrganEstablished'), data: OrganDetails }),
  z.strictObject({ type: z.literal('OrganHeadAppointed'), data: z.strictObject({ personId: z.string().min(1) }) }),
  z.strictObject({
    type: z.literal('OrganDissolved'),
    data: z.strictObject({ reason: z.string().min(1), successor: z.string().nullable() }),
  }),
]);
export type OrganEvent = z.infer<typeof OrganEvent>;

/** An organ or service body, folded from the stream `organ/<code>`. */
export interface Organ extends z.infer<typeof OrganDetails> {
  readonly headPersonId: string | null;
  readonly status: 'established' | 'dissolved';
  readonly seq: number;
}

type OrganStep<Command, Facts = undefined> = Step<Command, Organ | undefined, Facts, IdentityRefusalCode>;

/** Stream and fence key of an organ. */
export function organStream(code: string): string {
  return `organ/${code}`;
}

/** The organ as the events so far tell; undefined before it is established. */
export function viewOrgan(events: readonly Recorded[]): Organ | undefined {
  let organ: Organ | undefined;
  for (const recorded of events) organ = { ...fold(organ, recorded), seq: recorded.seq };
  return organ;
}

/** Whether the organ may receive construct C: an administrative organ, never a service body (许可法 24, R100). */
export function isAdministrativeOrgan(organ: Organ): boolean {
  return organ.kind !== 'serviceBody';
}

export const EstablishOrgan = OrganDetails;
export type EstablishOrgan = z.infer<typeof EstablishOrgan>;

/** Enters an organ in the register. */
export const establishOrgan: OrganStep<EstablishOrgan> = {
  name: 'establishOrgan',
  view: viewOrgan,
  decide(organ, command, _facts, context) {
    if (organ !== undefined) return refuse(identityRefusals, 'organ-taken', { organ: command.code });
    const uscc = checkUscc(command.uscc);
    if (!uscc.valid) return refuse(identityRefusals, 'uscc-invalid', { organ: command.code, why: uscc.why });
    return {
      events: [organEvent({ type: 'OrganEstablished', data: command })],
      sets: [{ key: context.stream, open: true }],
    };
  },
};

export const AppointHead = z.strictObject({ personId: z.string().min(1) });
export type AppointHead = z.infer<typeof AppointHead>;

/** Names the head, who alone signs mandates and extensions (许可法 42): somebody who holds that post. */
export const appointHead: OrganStep<AppointHead, { readonly person: Person | undefined }> = {
  name: 'appointHead',
  view: viewOrgan,
  decide(organ, { personId }, { person }, context) {
    if (organ === undefined) return refuse(identityRefusals, 'organ-unknown');
    if (organ.status === 'dissolved') return refuse(identityRefusals, 'organ-dissolved', { organ: organ.code });
    if (person?.personId !== personId || !holdsPost(person, 'departmentHead', organ.code, context.at)) {
      return refuse(identityRefusals, 'head-not-in-post', { organ: organ.code, personId });
    }
    return {
      events: [organEvent({ type: 'OrganHeadAppointed', data: { personId } })],
      // The head may leave between reading and appending: pass his fence.
      fences: [{ key: `person/${personId}`, epoch: person.seq, mode: 'pass' }],
      sets: [{ key: context.stream, open: true }],
    };
  },
};

export const DissolveOrgan = z.strictObject({ reason: z.string().min(1), successor: z.string().nullable() });
export type DissolveOrgan = z.infer<typeof DissolveOrgan>;

/** Ends an organ; its fence closes, so that no act in its name commits afterwards. */
export const dissolveOrgan: OrganStep<DissolveOrgan> = {
  name: 'dissolveOrgan',
  view: viewOrgan,
  decide(organ, command, _facts, context) {
    if (organ === undefined) return refuse(identityRefusals, 'organ-unknown');
    if (organ.status === 'dissolved') return refuse(identityRefusals, 'organ-dissolved', { organ: organ.code });
    return {
      events: [organEvent({ type: 'OrganDissolved', data: command })],
      sets: [{ key: context.stream, open: false }],
    };
  },
};

function organEvent(event: OrganEvent): NewEvent {
  return event;
}

function fold(organ: Organ | undefined, recorded: Recorded): Organ {
  const event = OrganEvent.parse({ type: recorded.type, data: recorded.data });
  if (event.type === 'OrganEstablished')
    return { ...event.data, headPersonId: null, status: 'established', seq: recorded.seq };
  if (organ === undefined) throw new Error(`${recorded.stream} begins with ${recorded.type}`);
  switch (event.type) {
    case 'OrganHeadAppointed':
      return { ...organ, headPersonId: event.data.personId };
    case 'OrganDissolved':
      return { ...organ, status: 'dissolved' };
    default:
      return event satisfies never;
  }
}
