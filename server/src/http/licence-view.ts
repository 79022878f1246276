import { z } from 'zod';
import { InputValue } from '../catalogue/catalogue.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { answerUntil, authorityToAct, coveredNo, type LicenceVerb, mayFollow, maySuffer } from '../licence/actions.ts';
import { type Licence, type LicenceAct, standingOn } from '../licence/licence.ts';
import { personStream } from '../identity/identity.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { Can, canOf } from './case-can.ts';
import {
  AnnouncedShown,
  announcedShown,
  canInCourse,
  LicenceLetterShown,
  lettersShown,
  Presiders,
  presidersShown,
} from './licence-course-view.ts';
import { Text } from './problem.ts';

const Status = z.enum(['valid', 'suspended', 'expired', 'withdrawn', 'annulled', 'forfeited', 'cancelled']);

const frame = {
  licenceNo: z.string(),
  typeId: z.string(),
  typeName: z.string(),
  organName: z.string(),
  status: Status,
  validFromOn: z.iso.date(),
  validToOn: z.iso.date().nullable(),
  termWords: z.string().exactOptional(),
  /** Of a certificate that exists on paper alone (R84): the number on it. */
  paperNo: z.string().exactOptional(),
};

export const LicenceRow = z
  .object({ ...frame, holderName: z.string(), version: z.int() })
  .meta({ id: 'LicenceRow', description: 'A licence in a list' });

/** What anybody may know who has the number: whether it stands, and nothing about the holder. */
export const LicenceStatusAnswer = z
  .object({ ...frame, inUse: z.boolean().meta({ description: 'False for a number that a later version replaced' }) })
  .meta({ id: 'LicenceStatus' });

const Happening = z.object({
  type: z.string(),
  at: z.string(),
  by: z.string(),
  mandate: z.object({ mandateNo: z.string(), version: z.int() }).exactOptional(),
  caseNo: z.string().exactOptional(),
  reason: z.string().exactOptional(),
});

export const LicenceAnswer = z
  .object({
    licence: LicenceRow,
    holder: z.object({ kind: z.string(), name: z.string(), no: z.string() }),
    claims: z.array(z.object({ name: z.string(), title: Text, value: InputValue })),
    /** The decision on which the version in use rests. */
    basis: z.object({ caseNo: z.string(), decisionNo: z.string() }),
    standing: z.object({ reason: z.string().exactOptional(), at: z.string().exactOptional() }),
    numbers: z.array(z.string()),
    history: z.array(Happening),
    letters: z.array(LicenceLetterShown),
    announced: AnnouncedShown.exactOptional(),
    presiders: Presiders.exactOptional(),
    can: z.record(z.string(), Can),
  })
  .meta({ id: 'Licence', description: 'A licence with its history, and what the caller could do now' });

export function licenceRow(licence: Licence, at: Instant): z.input<typeof LicenceRow> {
  return { ...frameOf(licence, at), holderName: licence.holder.name, version: licence.version };
}

/** What `GET /licences/{licenceNo}/status` answers. */
export function licenceStatus(licence: Licence, licenceNo: string, at: Instant): z.input<typeof LicenceStatusAnswer> {
  return { ...frameOf(licence, at), licenceNo, inUse: licence.licenceNo === licenceNo };
}

export function licenceAnswer(
  platform: Platform,
  caller: Caller,
  licence: Licence,
  at: Instant,
): z.input<typeof LicenceAnswer> {
  const { holder, claims, basis, numbers, history } = licence;
  const standing = standingOn(licence, dateInChina(at));
  const { caseNo, decisionNo } = basis;
  const can = { ...canDo(platform, caller, licence, at), ...canInCourse(platform, caller, licence, at) };
  return {
    licence: licenceRow(licence, at),
    holder: { kind: holder.kind, name: holder.name, no: coveredNo(holder) },
    claims: Object.entries(claims).map(([name, { title, value }]) => ({ name, title, value })),
    basis: { caseNo, decisionNo },
    standing: 'reason' in standing ? { reason: standing.reason, at: standing.at } : {},
    numbers: [...numbers],
    history: history.map((act) => happening(platform, act)),
    letters: lettersShown(platform, licence),
    ...announcedShown(platform, licence),
    ...presidersShown(platform, licence, can, at),
    can,
  };
}

function frameOf(licence: Licence, at: Instant) {
  const { licenceNo, typeId, typeName, organ, validFromOn, validToOn, termWords, paper } = licence;
  const { status } = standingOn(licence, dateInChina(at));
  const term = { validFromOn, validToOn, ...(termWords === undefined ? {} : { termWords }) };
  const onPaper = paper === undefined ? {} : { paperNo: paper.no };
  return { licenceNo, typeId, typeName, organName: organ.name, status, ...term, ...onPaper };
}

/** Who did it, by name where it was a person. */
export function doneBy(platform: Platform, actor: LicenceAct['actor']): string {
  const person = actor.kind === 'person' ? platform.identity.persons.get(personStream(actor.id))?.view : undefined;
  return person?.name ?? (actor.kind === 'operator' ? 'operator' : actor.id);
}

function happening(platform: Platform, { type, at, actor, mandate, caseNo, reason }: LicenceAct) {
  return {
    type,
    at,
    by: doneBy(platform, actor),
    ...(mandate === undefined ? {} : { mandate: { mandateNo: mandate.mandateNo, version: mandate.version } }),
    ...(caseNo === undefined ? {} : { caseNo }),
    ...(reason === undefined ? {} : { reason }),
  };
}

const verbs = [
  'announce',
  'replace',
  'suspend',
  'reinstate',
  'withdraw',
  'annul',
  'forfeit',
  'cancel',
] as const satisfies readonly LicenceVerb[];

/** What the organ's people could do now; the holder himself does nothing here but ask for his papers. */
function canDo(platform: Platform, caller: Caller, licence: Licence, at: Instant): Record<string, Can> {
  if (caller.kind !== 'staff') return {};
  const call = { actor: caller.actor, at };
  return Object.fromEntries(
    verbs.map((act) => {
      const authority = authorityToAct(platform, call, licence, act);
      const refusal = maySuffer(licence, { act }, dateInChina(at)) ?? (isRefusal(authority) ? authority : undefined);
      return [act, canOf(refusal ?? unheard(platform, licence, act, at))];
    }),
  );
}

/** R91: what the holder must have been told and asked before. */
function unheard(platform: Platform, { course }: Licence, act: LicenceVerb, at: Instant): Refusal | undefined {
  if (act !== 'suspend' && act !== 'withdraw' && act !== 'annul' && act !== 'forfeit') return undefined;
  return mayFollow(course, act, { on: dateInChina(at), untilOn: answerUntil(platform, course) });
}
