import type { Recorded, Step } from '../journal/journal.ts';
import type { Held } from '../journal/register.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { type MandateView, stateAt } from '../mandate/mandate.ts';
import { sealRefusals } from './refusals.ts';
import { MANDATE_LETTERS, maySeal, SEALING_ROBOT, type SealApplied, sealEvents, type SealView } from './seal.ts';

/**
 * The letter of a mandate under the seal of its grantor; an agreement or entrustment between organs bears that of the other party too. What the head signed is the record that is enforced; the letter is printed
 * from that record and names its hash, so the seal goes on nothing that was not signed (R82). It is sealed when somebody
 * first asks for it, and once for each version.
 */

/** The stream of the sealed letter of one version; of its own, because a download is no step in the life of a mandate. */
export function mandateLetterStream(mandateNo: string, version: number): string {
  return `${MANDATE_LETTERS}${mandateNo}-${version}`;
}

/** The letter as it was sealed; undefined while nobody has asked for it. */
export function viewMandateLetter(events: readonly Recorded[]): SealApplied | undefined {
  const sealed = events.find(({ type }) => type === 'MandateLetterSealed');
  return sealed === undefined ? undefined : sealEvents.MandateLetterSealed.parse(sealed.data);
}

/** What is known when a letter is asked for. */
export interface MandateLetterFacts {
  readonly mandate: Held<MandateView> | undefined;
  readonly version: number;
  /** USCC of the grantor. */
  readonly grantor: string;
  readonly seal: Held<SealView> | undefined;
  /** USCC of the organ that receives, and its seal: of agreements and entrustments, which both parties sign and seal (R97). */
  readonly grantee?: { readonly uscc: string; readonly seal: Held<SealView> | undefined };
  /** The hash of the record that the printed letter names. */
  readonly printedHash: string;
  /** The letter under its seal, when it could be made. */
  readonly made?: SealApplied | Refusal;
}

export const sealMandateLetter: Step<{ readonly docNo: string }, SealApplied | undefined, MandateLetterFacts> = {
  name: 'sealMandateLetter',
  view: viewMandateLetter,
  decide(view, _command, facts, { at }) {
    if (view !== undefined) return { events: [] };
    const forbidden = mandateLetterForbidden(facts, at);
    if (forbidden !== undefined) return forbidden;
    const { made, seal, mandate } = facts;
    if (isRefusal(made)) return made;
    if (seal === undefined || mandate === undefined || made === undefined)
      throw new Error('the letter of a mandate is decided on without having been made');
    const use = {
      documentKind: 'mandateLetter',
      documentHash: made.signedHash,
      // The head signed the record: the letter is what he signed only where it prints that very record.
      ...(signedHash(facts) === facts.printedHash ? { lastSignedHash: made.signedHash } : {}),
      caseState: 'readyToSeal',
      keeper: { kind: 'robot', id: SEALING_ROBOT },
      at,
    } as const;
    const co = facts.grantee?.seal;
    const refusal =
      maySeal(seal.view, { ...use, grantor: facts.grantor }) ??
      (co === undefined ? undefined : maySeal(co.view, { ...use, grantor: facts.grantee?.uscc ?? '' }));
    if (isRefusal(refusal)) return refusal;
    const passed = [seal, mandate, ...(co === undefined ? [] : [co])];
    return {
      events: [{ type: 'MandateLetterSealed', data: made }],
      fences: passed.map(({ key, epoch }) => ({ key, epoch, mode: 'pass' })),
    };
  },
};

/** Why the letter may not be sealed now; undefined when it may: only what is in force goes out under the seal (R106). */
export function mandateLetterForbidden(facts: MandateLetterFacts, at: string): Refusal | undefined {
  const { mandate, version, seal } = facts;
  const found = versionOf(facts);
  const state = mandate === undefined || found === undefined ? 'absent' : stateAt(mandate.view, found, at);
  if (state !== 'active') return refuse(sealRefusals, 'mandate-letter-not-in-force', { version, state });
  if (seal === undefined) return refuse(sealRefusals, 'seal-not-in-use', { kind: 'organSeal' });
  const { grantee } = facts;
  return grantee !== undefined && grantee.seal === undefined
    ? refuse(sealRefusals, 'seal-not-in-use', { kind: 'organSeal', organ: grantee.uscc })
    : undefined;
}

function versionOf({ mandate, version }: MandateLetterFacts) {
  return mandate?.view.versions.find(({ letter }) => letter.version === version);
}

/** The hash of the record that the head signed. */
function signedHash(facts: MandateLetterFacts): string | undefined {
  const found = versionOf(facts);
  return found !== undefined && found.signedFor.length > 0 ? found.hash : undefined;
}
