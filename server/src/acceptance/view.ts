import { z } from 'zod';
import {
  type ApplicationView,
  type Authority,
  type CreditRecord,
  type Handed,
  type SealedLetter,
  SuppliedMaterial,
  viewApplication,
} from '../application/application.ts';
import { correctionDueOn, isDeemedAccepted, type WorkCalendar } from '../calendar/calendar.ts';
import { InputValue, type ItemVersion, type Outcome } from '../catalogue/catalogue.ts';
import type { UsedGround } from '../consent/consent.ts';
import { type Recorded, remember, rememberFold } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { IntakeCheck } from '../mandate/mandate.ts';
import { addDays, dateInChina, type Instant, type PlainDate } from '../kernel/time.ts';

/** A point of the one-time notice. `code` is a material or a form field of the pinned guide (R4). */
export const Defect = z.strictObject({
  code: z.string().min(1).max(60),
  what: z.string().trim().min(1).max(500),
  need: z.string().trim().min(1).max(500),
  /** Which formal check found it; by default what the code says of itself (R30). */
  check: IntakeCheck.exactOptional(),
});
export type Defect = z.infer<typeof Defect>;

const Reason = z.string().trim().max(2000);

/** The five outcomes of art. 32 and no sixth (R23). */
export const AcceptanceOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('NOT_NEEDED'), reason: Reason }),
  z.strictObject({ outcome: z.literal('NOT_OURS'), reason: Reason, competentOrgan: z.string().trim().max(200) }),
  z.strictObject({
    outcome: z.literal('FIX_ON_SPOT'),
    fixed: z.array(Defect).min(1).max(50),
    materials: z.array(SuppliedMaterial).max(50).default([]),
    form: z.record(z.string().max(60), InputValue).default({}),
  }),
  z.strictObject({ outcome: z.literal('CORRECT'), defects: z.array(Defect).max(100) }),
  z.strictObject({
    outcome: z.literal('ACCEPT'),
    /** 容缺: deferrable materials that follow by the date that the applicant promised (R32). */
    tolerated: z.array(z.string().max(40)).max(50).default([]),
    toleratedUntilOn: z.iso.date().exactOptional(),
    /** R32: the promise that was signed on paper at the window, by its number; who applied online promised there. */
    promiseReference: z.string().trim().min(1).max(200).exactOptional(),
    /** Where a special law starts the limit at the end of the acceptance window (R64, 教师资格条例16). */
    windowEndsOn: z.iso.date().exactOptional(),
    /** R30: lines of the agreement's checklist that the window looked at itself and found in order. */
    checked: z.array(IntakeCheck).max(4).exactOptional(),
  }),
]);
export type AcceptanceOutcome = z.infer<typeof AcceptanceOutcome>;

export interface AcceptanceFacts {
  readonly version: ItemVersion;
  readonly calendar: WorkCalendar;
  /** R32: asked only where something is tolerated; on which norm stands in `creditGrounds`. */
  readonly credit: CreditRecord;
  readonly creditGrounds?: readonly UsedGround[];
  /** A bar that was entered since receipt (R35). */
  readonly bar: Refusal | undefined;
  readonly authority: Authority | Refusal;
  /** What the decision table proposes on the facts so far; undefined while facts are missing. */
  readonly proposed: Outcome | undefined;
  readonly waitsBeforeAcceptance: boolean;
  readonly byWindowClerk: boolean;
  readonly byHeadOfOrgan: boolean;
  /** What a correction notice of today tells the applicant. */
  readonly correctionWaitDays: number;
  /** Materials that licences and shares could give now for this applicant, without what he declined (R6). */
  readonly obtainable: readonly string[];
  /** The uploads that are mended with. */
  readonly handed: Handed;
  readonly letter: SealedLetter | Refusal | undefined;
}

export interface Accepted {
  /** From here the limits run; the day of receipt when acceptance is deemed (R25). */
  readonly acceptedAt: Instant;
  readonly acceptedBy: string;
  readonly deemed: boolean;
  readonly tolerated: readonly string[];
  readonly toleratedUntilOn: PlainDate | undefined;
  readonly clockStartsOn: PlainDate;
}

export interface AcceptanceView {
  readonly application: ApplicationView;
  readonly accepted: Accepted | undefined;
  readonly notices: readonly {
    readonly at: Instant;
    readonly defects: readonly Defect[];
    /** The last day for the answer, as the notice told it: a later change of the setting is nothing to this case. */
    readonly answerByOn: PlainDate;
  }[];
  /** R32: the reminder after the promised day, and the day after whose end the case is terminated. */
  readonly reminded: { readonly at: Instant; readonly endsAfterOn: PlainDate } | undefined;
  /** Codes that a notice or a tolerance promise still waits for. */
  readonly owed: readonly string[];
  readonly notAccepted: { readonly outcome: 'NOT_NEEDED' | 'NOT_OURS'; readonly reason: string } | undefined;
}

/** Notices from before the figure was a setting told nothing; they waited for thirty days. */
const WithDefects = z.object({ defects: z.array(Defect), answerWithinDays: z.int().default(30) });
const Reminded = z.object({ endsAfterOn: z.string() });
const WithReason = z.object({ reason: z.string() });
const AcceptedData = z.object({
  acceptedAt: z.string(),
  deemed: z.boolean(),
  tolerated: z.array(z.string()),
  toleratedUntilOn: z.string().exactOptional(),
  clockStartsOn: z.string(),
});

/** Folds acceptance on top of the application. */
export const viewAcceptance = remember((events): AcceptanceView => ({
  ...ownView(events),
  application: viewApplication(events),
}));

type OwnView = Omit<AcceptanceView, 'application'>;

const ownView = rememberFold<OwnView>(
  { accepted: undefined, notices: [], reminded: undefined, owed: [], notAccepted: undefined },
  (view, event) => ({ ...view, ...changeOf(view, event) }),
);

function changeOf(view: OwnView, event: Recorded): Partial<OwnView> {
  switch (event.type) {
    case 'CaseAccepted': {
      const { toleratedUntilOn, ...data } = AcceptedData.parse(event.data);
      const accepted = { ...data, toleratedUntilOn, acceptedBy: event.actor.id };
      return { accepted, owed: data.tolerated };
    }
    case 'CorrectionRequested': {
      const { defects, answerWithinDays } = WithDefects.parse(event.data);
      const answerByOn = addDays(dateInChina(event.at), answerWithinDays);
      return {
        notices: [...view.notices, { at: event.at, defects, answerByOn }],
        owed: defects.map((defect) => defect.code),
      };
    }
    case 'CorrectionSupplied':
    case 'ToleratedMaterialsSupplied':
      return { owed: [] };
    case 'DeferralReminded':
      return { reminded: { at: event.at, ...Reminded.parse(event.data) } };
    case 'NotNeededTold':
    case 'NotOursTold': {
      const { reason } = WithReason.parse(event.data);
      return { notAccepted: { outcome: event.type === 'NotNeededTold' ? 'NOT_NEEDED' : 'NOT_OURS', reason } };
    }
    default:
      return {};
  }
}

/** R25, R29: whether silence has already had its effect. */
export function isDeemed(
  view: AcceptanceView,
  facts: Pick<AcceptanceFacts, 'version' | 'calendar'>,
  at: Instant,
): boolean {
  const since = dateInChina(view.application.completeSinceAt);
  const todayOn = dateInChina(at);
  return isRegistry(facts.version) ? todayOn > since : isDeemedAccepted(facts.calendar, since, todayOn);
}

/** The last day on which the window may still send its notice; after its end the case counts as accepted. */
export function deemedAfterOn(view: AcceptanceView, facts: Pick<AcceptanceFacts, 'version' | 'calendar'>): PlainDate {
  const since = dateInChina(view.application.completeSinceAt);
  return isRegistry(facts.version) ? since : correctionDueOn(facts.calendar, since);
}

/** R29: a real-estate registry that does not refuse in writing on the spot has accepted (不动产登记暂行条例17). */
export function isRegistry(version: ItemVersion): boolean {
  return version.item.dept === 'RE' && version.item.typeCode === '07';
}

/** R8: the output of an intermediary is asked for only where the service is listed with its basis and nobody is named for it. */
export function mayBeDemanded(
  { services }: Pick<ItemVersion['item'], 'services'>,
  { intermediary }: Pick<ItemVersion['item']['materials'][number], 'intermediary'>,
): boolean {
  if (intermediary === null) return true;
  const service = services.intermediaries.find(({ code }) => code === intermediary);
  return service?.listed === true && service.basis.law !== '' && service.provider === '';
}

/** What is missing for acceptance, told apart by whether tolerance may cover it. */
export function missingMaterials(
  view: AcceptanceView,
  version: ItemVersion,
): {
  readonly required: readonly string[];
  readonly deferrable: readonly string[];
} {
  const { materials, received } = view.application;
  const given = new Set(materials.map((material) => material.code));
  const open = version.item.materials.filter(
    (material) => material.kind !== 'form' && !given.has(material.code) && mayBeDemanded(version.item, material),
  );
  const codes = (necessity: string) => open.filter((one) => one.necessity === necessity).map((one) => one.code);
  // R33: who is granted on his promise has made it in writing.
  const promise = open.filter((one) => one.kind === 'commitment' && one.necessity === 'conditional');
  const promised = received?.route === 'promise' ? promise.map((one) => one.code) : [];
  return { required: [...codes('required'), ...promised], deferrable: codes('deferrable') };
}
