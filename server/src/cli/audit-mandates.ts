import { type ActRecord, eventsOfAct } from '../journal/act-record.ts';
import type { MandateRef, Recorded } from '../journal/journal.ts';
import { type AuditAct, type Difference, different, type Follower } from '../ledger/actions.ts';
import { heldVersions, mandateStream, type MandateView, stateAt, viewMandate } from '../mandate/mandate.ts';

interface Followed {
  events: readonly Recorded[];
  view: MandateView;
}

/**
 * Follows the mandates through the log. An act that cites a mandate and the act that revokes it lock the same fence, so the
 * order of the log is the order of the law: whatever cites a mandate must come while that is in force.
 */
export function mandateFollower(): Follower {
  const mandates = new Map<string, Followed>();
  return {
    follow(act, body) {
      const cited = citedIn(body).map((ref) =>
        checkCited(act, ref, body.at, mandates.get(mandateStream(ref.mandateNo))),
      );
      if (act.stream.startsWith('mandate/')) {
        const events = [...(mandates.get(act.stream)?.events ?? []), ...eventsOfAct(body, act.hash.toString('hex'))];
        mandates.set(act.stream, { events, view: viewMandate(events) });
      }
      return cited.find((one) => one !== undefined);
    },
    finish(fences, waiting) {
      const kept = new Map(fences.map((fence) => [fence.key, fence]));
      for (const [stream, { events, view }] of mandates) {
        const epoch = events.at(-1)?.seq ?? 0;
        const isOpen = heldVersions(view, epoch).some(({ status }) => status === 'usable');
        const fence = kept.get(stream);
        if (waiting.has(stream) || (fence?.open === isOpen && fence.epoch === epoch)) continue;
        return different(
          `fence ${stream}`,
          `委托书的闸与其事件不符，应为${isOpen ? '开' : '关'}`,
          `the fence of the mandate must be ${isOpen ? 'open' : 'closed'} at ${epoch} after its events`,
        );
      }
      const strange = fences.find(({ key }) => !mandates.has(key) && !waiting.has(key));
      return strange === undefined
        ? undefined
        : different(`fence ${strange.key}`, '没有事件的委托书闸', 'a fence of a mandate that has no events');
    },
  };
}

function citedIn({ mandate, events }: ActRecord): readonly MandateRef[] {
  return [mandate, ...events.map((event) => event.mandate ?? undefined)].filter((one) => one !== undefined);
}

function checkCited(
  { stream, fromSeq }: AuditAct,
  ref: MandateRef,
  at: string,
  followed: Followed | undefined,
): Difference | undefined {
  const place = `act ${stream} ${fromSeq}`;
  const version = followed?.view.versions.find(({ letter }) => letter.version === ref.version);
  if (followed === undefined || version === undefined || version.hash !== ref.hash)
    return different(
      place,
      `引用的委托书 ${ref.mandateNo} 第 ${ref.version} 版不存在或者内容不同`,
      `there is no version ${ref.version} of mandate ${ref.mandateNo} with the cited hash`,
    );
  const state = stateAt(followed.view, version, at);
  return state === 'active'
    ? undefined
    : different(
        place,
        `引用的委托书 ${ref.mandateNo} 当时不在有效状态（${state}）`,
        `mandate ${ref.mandateNo} was ${state} when it was cited`,
      );
}
