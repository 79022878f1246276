import { DatabaseError, type Pool } from 'pg';
import { appendActs, appendTogether, compareText, type FirstOutcome, type PreparedAct, readJournal } from './store.ts';
import type { Recorded } from './journal.ts';

/** Fewer acts than this are not parted; more than the other gain nothing measurable and make the slowest wait. */
const SMALL_GROUP = 16;
const GROUP_LIMIT = 256;
/** Two calls in flight keep the database busy while the next group gathers; a third only splits groups. */
const IN_FLIGHT = 2;
/**
 * Under load the acts part into two groups, one at the database while the other is decided here. In one group all would wait
 * for the database together, and it for them; in more, the database would pay for more calls.
 */
const PARTS = 2;

/** What a database says when two calls met: it broke their order, or one took a stream or request id first. Nothing was written. */
const RETRYABLE = new Set(['40P01', '40001', '23505']);

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Group commit: acts of concurrent requests go in one call and one commit. Alone, a request waits for nobody; while two
 * calls are in flight, what arrives gathers for the next.
 */
export function groupAppends(pool: Pool): (act: PreparedAct) => Promise<string> {
  return gather(
    takeCompatible((act: PreparedAct) => [act]),
    async (acts) => {
      // One lock order for all callers (see journal.append): two groups can then wait for each other in one direction only.
      const sorted = acts
        .map((act, index) => ({ act, index }))
        .sort((a, b) => compareText(a.act.realm, b.act.realm) || compareText(a.act.stream, b.act.stream));
      const verdicts = await appendActs(
        pool,
        sorted.map(({ act }) => act),
      );
      const answers = new Array<string>(acts.length);
      sorted.forEach(({ index }, place) => {
        answers[index] = verdicts[place] ?? 'raced';
      });
      return answers;
    },
  );
}

/**
 * The same for acts that are one moment on several streams: all are written or none. A call takes the companies of
 * concurrent requests together; where one of them cannot be written, each is tried by itself.
 */
export function groupCompanies(pool: Pool): (company: readonly PreparedAct[]) => Promise<string> {
  return gather(
    takeCompatible((company: readonly PreparedAct[]) => company),
    async (companies) => {
      const verdict = await appendAsOne(pool, companies.flat());
      if (companies.length === 1 || verdict === 'ok') return companies.map(() => verdict);
      const answers: string[] = [];
      for (const company of companies) answers.push(await appendAsOne(pool, company));
      return answers;
    },
  );
}

async function appendAsOne(pool: Pool, acts: readonly PreparedAct[]): Promise<string> {
  const sorted = acts.toSorted((a, b) => compareText(a.realm, b.realm) || compareText(a.stream, b.stream));
  const verdicts = await appendTogether(pool, sorted);
  if (verdicts.length !== acts.length) return 'raced';
  return verdicts.find((verdict) => verdict !== 'ok') ?? 'ok';
}

export interface ReadRequest {
  readonly realm: string;
  readonly stream: string;
  readonly requestId: string;
}

export interface ReadAnswer {
  readonly events: readonly Recorded[];
  readonly outcome: FirstOutcome | undefined;
}

/** Reads of concurrent requests go in one round trip. */
export function groupReads(pool: Pool): (request: ReadRequest) => Promise<ReadAnswer> {
  return gather(takeSameRealm, async (requests) => {
    const realm = requests[0]?.realm ?? '';
    const streams = [...new Set(requests.map((request) => request.stream))];
    const ids = [...new Set(requests.map((request) => request.requestId))];
    const result = await readJournal(pool, realm, streams, ids);
    return requests.map((request) => ({
      events: result.streams.get(request.stream) ?? [],
      outcome: result.requests.get(request.requestId),
    }));
  });
}

/** Whatever waits may go together. */
export function takeAll<Item, Answer>(queue: readonly Waiting<Item, Answer>[], limit: number): Waiting<Item, Answer>[] {
  return queue.slice(0, limit);
}

/** Lets calls of the same moment share one: `take` says which of them may go together, `call` answers each. */
export function gather<Item, Answer>(
  take: (queue: Waiting<Item, Answer>[], limit: number) => Waiting<Item, Answer>[],
  call: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  let queue: Waiting<Item, Answer>[] = [];
  let inFlight = 0;
  /** Requests that have no answer yet, waiting or at the database. */
  let open = 0;

  async function flush(): Promise<void> {
    inFlight += 1;
    // What the same turn of the event loop still brings belongs to this group: the answers of one call wake many acts, and
    // each of them comes back here in the same turn. A lone request waits some microseconds.
    await new Promise((resolve) => setImmediate(resolve));
    const group = take(queue, Math.min(GROUP_LIMIT, Math.max(SMALL_GROUP, Math.ceil(open / PARTS))));
    const taken = new Set(group);
    queue = queue.filter((waiting) => !taken.has(waiting));
    await settle(group, call);
    inFlight -= 1;
    open -= group.length;
    if (queue.length > 0) pump();
  }

  function pump(): void {
    if (inFlight < IN_FLIGHT && queue.length > 0) flush().catch(rethrow);
  }

  return (item) =>
    new Promise<Answer>((resolve, reject) => {
      open += 1;
      queue.push({ item, resolve, reject });
      pump();
    });
}

/** One poisoned act must not take the others of its group down: a failed group is tried again one by one. */
async function settle<Item, Answer>(
  group: readonly Waiting<Item, Answer>[],
  call: (items: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<void> {
  if (group.length === 0) return;
  try {
    const answers = await call(group.map((waiting) => waiting.item));
    answers.forEach((answer, index) => group[index]?.resolve(answer));
  } catch (fault) {
    if (group.length === 1 && !isRetryable(fault)) {
      group[0]?.reject(fault);
      return;
    }
    if (!isDatabaseAnswer(fault)) {
      // The connection broke: whether the commit happened is unknown, and only the request id of a retry can tell.
      for (const waiting of group) waiting.reject(fault);
      return;
    }
    for (const waiting of group) await settleAlone(waiting, call);
  }
}

async function settleAlone<Item, Answer>(
  waiting: Waiting<Item, Answer>,
  call: (items: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [answer] = await call([waiting.item]);
      if (answer === undefined) throw new Error('the journal returned no verdict');
      waiting.resolve(answer);
      return;
    } catch (fault) {
      if (attempt >= 5 || !isRetryable(fault)) {
        waiting.reject(fault);
        return;
      }
    }
  }
}

/**
 * Acts that set or bump a fence travel without other users of that fence, so that each sees a settled row; of two acts on
 * one stream, or with one request id, the later goes in a later group.
 */
function takeCompatible<Item>(actsOf: (item: Item) => readonly PreparedAct[]) {
  return (queue: Waiting<Item, string>[], limit: number): Waiting<Item, string>[] => {
    const group: Waiting<Item, string>[] = [];
    const used = new Set<string>();
    const changed = new Set<string>();
    for (const waiting of queue) {
      if (group.length >= limit) break;
      const { passes, changes } = claimsOf(actsOf(waiting.item));
      // Also keep the order of arrival on a key: once one waits for the next group, later ones wait behind it.
      const clashes = passes.some((id) => changed.has(id)) || changes.some((id) => changed.has(id) || used.has(id));
      for (const id of passes) used.add(id);
      for (const id of changes) changed.add(id);
      if (!clashes) group.push(waiting);
    }
    return group;
  };
}

/** What acts read under a lock, and what they change. */
function claimsOf(acts: readonly PreparedAct[]): {
  readonly passes: readonly string[];
  readonly changes: readonly string[];
} {
  const passes: string[] = [];
  const changes: string[] = [];
  for (const { realm, stream, requestId, fences } of acts) {
    for (const { key, mode } of fences) (mode === 'pass' ? passes : changes).push(`${realm} ${key}`);
    changes.push(`${realm}  ${stream}`, `${realm}   ${requestId}`);
  }
  return { passes, changes };
}

function takeSameRealm(queue: Waiting<ReadRequest, ReadAnswer>[], limit: number): Waiting<ReadRequest, ReadAnswer>[] {
  const realm = queue[0]?.item.realm;
  return queue.filter((waiting) => waiting.item.realm === realm).slice(0, limit);
}

/** The database broke off because two calls met; nothing was written. */
export function isRetryable(fault: unknown): boolean {
  return isDatabaseAnswer(fault) && RETRYABLE.has(fault.code ?? '');
}

/** True when the server answered and rolled back; anything else, its own shutdown included, leaves the outcome unknown. */
function isDatabaseAnswer(fault: unknown): fault is DatabaseError {
  return fault instanceof DatabaseError && !(fault.code ?? '57P').startsWith('57P');
}

function rethrow(fault: unknown): never {
  throw fault;
}
