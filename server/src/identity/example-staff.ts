import type { Decided, Recorded, Step, StepContext } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { establishOrgan, type EstablishOrgan, type Organ, viewOrgan } from './organ.ts';
import { citizenIdCheckChar } from './citizen-id.ts';
import { assignPost, enrolPerson } from './person-steps.ts';
import { type Person, viewPerson } from './person.ts';
import type { Employment, Post } from './post.ts';
import { usccCheckChar } from './uscc.ts';

/** Staff of the fictional district for tests, made only through the real steps. */

export const EXAMPLE_AT = '2025-03-03T01:00:00.000Z';

/** What the journal would hold after the decided events. */
export function append(events: readonly Recorded[], decided: Decided, context: StepContext): readonly Recorded[] {
  const added = decided.events.map((event, index) => ({
    ...event,
    realm: '110198',
    stream: context.stream,
    seq: events.length + index + 1,
    at: context.at,
    actor: context.actor,
    requestId: `request-${events.length + index + 1}`,
    prev: '',
    hash: '',
  }));
  return [...events, ...added];
}

/** The act of an operator on `stream`. */
export function contextOf(stream: string, at = EXAMPLE_AT, actorId = 'operator-1'): StepContext {
  return { stream, at, actor: { kind: 'person', id: actorId } };
}

/** Decides one step on a history. */
export function decideOn<Command, View, Facts, Code extends string>(
  step: Step<Command, View, Facts, Code>,
  events: readonly Recorded[],
  { command, facts, context }: { readonly command: Command; readonly facts: Facts; readonly context: StepContext },
): Decided | Refusal<Code> {
  return step.decide(step.view(events), command, facts, context);
}

/** The history after a step that must succeed. */
export function after<Command, View, Facts, Code extends string>(
  step: Step<Command, View, Facts, Code>,
  events: readonly Recorded[],
  act: { readonly command: Command; readonly facts: Facts; readonly context: StepContext },
): readonly Recorded[] {
  const decided = decideOn(step, events, act);
  if (isRefusal(decided)) throw new Error(`${step.name} refused: ${decided.code}`);
  return append(events, decided, act.context);
}

/** A citizen id of the unassigned region 110198, the `n`th. */
export function exampleIdNo(n: number): string {
  const head = `11019819900101${String(n).padStart(3, '0')}`;
  return head + citizenIdCheckChar(head);
}

export const exampleOrganDetails: EstablishOrgan = {
  code: 'MK',
  name: '云河区市场监督管理局',
  nameEn: 'Market Regulation Bureau',
  uscc: `11110198YH0001002${usccCheckChar('11110198YH0001002')}`,
  level: 'district',
  kind: 'department',
  vertical: null,
  abbreviation: '云市监',
};

/** An established organ with this code. */
export function exampleOrgan(code = 'MK'): Organ {
  const command = { ...exampleOrganDetails, code };
  const organ = viewOrgan(
    after(establishOrgan, [], { command, facts: undefined, context: contextOf(`organ/${code}`) }),
  );
  if (organ === undefined) throw new Error('no organ');
  return organ;
}

export interface ExampleStaff {
  readonly personId: string;
  readonly n: number;
  readonly organ?: string;
  readonly employment?: Employment;
  readonly posts?: readonly (Pick<Post, 'kind'> & Partial<Post>)[];
}

/** The history of an enrolled person with posts. */
export function exampleHistory({
  personId,
  n,
  organ = 'MK',
  employment = 'civilServant',
  posts = [],
}: ExampleStaff): readonly Recorded[] {
  const context = contextOf(`person/${personId}`);
  const command = { personId, name: `某${n}`, idNo: exampleIdNo(n), phone: '12001980000', employment, organ };
  let events = after(enrolPerson, [], { command, facts: { organ: exampleOrgan(organ), servesAs: undefined }, context });
  for (const given of posts) {
    const post: Post = {
      postId: `${personId}/${given.kind}`,
      organ,
      centre: 'YH-CENTRE',
      fromAt: EXAMPLE_AT,
      ...given,
    };
    events = after(assignPost, events, { command: { post }, facts: { organ: exampleOrgan(post.organ) }, context });
  }
  return events;
}

/** The enrolled person with posts. */
export function exampleStaff(staff: ExampleStaff): Person {
  return getPerson(exampleHistory(staff));
}

export function getPerson(events: readonly Recorded[]): Person {
  const person = viewPerson(events);
  if (person === undefined) throw new Error('no person');
  return person;
}
