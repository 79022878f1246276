import { fromBase64, toHex, utf8 } from './bytes.ts';
import { answer, type BundleCheck, type ReadAct } from './bundle-act.ts';
import { isObject, jsonOf } from './bundle-file.ts';
import { canonicalText } from './canonical.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { chainsTo, isValidAt } from './chain.ts';
import { DerError } from './der.ts';
import { sm3 } from './digest.ts';
import { judgePasskey, readPasskeyProof } from './passkey.ts';
import { verifyByKey } from './public-key.ts';
import { notRevoked } from './revocation.ts';
import type { DocumentTrust } from './trust-file.ts';

type Members = Readonly<Record<string, unknown>>;

/** A signature of an officer over a decision, with what it covers. */
interface Signed {
  readonly act: ReadAct;
  readonly realm: unknown;
  /** What he declared over the document, with his confirmation. */
  readonly declared: Members;
  readonly signature: Members;
  /** Case, item, signer and mandate: to what it is bound beside his words. */
  readonly place: Members;
  readonly at: unknown;
}

/**
 * For every signature of a decision whose act is in the bundle: whether the officer's certificate key signed exactly this record,
 * and whether the passkey kept with it confirmed exactly this decision (R71, R72; 电子签名法 第十三条). The registration of the passkey is
 * not in the bundle, so the answer says so; where he confirmed otherwise nobody can check that from outside, and nothing is said.
 */
export function checkSignatures(acts: readonly ReadAct[], trust?: DocumentTrust): readonly BundleCheck[] {
  return acts
    .flatMap((act) => signaturesIn(act, acts))
    .flatMap((signed) => [...certified(signed), ...checkSigner(signed, trust), ...confirmed(signed)]);
}

function certified({ act, declared, signature, place, at }: Signed): readonly BundleCheck[] {
  if (typeof signature['certificate'] !== 'string') return [];
  const of = ['signature', act.name] as const;
  const signer = String(place['signer']);
  return [
    isSignedBy(signature, canonicalText({ ...place, at, declaration: declared }))
      ? answer(
          of,
          'true',
          `${signer} 的签名与记录逐字相符（证书随记录保存）。`,
          `The signature of ${signer} is over exactly this record, by the certificate kept with it.`,
        )
      : answer(of, 'false', '签名与记录不符。', 'The signature is not over this record.'),
  ];
}

/** Whether the certificate was good at that time; nothing where the reader trusts no authority of certificates. */
function checkSigner({ act, signature, at }: Signed, trust: DocumentTrust | undefined): readonly BundleCheck[] {
  const certificate = certificateIn(signature);
  if (certificate === undefined || trust === undefined || trust.certificates.length === 0) return [];
  const signedAt = String(at);
  const of = ['signer', `${act.name} ${certificate.subjectText}`] as const;
  const verdicts = [
    certificate.serial === signature['certificateSerial'],
    chainsTo(certificate, trust.certificates, signedAt),
    isValidAt(certificate, signedAt) && certificate.maySign,
    notRevoked(certificate, trust.revocations, trust.certificates, signedAt),
  ];
  if (verdicts.includes(false)) {
    const en = 'The signer’s certificate was not trusted, out of its term or called back at the time of signing.';
    return [answer(of, 'false', '签名时，签批人的证书不可信、不在有效期内或者已被吊销。', en)];
  }
  if (verdicts.includes(undefined)) {
    const zh = '信任文件不足以判断签批人的证书（没有其颁发者，或者没有覆盖签名时间的吊销列表）。';
    const en =
      'The trust file does not say enough of the signer’s certificate: no issuer, or no list that covers the time.';
    return [answer(of, 'undecided', zh, en)];
  }
  const en = 'The signer’s certificate was trusted, within its term and not called back at the time of signing.';
  return [answer(of, 'true', '签名时，签批人的证书可信、有效、未被吊销。', en)];
}

function certificateIn(signature: Members): Certificate | undefined {
  const der = typeof signature['certificate'] === 'string' ? fromBase64(signature['certificate']) : undefined;
  try {
    return der === undefined ? undefined : readCertificate(der);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function isSignedBy(signature: Members, text: string): boolean {
  const certificate = fromBase64(String(signature['certificate']));
  const value = fromBase64(String(signature['value']));
  if (certificate === undefined || value === undefined) return false;
  try {
    return verifyByKey(readCertificate(certificate).spki, utf8(text), value);
  } catch {
    // What is no certificate has signed nothing.
    return false;
  }
}

function confirmed({ act, realm, declared, place }: Signed): readonly BundleCheck[] {
  const { confirmation, ...words } = declared;
  if (!isObject(confirmation) || confirmation['way'] !== 'passkey') return [];
  const of = ['confirmed', act.name] as const;
  const proof = readPasskeyProof(confirmation);
  const decision = toHex(sm3(utf8(canonicalText({ ...place, declaration: words }))));
  const verdict = proof === undefined ? false : judgePasskey(proof, { realm, signer: place['signer'], decision });
  switch (verdict) {
    case true:
      return [
        answer(
          of,
          'true',
          `随记录保存的通行密钥在 ${proof?.origin} 确认了这一份决定；该密钥由谁登记，以平台登记为准，此处不另行证明。`,
          `The passkey kept with the record confirmed exactly this decision, at ${proof?.origin}; whose it is the platform’s register says, and nothing here proves it.`,
        ),
      ];
    case false:
      return [answer(of, 'false', '通行密钥确认的不是这一份决定。', 'The passkey did not confirm this decision.')];
    default:
      return [answer(of, 'undecided', '这种通行密钥不能在此核验。', 'This kind of passkey is not verified here.')];
  }
}

const SIGNED: ReadonlySet<unknown> = new Set(['DecisionProposed', 'DecisionEndorsed', 'DecisionMade']);

function signaturesIn(act: ReadAct, acts: readonly ReadAct[]): readonly Signed[] {
  const body = jsonOf(act.body);
  const received = receivedIn(act.stream, acts);
  if (!isObject(body) || !Array.isArray(body['events']) || received === undefined) return [];
  const events: readonly unknown[] = body['events'];
  return events.flatMap((event) => {
    if (!isObject(event) || !SIGNED.has(event['type']) || !isObject(event['data'])) return [];
    const data = event['type'] === 'DecisionMade' ? event['data']['signature'] : event['data'];
    if (!isObject(data) || !isObject(data['signature'])) return [];
    const { signature, ...declared } = data;
    const actor = event['actor'] ?? body['actor'];
    const mandate = event['mandate'] === undefined ? body['mandate'] : event['mandate'];
    const place = { ...received, signer: isObject(actor) ? actor['id'] : undefined, mandate: mandate ?? null };
    return [
      { act, realm: body['realm'], declared, signature: isObject(signature) ? signature : {}, place, at: body['at'] },
    ];
  });
}

/** The case as it was received: number, item and version. */
function receivedIn(stream: string, acts: readonly ReadAct[]): Members | undefined {
  const first = jsonOf(acts.find((act) => act.stream === stream)?.body);
  const events: readonly unknown[] = isObject(first) && Array.isArray(first['events']) ? first['events'] : [];
  const received = events.find((event) => isObject(event) && event['type'] === 'CaseReceived');
  if (!isObject(received) || !isObject(received['data'])) return undefined;
  const { itemId, itemVersion, itemHash } = received['data'];
  return { caseNo: stream.slice('case/'.length), itemId, itemVersion, itemHash };
}
