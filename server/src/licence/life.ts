import { z } from 'zod';
import { type Authority, fencesOf, mandateOf } from '../application/application.ts';
import type { Ending } from '../document/document.ts';
import type { FenceUse, NewEvent, OutboxEntry, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant, instantInChina, type PlainDate } from '../kernel/time.ts';
import { type ActLetter, AnnounceEnding, IntendedAct, mayAnnounce, mayFollow } from './ending-course.ts';
import {
  type Licence,
  LicenceAnnulled,
  LicenceCancelled,
  type LicenceEventType,
  LicenceForfeited,
  LicenceReason,
  type LicenceStatus,
  LicenceSuspended,
  LicenceWithdrawn,
  nextLicenceNo,
  SERVICE_TOPIC,
  standingOn,
  SUSPENSION_TOPIC,
  viewLicence,
} from './licence.ts';
import { licenceRefusals } from './refusals.ts';
import { LicenceRecusal, type LicenceSigned } from './signed-act.ts';

/** The signer's declaration on recusal comes with every act (T05). */
const Declared = { recusal: LicenceRecusal } as const;

const Words = z.string().trim().min(1).max(4000);
/** On which facts, which are those announced, and what is answered to what the holder said (R67; 行政处罚法 45, 62). */
const Heard = { facts: Words.min(4), heard: Words.exactOptional() } as const;

/** The acts that go out as a letter, which who signs it reads before (R71). */
export const LetteredAct = z.discriminatedUnion('act', [
  AnnounceEnding.extend({ act: z.literal('announce'), ...Declared }),
  LicenceSuspended.extend({ act: z.literal('suspend'), ...Heard, ...Declared }),
  LicenceWithdrawn.extend({ act: z.literal('withdraw'), ...Heard, ...Declared }),
  LicenceAnnulled.extend({ act: z.literal('annul'), ...Heard, ...Declared }),
  LicenceForfeited.omit({ penaltyNo: true }).extend({
    act: z.literal('forfeit'),
    deliberation: Words.min(4),
    ...Heard,
    ...Declared,
  }),
  LicenceCancelled.extend({ act: z.literal('cancel'), facts: Words.min(4), ...Declared }),
]);
export type LetteredAct = z.infer<typeof LetteredAct>;

/** What an organ does to a licence outside any case, each with its own words, ground and effect. */
export const ActOnLicence = z.discriminatedUnion('act', [
  ...LetteredAct.options,
  LicenceReason.extend({ act: z.literal('replace'), ...Declared }),
  LicenceReason.extend({ act: z.literal('reinstate'), ...Declared }),
]);
export type ActOnLicence = z.infer<typeof ActOnLicence>;
export type LicenceVerb = ActOnLicence['act'];

/**
 * Which licence each act may meet, and the event that it leaves. A licence that has ended comes back by no act; what has ended
 * in any way is then closed by 注销 (许可法 70).
 */
const VERBS = {
  // What is announced must itself be possible: `maySuffer` asks for the intended act.
  announce: { event: 'EndingAnnounced', from: ['valid', 'suspended', 'expired'] },
  replace: { event: 'LicenceReplaced', from: ['valid'] },
  suspend: { event: 'LicenceSuspended', from: ['valid'] },
  reinstate: { event: 'LicenceReinstated', from: ['suspended'] },
  withdraw: { event: 'LicenceWithdrawn', from: ['valid', 'suspended'] },
  annul: { event: 'LicenceAnnulled', from: ['valid', 'suspended', 'expired'] },
  forfeit: { event: 'LicenceForfeited', from: ['valid', 'suspended'] },
  cancel: {
    event: 'LicenceCancelled',
    from: ['valid', 'suspended', 'expired', 'withdrawn', 'annulled', 'forfeited'],
  },
} as const satisfies Record<LicenceVerb, { readonly event: LicenceEventType; readonly from: readonly LicenceStatus[] }>;

/** The letter of each act that the law wants in writing (R67; 行政处罚法 44, 59). */
export const LETTERS = {
  announce: 'endingNotice',
  suspend: 'suspensionDecision',
  withdraw: 'withdrawalDecision',
  annul: 'annulmentDecision',
  forfeit: 'forfeitureDecision',
  cancel: 'cancellationDecision',
  // 补发、换发 issues the licence itself anew; the early end of a penalty takes nothing, and no law asks for a form of it.
  replace: undefined,
  reinstate: undefined,
} as const satisfies Record<LicenceVerb, Ending | 'endingNotice' | undefined>;

/** R93: what must have happened to a licence for each ground of its cancellation (许可法 70). */
const GROUNDS = {
  expired: ['expired'],
  ended: ['withdrawn', 'annulled', 'forfeited'],
  holderDied: ['valid', 'suspended', 'expired'],
  holderDissolved: ['valid', 'suspended', 'expired'],
  forceMajeure: ['valid', 'suspended', 'expired'],
  // Who is being penalised does not escape by giving the licence back.
  onRequest: ['valid'],
} as const satisfies Record<LicenceCancelled['ground'], readonly LicenceStatus[]>;

/** The act as its signer signed it, with its sealed letter, and the fences of his way of confirming and of the seal. */
export interface SignedAct {
  readonly signed: LicenceSigned;
  readonly letter: { readonly ref: ActLetter; readonly event: NewEvent } | undefined;
  readonly fences: readonly FenceUse[];
}

export interface LifeFacts {
  readonly authority: Authority | Refusal;
  /** The last day for the holder's answer to what was announced; undefined while that runs from nothing. */
  readonly answerUntilOn: PlainDate | undefined;
  /** The last day for an answer to what is announced today, if it is served today: no decision comes before. */
  readonly soonestAnswerUntilOn: PlainDate;
  /** R87: the holder agreed to be served electronically. */
  readonly isServedOnline: boolean;
  readonly signed: SignedAct | Refusal;
}

/** One act of the organ on a licence, under its mandate or by the office of its head (R81, R91–R93). */
export const actOnLicence: Step<ActOnLicence, Licence | undefined, LifeFacts> = {
  name: 'actOnLicence',
  view: viewLicence,
  decide(view, command, facts, { at, stream }) {
    const refusal = mayAct(view, command, facts, at);
    if (refusal !== undefined) return refusal;
    const { authority, signed, isServedOnline } = facts;
    if (isRefusal(authority)) return authority;
    if (isRefusal(signed)) return signed;
    const { letter } = signed;
    if (LETTERS[command.act] !== undefined && letter === undefined)
      return refuse(licenceRefusals, 'ending-without-letter', { act: command.act });
    const { type, data } = eventOf(view, command, letter?.ref);
    const done = { type, data: { ...data, signed: signed.signed }, ...mandateOf(authority) };
    const serving = letter === undefined || !isServedOnline ? [] : [serveOnline(stream, letter.ref.docNo)];
    return {
      events: [done, ...(letter === undefined ? [] : [letter.event])],
      fences: [...fencesOf(authority), ...signed.fences],
      outbox: [...serving, ...(command.act === 'suspend' ? resumingAfter(command.untilOn, stream) : [])],
    };
  },
};

/** The robot serves the letter where the holder agreed to that (R87). */
function serveOnline(stream: string, docNo: string): OutboxEntry {
  return { topic: SERVICE_TOPIC, payload: { stream, docNo } };
}

/** Whether the law allows the act as far as it can be told before it is signed; undefined means yes. */
export function mayAct(
  view: Licence | undefined,
  command: ActOnLicence,
  facts: Pick<LifeFacts, 'authority' | 'answerUntilOn' | 'soonestAnswerUntilOn'>,
  at: Instant,
): Refusal | undefined {
  const { authority, answerUntilOn, soonestAnswerUntilOn } = facts;
  const on = dateInChina(at);
  const refusal = maySuffer(view, command, on) ?? endsUnheard(command, soonestAnswerUntilOn);
  if (refusal !== undefined) return refusal;
  if (isRefusal(authority)) return authority;
  if (isUnproven(view, command, on)) return refuse(licenceRefusals, 'cancellation-without-proof', {});
  if (view !== undefined && command.act === 'announce') return mayAnnounce(view.course, command);
  const intended = IntendedAct.safeParse(command.act);
  if (view === undefined || !intended.success || !('facts' in command)) return undefined;
  const said = {
    facts: command.facts,
    basis: command.basis,
    heard: 'heard' in command ? command.heard : undefined,
    untilOn: 'untilOn' in command ? command.untilOn : undefined,
  };
  return mayFollow(view.course, intended.data, { on, untilOn: answerUntilOn, said });
}

/** 行政处罚法 44, 45: a suspension that is over before the holder's time to answer could never be decided as it was announced. */
function endsUnheard(command: ActOnLicence, soonestOn: PlainDate): Refusal | undefined {
  if (command.act !== 'announce' || command.untilOn === undefined || command.untilOn > soonestOn) return undefined;
  return refuse(licenceRefusals, 'suspension-over-unheard', { soonestOn });
}

/** The event that an act leaves, before it is signed; a penalty is named by the number of its own letter. */
export function eventOf(
  view: Pick<Licence, 'licenceNo'> | undefined,
  command: ActOnLicence,
  letter: ActLetter | undefined,
): { readonly type: LicenceEventType; readonly data: object } {
  const { act, recusal: _declared, ...said } = command;
  const data = {
    ...said,
    ...(act === 'replace' ? { licenceNo: nextLicenceNo(view?.licenceNo ?? '') } : {}),
    ...(act === 'forfeit' ? { penaltyNo: letter?.docNo ?? '' } : {}),
    ...(letter === undefined ? {} : { letter }),
  };
  return { type: VERBS[act].event, data };
}

/** Whether the state of the licence allows the act on a day; undefined means yes. */
export function maySuffer(
  view: Licence | undefined,
  command: Pick<ActOnLicence, 'act'> & {
    readonly ground?: string;
    readonly untilOn?: PlainDate;
    readonly intended?: IntendedAct;
  },
  on: PlainDate,
): Refusal | undefined {
  if (view === undefined) return refuse(licenceRefusals, 'unknown-licence');
  const { status } = standingOn(view, on);
  if (!isAmong(VERBS[command.intended ?? command.act].from, status))
    return refuse(licenceRefusals, 'licence-not-live', { status, act: command.act });
  if (command.untilOn !== undefined && command.untilOn < on)
    return refuse(licenceRefusals, 'suspension-over-already', { untilOn: command.untilOn });
  if (command.untilOn !== undefined && (command.intended ?? command.act) !== 'suspend')
    return refuse(licenceRefusals, 'last-day-without-suspension', { act: command.intended ?? command.act });
  const ground = LicenceCancelled.shape.ground.safeParse(command.ground);
  if (command.act !== 'cancel' || !ground.success || isAmong(GROUNDS[ground.data], status)) return undefined;
  return refuse(licenceRefusals, 'cancellation-ground-unfit', { ground: ground.data, status });
}

/** R93: what takes a living licence off the register rests on a paper: the holder's request, his death, the end of a company. */
function isUnproven(view: Licence | undefined, command: ActOnLicence, on: PlainDate): boolean {
  if (view === undefined || command.act !== 'cancel' || command.proof !== undefined) return false;
  const { status } = standingOn(view, on);
  return status === 'valid' || status === 'suspended';
}

/** R93: the end of the term is recorded by the robot; the term itself ended what it allowed before. */
export const recordExpiry: Step<undefined, Licence | undefined, undefined> = {
  name: 'recordExpiry',
  view: viewLicence,
  decide(view, _command, _facts, { at }) {
    if (view === undefined) return refuse(licenceRefusals, 'unknown-licence');
    const standing = standingOn(view, dateInChina(at));
    if (standing.status !== 'expired')
      return isEnded(standing.status)
        ? { events: [] }
        : refuse(licenceRefusals, 'licence-expiry-not-reached', { validToOn: view.validToOn });
    if (view.recorded.status === 'expired') return { events: [] };
    return { events: [{ type: 'LicenceExpired', data: { lastDayOn: standing.lastDayOn } }] };
  },
};

/** The robot looks at the licence on the day after the last of its suspension. */
function resumingAfter(untilOn: PlainDate | undefined, stream: string): readonly OutboxEntry[] {
  if (untilOn === undefined) return [];
  return [{ topic: SUSPENSION_TOPIC, payload: { stream }, dueAt: instantInChina(addDays(untilOn, 1)) }];
}

/** The end of a suspension for a time (行政处罚法 9) is recorded by the robot, so that the status list says it; it ended by itself before. */
export const recordResumption: Step<undefined, Licence | undefined, undefined> = {
  name: 'recordResumption',
  view: viewLicence,
  decide(view, _command, _facts, { at }) {
    if (view === undefined) return refuse(licenceRefusals, 'unknown-licence');
    const isOver = view.recorded.status === 'suspended' && standingOn(view, dateInChina(at)).status === 'valid';
    // Reinstated, ended or suspended anew meanwhile: nothing is left to record.
    if (!isOver) return { events: [] };
    const data: LicenceReason = { reason: '暂扣期限届满', basis: '《行政处罚法》第九条' };
    return { events: [{ type: 'LicenceReinstated', data }] };
  },
};

/** True where nothing but 注销 can follow. */
export function isEnded(status: LicenceStatus): boolean {
  return status !== 'valid' && status !== 'suspended' && status !== 'expired';
}

function isAmong(list: readonly LicenceStatus[], status: LicenceStatus): boolean {
  return list.includes(status);
}
