import { z } from 'zod';
import { type Recorded, rememberFold } from '../journal/journal.ts';
import type { Instant } from '../kernel/time.ts';
import { Claim } from './claims.ts';

/**
 * How a consent is given: as a code, with the application that follows, on a form of paper at the window, or for one item of a
 * matter 一件事 with its application.
 */
export const ConsentWay = z.enum(['code', 'online', 'paper', 'matter']);
export type ConsentWay = z.infer<typeof ConsentWay>;

/** A consent as it was given: to whom, for what, which claims, until when. */
export interface GivenConsent {
  readonly consentId: string;
  /** The holder, without his number. */
  readonly subjectKey: string;
  /** The holder's own account, that of his agent, or the clerk who took down what the holder signed. */
  readonly giverId: string;
  readonly way: ConsentWay;
  readonly organ: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly caseNo: string | undefined;
  /** The letter under which an agent gave it. */
  readonly letterId: string | undefined;
  /** The matter for one of whose items it was given. */
  readonly matterNo: string | undefined;
  readonly claims: readonly Claim[];
  readonly purpose: string;
  readonly givenAt: Instant;
  readonly expiresAt: Instant;
}

/** The one reading of its code at a window. */
export interface RedeemedConsent {
  readonly at: Instant;
  readonly by: string;
  /** The organ or centre at whose window it was read. */
  readonly place: string;
  readonly claims: readonly Claim[];
  readonly caseNo: string | undefined;
}

export type ConsentView =
  | { readonly state: 'none' }
  | { readonly state: 'given'; readonly given: GivenConsent }
  | { readonly state: 'redeemed'; readonly given: GivenConsent; readonly redeemed: RedeemedConsent }
  | {
      readonly state: 'used';
      readonly given: GivenConsent;
      readonly redeemed: RedeemedConsent | undefined;
      readonly used: { readonly at: Instant; readonly caseNo: string };
    }
  | { readonly state: 'withdrawn'; readonly given: GivenConsent; readonly withdrawnAt: Instant };

const Given = z.object({
  subjectKey: z.string(),
  way: ConsentWay,
  organ: z.string(),
  itemId: z.string(),
  itemVersion: z.int(),
  caseNo: z.string().optional(),
  letterId: z.string().optional(),
  matterNo: z.string().optional(),
  claims: z.array(Claim),
  purpose: z.string(),
  expiresAt: z.string(),
});
const Redeemed = z.object({ place: z.string(), claims: z.array(Claim), caseNo: z.string().optional() });
const Used = z.object({ caseNo: z.string() });

/** Folds the events of one consent. */
export const viewConsent = rememberFold<ConsentView>({ state: 'none' }, (view, event) => changed(view, event));

function changed(view: ConsentView, event: Recorded): ConsentView {
  const { type, at, actor, stream } = event;
  if (type === 'ConsentGiven') {
    const { caseNo, letterId, matterNo, ...data } = Given.parse(event.data);
    const consentId = stream.slice('consent/'.length);
    return {
      state: 'given',
      given: { ...data, caseNo, letterId, matterNo, consentId, giverId: actor.id, givenAt: at },
    };
  }
  if (view.state === 'none') return view;
  const { given } = view;
  switch (type) {
    case 'ConsentRedeemed': {
      const { place, claims, caseNo } = Redeemed.parse(event.data);
      return { state: 'redeemed', given, redeemed: { at, by: actor.id, place, claims, caseNo } };
    }
    case 'ConsentUsed':
      return {
        state: 'used',
        given,
        redeemed: view.state === 'redeemed' ? view.redeemed : undefined,
        used: { at, caseNo: Used.parse(event.data).caseNo },
      };
    case 'ConsentWithdrawn':
      return { state: 'withdrawn', given, withdrawnAt: at };
    default:
      return view;
  }
}
