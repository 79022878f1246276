import { z } from 'zod';
import { checkCitizenId, checkUscc, holderKey, normalIdNo } from '../identity/identity.ts';
import { perform, readStream } from '../journal/actions.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant, instantInChina, type PlainDate } from '../kernel/time.ts';
import { takeFiles } from '../material/actions.ts';
import { type Claim, letterPrefix, letterStream, type SharingLetter, Subject, viewLetter } from './consent.ts';
import { type ConsentCall, type ConsentPorts, itemVersion } from './ports.ts';
import { consentRefusals } from './refusals.ts';
import { giveSharingLetter, type LetterProof, withdrawSharingLetter } from './sharing-letter.ts';
import { deleteOldLetters, keepLetter, listLetterRows, readLetterRow } from './store.ts';

/** A natural person who acts for another. */
export const LetterAgent = z.strictObject({
  name: z.string().trim().min(1).max(200),
  idNo: z.string().trim().min(1).max(40),
});
export type LetterAgent = z.infer<typeof LetterAgent>;

export const LetterParties = z.strictObject({ principal: Subject, agent: LetterAgent });
export type LetterParties = z.infer<typeof LetterParties>;

/** A letter on record with who the two are; they are forgotten some years after its end. */
export interface FoundLetter {
  readonly letter: SharingLetter;
  readonly parties: LetterParties;
}

export interface AskedLetter extends LetterParties {
  readonly itemId: string;
  readonly caseNo?: string | undefined;
  readonly claims: readonly Claim[];
  /** The last day on which it is good. */
  readonly untilOn: PlainDate;
  /** The paper that a window accepts: the upload of its scan, and how it is proven. */
  readonly paper?: { readonly uploadId: string; readonly proof: LetterProof } | undefined;
}

/** Puts a letter on record: the principal’s own from his account, or one of paper that the window accepts with its proof (R15). */
export async function putLetter(
  ports: ConsentPorts,
  call: ConsentCall,
  { principal, agent, itemId, caseNo, claims, untilOn, paper }: AskedLetter,
): Promise<FoundLetter | Refusal> {
  const { journal, realm } = ports;
  const version = itemVersion(ports, itemId, call.at);
  if (isRefusal(version)) return version;
  const wrong = checkNumbers(principal, agent);
  if (wrong !== undefined) return wrong;
  const keys = { principalKey: holderKey(realm, principal.idNo), agentKey: holderKey(realm, agent.idNo) };
  const untilAt = instantInChina(addDays(untilOn, 1), '00:00');
  const files = await takeFiles({ pool: journal.pool, realm }, call, paper === undefined ? [] : [paper.uploadId]);
  const document = paper === undefined ? undefined : files.get(paper.uploadId);
  const command = { itemId, claims, untilAt, ...caseOf(caseNo), ...proofOf(paper) };
  const done = await perform(journal, giveSharingLetter, {
    realm,
    ...call,
    stream: `${letterPrefix(keys.principalKey)}${ports.consentId()}`,
    command,
    asked: { ...command, ...keys },
    facts: () => ({ version, ...keys, policy: ports.consentPolicy, document }),
  });
  if (isRefusal(done)) return done;
  const letter = viewLetter(done.repeated ? await readStream(journal, realm, done.stream) : done.events);
  if (letter === undefined) throw new Error('a letter that was given is there');
  const parties = { principal: { ...principal, idNo: normalIdNo(principal.idNo) }, agent };
  const row = { letterId: letter.letterId, ...keys, parties: JSON.stringify(parties), untilAt };
  await keepLetter(journal.pool, realm, row);
  return { letter, parties };
}

function caseOf(caseNo: string | undefined): { readonly caseNo?: string } {
  return caseNo === undefined ? {} : { caseNo };
}

function proofOf(paper: AskedLetter['paper']): { readonly proof?: LetterProof } {
  return paper === undefined ? {} : { proof: paper.proof };
}

/** R15: real names have numbers that can exist; a passport has none that can be checked. */
export function checkNumbers({ idType, idNo }: Subject, agent?: LetterAgent): Refusal | undefined {
  const isWrong =
    (idType === 'citizenId' && !checkCitizenId(normalIdNo(idNo)).valid) ||
    (idType === 'uscc' && !checkUscc(normalIdNo(idNo)).valid);
  if (isWrong) return refuse(consentRefusals, 'identity-number-wrong', { field: 'principal.idNo' });
  if (agent === undefined || checkCitizenId(normalIdNo(agent.idNo)).valid) return undefined;
  return refuse(consentRefusals, 'identity-number-wrong', { field: 'agent.idNo' });
}

/** The principal takes his letter back; from this commit on his agent shows nothing under it. */
export function withdrawLetter(
  { journal, realm }: ConsentPorts,
  call: ConsentCall,
  letterId: string,
  principalKey: string,
): Promise<Performed | Refusal> {
  return perform(journal, withdrawSharingLetter, {
    realm,
    ...call,
    stream: letterStream(letterId),
    command: undefined,
    facts: () => ({ principalKey }),
  });
}

/** The letter as it stands now; undefined where nobody gave it. */
export async function letterNow(
  { journal, realm }: Pick<ConsentPorts, 'journal' | 'realm'>,
  letterId: string | undefined,
): Promise<SharingLetter | undefined> {
  return letterId === undefined ? undefined : viewLetter(await readStream(journal, realm, letterStream(letterId)));
}

/** A letter with its parties, for whoever is one of them or acts at the window; undefined where it is not on record. */
export async function findLetter(
  ports: Pick<ConsentPorts, 'journal' | 'realm'>,
  letterId: string,
): Promise<FoundLetter | undefined> {
  const row = await readLetterRow(ports.journal.pool, ports.realm, letterId);
  const letter = row === undefined ? undefined : await letterNow(ports, letterId);
  if (row === undefined || letter === undefined) return undefined;
  return { letter, parties: LetterParties.parse(JSON.parse(row.parties)) };
}

/** More letters than anybody has. */
const LISTED = 50;

/** The letters that somebody gave, and those under which he acts for others. */
export async function lettersOf(
  ports: Pick<ConsentPorts, 'journal' | 'realm'>,
  key: string,
): Promise<readonly FoundLetter[]> {
  const rows = await listLetterRows(ports.journal.pool, ports.realm, { key, limit: LISTED });
  const found = await Promise.all(rows.map(({ letterId }) => findLetter(ports, letterId)));
  return found.flatMap((one) => (one === undefined ? [] : [one]));
}

/** 民法典188: who disputes what an agent did has three years; after that nobody needs to know who the two were. */
const YEARS_MS = 3 * 366 * 86_400_000;

export function sweepLetters({ journal, realm }: ConsentPorts, at: Instant): Promise<number> {
  return deleteOldLetters(journal.pool, realm, new Date(Date.parse(at) - YEARS_MS).toISOString());
}

/** Until which day a letter of today may last. */
export function latestDayOf({ consentPolicy }: Pick<ConsentPorts, 'consentPolicy'>, at: Instant): PlainDate {
  return addDays(dateInChina(at), consentPolicy.letterDays - 1);
}
