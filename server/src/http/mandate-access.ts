import type { Recorded } from '../journal/journal.ts';
import { type MandateView, namedPersons } from '../mandate/mandate.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';

/** A mandate as far as the caller may see it: the versions, and what happened to them. */
export interface SeenMandate {
  readonly view: MandateView;
  readonly isConcerned: boolean;
}

/**
 * Before its publication a letter is a matter of the organs that make it: who grants, who receives, who is named in it, and
 * who files it. Everybody else, other organs included, sees what was published and nothing of what is being prepared
 * (R106); undefined where there is nothing of that kind.
 */
export function seenMandate(
  platform: Platform,
  caller: Caller | undefined,
  view: MandateView,
): SeenMandate | undefined {
  const concerned = isConcerned(platform, caller, view);
  const versions = concerned ? view.versions : view.versions.filter(({ stage }) => stage === 'published');
  return versions.length === 0 ? undefined : { view: { ...view, versions }, isConcerned: concerned };
}

function isConcerned(platform: Platform, caller: Caller | undefined, { versions }: MandateView): boolean {
  if (caller?.kind !== 'staff') return false;
  const { person, posts } = caller;
  const organs = new Set([person.organ, ...posts.map(({ organ }) => organ)]);
  if (platform.mandateFacts.filingOrgans.some((organ) => organs.has(organ))) return true;
  return versions.some(
    ({ letter }) =>
      organs.has(letter.grantor.code) ||
      (letter.construct !== 'B' && organs.has(letter.grantee.code)) ||
      namedPersons(letter).includes(person.personId),
  );
}

const whilePrepared = ['MandateDrafted', 'MandateAmended', 'MandateReviewed'];
const towardsForce = ['MandateSigned', 'MandateAccepted', 'MandateFiled'];

/** The life of a mandate as the public knows it: from its drafts nothing, from each version what led it into force. */
export function publicEvents(events: readonly Recorded[]): readonly Recorded[] {
  const shown: Recorded[] = [];
  let pending: readonly Recorded[] = [];
  for (const event of events) {
    if (whilePrepared.includes(event.type)) pending = [];
    else if (towardsForce.includes(event.type)) pending = [...pending, event];
    else {
      if (event.type === 'MandatePublished') shown.push(...pending);
      if (publicLife.includes(event.type)) shown.push(event);
    }
  }
  return shown;
}

const publicLife = ['MandatePublished', 'MandateSuspended', 'MandateResumed', 'MandateRevoked', 'MandateExpired'];
