import { z } from 'zod';
import { checkELicenceId, composeELicenceId, InputValue } from '../catalogue/catalogue.ts';
import type { MandateRef, Recorded } from '../journal/journal.ts';
import { rememberFold } from '../journal/journal.ts';
import { sealEvents } from '../seal/seal.ts';
import type { Instant, PlainDate } from '../kernel/time.ts';
import { ActLetter, courseAfter, courseEvents, type EndingCourse, noCourse } from './ending-course.ts';
import { LicenceSigned } from './signed-act.ts';

/**
 * The e-licence library 电子证照库: every licence is a stream of its own, `licence/<type>.<issuer>.<serial>`, born in the commit of
 * the decision that grants it (ADR 26). Renewal, change and replacement make a new version with a new identifier; the four
 * ways of ending are kept apart as the law keeps them (许可法 8, 69, 70; 行政处罚法 9).
 */

export { defineLicenceType, LicenceNature, LicenceType, licenceTypeStream, viewLicenceType } from './licence-type.ts';
export {
  AnswerEnding,
  announcedOn,
  type EndingCourse,
  type LicenceLetter,
  RecordHearing,
  servedOn,
} from './ending-course.ts';
export { termOf, type Term } from './term.ts';
export type { LicenceRefusalCode } from './refusals.ts';

/** Work that a licence with a term leaves: its end is recorded on the day after its last. */
export const EXPIRY_TOPIC = 'licence.expire';
/** Work that a suspension for a time leaves: its end is recorded on the day after its last. */
export const SUSPENSION_TOPIC = 'licence.resume';
/** Work that a letter leaves whose holder agreed to electronic service: it is served at once. */
export const SERVICE_TOPIC = 'licence.serve';

const Words = z.string().trim().min(1).max(4000);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Who holds a licence 持证主体. `key` finds his licences without his number: `holderKey` of the realm and the number. */
export const LicenceHolder = z.strictObject({
  kind: z.enum(['naturalPerson', 'legalPerson', 'otherOrganisation']),
  name: z.string().min(1),
  idType: z.string().min(1),
  idNo: z.string().min(1),
  key: Hash,
});
export type LicenceHolder = z.infer<typeof LicenceHolder>;

/** One thing that a licence says 照面信息, under the title that its form gives it. */
export const LicenceClaim = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  value: InputValue,
});
export type LicenceClaim = z.infer<typeof LicenceClaim>;

/**
 * The act of power on which a version rests: the decision of a case, as its stream records it. All are empty for a licence that
 * was taken over from before the library.
 */
export const LicenceBasis = z.strictObject({
  caseNo: z.string(),
  itemId: z.string(),
  /** SM3 of the decision letter that was signed. */
  decisionHash: z.string(),
  /** The number of that letter; empty while silence granted it and the letter is owed. */
  decisionNo: z.string(),
  /** GRANT, GRANT_ON_PROMISE, DEEMED_RENEWED, or TAKEN_OVER. */
  outcome: z.string().min(1),
});
export type LicenceBasis = z.infer<typeof LicenceBasis>;

const Claims = z.record(z.string(), LicenceClaim);
/** `toOn` is the last day; without it `termWords` say how long (长期, 按场次 …). */
const Validity = {
  validFromOn: z.iso.date(),
  validToOn: z.iso.date().nullable(),
  termWords: z.string().exactOptional(),
};

export const LicenceIssued = z.strictObject({
  licenceNo: z.string(),
  typeId: z.string(),
  typeCode: z.string(),
  typeName: z.string(),
  organ: z.strictObject({ code: z.string(), name: z.string(), uscc: z.string() }),
  holder: LicenceHolder,
  claims: Claims,
  ...Validity,
  basis: LicenceBasis,
  /** The number of a licence outside the library that this one continues. */
  continues: z.string().exactOptional(),
  /** A certificate that exists on paper alone (电子签名法 3, R84): its number, and who signed it. The library knows that it is, and no more. */
  paper: z.strictObject({ no: z.string().min(1), signedBy: z.string(), signedOn: z.iso.date() }).exactOptional(),
  /** Who founded the holder, found by his key: he has its first papers until it acts for itself. */
  foundedBy: Hash.exactOptional(),
});
export type LicenceIssued = z.infer<typeof LicenceIssued>;

export const LicenceRenewed = z.strictObject({
  licenceNo: z.string(),
  claims: Claims,
  ...Validity,
  basis: LicenceBasis,
});
export type LicenceRenewed = z.infer<typeof LicenceRenewed>;

export const LicenceChanged = z.strictObject({
  licenceNo: z.string(),
  holder: LicenceHolder,
  claims: Claims,
  basis: LicenceBasis,
});
export type LicenceChanged = z.infer<typeof LicenceChanged>;

/** Why an organ acted on a licence: facts or reasons in words, and the norm. */
export const LicenceReason = z.strictObject({ reason: Words.min(4), basis: Words.max(400) });
export type LicenceReason = z.infer<typeof LicenceReason>;

/** 补发、换发: the same licence again under a new identifier, for one that is lost or worn. */
export const LicenceReplaced = LicenceReason.extend({ licenceNo: z.string() });

/** 暂扣: as a penalty, for a time (行政处罚法 9). */
export const LicenceSuspended = LicenceReason.extend({ untilOn: z.iso.date().exactOptional() });

/** 撤回 (许可法 8): of a lawful licence, for the public interest; the loss is compensated. */
export const LicenceWithdrawn = LicenceReason.extend({
  ground: z.enum(['lawChanged', 'factsChanged']),
  compensation: Words,
});

/** 撤销 (许可法 69): of one that should never have been granted. */
export const LicenceAnnulled = LicenceReason.extend({
  ground: z.enum(['abuseOfOffice', 'beyondPower', 'procedureBreached', 'holderUnqualified', 'fraud', 'otherByLaw']),
});

/**
 * 吊销: the penalty, by its decision (行政处罚法 9), which `penaltyNo` names: the letter of the act itself. `deliberation` is what the
 * legal review and the collective discussion of the organ's heads said (行政处罚法 57, 58).
 */
export const LicenceForfeited = LicenceReason.extend({
  penaltyNo: Words.max(100),
  deliberation: Words.exactOptional(),
});

/** 注销 (许可法 70): the closing of what is dead, or given back. */
export const LicenceCancelled = LicenceReason.extend({
  ground: z.enum(['expired', 'holderDied', 'holderDissolved', 'ended', 'forceMajeure', 'onRequest']),
  /** What proves the ground: the number of the holder's request or of the certificate. */
  proof: z.string().trim().min(1).max(200).exactOptional(),
});
export type LicenceCancelled = z.infer<typeof LicenceCancelled>;

/** What an organ does is signed; what a case brings about is covered by the signature of its decision. */
const Signed = { signed: LicenceSigned.exactOptional() } as const;
/** What was made out after its decision, by somebody who has the power that the mandate of the decision lacked (R81): why then. */
const Later = {
  ...Signed,
  later: z.strictObject({ reason: Words, caseNo: z.string() }).exactOptional(),
} as const;
/** What takes a licence away says on which facts, answers what the holder said, and goes out as a letter. */
const Taking = {
  ...Signed,
  facts: Words.exactOptional(),
  heard: Words.exactOptional(),
  letter: ActLetter.exactOptional(),
} as const;

/** The events of the stream `licence/…`. */
export const licenceEvents = {
  LicenceIssued: LicenceIssued.extend(Later),
  LicenceRenewed: LicenceRenewed.extend(Later),
  LicenceChanged: LicenceChanged.extend(Later),
  LicenceReplaced: LicenceReplaced.extend(Signed),
  LicenceSuspended: LicenceSuspended.extend(Taking),
  LicenceReinstated: LicenceReason.extend(Signed),
  LicenceWithdrawn: LicenceWithdrawn.extend(Taking),
  LicenceAnnulled: LicenceAnnulled.extend(Taking),
  LicenceForfeited: LicenceForfeited.extend(Taking),
  LicenceCancelled: LicenceCancelled.extend({ ...Taking, ...Later }),
  LicenceExpired: z.strictObject({ lastDayOn: z.iso.date() }),
  ...courseEvents,
  /** The licence as a document, under the organ's own seal (许可法 39), one for each version; and the letters of what was done to it. */
  LetterSealed: sealEvents.SealApplied,
} as const;
export type LicenceEventType = keyof typeof licenceEvents;

/** How a licence stands. Five ways of not being valid, five words (domain, vocabulary trap). */
export type Standing =
  | { readonly status: 'valid' }
  | { readonly status: 'suspended'; readonly at: Instant; readonly reason: string; readonly untilOn?: PlainDate }
  | { readonly status: 'expired'; readonly lastDayOn: PlainDate }
  | { readonly status: 'withdrawn' | 'annulled' | 'forfeited'; readonly at: Instant; readonly reason: string }
  | { readonly status: 'cancelled'; readonly at: Instant; readonly reason: string; readonly ground: string };
export type LicenceStatus = Standing['status'];

/** One act in the life of a licence: what, when, by whom, under which mandate, why. */
export interface LicenceAct {
  readonly type: LicenceEventType;
  readonly at: Instant;
  readonly actor: Recorded['actor'];
  readonly mandate: MandateRef | undefined;
  readonly reason: string | undefined;
  readonly caseNo: string | undefined;
}

export interface Licence {
  readonly stream: string;
  /** The identifier of the version in use. */
  readonly licenceNo: string;
  readonly version: number;
  /** The identifiers that it had, oldest first, the one in use last. */
  readonly numbers: readonly string[];
  readonly typeId: string;
  readonly typeCode: string;
  readonly typeName: string;
  readonly organ: LicenceIssued['organ'];
  readonly holder: LicenceHolder;
  readonly claims: Readonly<Record<string, LicenceClaim>>;
  readonly validFromOn: PlainDate;
  readonly validToOn: PlainDate | null;
  readonly termWords: string | undefined;
  readonly issuedAt: Instant;
  /** The decision on which the version in use rests. */
  readonly basis: LicenceBasis;
  readonly continues: string | undefined;
  readonly foundedBy: string | undefined;
  readonly paper: LicenceIssued['paper'];
  /** The sealed document of the version in use; undefined until it is first asked for. */
  readonly document: z.infer<typeof sealEvents.SealApplied> | undefined;
  /** As recorded; a term that has run out since is `standingOn`'s to see. */
  readonly recorded: Standing;
  readonly history: readonly LicenceAct[];
  /** The letters about it, and what is announced of it. */
  readonly course: EndingCourse;
}

/** The stream of a licence from any of its identifiers; undefined where that is none. */
export function licenceStreamOf(licenceNo: string): string | undefined {
  const id = checkELicenceId(licenceNo);
  return id.valid ? `licence/${id.type}.${id.issuer}.${id.serial}` : undefined;
}

/** The identifier of the next version, with its own check character (GB/T 36904). */
export function nextLicenceNo(licenceNo: string): string {
  const id = checkELicenceId(licenceNo);
  if (!id.valid) throw new RangeError(`${licenceNo} is no identifier of a licence`);
  const { type, issuer, serial, version } = id;
  return composeELicenceId({ type, issuer, serial, version: String(Number(version) + 1).padStart(3, '0') });
}

/** How the licence stands on a day: what is valid for a term ends with its last day, recorded or not (许可法 70). */
export function standingOn({ recorded, validToOn }: Pick<Licence, 'recorded' | 'validToOn'>, on: PlainDate): Standing {
  const isOver = validToOn !== null && validToOn < on;
  switch (recorded.status) {
    case 'valid':
      return isOver ? { status: 'expired', lastDayOn: validToOn } : recorded;
    case 'suspended':
      if (isOver) return { status: 'expired', lastDayOn: validToOn };
      // A penalty for a time ends with its time, whether anybody records that or not (行政处罚法 9).
      return recorded.untilOn !== undefined && recorded.untilOn < on ? { status: 'valid' } : recorded;
    case 'expired':
    case 'withdrawn':
    case 'annulled':
    case 'forfeited':
    case 'cancelled':
      return recorded;
    default:
      return recorded satisfies never;
  }
}

/** The licence as its events tell it; undefined before it is issued. */
export const viewLicence = rememberFold<Licence | undefined>(undefined, fold);

function fold(licence: Licence | undefined, event: Recorded): Licence | undefined {
  if (event.type === 'LicenceIssued') return issued(event);
  if (licence === undefined || !isLicenceEvent(event.type)) return licence;
  const history = [...licence.history, actOf(event, event.type)];
  return { ...licence, ...changeOf(licence, event), history, course: courseAfter(licence.course, event) };
}

function issued(event: Recorded): Licence {
  const data = licenceEvents.LicenceIssued.parse(event.data);
  const { continues, termWords, foundedBy, paper, later: _later, signed: _signed, ...said } = data;
  return {
    ...said,
    continues,
    foundedBy,
    paper,
    termWords,
    document: undefined,
    stream: event.stream,
    version: 1,
    numbers: [data.licenceNo],
    issuedAt: event.at,
    recorded: { status: 'valid' },
    history: [actOf(event, 'LicenceIssued')],
    course: noCourse,
  };
}

function changeOf(licence: Licence, { type, at, data }: Recorded): Partial<Licence> | undefined {
  switch (type) {
    case 'LicenceRenewed': {
      const { later: _later, signed: _signed, ...made } = licenceEvents.LicenceRenewed.parse(data);
      const { licenceNo, termWords, ...renewed } = made;
      return { ...renewed, termWords, ...numbered(licence, licenceNo), recorded: { status: 'valid' } };
    }
    case 'LicenceChanged': {
      const { later: _later, signed: _signed, ...made } = licenceEvents.LicenceChanged.parse(data);
      const { licenceNo, ...changed } = made;
      return { ...changed, foundedBy: undefined, ...numbered(licence, licenceNo) };
    }
    case 'LicenceReplaced':
      return numbered(licence, licenceEvents.LicenceReplaced.parse(data).licenceNo);
    case 'LicenceSuspended': {
      const { reason, untilOn } = licenceEvents.LicenceSuspended.parse(data);
      return { recorded: { status: 'suspended', at, reason, ...(untilOn === undefined ? {} : { untilOn }) } };
    }
    case 'LicenceReinstated':
      return { recorded: { status: 'valid' } };
    case 'LicenceWithdrawn':
      return { recorded: { status: 'withdrawn', at, reason: LicenceReason.parse(reasonOf(data)).reason } };
    case 'LicenceAnnulled':
      return { recorded: { status: 'annulled', at, reason: LicenceReason.parse(reasonOf(data)).reason } };
    case 'LicenceForfeited':
      return { recorded: { status: 'forfeited', at, reason: LicenceReason.parse(reasonOf(data)).reason } };
    case 'LicenceCancelled': {
      const { reason, ground } = licenceEvents.LicenceCancelled.parse(data);
      return { recorded: { status: 'cancelled', at, reason, ground } };
    }
    case 'LicenceExpired': {
      const { lastDayOn } = licenceEvents.LicenceExpired.parse(data);
      return { recorded: { status: 'expired', lastDayOn } };
    }
    case 'LetterSealed':
      return documentIn(data);
    default:
      return {};
  }
}

/** The document of the licence itself; other letters are of its course. */
function documentIn(data: unknown): Pick<Licence, 'document'> | undefined {
  const document = sealEvents.SealApplied.parse(data);
  return document.documentKind === 'licence' ? { document } : undefined;
}

/** A new version has another identifier, and a document of its own. */
function numbered(
  { version, numbers }: Licence,
  licenceNo: string,
): Pick<Licence, 'licenceNo' | 'version' | 'numbers' | 'document'> {
  return { document: undefined, licenceNo, version: version + 1, numbers: [...numbers, licenceNo] };
}

const Reasoned = z.looseObject({ reason: z.string(), basis: z.string() });
const OfCase = z.looseObject({ basis: LicenceBasis });
const MadeOutLater = z.looseObject({ later: z.object({ reason: z.string(), caseNo: z.string() }) });

function reasonOf(data: unknown): LicenceReason | undefined {
  const found = Reasoned.safeParse(data);
  return found.success ? { reason: found.data.reason, basis: found.data.basis } : undefined;
}

function actOf(event: Recorded, type: LicenceEventType): LicenceAct {
  const { at, actor, mandate, data } = event;
  const ofCase = OfCase.safeParse(data);
  const madeOut = MadeOutLater.safeParse(data);
  const later = madeOut.success ? madeOut.data.later : undefined;
  const caseNo = ofCase.success && ofCase.data.basis.caseNo !== '' ? ofCase.data.basis.caseNo : later?.caseNo;
  return { type, at, actor, mandate, reason: later?.reason ?? reasonOf(data)?.reason, caseNo };
}

function isLicenceEvent(type: string): type is LicenceEventType {
  return Object.hasOwn(licenceEvents, type);
}
