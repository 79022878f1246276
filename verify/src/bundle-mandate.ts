import { isObject } from './bundle-file.ts';
import { answer, areOrdered, type BundleCheck, eventsOf, isLoggedBefore, mayHide, type ReadAct } from './bundle-act.ts';

/** For every act that cites a mandate: whether that had been signed and published before, and was not taken back by then. */
export function checkMandates(acts: readonly ReadAct[]): readonly BundleCheck[] {
  return acts.flatMap((act) => {
    const { mandate } = act.fields;
    return isObject(mandate) ? [checkCited(act, mandate, acts)] : [];
  });
}

function checkCited(act: ReadAct, cited: Readonly<Record<string, unknown>>, acts: readonly ReadAct[]): BundleCheck {
  const of = ['mandate', act.name] as const;
  const no = String(cited['mandateNo']);
  const own = acts.filter(({ stream }) => stream === `mandate/${no}`);
  const earlier = own.filter((one) => isLoggedBefore(one, act));
  const before = earlier.flatMap(eventsOf);
  if (own.every(({ body }) => body === undefined))
    return answer(of, 'undecided', `委托书 ${no} 不在证据包内。`, `Mandate ${no} is not in this bundle.`);
  if (!areOrdered([act, ...own]))
    return answer(
      of,
      'undecided',
      `信任文件没有写明 ${no} 所在各日志的先后，先后无从认定。`,
      `The trust file does not state the order of the logs in which ${no} stands: what came first cannot be told.`,
    );
  const isOf = ({ data }: { readonly data: unknown }) => isObject(data) && data['version'] === cited['version'];
  const isSigned = before.some(
    (event) =>
      event.type === 'MandateSigned' && isOf(event) && isObject(event.data) && event.data['hash'] === cited['hash'],
  );
  const isPublished = before.some((event) => event.type === 'MandatePublished' && isOf(event));
  const isEnded = before.some(({ type }) => type === 'MandateRevoked') || isSuspended(before);
  if (!isEnded && earlier.some((one) => mayHide(one, ENDING)))
    return answer(
      of,
      'undecided',
      `证据包没有给出委托书 ${no} 此前某项撤回或者暂停行为的内容，当时是否有效无法判断。`,
      `The bundle withholds what an act before took back or suspended of mandate ${no}: whether it was in force stays open.`,
    );
  return isSigned && isPublished && !isEnded
    ? answer(
        of,
        'true',
        `所依据的委托书 ${no} 此前已签署公布；本证据包内没有撤回它的行为。`,
        `Mandate ${no} had been signed and published before; no act in this bundle takes it back by then.`,
      )
    : answer(
        of,
        'false',
        `所依据的委托书 ${no} 当时没有效力。`,
        `Mandate ${no} was not in force when it was relied on.`,
      );
}

const ENDING = ['MandateRevoked', 'MandateSuspended'];

/** Whether the whole mandate, not only one of its holders, stands suspended after these events. */
function isSuspended(events: readonly { readonly type: unknown; readonly data: unknown }[]): boolean {
  const whole = events.filter(
    ({ data }) => isObject(data) && Array.isArray(data['holders']) && data['holders'].length === 0,
  );
  const last = whole.findLast(({ type }) => type === 'MandateSuspended' || type === 'MandateResumed');
  return last?.type === 'MandateSuspended';
}
