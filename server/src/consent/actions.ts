import { findApplicant } from '../identity/actions.ts';
import { type Applicant, checkRealName, holderKey, normalIdNo } from '../identity/identity.ts';
import { part, type Part, perform, readStream } from '../journal/actions.ts';
import type { Performed } from '../journal/journal.ts';
import { readStreams } from '../journal/store.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { codeDigest, codeFrom } from './code.ts';
import {
  consentPrefix,
  consentStream,
  type ConsentView,
  type GiveConsent,
  type SharingLetter,
  type Subject,
  viewConsent,
} from './consent.ts';
import { findLetter, letterNow } from './letters.ts';
import { type ConsentCall, type ConsentPorts, itemVersion } from './ports.ts';
import { consentRefusals } from './refusals.ts';
import { type AgreeTo, giveConsent, type GivingFacts, useConsent, type UseConsent, withdrawConsent } from './steps.ts';
import { keepCode } from './store.ts';

export { type ClaimQuery, type ConsentCall, type ConsentPorts, itemVersion } from './ports.ts';
export { PaperConsent, readPaper } from './paper-consent.ts';
export { type ClaimSource, type Company, type ReadAt, redeemCode, type Redeemed, sweepCodes } from './redeeming.ts';
export {
  type AskedLetter,
  findLetter,
  type FoundLetter,
  latestDayOf,
  LetterAgent,
  lettersOf,
  putLetter,
  withdrawLetter,
} from './letters.ts';

export interface GivenAnswer {
  readonly consentId: string;
  readonly expiresAt: Instant;
  /** The eight digits, to be shown and forgotten; only for a code. */
  readonly code?: string;
}

/** How often digits are drawn that somebody else shows already. */
const DRAWS = 5;

/** The holder of this account agrees for himself, or as an agent under a letter on record; with a code he gets the digits to show. */
export async function give(
  ports: ConsentPorts,
  call: ConsentCall,
  command: GiveConsent,
): Promise<GivenAnswer | Refusal> {
  const version = itemVersion(ports, command.itemId, call.at);
  if (isRefusal(version)) return version;
  const giver = await giverOf(ports, call, command.letterId);
  if (isRefusal(giver)) return giver;
  const { subject, agentKey } = giver;
  const subjectKey = holderKey(ports.realm, subject.idNo);
  const done = await perform(ports.journal, giveConsent, {
    realm: ports.realm,
    ...call,
    stream: `${consentPrefix(subjectKey)}${ports.consentId()}`,
    command,
    // The journal keeps what was agreed; who it is stays out of it.
    asked: { ...command, subjectKey },
    facts: async () => {
      const letter = await letterNow(ports, command.letterId);
      return { version, subjectKey, policy: ports.consentPolicy, letter, agentKey };
    },
  });
  if (isRefusal(done)) return done;
  const view = await viewOf(ports, done);
  if (view.state === 'none') throw new Error('a consent that was given is there');
  const { consentId, expiresAt } = view.given;
  if (command.way === 'online') return { consentId, expiresAt };
  if (view.state !== 'given') return refuse(consentRefusals, 'consent-used');
  const code = await showCode(ports, call, view.given, subject);
  return isRefusal(code) ? code : { consentId, expiresAt, code };
}

interface Giver {
  readonly subject: Subject;
  readonly agentKey?: string;
}

/** Whose papers this account may show: its own holder's, or those of a principal whose letter names that holder (R15). */
async function giverOf(
  ports: ConsentPorts,
  { actor, at }: ConsentCall,
  letterId: string | undefined,
): Promise<Giver | Refusal> {
  const holder = actor.kind === 'applicant' ? await findApplicant(ports.identity, actor.id) : undefined;
  if (holder === undefined) return refuse(consentRefusals, 'consent-not-yours');
  const unnamed = checkRealName(holder, at);
  if (unnamed !== undefined) return unnamed;
  if (letterId === undefined) return { subject: subjectOfAccount(holder) };
  const agentKey = holderKey(ports.realm, holder.idNo);
  const found = await findLetter(ports, letterId);
  // Somebody else's letter is as if it did not exist: its number tells nothing of whose papers there are.
  if (found === undefined || found.letter.agentKey !== agentKey || found.parties.agent.name !== holder.name)
    return refuse(consentRefusals, 'letter-unknown');
  return { subject: found.parties.principal, agentKey };
}

/** Who gave it takes it back, or whose claims they are (`ownKey`); from this commit on nobody gets anything for it. */
export function withdrawOwn(
  ports: ConsentPorts,
  call: ConsentCall,
  consentId: string,
  ownKey: string,
): Promise<Performed | Refusal> {
  return perform(ports.journal, withdrawConsent, {
    realm: ports.realm,
    ...call,
    stream: consentStream(consentId),
    command: undefined,
    facts: () => ({ ownKey }),
  });
}

export async function findConsent(
  ports: Pick<ConsentPorts, 'journal' | 'realm'>,
  consentId: string,
): Promise<ConsentView> {
  return viewConsent(await readStream(ports.journal, ports.realm, consentStream(consentId)));
}

/** Every consent over the claims of this holder, the newest first. */
export async function consentsOver(
  { journal, realm }: Pick<ConsentPorts, 'journal' | 'realm'>,
  subjectKey: string,
): Promise<readonly Exclude<ConsentView, { state: 'none' }>[]> {
  const events = await readStreams(journal.pool, realm, consentPrefix(subjectKey));
  const streams = Map.groupBy(events, ({ stream }) => stream).values();
  const views = Array.from(streams, viewConsent).flatMap((view) => (view.state === 'none' ? [] : [view]));
  return views.toSorted((a, b) => (a.given.givenAt < b.given.givenAt ? 1 : -1));
}

/** The part of an application that gives a consent with it: an act of its own stream in the same commit. */
export function givePart(command: AgreeTo, facts: GivingFacts): Part {
  return part(giveConsent, command, () => facts);
}

/** The part of a receipt that takes the consent up; it is an act of its own stream in the same commit. */
export function usePart(ports: Pick<ConsentPorts, 'journal' | 'realm' | 'consentPolicy'>, use: UseConsent): Part {
  return part(useConsent, use, async (events) => {
    const view = viewConsent(events);
    const letter = view.state === 'none' ? undefined : await letterNow(ports, view.given.letterId);
    return { policy: ports.consentPolicy, letter };
  });
}

/** The consents that an agent gave under these letters, the newest first: what became of them concerns him too. */
export async function consentsUnder(
  ports: Pick<ConsentPorts, 'journal' | 'realm'>,
  letters: readonly SharingLetter[],
  giverId: string,
): Promise<readonly Exclude<ConsentView, { state: 'none' }>[]> {
  const principals = new Set(letters.map(({ principalKey }) => principalKey));
  const known = new Set(letters.map(({ letterId }) => letterId));
  const found = await Promise.all([...principals].map((key) => consentsOver(ports, key)));
  return found
    .flat()
    .filter(({ given }) => given.giverId === giverId && given.letterId !== undefined && known.has(given.letterId));
}

/** The holder of an account as he stands in an application. */
export function subjectOfAccount(holder: Applicant): Subject {
  const { name } = holder;
  const idNo = normalIdNo(holder.idNo);
  if (holder.kind === 'organisation')
    return { kind: 'legalPerson', name, idType: 'uscc', idNo, legalRepresentative: { ...holder.legalRepresentative } };
  const idType = holder.idType === 'residencePermit' ? 'otherDocument' : holder.idType;
  return { kind: 'naturalPerson', name, idType, idNo };
}

/** After a repetition the stream may have moved on since. */
async function viewOf({ journal, realm }: ConsentPorts, done: Performed): Promise<ConsentView> {
  return viewConsent(done.repeated ? await readStream(journal, realm, done.stream) : done.events);
}

/** Draws a code and keeps its digest; asked again for the same consent the digits before are over. */
async function showCode(
  ports: ConsentPorts,
  { actor, at }: ConsentCall,
  { consentId, expiresAt }: { readonly consentId: string; readonly expiresAt: Instant },
  subject: Subject,
): Promise<string | Refusal> {
  const { journal, realm, codeKey, consentPolicy } = ports;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const code = codeFrom(ports.random(4));
    if (code === undefined) continue;
    const kept = {
      consentId,
      giver: actor.id,
      digest: codeDigest(codeKey, code),
      subject: JSON.stringify(subject),
      expiresAt,
    };
    if (await keepCode(journal.pool, realm, kept, { at, limit: consentPolicy.liveCodes })) return code;
  }
  return refuse(consentRefusals, 'codes-exhausted');
}
