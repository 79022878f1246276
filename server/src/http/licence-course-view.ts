import { z } from 'zod';
import { addMonths, addNaturalDays } from '../calendar/calendar.ts';
import { remediesOf } from '../document/document.ts';
import { findOrgan } from '../identity/actions.ts';
import { PostKind, postsAt } from '../identity/identity.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { answerUntil, mayAnswer, staffOf } from '../licence/actions.ts';
import { AnswerEnding, type Licence, type LicenceLetter, servedOn } from '../licence/licence.ts';
import { licenceRefusals } from '../licence/refusals.ts';
import { remedyOf } from '../seal/actions.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { type Can, canOf } from './case-can.ts';

const On = z.iso.date();

/** A letter about a licence, and until when its remedies are open. */
export const LicenceLetterShown = z
  .object({
    docNo: z.string(),
    kind: z.string(),
    sealedHash: z.string(),
    sealedAt: z.string(),
    hasOfd: z.boolean(),
    served: z.object({ on: On, method: z.string(), recipient: z.string() }).exactOptional(),
    /** R68: the days on which review and suit end, from service; absent for a notice, which decides nothing. */
    remedies: z.object({ reviewUntilOn: On, suitUntilOn: On }).exactOptional(),
  })
  .meta({ id: 'LicenceLetter' });

export const AnnouncedShown = z
  .object({
    intended: z.string(),
    facts: z.string(),
    reason: z.string(),
    basis: z.string(),
    /** The last day of an intended suspension. */
    untilOn: On.exactOptional(),
    docNo: z.string(),
    /** The last day for an answer; absent while the notice is not served. */
    answerUntilOn: On.exactOptional(),
    answers: z.array(z.object({ said: AnswerEnding.shape.said, words: z.string(), receivedOn: On })),
    hearing: z.object({ heldOn: On, record: z.string() }).exactOptional(),
  })
  .meta({ id: 'AnnouncedEnding', description: 'What the organ intends to do to a licence, and what its holder said' });

/** Who can have presided over a hearing that may be recorded (行政处罚法 64). */
export const Presiders = z.array(z.object({ personId: z.string(), name: z.string(), post: PostKind }));

/** Everybody in office in the organ but who announced the act; nobody where no hearing may be recorded. */
export function presidersShown(
  platform: Platform,
  { course: { announced }, organ }: Licence,
  can: Readonly<Record<string, Can>>,
  at: Instant,
): { readonly presiders?: z.input<typeof Presiders> } {
  if (can['recordHearing']?.allowed !== true) return {};
  const presiders = platform.people.list().flatMap(({ view: person }): z.input<typeof Presiders> => {
    if (person === undefined || person.personId === announced?.by) return [];
    const { personId, name } = person;
    if (isRefusal(staffOf(platform, { actor: { kind: 'person', id: personId }, at }, organ.code))) return [];
    const post = postsAt(person, at).find((held) => held.organ === organ.code)?.kind;
    return post === undefined ? [] : [{ personId, name, post }];
  });
  return { presiders };
}

export function lettersShown(platform: Platform, licence: Licence): z.input<typeof LicenceLetterShown>[] {
  return licence.course.letters.map((letter) => {
    const { docNo, documentKind: kind, sealedHash, at: sealedAt, twinHash } = letter.applied;
    const { served } = letter;
    const on = servedOn(letter);
    return {
      docNo,
      kind,
      sealedHash,
      sealedAt,
      hasOfd: twinHash !== undefined,
      ...(served === undefined || on === undefined
        ? {}
        : { served: { on, method: served.method, recipient: served.recipient } }),
      ...remediesFrom(platform, licence, letter),
    };
  });
}

/** R68: natural days and months from service, each ending on a working day (民法典 203). */
function remediesFrom(platform: Platform, { organ: { code } }: Licence, letter: LicenceLetter) {
  const on = servedOn(letter);
  const organ = findOrgan(platform.identity, code);
  if (on === undefined || organ === undefined || letter.applied.documentKind === 'endingNotice') return {};
  const remedies = remediesOf(remedyOf({ servedOnline: false }, organ, platform.place));
  if (isRefusal(remedies)) return {};
  const calendar = platform.calendar();
  return {
    remedies: {
      reviewUntilOn: addNaturalDays(calendar, on, remedies.reviewWithinDays),
      suitUntilOn: addMonths(calendar, on, remedies.suitWithinMonths),
    },
  };
}

export function announcedShown(
  platform: Platform,
  { course }: Licence,
): { readonly announced?: z.input<typeof AnnouncedShown> } {
  if (course.announced === undefined) return {};
  const { intended, facts, reason, basis, untilOn, docNo, answers, hearing } = course.announced;
  const answerUntilOn = answerUntil(platform, course);
  return {
    announced: {
      intended,
      facts,
      reason,
      basis,
      ...(untilOn === undefined ? {} : { untilOn }),
      docNo,
      ...(answerUntilOn === undefined ? {} : { answerUntilOn }),
      answers: answers.map(({ said, words, receivedOn }) => ({ said, words, receivedOn })),
      ...(hearing === undefined ? {} : { hearing: { heldOn: hearing.heldOn, record: hearing.record } }),
    },
  };
}

/** What the caller could do in the course of an ending: the holder answers, the organ serves and enters. */
export function canInCourse(platform: Platform, caller: Caller, licence: Licence, at: Instant): Record<string, Can> {
  const { course } = licence;
  const on = dateInChina(at);
  const untilOn = answerUntil(platform, course);
  const mayHe = (said: AnswerEnding['said']) => mayAnswer(course, { said, receivedOn: on }, on, untilOn);
  if (caller.kind === 'applicant') {
    if (course.announced === undefined) return {};
    return { answer: canOf(mayHe('statement')), askHearing: canOf(mayHe('hearingAsked')) };
  }
  const staff = staffOf(platform, { actor: caller.actor, at }, licence.organ.code);
  const barred = isRefusal(staff) ? staff : undefined;
  const isUnserved = course.letters.some(({ served }) => served === undefined);
  const isAsked = course.announced?.answers.some(({ said }) => said === 'hearingAsked') === true;
  return {
    ...(isUnserved ? { serve: canOf(barred) } : {}),
    ...(course.announced === undefined ? {} : { enterAnswer: canOf(barred ?? mayHe('statement')) }),
    ...(course.announced?.intended === 'forfeit'
      ? { recordHearing: canOf(barred ?? (isAsked ? undefined : refuse(licenceRefusals, 'hearing-not-asked', {}))) }
      : {}),
  };
}
