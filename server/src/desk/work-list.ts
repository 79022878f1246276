import type { PostKind } from '../identity/identity.ts';
import type { WaitsFor } from './desk.ts';
import type { WorkScope } from './store.ts';

export interface Desk {
  readonly kind: PostKind;
  readonly organ: string;
  /** Items that another organ entrusted to this one. */
  readonly entrusted: readonly { readonly itemId: string; readonly organ: string }[];
}

/** Where a case stands on somebody's list: whose turn it is, or that the opinion of his organ is awaited (R48). */
type Listed = WaitsFor | 'opinion';

const everything = ['window', 'applicant', 'handler', 'chief', 'head', 'delivery'] as const satisfies WaitsFor[];

/** Whose turn it must be for a case to be on the list of a post when nothing else is asked. */
const turns = {
  windowClerk: ['window', 'delivery'],
  postedOfficer: ['handler', 'opinion'],
  chiefRepresentative: ['chief', 'handler', 'opinion'],
  // Where no officer and no chief has power any more, the work has fallen to the department (promise 6).
  departmentHead: ['head', 'chief', 'handler', 'opinion'],
  departmentStaff: ['handler', 'head', 'opinion'],
  sealKeeper: ['delivery'],
  legalReviewer: everything,
  supervisor: everything,
  centreManager: everything,
  operator: [],
} as const satisfies Record<PostKind, readonly Listed[]>;

/** Posts that look at the whole centre; all others see the cases of their own organ. */
const acrossOrgans: readonly PostKind[] = ['windowClerk', 'supervisor', 'centreManager'];

/** Where a case in this state waits. */
const waitsOf = {
  received: ['window'],
  correcting: ['applicant'],
  accepted: ['handler'],
  proposed: ['chief', 'head'],
  decided: ['delivery'],
  sealed: ['delivery'],
  notAccepted: ['nobody'],
  delivered: ['nobody'],
  withdrawn: ['nobody'],
  terminated: ['nobody'],
} as const satisfies Record<string, readonly WaitsFor[]>;

export type ListedState = keyof typeof waitsOf;

export const listedStates = [
  'received',
  'correcting',
  'accepted',
  'proposed',
  'decided',
  'sealed',
  'notAccepted',
  'delivered',
  'withdrawn',
  'terminated',
] as const satisfies readonly ListedState[];

/** What the work list of somebody with these desks is made of; with a state, all cases of that state within his sight. */
export function scopesOf(desks: readonly Desk[], state: ListedState | undefined): readonly WorkScope[] {
  return desks.flatMap(({ kind, organ, entrusted }) => {
    if (kind === 'operator') return [];
    const waits: readonly Listed[] = state === undefined ? turns[kind] : waitsOf[state];
    return waits.flatMap((waitsFor): readonly WorkScope[] => {
      if (acrossOrgans.includes(kind)) return [{ waitsFor }];
      if (waitsFor === 'opinion') return [{ organ, waitsFor }];
      return [{ organ, waitsFor }, ...entrusted.map((item) => ({ ...item, waitsFor }))];
    });
  });
}
