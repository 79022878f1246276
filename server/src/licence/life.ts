import { z } from 'zod';
import { type Authority, fencesOf, mandateOf } from '../application/application.ts';
import type { Decided, FenceUse, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, instantInChina, type PlainDate } from '../kernel/time.ts';
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
  standingOn,
  SUSPENSION_TOPIC,
  viewLicence,
} from './licence.ts';
import { licenceRefusals } from './refusals.ts';
import { LicenceRecusal, type LicenceSigned } from './signed-act.ts';

/** The signer's declaration on recusal comes with every act (T05). */
const Declared = { recusal: LicenceRecusal } as const;

/** What an organ does to a licence outside any case, each with its own words, ground and effect. */
export const ActOnLicence = z.discriminatedUnion('act', [
  LicenceReason.extend({ act: z.literal('replace'), ...Declared }),
  LicenceSuspended.extend({ act: z.literal('suspend'), ...Declared }),
  LicenceReason.extend({ act: z.literal('reinstate'), ...Declared }),
  LicenceWithdrawn.extend({ act: z.literal('withdraw'), ...Declared }),
  LicenceAnnulled.extend({ act: z.literal('annul'), ...Declared }),
  LicenceForfeited.extend({ act: z.literal('forfeit'), ...Declared }),
  LicenceCancelled.extend({ act: z.literal('cancel'), ...Declared }),
]);
export type ActOnLicence = z.infer<typeof ActOnLicence>;
export type LicenceVerb = ActOnLicence['act'];

/**
 * Which licence each act may meet, and the event that it leaves. A licence that has ended comes back by no act; what has ended
 * in any way is then closed by 注销 (许可法 70).
 */
const VERBS = {
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

/** The act as its signer signed it, with the fences of his way of confirming. */
export interface SignedAct {
  readonly signed: LicenceSigned;
  readonly fences: readonly FenceUse[];
}

export interface LifeFacts {
  readonly authority: Authority | Refusal;
  readonly signed: SignedAct | Refusal;
}

/** One act of the organ on a licence, under its mandate or by the office of its head (R81, R91–R93). */
export const actOnLicence: Step<ActOnLicence, Licence | undefined, LifeFacts> = {
  name: 'actOnLicence',
  view: viewLicence,
  decide(view, command, { authority, signed }, { at, stream }) {
    const refusal = maySuffer(view, command, dateInChina(at));
    if (refusal !== undefined) return refusal;
    if (isRefusal(authority)) return authority;
    if (isRefusal(signed)) return signed;
    const { type, data } = eventOf(view, command);
    return {
      events: [{ type, data: { ...data, signed: signed.signed }, ...mandateOf(authority) }],
      fences: [...fencesOf(authority), ...signed.fences],
      ...(command.act === 'suspend' ? resumingAfter(command.untilOn, stream) : {}),
    };
  },
};

/** The event that an act leaves, before it is signed. */
export function eventOf(
  view: Pick<Licence, 'licenceNo'> | undefined,
  command: ActOnLicence,
): { readonly type: LicenceEventType; readonly data: object } {
  const { act, recusal: _declared, ...said } = command;
  const data = act === 'replace' ? { ...said, licenceNo: nextLicenceNo(view?.licenceNo ?? '') } : said;
  return { type: VERBS[act].event, data };
}

/** Whether the state of the licence allows the act on a day; undefined means yes. */
export function maySuffer(
  view: Licence | undefined,
  command: Pick<ActOnLicence, 'act'> & { readonly ground?: string; readonly untilOn?: PlainDate },
  on: PlainDate,
): Refusal | undefined {
  if (view === undefined) return refuse(licenceRefusals, 'unknown-licence');
  const { status } = standingOn(view, on);
  if (!isAmong(VERBS[command.act].from, status))
    return refuse(licenceRefusals, 'licence-not-live', { status, act: command.act });
  if (command.untilOn !== undefined && command.untilOn < on)
    return refuse(licenceRefusals, 'suspension-over-already', { untilOn: command.untilOn });
  const ground = LicenceCancelled.shape.ground.safeParse(command.ground);
  if (command.act !== 'cancel' || !ground.success || isAmong(GROUNDS[ground.data], status)) return undefined;
  return refuse(licenceRefusals, 'cancellation-ground-unfit', { ground: ground.data, status });
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
function resumingAfter(untilOn: PlainDate | undefined, stream: string): Pick<Decided, 'outbox'> {
  if (untilOn === undefined) return {};
  return { outbox: [{ topic: SUSPENSION_TOPIC, payload: { stream }, dueAt: instantInChina(addDays(untilOn, 1)) }] };
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
