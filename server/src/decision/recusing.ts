import { caseStream } from '../application/actions.ts';
import {
  authorityFor,
  type Call,
  type CasePorts,
  findPerson,
  intakeAct,
  isHeadOf,
  personFence,
} from '../application/application.ts';
import { holdsPost, type PostKind, postsAt } from '../identity/identity.ts';
import { perform } from '../journal/actions.ts';
import type { Actor, Performed, Recorded } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import {
  type Decider,
  type DecideRecusal,
  decideRecusal,
  type Recuse,
  recuseOfficer,
  type RequestRecusal,
  requestRecusal,
} from './decision.ts';
import { caseFile, type DecisionPorts } from './gather.ts';

/** Recusal, declared by the officer or ordered by the head of the organ. */
export function recuse(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  command: Recuse,
): Promise<Performed | Refusal> {
  return perform(ports.journal, recuseOfficer, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: (events) => ({ byHeadOfOrgan: isHeadOf(ports, call.actor, organOf(ports, events)) }),
  });
}

/** The applicant asks that an officer stand aside; a clerk takes it in for him at the window. */
export function askRecusal(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  command: RequestRecusal,
): Promise<Performed | Refusal> {
  return perform(ports.journal, requestRecusal, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: (events, { at, actor }) => {
      const file = caseFile(ports, events);
      if (file === undefined) return undefined;
      const officer = officersOf(ports, file.version.item.dept, at).find((one) => one.personId === command.personId);
      const authority =
        actor.kind === 'person' ? authorityFor(ports, call, intakeAct('receive', file.received)) : undefined;
      return { decider: officer?.decider, authority };
    },
  });
}

/** The organ answers the request. */
export function answerRecusal(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  command: DecideRecusal,
): Promise<Performed | Refusal> {
  return perform(ports.journal, decideRecusal, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: (events, { at, actor }) => {
      const organ = organOf(ports, events);
      return { organ, actorAs: seniorityOf(ports, actor, organ, at), personFence: personFence(ports, actor.id) };
    },
  });
}

/** An officer whom a party may ask to stand aside. */
export interface Officer {
  readonly personId: string;
  readonly name: string;
  readonly post: PostKind;
  readonly decider: Decider;
}

/** Posts whose holders review, decide or are heard about a case of their organ, with who decides on their recusal. */
const deciders = {
  departmentHead: 'superior',
  chiefRepresentative: 'head',
  postedOfficer: 'chief',
  departmentStaff: 'chief',
  legalReviewer: 'chief',
} as const satisfies Partial<Record<PostKind, Decider>>;

/** Who works on the organ's cases, the most senior post of each counting: at the counter their names hang on the wall. */
export function officersOf(ports: Pick<CasePorts, 'people'>, organ: string, at: Instant): readonly Officer[] {
  return ports.people.list().flatMap(({ view: person }): readonly Officer[] => {
    if (person === undefined || person.status !== 'active') return [];
    const kinds = new Set(postsAt(person, at).flatMap((post) => (post.organ === organ ? [post.kind] : [])));
    const found = Object.entries(deciders).find(([kind]) => [...kinds].some((held) => held === kind));
    if (found === undefined) return [];
    const [, decider] = found;
    const post = [...kinds].find((held) => held === found[0]);
    return post === undefined ? [] : [{ personId: person.personId, name: person.name, post, decider }];
  });
}

function seniorityOf(ports: CasePorts, actor: Actor, organ: string, at: Instant): 'chief' | 'head' | undefined {
  if (isHeadOf(ports, actor, organ)) return 'head';
  const person = findPerson(ports, actor);
  return person !== undefined && holdsPost(person, 'chiefRepresentative', organ, at) ? 'chief' : undefined;
}

function organOf(ports: DecisionPorts, events: readonly Recorded[]): string {
  return caseFile(ports, events)?.version.item.dept ?? '';
}
