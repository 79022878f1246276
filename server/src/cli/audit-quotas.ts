import { z } from 'zod';
import { knownEffects, rulesAnswer } from '../acceptance/acceptance.ts';
import { caseStream } from '../application/actions.ts';
import { type ItemVersion, itemStream, viewItem } from '../catalogue/catalogue.ts';
import { factsOf, isLimited, viewDecision } from '../decision/decision.ts';
import { type ActRecord, eventsOfAct } from '../journal/act-record.ts';
import type { Recorded } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { type Difference, different, type Follower } from '../ledger/actions.ts';

const QUOTA = 'quota/';
const ITEM = itemStream('');
const CASE = caseStream('');

/**
 * R34: signatures on cases of an item with a limited number of places go in one line, and each moves the fence of that line by one. A
 * fence set back by hand would let two who count the same places both pass. Follows the cases of such items alone.
 */
export function quotaFollower(): Follower {
  const items = new Map<string, Recorded[]>();
  const limited: Limited = new Map();
  const cases = new Map<string, { readonly version: ItemVersion; readonly events: Recorded[] }>();
  const signed = new Map<string, number>();
  return {
    follow(act, body) {
      const hash = act.hash.toString('hex');
      if (act.stream.startsWith(ITEM)) {
        append(items, act.stream, eventsOfAct(body, hash));
        for (const version of viewItem(items.get(act.stream) ?? []).versions)
          if (mayBeLimited(version)) limited.set(`${version.itemId}/${version.version}`, version);
      }
      if (!act.stream.startsWith(CASE)) return undefined;
      const known = cases.get(act.stream);
      // Nearly all cases are of items without a limit: nothing of them is kept.
      const version = known?.version ?? (act.fromSeq === 1 ? limitedVersion(body, limited) : undefined);
      if (version === undefined) return undefined;
      const events = eventsOfAct(body, hash);
      if (known !== undefined && events.some(isSignature) && isInLine(known.events, version))
        signed.set(version.itemId, (signed.get(version.itemId) ?? 0) + 1);
      if (known === undefined) cases.set(act.stream, { version, events: [...events] });
      else known.events.push(...events);
      return undefined;
    },
    finish(fences, waiting) {
      const kept = new Map(fences.filter(({ key }) => key.startsWith(QUOTA)).map((fence) => [fence.key, fence]));
      // A signature that the log has not taken up has moved its line already.
      const mayBeAhead = [...waiting].some((stream) => stream.startsWith(CASE));
      for (const key of new Set([...kept.keys(), ...[...signed.keys()].map((itemId) => `${QUOTA}${itemId}`)])) {
        const expected = signed.get(key.slice(QUOTA.length)) ?? 0;
        const { open, epoch } = kept.get(key) ?? { open: false, epoch: 0 };
        if (!open || (mayBeAhead ? epoch < expected : epoch !== expected)) return wrongLine(key, expected);
      }
      return undefined;
    },
  };
}

function append(streams: Map<string, Recorded[]>, stream: string, events: readonly Recorded[]): void {
  const known = streams.get(stream);
  if (known === undefined) streams.set(stream, [...events]);
  else known.push(...events);
}

const Received = z.object({ itemId: z.string(), itemVersion: z.number() });

/** The versions of items whose places may be limited; told once when they are published, not for every case. */
type Limited = Map<string, ItemVersion>;

/** The version of its item that a case was received under, where its places may be limited. */
function limitedVersion({ events }: ActRecord, limited: Limited): ItemVersion | undefined {
  const received = Received.safeParse(events.find(({ type }) => type === 'CaseReceived')?.data).data;
  return received === undefined ? undefined : limited.get(`${received.itemId}/${received.itemVersion}`);
}

function mayBeLimited({ item }: ItemVersion): boolean {
  return item.intake.quantityLimit !== null || item.effects.some(({ kind }) => kind === 'QUEUE');
}

/** A person signed: neither did a rule set decide nor silence. */
function isSignature({ type, data }: Recorded): boolean {
  if (type === 'DecisionProposed' || type === 'DecisionEndorsed') return true;
  if (type !== 'DecisionMade' || typeof data !== 'object' || data === null || 'ruleSetHash' in data) return false;
  return !('outcome' in data && data.outcome === 'DEEMED_RENEWED');
}

/** Whether the rules limit the number in this case as it stood before the signature. */
function isInLine(events: readonly Recorded[], { item }: ItemVersion): boolean {
  const { review } = viewDecision(events);
  const facts = factsOf(review, item);
  const rules = rulesAnswer(item, facts);
  return isLimited(item, isRefusal(rules) ? knownEffects(item, facts) : rules.effects);
}

function wrongLine(key: string, expected: number): Difference {
  return different(
    `fence ${key}`,
    `限额事项的闸与其签署次数不符，应为开、${expected}`,
    `the fence of a limited item does not follow from its signatures: it must be open, at ${expected}`,
  );
}
