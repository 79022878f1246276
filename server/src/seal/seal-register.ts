import { viewDecision } from '../decision/decision.ts';
import type { FileStore } from '../document/document.ts';
import { type Journal, readStream } from '../journal/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import { dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import { findTwin } from './read-twin.ts';
import { SealApplied, sealsLetter, type TwinSealed } from './seal.ts';
import { verifySealedOfd } from './verify-ofd.ts';
import { type SealTrust, type SealVerification, verifySealedPdf } from './verify-pdf.ts';
import { enterUses, listUnentered, listUses, type UsePlace } from './store.ts';

/** One line of the seal-use register 用印登记: which seal, on which document of which case, on whose signatures, and when. */
export interface SealUseLine {
  /** The case, or for the letter of a mandate its number with the version. */
  readonly caseNo: string;
  readonly applied: SealApplied;
  /** The signatures on the case before this use; the last one signed the document that bears the seal (R82). */
  readonly signatures: readonly { readonly id: string; readonly personId: string; readonly at: Instant }[];
  /** What the verifier said of the sealed file when the use was entered. */
  readonly verified: SealVerification['result'];
  readonly faults: readonly SealUseFault[];
  /** The OFD twin of the document under the same seal, once somebody has asked for it, and what the verifier says of it. */
  readonly twin?: { readonly sealed: TwinSealed; readonly verified: SealVerification['result'] };
  /** The place of this line, for the question after the ones that follow. */
  readonly cursor: string;
}

/** What T12 looks for in the register, seal log against case log. */
export type SealUseFault = 'afterHours' | 'hashMismatch' | 'unsigned' | 'notValid';

export interface ServiceHours {
  readonly from: string;
  readonly to: string;
}

export interface RegisterRoom {
  readonly journal: Journal;
  readonly realm: string;
  readonly files: FileStore;
  readonly trust: SealTrust;
  /** When people may use seals; null on a day when nobody may. */
  readonly sealHours: (at: Instant) => ServiceHours | null;
}

const LINES = 20;
/** The verifier takes some milliseconds for each. */
const ENTERED_AT_ONCE = 50;
/** After every time and before every hash. */
const FIRST_PAGE = '9999-12-31T00:00:00.000Z_';

/** The newest uses of a seal, after the line `cursor`; the journal is asked, so that the register is never behind. */
export async function readSealUses(
  room: RegisterRoom,
  sealId: string,
  cursor = FIRST_PAGE,
): Promise<readonly SealUseLine[]> {
  await enterNew(room);
  const [before = '', beforeHash = ''] = cursor.split('_');
  const places = await listUses(room.journal.pool, room.realm, sealId, { before, beforeHash, limit: LINES });
  return Promise.all(places.map((place) => lineOf(room, place)));
}

/** Enters what was sealed since the register was last read. */
async function enterNew({ journal, realm, files, trust }: RegisterRoom): Promise<void> {
  for (;;) {
    const found = await listUnentered(journal.pool, realm, ENTERED_AT_ONCE);
    const uses: UsePlace[] = [];
    for (const place of found) {
      const { sealId, coSeal, at, sealedHash } = appliedAt(await readStream(journal, realm, place.stream), place.seq);
      const { result } = verifySealedPdf(await files.get(sealedHash), trust);
      for (const used of [sealId, ...(coSeal === undefined ? [] : [coSeal.sealId])])
        uses.push({ ...place, sealId: used, sealedAt: at, verified: result });
    }
    if (uses.length > 0) await enterUses(journal.pool, realm, uses);
    if (uses.length < ENTERED_AT_ONCE) return;
  }
}

async function lineOf(room: RegisterRoom, place: UsePlace): Promise<SealUseLine> {
  const events = await readStream(room.journal, room.realm, place.stream);
  const caseNo = place.stream.slice(place.stream.indexOf('/') + 1);
  const applied = asUseOf(place.sealId, appliedAt(events, place.seq));
  const isCase = place.stream.startsWith('case/');
  const twin = applied.twinHash === undefined ? undefined : await findTwin(room, applied.sealedHash);
  const signed = isCase ? viewDecision(events.filter(({ seq }) => seq < place.seq)).signatures : [];
  return {
    caseNo,
    applied,
    signatures: signed.map(({ no, personId, at }) => ({ id: `${caseNo}/${no}`, personId, at })),
    verified: place.verified,
    faults: useFaults(applied, {
      lastSignedHash: signed.at(-1)?.documentHash,
      hours: room.sealHours(applied.at),
      verified: place.verified,
    }),
    ...(twin === undefined
      ? {}
      : {
          twin: {
            sealed: twin,
            verified: verifySealedOfd(await room.files.get(twin.ofdHash), room.trust).result,
          },
        }),
    cursor: `${place.sealedAt}_${place.halfHash}`,
  };
}

/** The line of a seal that stands beside another on the letter names that seal. */
function asUseOf(sealId: string, applied: SealApplied): SealApplied {
  const { coSeal } = applied;
  return coSeal?.sealId === sealId ? { ...applied, ...coSeal } : applied;
}

function appliedAt(events: readonly Recorded[], seq: number): SealApplied {
  const event = events.find((one) => one.seq === seq && sealsLetter(one));
  if (event === undefined) throw new Error(`no seal was applied by event ${seq}`);
  return SealApplied.parse(event.data);
}

const DECISIONS: readonly string[] = ['grantDecision', 'refusalDecision'];

/**
 * T12: what is wrong with a use of the seal. A decision bears the seal over the document that was signed last; a person seals
 * within service hours, the platform at any hour under the standing approval.
 */
export function useFaults(
  applied: SealApplied,
  known: {
    readonly lastSignedHash: string | undefined;
    readonly hours: ServiceHours | null;
    readonly verified: SealVerification['result'];
  },
): readonly SealUseFault[] {
  const { lastSignedHash, hours } = known;
  const faults: SealUseFault[] = [];
  const isDecision = DECISIONS.includes(applied.documentKind);
  const byPerson = !applied.keeper.startsWith('robot');
  if (isDecision && byPerson && lastSignedHash === undefined) faults.push('unsigned');
  if (isDecision && lastSignedHash !== undefined && lastSignedHash !== applied.signedHash) faults.push('hashMismatch');
  const on = dateInChina(applied.at);
  const isOpen =
    hours !== null && instantInChina(on, hours.from) <= applied.at && applied.at < instantInChina(on, hours.to);
  if (byPerson && !isOpen) faults.push('afterHours');
  if (known.verified !== 'valid') faults.push('notValid');
  return faults;
}
