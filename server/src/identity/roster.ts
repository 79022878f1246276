import type { Instant } from '../kernel/time.ts';
import type { Person } from './person.ts';
import { checkInOffice, isAbsentAt, postsAt } from './person.ts';
import type { Post, PostKind } from './post.ts';

/** The people among whom work may fall; usually the staff of one organ. */
export type Roster = readonly Person[];

/** The order in which work falls back (promise 6). It ends with the organ itself, never with a pass. */
export const FALLBACK = ['officer', 'deputy', 'chiefRepresentative', 'departmentHead'] as const;
export type FallbackRank = (typeof FALLBACK)[number];

/** One person considered, and why he cannot act; `available` carries no cause. */
export interface Candidate {
  readonly rank: FallbackRank;
  readonly personId: string;
  readonly available: boolean;
  readonly cause: 'left' | 'suspended' | 'certificate-revoked' | 'absent' | 'excluded' | null;
}

/** Who acts now. There is no third outcome: nobody available means that the organ must name somebody, unchanged deadlines. */
export type ActingAnswer =
  | {
      readonly outcome: 'person';
      readonly personId: string;
      readonly rank: FallbackRank;
      readonly chain: readonly Candidate[];
    }
  | { readonly outcome: 'department'; readonly organ: string; readonly chain: readonly Candidate[] };

export interface ActingQuestion {
  /** Where the chain begins; officers of the front end up with the chief representative and the head. */
  readonly post: Extract<PostKind, 'postedOfficer' | 'chiefRepresentative' | 'departmentHead'>;
  readonly organ: string;
  readonly at: Instant;
  readonly roster: Roster;
  /** Persons barred from this case: acceptor, other signer, recusal. They stay barred after substitution (promise 3). */
  readonly excluded?: readonly string[];
}

/** The people who may act for a post, in order of fallback, and the one who acts now. */
export function whoMayAct(question: ActingQuestion): ActingAnswer {
  const holders = holdersOf(question, question.post);
  const principals = holders.filter(({ post }) => post.deputyOf === undefined);
  const deputies = holders.filter(({ post }) => post.deputyOf !== undefined);
  return answer(question, [
    ...ranked(rankOf(question.post), principals),
    ...ranked('deputy', deputies),
    ...above(question),
  ]);
}

/** Who stands in for one officer: himself if he can, his own named deputy, the chief representative, the head. */
export function substituteFor(personId: string, question: ActingQuestion): ActingAnswer {
  const holders = holdersOf(question, question.post);
  const own = holders.filter(({ person }) => person.personId === personId);
  const deputies = holders.filter(({ post }) => post.deputyOf === personId);
  return answer(question, [...ranked(rankOf(question.post), own), ...ranked('deputy', deputies), ...above(question)]);
}

/** Whether the person could act in `at`: in office and not absent. */
export function isAvailable(person: Person, at: Instant): boolean {
  return causeOf(person, at, []) === null;
}

interface Holder {
  readonly person: Person;
  readonly post: Post;
}

type Ranked = Holder & { readonly rank: FallbackRank };

/** The ranks that stand above each post in the fallback. */
const ABOVE = {
  postedOfficer: ['chiefRepresentative', 'departmentHead'],
  chiefRepresentative: ['departmentHead'],
  departmentHead: [],
} as const satisfies Record<ActingQuestion['post'], readonly FallbackRank[]>;

function rankOf(post: ActingQuestion['post']): FallbackRank {
  return post === 'postedOfficer' ? 'officer' : post;
}

function above(question: ActingQuestion): readonly Ranked[] {
  return ABOVE[question.post].flatMap((kind) => ranked(kind, holdersOf(question, kind)));
}

function holdersOf({ roster, organ, at }: ActingQuestion, kind: PostKind): readonly Holder[] {
  const held = roster.flatMap((person) => postsAt(person, at).map((post) => ({ person, post })));
  return held
    .filter(({ post }) => post.kind === kind && post.organ === organ)
    .toSorted((a, b) => (a.post.postId < b.post.postId ? -1 : 1));
}

function ranked(rank: FallbackRank, holders: readonly Holder[]): readonly Ranked[] {
  return holders.map((holder) => ({ ...holder, rank }));
}

function answer({ organ, at, excluded = [] }: ActingQuestion, people: readonly Ranked[]): ActingAnswer {
  const chain = people.map(({ person, rank }): Candidate => {
    const cause = causeOf(person, at, excluded);
    return { rank, personId: person.personId, available: cause === null, cause };
  });
  const acting = chain.find((candidate) => candidate.available);
  if (acting === undefined) return { outcome: 'department', organ, chain };
  return { outcome: 'person', personId: acting.personId, rank: acting.rank, chain };
}

function causeOf(person: Person, at: Instant, excluded: readonly string[]): Candidate['cause'] {
  if (person.status === 'left') return 'left';
  if (person.status === 'suspended') return 'suspended';
  if (checkInOffice(person) !== undefined) return 'certificate-revoked';
  if (excluded.includes(person.personId)) return 'excluded';
  return isAbsentAt(person, at) ? 'absent' : null;
}
