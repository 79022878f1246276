import type { Instant } from '../kernel/time.ts';
import type { Person } from './person.ts';
import { checkInOffice, postsAt } from './person.ts';
import type { PostKind } from './post.ts';

/** The staff screens. A role decides only which of them open; power to act comes from the mandate alone. */
export const SCREENS = [
  'window',
  'officer-desk',
  'second-signature',
  'seals',
  'roster',
  'mandates',
  'items',
  'legal-review',
  'supervision',
  'breakers',
  'centre-board',
  'complaints',
  'operations',
] as const;
export type Screen = (typeof SCREENS)[number];

/** Which screens each post opens. */
export const screensOfPost = {
  windowClerk: ['window'],
  postedOfficer: ['officer-desk'],
  chiefRepresentative: ['officer-desk', 'second-signature', 'seals', 'roster', 'breakers'],
  sealKeeper: ['seals'],
  departmentHead: ['second-signature', 'mandates', 'items', 'roster', 'breakers', 'supervision'],
  departmentStaff: ['mandates', 'items'],
  legalReviewer: ['legal-review', 'mandates', 'items'],
  supervisor: ['supervision', 'breakers'],
  centreManager: ['centre-board', 'complaints', 'roster'],
  operator: ['operations'],
} as const satisfies Record<PostKind, readonly Screen[]>;

/** The screens open to the person at `at`, in the order of `SCREENS`; none for one who is not in office (R105). */
export function screensOf(person: Person, at: Instant): readonly Screen[] {
  // A lost key stops signing, not reading: only leaving and suspension shut the screens.
  const barred = checkInOffice(person);
  if (barred !== undefined && barred.code !== 'certificate-revoked') return [];
  const open = new Set<Screen>(postsAt(person, at).flatMap((post): readonly Screen[] => screensOfPost[post.kind]));
  return SCREENS.filter((screen) => open.has(screen));
}
