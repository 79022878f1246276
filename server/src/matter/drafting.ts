import { z } from 'zod';
import type { DraftRow } from '../application/actions.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { InputValue, ItemId } from '../catalogue/catalogue.ts';
import type { Actor } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import { keepFiles } from '../material/actions.ts';
import { ownerOf } from '../material/material.ts';
import { bundleInForce, bundleStream } from './bundle-life.ts';
import type { MatterPorts } from './ports.ts';
import { bundleRefusals } from './refusals.ts';
import { bundleDrafts } from './store.ts';

export interface MatterDraftPorts extends Pick<MatterPorts, 'journal' | 'realm' | 'bundles'> {
  /** Natural days for which a draft is kept after it was saved last. */
  readonly draftDays: number;
}

const Name = z.string().max(100);
const File = z.strictObject({ uploadId: z.uuid(), name: z.string().max(200), size: z.int().min(0) });
const Maker = z.record(z.string().max(20), z.string().max(200));

/** What somebody has answered so far, by the names of the questions. Nothing of it was submitted, so nothing has any effect. */
export const MatterDraftBody = z.strictObject({
  answers: z.record(Name, InputValue).default({}),
  files: z.record(Name, z.array(File).max(50)).default({}),
  /** Papers that he has, shows at a window or promises to bring. */
  ticked: z.array(Name).max(400).default([]),
  makers: z.record(Name, Maker).default({}),
  /** Papers that may follow, by item, as working days from its receipt (R32). */
  later: z.record(Name, z.int().min(1).max(250)).default({}),
  /** Items that a person is to decide (R79). */
  humanDecision: z.array(ItemId).max(40).default([]),
});
export type MatterDraftBody = z.infer<typeof MatterDraftBody>;

export interface MatterDraft extends Omit<DraftRow, 'subject' | 'version' | 'body'> {
  readonly bundleId: string;
  /** The version of the bundle whose questions were answered. */
  readonly bundleVersion: number;
  readonly body: MatterDraftBody;
}

/** A draft as its owner finds it again. */
export interface FoundMatterDraft {
  readonly draft: MatterDraft;
  /** The bundle has another version by now: its questions are asked as it has them, and answers that no longer fit are left out. */
  readonly isChanged: boolean;
  readonly isWithdrawn: boolean;
}

interface Owning {
  readonly actor: Actor;
  readonly at: Instant;
}

/** Saves a draft over the revision that its owner has seen; a newer one from another device is never overwritten. */
export async function saveMatterDraft(
  ports: MatterDraftPorts,
  { actor, at }: Owning,
  given: Pick<MatterDraft, 'bundleId' | 'bundleVersion' | 'revision' | 'body'>,
): Promise<MatterDraft | Refusal> {
  const { bundleId, bundleVersion, revision, body } = given;
  const known = ports.bundles.get(bundleStream(bundleId))?.view.versions;
  if (known?.some(({ version }) => version === bundleVersion) !== true)
    return refuse(bundleRefusals, 'unknown-bundle', { bundleId });
  const expiresAt = instantInChina(addDays(dateInChina(at), ports.draftDays + 1), '00:00');
  const key = { realm: ports.realm, owner: ownerOf(actor), subject: bundleId };
  const row = { version: bundleVersion, revision, savedAt: at, expiresAt, body: JSON.stringify(body) };
  const saved = await bundleDrafts.write(ports.journal.pool, key, row);
  if (saved === undefined) return refuse(applicationRefusals, 'draft-moved', { bundleId, revision });
  await keepFiles({ pool: ports.journal.pool, realm: ports.realm }, actor, uploadsOf(body), expiresAt);
  return { bundleId, bundleVersion, body, savedAt: at, expiresAt, revision: saved };
}

/** One's draft of a matter, with whether its bundle has changed since. */
export async function findMatterDraft(
  ports: MatterDraftPorts,
  { actor, at }: Owning,
  bundleId: string,
): Promise<FoundMatterDraft | Refusal> {
  const key = { realm: ports.realm, owner: ownerOf(actor), subject: bundleId };
  const row = await bundleDrafts.read(ports.journal.pool, key, at);
  if (row === undefined) return refuse(applicationRefusals, 'no-draft', { bundleId });
  const view = ports.bundles.get(bundleStream(bundleId))?.view;
  const version = view === undefined ? undefined : bundleInForce(view, at)?.version;
  const isChanged = version !== undefined && version !== row.version;
  return { draft: draftOf(row), isChanged, isWithdrawn: version === undefined };
}

/** All drafts of matters of this account, the newest first. */
export async function findMatterDrafts(
  { journal, realm }: MatterDraftPorts,
  { actor, at }: Owning,
): Promise<readonly MatterDraft[]> {
  return (await bundleDrafts.list(journal.pool, { realm, owner: ownerOf(actor) }, at)).map(draftOf);
}

/** 个保法47: the owner deletes what he has not sent; its files go with it. */
export async function dropMatterDraft(
  { journal, realm }: MatterDraftPorts,
  { actor, at }: Owning,
  bundleId: string,
): Promise<MatterDraft | Refusal> {
  const dropped = await bundleDrafts.delete(journal.pool, { realm, owner: ownerOf(actor), subject: bundleId });
  if (dropped === undefined) return refuse(applicationRefusals, 'no-draft', { bundleId });
  const draft = draftOf(dropped);
  await keepFiles({ pool: journal.pool, realm }, actor, uploadsOf(draft.body), at);
  return draft;
}

/** After the matter was submitted the draft has done its work. */
export async function finishMatterDraft(
  { journal, realm }: MatterDraftPorts,
  actor: Actor,
  bundleId: string,
): Promise<void> {
  await bundleDrafts.delete(journal.pool, { realm, owner: ownerOf(actor), subject: bundleId });
}

/** The robot that deletes drafts whose time is over. */
export function sweepMatterDrafts({ journal, realm }: MatterDraftPorts, at: Instant): Promise<number> {
  return bundleDrafts.deleteOld(journal.pool, realm, at);
}

function uploadsOf({ files }: MatterDraftBody): readonly string[] {
  return Object.values(files).flatMap((some) => some.map(({ uploadId }) => uploadId));
}

function draftOf({ subject: bundleId, version: bundleVersion, body, ...row }: DraftRow): MatterDraft {
  return { ...row, bundleId, bundleVersion, body: MatterDraftBody.parse(JSON.parse(body)) };
}
