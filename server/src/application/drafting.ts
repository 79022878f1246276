import type { Item } from '../catalogue/catalogue.ts';
import { readStream } from '../journal/actions.ts';
import type { Actor } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import { keepFiles } from '../material/actions.ts';
import { ownerOf } from '../material/material.ts';
import { normalIdNo } from '../identity/identity.ts';
import { getPinnedVersion, holderKey, viewApplication } from './application.ts';
import { answersThatFit, changeOfGuide, type Draft, DraftBody, type GuideChange, uploadsOfDraft } from './draft.ts';
import type { Applicant } from './form.ts';
import { type CasePorts, pinnedItem } from './ports.ts';
import { answersGiven, type EarlierAnswer, type KnownAnswer, knownAnswers } from './prefill.ts';
import { applicationRefusals } from './refusals.ts';
import { type HeldAnswer, withWhoApplies } from './who-applies.ts';
import { type DraftRow, itemDrafts, listOwnCases } from './store.ts';

export interface DraftPorts extends Pick<CasePorts, 'journal' | 'realm' | 'items' | 'facts'> {
  /** Natural days for which a draft is kept after it was saved last. */
  readonly draftDays: number;
}

interface Owning {
  readonly actor: Actor;
  readonly at: Instant;
}

/** A draft as its owner finds it again. */
export interface FoundDraft {
  readonly draft: Draft;
  /** What differs from the guide in force; absent where nothing does. */
  readonly change?: GuideChange;
  /** The item is no longer handled: nothing can be sent, and the draft may be deleted. */
  readonly isWithdrawn: boolean;
}

/** Saves a draft over the revision that the owner has seen; a newer one from another device is never overwritten. */
export async function saveDraft(
  ports: DraftPorts,
  { actor, at }: Owning,
  given: { readonly itemId: string; readonly itemVersion: number; readonly revision: number; readonly body: DraftBody },
): Promise<Draft | Refusal> {
  const { itemId, itemVersion, revision, body } = given;
  const version = versionOf(ports, itemId, itemVersion);
  if (version === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId });
  const expiresAt = instantInChina(addDays(dateInChina(at), ports.draftDays + 1), '00:00');
  const key = { realm: ports.realm, owner: ownerOf(actor), subject: itemId };
  const row = { version: itemVersion, revision, body: JSON.stringify(body), savedAt: at, expiresAt };
  const saved = await itemDrafts.write(ports.journal.pool, key, row);
  if (saved === undefined) return refuse(applicationRefusals, 'draft-moved', { itemId, revision });
  await keepFiles({ pool: ports.journal.pool, realm: ports.realm }, actor, uploadsOfDraft(body), expiresAt);
  return { itemId, itemVersion, body, savedAt: at, expiresAt, revision: saved };
}

/** The draft with what has changed since; answers that still fit are kept, the others are told once. */
export async function findDraft(ports: DraftPorts, owning: Owning, itemId: string): Promise<FoundDraft | Refusal> {
  const { actor, at } = owning;
  const key = { realm: ports.realm, owner: ownerOf(actor), subject: itemId };
  const row = await itemDrafts.read(ports.journal.pool, key, at);
  if (row === undefined) return refuse(applicationRefusals, 'no-draft', { itemId });
  const draft = draftOf(row);
  const inForce = pinnedItem(ports, itemId, at)?.inForce;
  if (inForce === undefined) return { draft, isWithdrawn: true };
  const filled = versionOf(ports, itemId, draft.itemVersion);
  if (filled === undefined || inForce.version === draft.itemVersion) return { draft, isWithdrawn: false };
  const change = changeOfGuide(filled.item, inForce.item, draft.body.form);
  const form = answersThatFit(inForce.item, draft.body.form);
  return { draft: { ...draft, body: { ...draft.body, form } }, change, isWithdrawn: false };
}

/** All drafts of this account. */
export async function findDrafts(ports: DraftPorts, { actor, at }: Owning): Promise<readonly Draft[]> {
  return (await itemDrafts.list(ports.journal.pool, { realm: ports.realm, owner: ownerOf(actor) }, at)).map(draftOf);
}

/** 个保法47: the owner deletes what he has not sent; its files go with it, unless a case has them. */
export async function dropDraft(ports: DraftPorts, { actor, at }: Owning, itemId: string): Promise<Draft | Refusal> {
  const { pool } = ports.journal;
  const row = await itemDrafts.delete(pool, { realm: ports.realm, owner: ownerOf(actor), subject: itemId });
  if (row === undefined) return refuse(applicationRefusals, 'no-draft', { itemId });
  const dropped = draftOf(row);
  await keepFiles({ pool, realm: ports.realm }, actor, uploadsOfDraft(dropped.body), at);
  return dropped;
}

/** After the application was received the draft has done its work. */
export async function finishDraft(ports: DraftPorts, actor: Actor, itemId: string): Promise<void> {
  await itemDrafts.delete(ports.journal.pool, { realm: ports.realm, owner: ownerOf(actor), subject: itemId });
}

/** The robot that deletes drafts whose time is over. */
export function sweepDrafts(ports: DraftPorts, at: Instant): Promise<number> {
  return itemDrafts.deleteOld(ports.journal.pool, ports.realm, at);
}

function draftOf({ subject: itemId, version: itemVersion, body, ...row }: DraftRow): Draft {
  return { ...row, itemId, itemVersion, body: DraftBody.parse(JSON.parse(body)) };
}

/** How many earlier cases are looked at for answers. */
const EARLIER_CASES = 20;

interface Known {
  readonly item: Item;
  readonly answers: readonly KnownAnswer[];
  /** Papers that sources have for this very person. */
  readonly materials: readonly string[];
}

/** For which item who is asked. */
interface Knowing {
  readonly itemId: string;
  readonly applicant: Applicant;
  /** What `earlierAnswers` has read already, where several items are asked about at once. */
  readonly earlier?: readonly OwnAnswer[];
}

/** What need not be asked again of this applicant, with its sources (R6, R47). */
export async function findKnown(ports: DraftPorts, { actor, at }: Owning, asked: Knowing): Promise<Known | Refusal> {
  const { itemId, applicant } = asked;
  const item = pinnedItem(ports, itemId, at)?.inForce?.item;
  if (item === undefined) return refuse(applicationRefusals, 'item-not-in-force', { itemId });
  const self = { kind: 'self' as const };
  const query = { applicant, item, operator: actor.id, purpose: '申请人本人填写申请', grounds: self, at };
  const [sources, materials, earlier] = await Promise.all([
    ports.facts.known(query),
    ports.facts.available(query),
    asked.earlier ?? earlierAnswers(ports, applicant),
  ]);
  return { item, answers: knownAnswers(item, sources, earlier), materials };
}

/**
 * What a clerk need not ask somebody who stands before him: what the applicant has said of himself, and what he answered in
 * earlier cases of his, which the clerk finds by name and number together. Sources are not asked: there is no case yet (R20), and
 * the holder's code opens them. Names the cases that were read.
 */
export async function findKnownAtCounter(
  ports: Pick<DraftPorts, 'journal' | 'realm' | 'items'>,
  at: Instant,
  { itemId, applicant, earlier }: Knowing,
): Promise<{ readonly answers: readonly HeldAnswer[]; readonly cases: readonly string[] } | Refusal> {
  const item = pinnedItem(ports, itemId, at)?.inForce?.item;
  if (item === undefined) return refuse(applicationRefusals, 'item-not-in-force', { itemId });
  const before = earlier ?? (await earlierAnswers(ports, applicant));
  const known = knownAnswers(
    item,
    [],
    before.filter(({ applicantName }) => applicantName === applicant.name),
  );
  const answers = withWhoApplies(item, applicant, known);
  const cases = answers.flatMap((answer) => (answer.from === 'case' ? [answer.caseNo] : []));
  return { answers, cases: [...new Set(cases)] };
}

interface OwnAnswer extends EarlierAnswer {
  /** The name in which that case was applied for. */
  readonly applicantName: string;
}

/** What the applicant answered in his latest cases, the newest first. */
export async function earlierAnswers(
  ports: Pick<DraftPorts, 'journal' | 'realm' | 'items'>,
  applicant: Applicant,
): Promise<readonly OwnAnswer[]> {
  const key = holderKey(ports.realm, applicant.idNo);
  const cases = await listOwnCases(ports.journal.pool, { realm: ports.realm, key, limit: EARLIER_CASES });
  const streams = await Promise.all(cases.map((caseNo) => readStream(ports.journal, ports.realm, `case/${caseNo}`)));
  return streams.flatMap((events) => {
    const { received, form, receivedAt, caseNo } = viewApplication(events);
    // Somebody's agent has seen his principal's answers; they are not his own.
    if (received === undefined || normalIdNo(received.applicant.idNo) !== normalIdNo(applicant.idNo)) return [];
    const { item } = getPinnedVersion(ports, received.itemId, received.itemVersion);
    const { name: applicantName } = received.applicant;
    const known = { caseNo, itemName: item.name, receivedOn: dateInChina(receivedAt), applicantName };
    return answersGiven(item, form).map((answer) => ({ ...answer, ...known }));
  });
}

function versionOf(ports: DraftPorts, itemId: string, version: number) {
  return ports.items.get(`item/${itemId}`)?.view.versions.find((one) => one.version === version);
}
