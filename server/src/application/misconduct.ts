import { z } from 'zod';
import type { Item } from '../catalogue/catalogue.ts';
import { normalIdNo } from '../identity/identity.ts';
import type { FenceUse, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant, type PlainDate } from '../kernel/time.ts';
import { requireState } from './case-state.ts';
import { type Application, Party } from './form.ts';
import { applicationRefusals } from './refusals.ts';
import { type ApplicationView, viewApplication } from './view.ts';

/**
 * R35: what a decision of the organ found about an applicant: concealment or false materials (许可法78), a licence obtained by
 * fraud or bribery (许可法79), a false registration that was annulled (市场主体条例40). The decision is made elsewhere and named
 * by its number; entering it has the effect that statute gives it, and no other.
 */
export const Misconduct = z.strictObject({
  cause: z.enum(['concealed', 'fraud', 'annulledRegistration']),
  /** The decision that found it, and its day: the years run from there. */
  decisionNo: z.string().trim().min(2).max(100),
  decidedOn: z.iso.date(),
  facts: z.string().trim().min(4).max(2000),
  /** Who answers for it directly; where a registration was annulled, they are barred themselves. */
  responsible: z.array(Party).max(20).default([]),
});
export type Misconduct = z.infer<typeof Misconduct>;

export const MISCONDUCT_TOPIC = 'application.misconduct';

export interface MisconductFacts {
  readonly item: Item | undefined;
  /** R35 has an adverse effect: only the head of the organ enters it, by office (R81). */
  readonly authority: { readonly fences: readonly FenceUse[] } | Refusal;
}

/** Enters what a decision found about the applicant of this case. */
export const recordMisconduct: Step<Misconduct, ApplicationView, MisconductFacts> = {
  name: 'recordMisconduct',
  view: viewApplication,
  decide(view, command, { item, authority }, { at }) {
    const refusal = requireState(view.state, 'MisconductFound');
    if (refusal !== undefined) return refusal;
    if (isRefusal(authority)) return authority;
    if (item?.intake.bars.some(({ cause }) => cause === command.cause) !== true)
      return refuse(applicationRefusals, 'no-bar-in-statute', { cause: command.cause });
    if (command.decidedOn > dateInChina(at) || command.decidedOn < dateInChina(view.receivedAt))
      return refuse(applicationRefusals, 'no-bar-in-statute', { decidedOn: command.decidedOn });
    const outbox = [{ topic: MISCONDUCT_TOPIC, payload: { caseNo: view.caseNo } }];
    return { events: [{ type: 'MisconductFound', data: command }], fences: authority.fences, outbox };
  },
};

/** A bar as it was entered for one person. */
export interface EnteredBar {
  readonly holderKey: string;
  readonly caseNo: string;
  readonly cause: Misconduct['cause'];
  readonly itemId: string;
  readonly decidedOn: PlainDate;
  readonly decisionNo: string;
}

/** Whom a finding bars: the applicant, and where a registration was annulled those who answer for it as well. */
export function barredBy({ cause, responsible }: Misconduct, application: Application): readonly string[] {
  const answering = cause === 'annulledRegistration' ? responsible.map(({ idNo }) => idNo) : [];
  return [...new Set([application.applicant.idNo, ...answering].map(normalIdNo))];
}

/** Everybody in whose person an application may be barred. */
export function personsAsked({ applicant }: Pick<Application, 'applicant'>): readonly string[] {
  const { idNo, legalRepresentative, shareholders = [] } = applicant;
  const behind = [...(legalRepresentative === undefined ? [] : [legalRepresentative]), ...shareholders];
  return [...new Set([idNo, ...behind.map((party) => party.idNo)].map(normalIdNo))];
}

/**
 * R35: the bar that closes this item now: 78 and 79 bar the very licence to the very applicant; who answers for an annulled
 * registration is barred from every registration that names the bar, in his own name or behind a company.
 */
export function barAgainst(
  item: Item,
  entered: readonly EnteredBar[],
  applicantKey: string,
  at: Instant,
): Refusal | undefined {
  const todayOn = dateInChina(at);
  for (const bar of entered) {
    const rule = item.intake.bars.find(({ cause }) => cause === bar.cause);
    const reaches = bar.cause === 'annulledRegistration' || (bar.itemId === item.id && bar.holderKey === applicantKey);
    if (rule === undefined || !reaches) continue;
    const untilOn = yearsAfter(bar.decidedOn, rule.years);
    if (todayOn >= untilOn) continue;
    const { law, article } = rule.basis;
    return refuse(applicationRefusals, 're-application-barred', {
      untilOn,
      reason: bar.cause,
      article: `《${law}》${article}`,
      decisionNo: bar.decisionNo,
      caseNo: bar.caseNo,
    });
  }
  return undefined;
}

/** The same day some years later; the 29th of February becomes the 1st of March. */
function yearsAfter(on: PlainDate, years: number): PlainDate {
  const later = `${Number(on.slice(0, 4)) + years}${on.slice(4)}`;
  return new Date(`${later}T00:00:00.000Z`).toISOString().slice(0, 10);
}
