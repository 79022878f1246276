import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Person } from './person.ts';
import { checkInOffice, postsAt } from './person.ts';
import type { PostKind } from './post.ts';
import { identityRefusals } from './refusals.ts';

/** The posts that a mandate of construct B may go to (domain.md §1.3). */
export const GRANTEE_POSTS = ['postedOfficer', 'chiefRepresentative'] as const satisfies readonly PostKind[];

/** R80, R99: a mandate of construct B goes to established staff of the grantor, in office and posted to this centre. */
export function checkGrantee(
  person: Person,
  { grantor, centre, at }: { readonly grantor: string; readonly centre: string; readonly at: Instant },
): Refusal | undefined {
  const detail = { personId: person.personId, grantor, centre };
  if (person.employment === 'contract') return refuse(identityRefusals, 'contract-staff', detail);
  if (person.organ !== grantor) return refuse(identityRefusals, 'not-staff-of-grantor', detail);
  const barred = checkInOffice(person);
  if (barred !== undefined) return barred;
  const isPosted = postsAt(person, at).some(
    (post) => GRANTEE_POSTS.some((kind) => kind === post.kind) && post.organ === grantor && post.centre === centre,
  );
  return isPosted ? undefined : refuse(identityRefusals, 'not-posted-to-centre', detail);
}
