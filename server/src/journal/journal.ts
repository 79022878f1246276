import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * The journal's vocabulary. Everything of legal effect is a stream of events; its state is a pure fold; it changes only
 * through `perform` (journal/actions.ts).
 */

/** Who acts. A robot is named as a robot: a machine's act never carries a person's name (promise 4). */
export interface Actor {
  readonly kind: 'person' | 'robot' | 'applicant' | 'operator';
  readonly id: string;
}

/** The mandate that carries an act; inside every event that needed one. */
export interface MandateRef {
  readonly mandateNo: string;
  readonly version: number;
  /** SM3 of the canonical mandate version, hex. */
  readonly hash: string;
}

export interface NewEvent {
  readonly type: string;
  readonly data: object;
  /** Present on every event that exercises delegated power. */
  readonly mandate?: MandateRef;
}

/** An event in its place. */
export interface Recorded {
  readonly realm: string;
  readonly stream: string;
  /** 1, 2, 3 … without gaps. Order comes from here, never from a clock. */
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly mandate?: MandateRef;
  readonly requestId: string;
  readonly data: unknown;
  /** SM3 over the stored bytes of the act that this event belongs to, hex. */
  readonly hash: string;
}

/**
 * A fence is a row `(realm, key, open, epoch)` that an act passes under a shared lock, so that closing it is exact:
 * nothing commits after the close. The key is the stream of the object that the act relies on
 * (`mandate/…`, `item/…`, `person/…`, `seal/…`, `ruleset/…`).
 */
export interface FenceUse {
  readonly key: string;
  /** The act decided on this state of the object; another epoch means that the object moved and the act re-decides. */
  readonly epoch?: number;
  /**
   * `pass` locks shared; `bump` locks exclusively and raises the epoch, so that acts on the same key form one line
   * (R34: the last quota place).
   */
  readonly mode: 'pass' | 'bump';
}

/** An act on an object that others rely on sets the object's own fence: its epoch becomes the stream's last seq. */
export interface FenceSet {
  readonly key: string;
  readonly open: boolean;
}

/** Follow-up work, enqueued in the same commit and done by a robot; handlers are idempotent. */
export interface OutboxEntry {
  readonly topic: string;
  readonly payload: object;
  /** Not before this instant; absent means at once. */
  readonly dueAt?: Instant;
}

/** What a step decides when the law says yes. */
export interface Decided {
  readonly events: readonly NewEvent[];
  readonly fences?: readonly FenceUse[];
  readonly sets?: readonly FenceSet[];
  readonly outbox?: readonly OutboxEntry[];
}

export interface StepContext {
  readonly actor: Actor;
  readonly at: Instant;
  readonly stream: string;
}

/**
 * One way in which a stream may change. `decide` is pure: it returns events or a refusal; it never throws, awaits,
 * logs or looks at a clock.
 */
export interface Step<Command, View, Facts, Code extends string = string> {
  readonly name: string;
  readonly view: (events: readonly Recorded[]) => View;
  readonly decide: (view: View, command: Command, facts: Facts, context: StepContext) => Decided | Refusal<Code>;
}

/** The answer to an act, and to every repetition of it. */
export interface Performed {
  readonly stream: string;
  /** The stream's last seq after the act. */
  readonly seq: number;
  readonly events: readonly Recorded[];
  /** True when this request id had already been performed and nothing was written now. */
  readonly repeated: boolean;
}

/** An event list with its number, by which its views are remembered, and the list out of which it grew. */
type NumberedList = readonly Recorded[] & { readonly listNo?: number; readonly grownFrom?: readonly Recorded[] };

let lists = 0;

function numberOf(events: NumberedList): number {
  if (events.listNo !== undefined) return events.listNo;
  lists += 1;
  Object.defineProperty(events, 'listNo', { value: lists });
  return lists;
}

/** `events` with `added` behind them: a view of the longer list starts from the view of the shorter one. */
export function grow(events: readonly Recorded[], added: readonly Recorded[]): readonly Recorded[] {
  if (added.length === 0) return events;
  const grown = [...events, ...added];
  Object.defineProperty(grown, 'grownFrom', { value: events });
  return grown;
}

/** The list as it was before the act `requestId` added to it: what its actor could see when he began. */
export function beforeAct(events: NumberedList, requestId: string): readonly Recorded[] {
  if (events.at(-1)?.requestId !== requestId) return events;
  const before = events.grownFrom ?? events.filter((event) => event.requestId !== requestId);
  return beforeAct(before, requestId);
}

/** Lists whose views are remembered: those of the acts at hand. A list that is asked for again later is folded again. */
const REMEMBERED = 2_048;

/**
 * A view of an event list, remembered for a while: one act asks for the same view several times (its facts, its decision,
 * the work list), and events never change. A ring of numbers, because a WeakMap costs the garbage collector more than most
 * views cost to make.
 */
export function remember<View>(view: (events: readonly Recorded[]) => View): (events: readonly Recorded[]) => View {
  const ring = Array.from(
    { length: REMEMBERED },
    (): { readonly listNo: number; readonly view: View } | undefined => undefined,
  );
  return (events) => {
    const listNo = numberOf(events);
    const known = ring[listNo % REMEMBERED];
    if (known?.listNo === listNo) return known.view;
    const made = { listNo, view: view(events) };
    ring[listNo % REMEMBERED] = made;
    return made.view;
  };
}

/** The fold of an event list by `apply`, remembered; a list that grew folds only what is new. */
export function rememberFold<View>(
  initial: View,
  apply: (view: View, event: Recorded) => View,
): (events: readonly Recorded[]) => View {
  const fold = remember((events: NumberedList): View => {
    const before = events.grownFrom;
    return events.slice(before?.length ?? 0).reduce(apply, before === undefined ? initial : fold(before));
  });
  return fold;
}
