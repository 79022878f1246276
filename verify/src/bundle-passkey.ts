import { toBase64url, toHex, utf8 } from './bytes.ts';
import { answer, areOrdered, type BundleCheck, eventsOf, isLoggedBefore, mayHide, type ReadAct } from './bundle-act.ts';
import { isObject } from './bundle-file.ts';
import type { Signed } from './bundle-signed.ts';
import { sm3 } from './digest.ts';
import { judgePasskey, type PasskeyProof, readPasskeyProof } from './passkey.ts';

/**
 * For a signature that a passkey confirmed: whether that passkey confirmed exactly this (R72), and whether the log says that its
 * owner had registered it by then and not removed it. Of other ways nobody can check anything from outside, and nothing is said.
 */
export function checkConfirmed(signed: Signed, acts: readonly ReadAct[]): readonly BundleCheck[] {
  const { act, realm, signer, confirmation, confirmedText } = signed;
  if (!isObject(confirmation) || confirmation['way'] !== 'passkey') return [];
  const of = ['confirmed', act.name] as const;
  const proof = readPasskeyProof(confirmation);
  const decision = toHex(sm3(utf8(confirmedText)));
  const verdict = proof === undefined ? false : judgePasskey(proof, { realm, signer, decision });
  if (proof === undefined || verdict === false)
    return [answer(of, 'false', '通行密钥确认的不是这一份决定。', 'The passkey did not confirm this decision.')];
  if (verdict === undefined)
    return [answer(of, 'undecided', '这种通行密钥不能在此核验。', 'This kind of passkey is not verified here.')];
  return [registered(of, proof, signed, acts)];
}

function registered(
  of: readonly ['confirmed', string],
  { publicKey, origin }: PasskeyProof,
  { act, signer }: Signed,
  acts: readonly ReadAct[],
): BundleCheck {
  const own = acts.filter(({ stream }) => stream === `confirmation/${String(signer)}`);
  if (own.every(({ body }) => body === undefined) || !areOrdered([act, ...own]))
    return answer(
      of,
      'undecided',
      `随记录保存的通行密钥在 ${origin} 确认了这一份决定；证据包内没有该密钥的登记，或者信任文件没有写明登记所在日志的先后，由谁登记无法判断。`,
      `The passkey kept with the record confirmed exactly this decision, at ${origin}; its registration is not in the bundle, or in a log of which the trust file does not state the order, so whose it is stays open.`,
    );
  const key = toBase64url(publicKey);
  const before = own.filter((one) => isLoggedBefore(one, act));
  const made = before.findLastIndex((one) => registeredIn(one, key) !== undefined);
  const registering = before[made];
  const credential = registering === undefined ? undefined : registeredIn(registering, key);
  const since = before.slice(made + 1);
  const isRemoved = since
    .flatMap(eventsOf)
    .some(({ type, data }) => type === 'PasskeyRemoved' && memberOf(data, 'credentialId') === credential);
  if (!isRemoved && since.some((one) => mayHide(one, [made < 0 ? 'PasskeyRegistered' : 'PasskeyRemoved'])))
    return answer(
      of,
      'undecided',
      `随记录保存的通行密钥在 ${origin} 确认了这一份决定；证据包没有给出 ${String(signer)} 此前某项登记或者停用行为的内容，该密钥当时是否有效无法判断。`,
      `The passkey kept with the record confirmed exactly this decision, at ${origin}; the bundle withholds what an act of ${String(signer)} before it registered or removed, so whether it was in force stays open.`,
    );
  if (made < 0 || isRemoved)
    return answer(
      of,
      'false',
      `确认这一份决定的通行密钥，当时不在 ${String(signer)} 名下登记，或者已经停用。`,
      `The passkey that confirmed this decision was not registered for ${String(signer)} at that time, or had been removed.`,
    );
  return answer(
    of,
    'true',
    `${String(signer)} 用此前登记在其名下的通行密钥，在 ${origin} 确认了这一份决定；本证据包内没有停用它的行为。`,
    `${String(signer)} confirmed exactly this decision, at ${origin}, with a passkey registered for that person before; no act in this bundle removes it by then.`,
  );
}

/** The credential that this act registered under the key; undefined when it did not. An act registers one or none. */
function registeredIn(act: ReadAct, key: string): unknown {
  const made = eventsOf(act).find(
    ({ type, data }) => type === 'PasskeyRegistered' && memberOf(data, 'publicKey') === key,
  );
  return memberOf(made?.data, 'credentialId');
}

function memberOf(data: unknown, name: string): unknown {
  return isObject(data) ? data[name] : undefined;
}
