import type { ReadAct } from './bundle-act.ts';
import { isObject, jsonOf } from './bundle-file.ts';
import { canonicalText } from './canonical.ts';

type Members = Readonly<Record<string, unknown>>;

/** A person's signature as its event keeps it, with the two texts that it covers. */
export interface Signed {
  readonly act: ReadAct;
  readonly realm: unknown;
  readonly signer: unknown;
  readonly at: unknown;
  readonly signature: Members;
  readonly confirmation: unknown;
  /** What his certificate's key signed. */
  readonly signedText: string;
  /** What he confirmed: the same without the instant, which nobody knew before, and without the confirmation itself. */
  readonly confirmedText: string;
}

/** The signatures of an act: on decisions of a case, on licences, on letters of mandates and what stops them, on rule sets. */
export function signaturesIn(act: ReadAct, acts: readonly ReadAct[]): readonly Signed[] {
  const body = jsonOf(act.body);
  if (!isObject(body) || !Array.isArray(body['events'])) return [];
  const events: readonly unknown[] = body['events'];
  return events.flatMap((event) => {
    if (!isObject(event) || !isObject(event['data'])) return [];
    const actor = event['actor'] ?? body['actor'];
    const cited = event['mandate'] === undefined ? body['mandate'] : event['mandate'];
    const signer = isObject(actor) ? actor['id'] : undefined;
    const frame = { act, realm: body['realm'], signer, at: body['at'] };
    const place = { type: event['type'], data: event['data'], mandate: cited ?? null };
    return [...decisionIn(frame, place, acts), ...signedActIn(frame, place)];
  });
}

type Frame = Pick<Signed, 'act' | 'realm' | 'signer' | 'at'>;

interface Place {
  readonly type: unknown;
  readonly data: Members;
  readonly mandate: unknown;
}

export const DECISIONS: ReadonlySet<unknown> = new Set(['DecisionProposed', 'DecisionEndorsed', 'DecisionMade']);

function decisionIn(frame: Frame, { type, data, mandate }: Place, acts: readonly ReadAct[]): readonly Signed[] {
  const received = receivedIn(frame.act.stream, acts);
  const declared = type === 'DecisionMade' ? data['signature'] : data;
  if (!DECISIONS.has(type) || received === undefined || !isObject(declared)) return [];
  const { signature, ...words } = declared;
  if (!isObject(signature)) return [];
  const { confirmation, ...unconfirmed } = words;
  const { signer, at } = frame;
  const place = { ...received, signer, mandate };
  return [
    {
      ...frame,
      signature,
      confirmation,
      signedText: canonicalText({ ...place, at, declaration: words }),
      confirmedText: canonicalText({ ...place, declaration: unconfirmed }),
    },
  ];
}

/** An act outside a case keeps everything about its signature under `signed`. */
function signedActIn(frame: Frame, { type, data, mandate }: Place): readonly Signed[] {
  const { signed, ...words } = data;
  if (!isObject(signed)) return [];
  const { signature, ...declared } = signed;
  if (!isObject(signature)) return [];
  const { confirmation, ...unconfirmed } = declared;
  const { signer, at, act } = frame;
  const place = { stream: act.stream, type, signer, mandate };
  return [
    {
      ...frame,
      signature,
      confirmation,
      signedText: canonicalText({ ...place, at, data: { ...words, signed: declared } }),
      confirmedText: canonicalText({ ...place, data: { ...words, signed: unconfirmed } }),
    },
  ];
}

/** The case as it was received: number, item and version. */
export function receivedIn(stream: string, acts: readonly ReadAct[]): Members | undefined {
  const first = jsonOf(acts.find((act) => act.stream === stream)?.body);
  const events: readonly unknown[] = isObject(first) && Array.isArray(first['events']) ? first['events'] : [];
  const received = events.find((event) => isObject(event) && event['type'] === 'CaseReceived');
  if (!isObject(received) || !isObject(received['data'])) return undefined;
  const { itemId, itemVersion, itemHash } = received['data'];
  return { caseNo: stream.slice('case/'.length), itemId, itemVersion, itemHash };
}
