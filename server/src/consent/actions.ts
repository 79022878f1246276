import { findApplicant } from '../identity/actions.ts';
import { type Applicant, checkRealName, holderKey, normalIdNo } from '../identity/identity.ts';
import { part, type Part, perform, readStream } from '../journal/actions.ts';
import type { Performed } from '../journal/journal.ts';
import { readStreams } from '../journal/store.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { codeDigest, codeFrom } from './code.ts';
import {
  type ConsentPolicy,
  consentPrefix,
  consentStream,
  type ConsentView,
  type GiveConsent,
  type Subject,
  viewConsent,
} from './consent.ts';
import { type ConsentCall, type ConsentPorts, itemVersion } from './ports.ts';
import { consentRefusals } from './refusals.ts';
import { giveConsent, useConsent, type UseConsent, withdrawConsent } from './steps.ts';
import { keepCode } from './store.ts';

export type { ClaimQuery, ConsentCall, ConsentPorts } from './ports.ts';
export { type ClaimSource, type Company, type ReadAt, redeemCode, type Redeemed, sweepCodes } from './redeeming.ts';
export { checkUse } from './steps.ts';

export interface GivenAnswer {
  readonly consentId: string;
  readonly expiresAt: Instant;
  /** The eight digits, to be shown and forgotten; only for a code. */
  readonly code?: string;
}

/** How often digits are drawn that somebody else shows already. */
const DRAWS = 5;

/** The holder of this account agrees for himself; with a code he gets the digits to show. */
export async function give(
  ports: ConsentPorts,
  call: ConsentCall,
  command: GiveConsent,
): Promise<GivenAnswer | Refusal> {
  const version = itemVersion(ports, command.itemId, call.at);
  if (isRefusal(version)) return version;
  const subject = await ownSubject(ports, call);
  if (isRefusal(subject)) return subject;
  const subjectKey = holderKey(ports.realm, subject.idNo);
  const facts = { version, subjectKey, policy: ports.consentPolicy };
  const done = await perform(ports.journal, giveConsent, {
    realm: ports.realm,
    ...call,
    stream: `${consentPrefix(subjectKey)}${ports.consentId()}`,
    command,
    // The journal keeps what was agreed; who it is stays out of it.
    asked: { ...command, subjectKey },
    facts: () => facts,
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

/** The giver takes it back; from this commit on nobody gets anything for it. */
export function withdrawOwn(ports: ConsentPorts, call: ConsentCall, consentId: string): Promise<Performed | Refusal> {
  return perform(ports.journal, withdrawConsent, {
    realm: ports.realm,
    ...call,
    stream: consentStream(consentId),
    command: undefined,
    facts: () => undefined,
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

/** The part of a receipt that takes the consent up; it is an act of its own stream in the same commit. */
export function usePart(policy: ConsentPolicy, use: UseConsent): Part {
  return part(useConsent, use, () => policy);
}

/** Whose papers this account may show: its own holder's, whose real name is known. */
async function ownSubject({ identity }: ConsentPorts, { actor, at }: ConsentCall): Promise<Subject | Refusal> {
  const holder = actor.kind === 'applicant' ? await findApplicant(identity, actor.id) : undefined;
  if (holder === undefined) return refuse(consentRefusals, 'consent-not-yours');
  return checkRealName(holder, at) ?? subjectOfAccount(holder);
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
