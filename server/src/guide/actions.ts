import type { ItemView } from '../catalogue/catalogue.ts';
import { itemStream, versionInForce } from '../catalogue/catalogue.ts';
import { type Person, personStream, postsAt } from '../identity/identity.ts';
import { type Journal, perform } from '../journal/actions.ts';
import type { Actor, Performed } from '../journal/journal.ts';
import { createRegister, type Register } from '../journal/register.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { z } from 'zod';
import {
  addSaying,
  declineSaying,
  retireSaying,
  type SayingAdded,
  type SayingDeclined,
  type SayingFacts,
  type SayingRetired,
  sayingStream,
  type SayingView,
  viewSaying,
} from './saying.ts';

export { ASKED_BY_SEVERAL, countableForm, noteChoice, noteSearch } from './search-count.ts';
export { readSuggestions, type Suggestion } from './suggestion.ts';

/** Where sayings are kept, and what decides who may. */
export interface SayingRoom {
  readonly journal: Journal;
  readonly realm: string;
  readonly items: Register<ItemView>;
  readonly people: Register<Person | undefined>;
}

export interface SayingErrand {
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
}

type Answer = Promise<Performed | Refusal>;

/** All sayings of a realm in memory; `catchUp` fills it. */
export function createSayingRegister(journal: Journal, realm: string): Register<SayingView> {
  return createRegister(journal.pool, realm, 'saying/', viewSaying);
}

/** Lets a saying lead to items. */
export function keepSaying(room: SayingRoom, errand: SayingErrand, command: z.infer<typeof SayingAdded>): Answer {
  const stream = sayingStream(command.saying);
  return perform(room.journal, addSaying, {
    ...frame(room, errand),
    stream,
    command,
    facts: () => factsOf(room, errand),
  });
}

/** Lets a saying no longer lead to items. */
export function endSaying(
  room: SayingRoom,
  errand: SayingErrand,
  saying: string,
  command: z.infer<typeof SayingRetired>,
): Answer {
  const stream = sayingStream(saying);
  return perform(room.journal, retireSaying, {
    ...frame(room, errand),
    stream,
    command,
    facts: () => factsOf(room, errand),
  });
}

/** Sets a suggestion aside, so that it is not made again. */
export function setSuggestionAside(
  room: SayingRoom,
  errand: SayingErrand,
  command: z.infer<typeof SayingDeclined>,
): Answer {
  const stream = sayingStream(command.saying);
  return perform(room.journal, declineSaying, { ...frame(room, errand), stream, command, facts: () => undefined });
}

function frame({ realm }: SayingRoom, { actor, requestId, at }: SayingErrand) {
  return { realm, actor, requestId, at };
}

/** The posts that keep sayings for their own organ; the centre keeps them for all. */
const KEEPING_POSTS: readonly string[] = ['departmentStaff', 'departmentHead', 'legalReviewer'];

/** For which organs the actor keeps sayings at `at`, and whose items there are. */
export function factsOf(
  room: Pick<SayingRoom, 'items' | 'people'>,
  errand: Pick<SayingErrand, 'actor' | 'at'>,
): SayingFacts {
  const { actor, at } = errand;
  const person = actor.kind === 'person' ? room.people.get(personStream(actor.id))?.view : undefined;
  const posts = person === undefined ? [] : postsAt(person, at);
  const keepsAll = actor.kind === 'operator' || posts.some(({ kind }) => kind === 'centreManager');
  const own = new Set(posts.filter(({ kind }) => KEEPING_POSTS.includes(kind)).map(({ organ }) => organ));
  return {
    organOf(itemId) {
      const held = room.items.get(itemStream(itemId));
      return held === undefined ? undefined : versionInForce(held.view, at)?.item.dept;
    },
    keeps: (organ) => keepsAll || own.has(organ),
  };
}
