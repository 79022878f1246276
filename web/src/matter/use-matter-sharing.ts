import { useState } from 'react';
import type { NeededClaims } from '../api/consent-model.ts';
import { type GivenAnswers, useMatterClaims } from '../api/matter-reads.ts';
import { broughtOf, type DeclinedByItem, untilSaid } from './sharing.ts';

const NONE: readonly NeededClaims[] = [];

interface ChosenSharing {
  readonly items: readonly NeededClaims[];
  readonly declined: DeclinedByItem;
  /** Papers of which he has said that he brings them. */
  readonly brought: DeclinedByItem;
  readonly change: (declined: DeclinedByItem) => void;
}

/** What is fetched for the items of a matter, and what its applicant has chosen so far; only for who applies for himself. */
export function useMatterSharing(bundleId: string, given: GivenAnswers, isOwn: boolean): ChosenSharing {
  const { data } = useMatterClaims(bundleId, given, isOwn);
  const [chosen, setChosen] = useState<DeclinedByItem>({});
  const items = data?.items ?? NONE;
  // Until he has touched an item, what no norm opens stays out of it.
  const declined = { ...untilSaid(items), ...chosen };
  return { items, declined, brought: broughtOf(items, declined), change: setChosen };
}
