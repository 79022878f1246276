import { answer, type BundleCheck, type ReadAct } from './bundle-act.ts';
import { isObject, jsonOf } from './bundle-file.ts';

type Members = Readonly<Record<string, unknown>>;

/** What a person does to a licence with his own signature; the same events of a robot follow from law or from a case. */
const ACTS: ReadonlySet<unknown> = new Set([
  'EndingAnnounced',
  // Made out by the machine with the decision, or later by a person who signs.
  'LicenceIssued',
  'LicenceRenewed',
  'LicenceChanged',
  'LicenceReplaced',
  'LicenceSuspended',
  'LicenceReinstated',
  'LicenceWithdrawn',
  'LicenceAnnulled',
  'LicenceForfeited',
  'LicenceCancelled',
]);

/** Nobody but a person does these, whatever a record says: neither law nor a case brings them about by itself. */
const BY_PERSONS_ONLY: ReadonlySet<unknown> = new Set([
  'EndingAnnounced',
  'LicenceSuspended',
  'LicenceWithdrawn',
  'LicenceAnnulled',
  'LicenceForfeited',
]);

interface LicenceAct {
  readonly act: ReadAct;
  readonly type: unknown;
  readonly data: Members;
  readonly actor: Members;
  readonly mandate: unknown;
  readonly body: Members;
}

/**
 * For every act of a person on a licence whose content is in the bundle: whether the record holds his signature (R71; whether it is
 * good is told with all signatures), on what power he acted, and whether the seal went under the very document that he signed (R82).
 * What takes a licence and was done by no person, or without a letter (R67), is told as well.
 */
export function checkLicenceActs(acts: readonly ReadAct[]): readonly BundleCheck[] {
  return acts.flatMap(licenceActsIn).flatMap((found) => {
    if (found.actor['kind'] !== 'person') return [byNobody(found)];
    return [...(isSigned(found) ? checkOffice(found) : [unsigned(found)]), ...checkSealed(found)];
  });
}

function licenceActsIn(act: ReadAct): readonly LicenceAct[] {
  const body = jsonOf(act.body);
  if (!act.stream.startsWith('licence/') || !isObject(body) || !Array.isArray(body['events'])) return [];
  const events: readonly unknown[] = body['events'];
  return events.flatMap((event) => {
    if (!isObject(event) || !ACTS.has(event['type']) || !isObject(event['data'])) return [];
    const actor = event['actor'] ?? body['actor'];
    const { type } = event;
    if (!isObject(actor) || (actor['kind'] !== 'person' && !BY_PERSONS_ONLY.has(type))) return [];
    const mandate = event['mandate'] === undefined ? body['mandate'] : event['mandate'];
    return [{ act, type, data: event['data'], actor, mandate: mandate ?? null, body }];
  });
}

function isSigned({ data: { signed } }: LicenceAct): boolean {
  return isObject(signed) && isObject(signed['signature']);
}

function unsigned({ act, actor }: LicenceAct): BundleCheck {
  const signer = String(actor['id']);
  return answer(
    ['signature', act.name],
    'undecided',
    `记录中没有 ${signer} 对这项证照操作的签名。`,
    `The record holds no signature of ${signer} on this act on the licence.`,
  );
}

function byNobody({ act, type, actor }: LicenceAct): BundleCheck {
  const who = String(actor['id']);
  return answer(
    ['signature', act.name],
    'false',
    `这项证照操作（${String(type)}）只能由人签名作出，记录却写由 ${who} 作出。`,
    `Only a person who signs does this to a licence (${String(type)}); the record says that ${who} did.`,
  );
}

/** A mandate is checked like any other; an office is nobody's to prove from here, and neither of both is no power at all. */
function checkOffice({ act, data, mandate }: LicenceAct): readonly BundleCheck[] {
  if (mandate !== null) return [];
  const of = ['mandate', act.name] as const;
  const { signed } = data;
  const office = isObject(signed) ? signed['office'] : undefined;
  return typeof office === 'string'
    ? [
        answer(
          of,
          'undecided',
          `签名人以机关（${office}）负责人的职务作出；谁是负责人不在证据包内，须向该机关核实。`,
          `He acted by the office of the head of the organ (${office}); who holds it is not in the bundle: ask the organ.`,
        ),
      ]
    : [answer(of, 'false', '记录既没有委托书也没有职务。', 'The record names neither a mandate nor an office.')];
}

/** What a decision of a case brought about later goes out with the letter of that case. */
function needsLetter({ type, data }: LicenceAct): boolean {
  return BY_PERSONS_ONLY.has(type) || (type === 'LicenceCancelled' && data['later'] === undefined);
}

function checkSealed(found: LicenceAct): readonly BundleCheck[] {
  const { act, data, body } = found;
  const { letter } = data;
  if (!isObject(letter))
    return needsLetter(found)
      ? [
          answer(
            ['sealed', act.name],
            'undecided',
            '记录中没有这项证照操作的文书；以纸质文书送达的，须核对原件。',
            'The record holds no letter of this act on the licence; where it went out on paper, see the original.',
          ),
        ]
      : [];
  const events: readonly unknown[] = Array.isArray(body['events']) ? body['events'] : [];
  const isBound = events.some(
    (event) =>
      isObject(event) &&
      event['type'] === 'LetterSealed' &&
      isObject(event['data']) &&
      event['data']['signedHash'] === letter['documentHash'] &&
      event['data']['docNo'] === letter['docNo'],
  );
  return [
    isBound
      ? answer(
          ['sealed', act.name],
          'true',
          '印章盖在所签的那一份文书上。',
          'The seal went under the very document that was signed.',
        )
      : answer(
          ['sealed', act.name],
          'false',
          '所盖印章的文书不是所签的那一份。',
          'The sealed document is not the one that was signed.',
        ),
  ];
}
