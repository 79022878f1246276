import { answer, type BundleCheck, type ReadAct } from './bundle-act.ts';
import { isObject, jsonOf } from './bundle-file.ts';
import { DECISIONS, receivedIn } from './bundle-signed.ts';

type Members = Readonly<Record<string, unknown>>;

/** What a person does to a mandate with his own signature. */
const ON_MANDATES: ReadonlySet<unknown> = new Set([
  'MandateSigned',
  'MandateAccepted',
  'MandateSuspended',
  'MandateResumed',
  'MandateRevoked',
]);

/**
 * For every decision and every act on a mandate by a person of which the record holds no signature, or none that can be checked from
 * this bundle: that this is so (R71). A letter that was signed on paper, and taken over from it, is such an act.
 */
export function checkUnsigned(acts: readonly ReadAct[]): readonly BundleCheck[] {
  return acts.flatMap((act) => {
    const body = jsonOf(act.body);
    const events: readonly unknown[] = isObject(body) && Array.isArray(body['events']) ? body['events'] : [];
    return events.flatMap((event) => {
      if (!isObject(body) || !isObject(event) || !isObject(event['data'])) return [];
      const actor = event['actor'] ?? body['actor'];
      if (!isObject(actor) || actor['kind'] !== 'person') return [];
      return openOf(act, { type: event['type'], data: event['data'], signer: String(actor['id']) }, acts);
    });
  });
}

interface ByPerson {
  readonly type: unknown;
  readonly data: Members;
  readonly signer: string;
}

function openOf(act: ReadAct, { type, data, signer }: ByPerson, acts: readonly ReadAct[]): readonly BundleCheck[] {
  const isDecision = DECISIONS.has(type);
  if (!isDecision && !(ON_MANDATES.has(type) && act.stream.startsWith('mandate/'))) return [];
  const declared = isDecision ? (type === 'DecisionMade' ? data['signature'] : data) : data['signed'];
  const of = ['signature', act.name] as const;
  if (!isObject(declared) || !isObject(declared['signature'])) {
    const zh = `记录中没有 ${signer} 的签名（${String(type)}）；签在纸上的，须核对原件。`;
    const en = `The record holds no signature of ${signer} (${String(type)}); where he signed on paper, see the original.`;
    return [answer(of, 'undecided', zh, en)];
  }
  if (!isDecision || receivedIn(act.stream, acts) !== undefined) return [];
  const zh = `证据包没有给出该件的收件内容，${signer} 的签名无法核验。`;
  const en = `The bundle does not show how the case was received: the signature of ${signer} cannot be checked.`;
  return [answer(of, 'undecided', zh, en)];
}
