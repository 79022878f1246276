import { z } from 'zod';
import { Service } from '../document/document.ts';
import type { Recorded } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant, type PlainDate } from '../kernel/time.ts';
import { type SealApplied, sealEvents } from '../seal/seal.ts';
import { licenceRefusals } from './refusals.ts';
import { LicenceSigned } from './signed-act.ts';

/**
 * What lies between an organ's intention to take a licence and its act: the holder is told on which facts, has time to answer, may
 * ask for a hearing before a forfeiture, and what he said is answered (许可法 7; 行政处罚法 44, 45, 62–65). Every act goes out as a
 * sealed letter, and is served.
 */

const Words = z.string().trim().min(1).max(4000);

/** The acts before which the holder is heard. 注销 closes what is dead already and takes nothing. */
export const IntendedAct = z.enum(['suspend', 'withdraw', 'annul', 'forfeit']);
export type IntendedAct = z.infer<typeof IntendedAct>;

/** Working days for an answer, from service: of a hearing by 行政处罚法 64 and 85, and no shorter for a statement. */
export const ANSWER_DAYS = 5;
/** A hearing is told so many days before (行政处罚法 64, R42). */
const HEARING_NOTICE_DAYS = 7;
/** A public notice counts as service when these natural days are over (R87). */
const PUBLIC_NOTICE_DAYS = 30;

/** The letter of an act: number and SM3 of the document that was signed with it, under which alone the seal goes (R82, R103). */
export const ActLetter = z.strictObject({ docNo: z.string().min(1), documentHash: z.string().regex(/^[0-9a-f]{64}$/) });
export type ActLetter = z.infer<typeof ActLetter>;

/** 事先告知: what the organ intends, and on which facts. */
export const AnnounceEnding = z.strictObject({
  intended: IntendedAct,
  facts: Words.min(4),
  reason: Words.min(4),
  basis: Words.max(400),
  /** The last day of a suspension; absent where it is to have none (行政处罚法 44: the content of the penalty is told). */
  untilOn: z.iso.date().exactOptional(),
});

/** What the holder said to it, himself or on paper that the organ entered; `words` are empty where he only waived or asked. */
export const AnswerEnding = z.strictObject({
  said: z.enum(['statement', 'waiver', 'hearingAsked']),
  words: z.string().trim().max(4000),
  /** The day on which a paper came; today where it is left out. */
  receivedOn: z.iso.date().exactOptional(),
  /** The number of the paper that the organ entered. */
  paper: z.string().trim().min(1).max(200).exactOptional(),
});
export type AnswerEnding = z.infer<typeof AnswerEnding>;

/** 听证: when and before whom, and what its record says. */
export const RecordHearing = z.strictObject({
  noticedOn: z.iso.date(),
  heldOn: z.iso.date(),
  /** The member of staff who presided: not whoever announced (行政处罚法 64). */
  presider: z.string().min(1).max(80),
  record: Words.min(4),
});
export type RecordHearing = z.infer<typeof RecordHearing>;

const EndingAnswered = z.strictObject({
  said: AnswerEnding.shape.said,
  words: z.string(),
  receivedOn: z.iso.date(),
  paper: z.string().exactOptional(),
});

/** The events of this course on the stream of a licence. */
export const courseEvents = {
  EndingAnnounced: AnnounceEnding.extend({ letter: ActLetter, signed: LicenceSigned.exactOptional() }),
  EndingAnswered,
  EndingHeard: RecordHearing,
  LicenceLetterServed: Service.extend({ docNo: z.string().min(1) }),
} as const;

interface ServedLetter extends Service {
  readonly at: Instant;
}

/** A sealed letter about a licence, and how it reached the holder. */
export interface LicenceLetter {
  readonly applied: SealApplied;
  readonly served: ServedLetter | undefined;
}

/** An intended act as it was announced last, with what came of it. */
export interface Announcement extends z.infer<typeof AnnounceEnding> {
  readonly docNo: string;
  readonly by: string;
  readonly at: Instant;
  readonly answers: readonly (z.infer<typeof EndingAnswered> & { readonly at: Instant })[];
  readonly hearing: RecordHearing | undefined;
}

export interface EndingCourse {
  readonly letters: readonly LicenceLetter[];
  readonly announced: Announcement | undefined;
}

export const noCourse: EndingCourse = { letters: [], announced: undefined };

/** Folds the course of an ending. */
export function courseAfter(course: EndingCourse, { type, data, at, actor }: Recorded): EndingCourse {
  const { letters, announced } = course;
  switch (type) {
    case 'LetterSealed': {
      const applied = sealEvents.SealApplied.parse(data);
      return applied.documentKind === 'licence'
        ? course
        : { ...course, letters: [...letters, { applied, served: undefined }] };
    }
    case 'LicenceLetterServed': {
      const { docNo, ...service } = courseEvents.LicenceLetterServed.parse(data);
      const served = { ...service, at };
      return { ...course, letters: letters.map((one) => (one.applied.docNo === docNo ? { ...one, served } : one)) };
    }
    case 'EndingAnnounced': {
      const { letter, signed: _signed, ...said } = courseEvents.EndingAnnounced.parse(data);
      // What he said to an earlier notice of the same act is answered too; a waiver was of that notice alone.
      const earlier = announced?.intended === said.intended ? announced.answers : [];
      const answers = earlier.filter((one) => one.said !== 'waiver');
      return {
        ...course,
        announced: { ...said, docNo: letter.docNo, by: actor.id, at, answers, hearing: undefined },
      };
    }
    case 'EndingAnswered': {
      if (announced === undefined) return course;
      const answer = { ...courseEvents.EndingAnswered.parse(data), at };
      return { ...course, announced: { ...announced, answers: [...announced.answers, answer] } };
    }
    case 'EndingHeard':
      return announced === undefined
        ? course
        : { ...course, announced: { ...announced, hearing: courseEvents.EndingHeard.parse(data) } };
    case 'LicenceSuspended':
    case 'LicenceWithdrawn':
    case 'LicenceAnnulled':
    case 'LicenceForfeited':
    case 'LicenceCancelled':
      return { ...course, announced: undefined };
    default:
      return course;
  }
}

/** The day on which a letter counts as served; undefined while it does not (R87). */
export function servedOn({ served }: Pick<LicenceLetter, 'served'>): PlainDate | undefined {
  if (served === undefined) return undefined;
  const on = dateInChina(served.at);
  return served.method === 'publicNotice' ? addDays(on, PUBLIC_NOTICE_DAYS) : on;
}

/** The day from which the holder's time for an answer runs; undefined while nothing is announced, or was not sent. */
export function announcedOn({ letters, announced }: EndingCourse): PlainDate | undefined {
  const letter = letters.find(({ applied }) => applied.docNo === announced?.docNo);
  return letter === undefined ? undefined : servedOn(letter);
}

/** What an act says of the hearing that came before it; absent where only what stands in its way already is asked. */
export interface SaidOfHearing {
  readonly facts: string;
  readonly basis: string;
  readonly heard?: string | undefined;
  readonly untilOn?: PlainDate | undefined;
}

/** Whether the holder was told and heard before the act; `untilOn` is the last day for his answer. Undefined means yes. */
export function mayFollow(
  { announced }: EndingCourse,
  intended: IntendedAct,
  {
    on,
    untilOn,
    said,
  }: { readonly on: PlainDate; readonly untilOn: PlainDate | undefined; readonly said?: SaidOfHearing },
): Refusal | undefined {
  if (announced?.intended !== intended) return refuse(licenceRefusals, 'ending-not-announced', { act: intended });
  if (untilOn === undefined) return refuse(licenceRefusals, 'announcement-not-served', { docNo: announced.docNo });
  const { answers, hearing } = announced;
  if (isHearingOwed(announced)) return refuse(licenceRefusals, 'hearing-not-held', { docNo: announced.docNo });
  // The whole time is his, to say more or to ask for a hearing: only a waiver, or the hearing itself, ends it sooner.
  const isOver = answers.some(({ said: word }) => word === 'waiver');
  if (on <= untilOn && !isOver && hearing === undefined)
    return refuse(licenceRefusals, 'answer-time-open', { untilOn });
  if (said === undefined) return undefined;
  if (said.facts.trim() !== announced.facts || said.basis.trim() !== announced.basis)
    return refuse(licenceRefusals, 'facts-not-announced', {});
  const mustAnswer = hearing !== undefined || answers.some(({ said: word }) => word === 'statement');
  if (mustAnswer && said.heard === undefined) return refuse(licenceRefusals, 'statement-unanswered', {});
  return isAsAnnounced(announced, said.untilOn, mustAnswer)
    ? undefined
    : refuse(licenceRefusals, 'suspension-not-announced', { announced: announced.untilOn ?? null });
}

/** The last day is the announced one; an earlier one only where what the holder said was considered, a later one never (行政处罚法 44, 45). */
function isAsAnnounced({ untilOn: told }: Announcement, untilOn: PlainDate | undefined, isHeard: boolean): boolean {
  if (untilOn === told) return true;
  return isHeard && untilOn !== undefined && (told === undefined || untilOn < told);
}

/**
 * 行政处罚法 45 II: what the holder said makes no penalty heavier. On the same facts nothing heavier is announced after it, so that a new
 * notice is no way around that; with facts that were not told before it is another matter.
 */
export function mayAnnounce({ announced }: EndingCourse, said: z.infer<typeof AnnounceEnding>): Refusal | undefined {
  if (announced?.intended !== 'suspend' || said.facts.trim() !== announced.facts) return undefined;
  const hasSpoken = announced.hearing !== undefined || announced.answers.some(({ said: word }) => word === 'statement');
  const { untilOn: told } = announced;
  const isLonger = told !== undefined && (said.untilOn === undefined || said.untilOn > told);
  const isHeavier = said.intended === 'forfeit' || (said.intended === 'suspend' && isLonger);
  return hasSpoken && isHeavier
    ? refuse(licenceRefusals, 'heavier-after-statement', { told: told ?? null })
    : undefined;
}

/** A hearing was asked for, not held, and not given up since (行政处罚法 64: nor who stays away without good cause). */
function isHearingOwed({ answers, hearing }: Announcement): boolean {
  const asked = answers.findLastIndex(({ said }) => said === 'hearingAsked');
  const waived = answers.findLastIndex(({ said }) => said === 'waiver');
  return asked > waived && hearing === undefined;
}

/** By whom an answer is entered: the holder himself where nobody is named. */
interface Entered {
  readonly said: AnswerEnding['said'];
  readonly words?: string;
  readonly receivedOn: PlainDate;
  readonly paper?: string | undefined;
  readonly by?: string | undefined;
}

/** Whether the holder may still say this; `untilOn` as in `mayFollow`. */
export function mayAnswer(
  { announced }: EndingCourse,
  { said, words, receivedOn, paper, by }: Entered,
  on: PlainDate,
  untilOn: PlainDate | undefined,
): Refusal | undefined {
  if (announced === undefined) return refuse(licenceRefusals, 'nothing-announced', {});
  if (said === 'statement' && words === '') return refuse(licenceRefusals, 'statement-without-words', {});
  // Who intends to take a licence says nothing in its holder's name, and nobody does without a paper of his.
  if (said === 'waiver' && by !== undefined && (paper === undefined || by === announced.by))
    return refuse(licenceRefusals, 'waiver-not-his', {});
  if (receivedOn > on || receivedOn < dateInChina(announced.at))
    return refuse(licenceRefusals, 'answer-day-wrong', { receivedOn });
  if (said !== 'hearingAsked') return undefined;
  if (announced.intended !== 'forfeit')
    return refuse(licenceRefusals, 'no-right-to-hearing', { act: announced.intended });
  return untilOn !== undefined && receivedOn > untilOn
    ? refuse(licenceRefusals, 'hearing-asked-late', { untilOn })
    : undefined;
}

/** Whether a hearing held like this is one (R42; 行政处罚法 64); undefined means yes. */
export function mayRecord(
  { announced }: EndingCourse,
  { noticedOn, heldOn, presider }: RecordHearing,
  { on, isOfOrgan }: { readonly on: PlainDate; readonly isOfOrgan: boolean },
): Refusal | undefined {
  const asked = announced?.answers.findLast(({ said }) => said === 'hearingAsked');
  if (announced === undefined || asked === undefined) return refuse(licenceRefusals, 'hearing-not-asked', {});
  if (noticedOn < asked.receivedOn || addDays(noticedOn, HEARING_NOTICE_DAYS) > heldOn || heldOn > on)
    return refuse(licenceRefusals, 'hearing-notice-short', { noticedOn, heldOn });
  return presider === announced.by || !isOfOrgan ? refuse(licenceRefusals, 'presider-not-apart', {}) : undefined;
}
