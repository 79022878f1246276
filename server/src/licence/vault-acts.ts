import { z } from 'zod';
import { type CasePorts, pinnedItem, viewApplication, holderKey } from '../application/application.ts';
import { part, perform, readStream } from '../journal/actions.ts';
import type { Consequence } from '../journal/consequence.ts';
import type { Actor, Performed, Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { copyUpload, dropUpload, findUpload, listUploads, type UploadPorts } from '../material/actions.ts';
import type { HandedFile, Upload } from '../material/material.ts';
import { licenceRobot } from './bringing.ts';
import { licenceRefusals } from './refusals.ts';
import { revokeShare, shareFromVault, useShares, type VaultShare, vaultStream, viewVault } from './vault.ts';

export type VaultPorts = UploadPorts & Pick<CasePorts, 'journal' | 'items'>;

/** Whose vault, who acts for it, and when. */
export interface VaultCall {
  /** The key of the holder. */
  readonly key: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
}

/** Files of the vault wait until their holder takes them away. */
const FOR_EVER = '9999-12-31T00:00:00.000Z';
/** A file that was shared waits this long for the application that names it. */
const SHARE_DAYS = 7;
/** What a vault may hold, in bytes. */
const VAULT_BYTES = 100 * 2 ** 20;

/** Keeps one's own upload in the vault. */
export async function keepUpload(ports: VaultPorts, call: VaultCall, uploadId: string): Promise<Upload | Refusal> {
  const found = await findUpload(ports, call, uploadId);
  return isRefusal(found) ? found : keepFile(ports, call, found);
}

/** Keeps a file, such as one that a case of the holder has; the same file is kept once. */
export async function keepFile(ports: VaultPorts, call: VaultCall, file: HandedFile): Promise<Upload | Refusal> {
  const kept = (await filesOf(ports, call)).find(({ hash }) => hash === file.hash);
  if (kept !== undefined) return kept;
  const place = { actor: vaultOwner(call.key), at: call.at, uploadId: ports.uploadId(), keptUntilAt: FOR_EVER };
  return copyUpload(ports, place, file, VAULT_BYTES);
}

/** The files of a vault, the newest first. */
export function filesOf(ports: VaultPorts, { key, at }: Pick<VaultCall, 'key' | 'at'>): Promise<readonly Upload[]> {
  return listUploads(ports, { actor: vaultOwner(key), at });
}

/** One file of the vault, to be read. */
export function fileOf(ports: VaultPorts, { key, at }: Pick<VaultCall, 'key' | 'at'>, fileId: string) {
  return findUpload(ports, { actor: vaultOwner(key), at }, fileId);
}

/** Takes a file away; what a case has stays with the case. */
export function dropFile(ports: VaultPorts, { key, at }: Pick<VaultCall, 'key' | 'at'>, fileId: string) {
  return dropUpload(ports, { actor: vaultOwner(key), at }, fileId);
}

/** The sharings of a vault, the newest first: who used which paper for what. */
export async function sharesOf(ports: VaultPorts, key: string): Promise<readonly VaultShare[]> {
  return viewVault(await readStream(ports.journal, ports.realm, vaultStream(key))).toReversed();
}

/** What a file is shared for: one requirement of one item. */
export const SharePurpose = z.strictObject({ itemId: z.string().min(1).max(20), code: z.string().min(1).max(40) });
export type SharePurpose = z.infer<typeof SharePurpose>;

/** Shares a file for one requirement of one item; the answer is the upload that the application then names. */
export async function share(
  ports: VaultPorts,
  call: VaultCall,
  fileId: string,
  { itemId, code }: SharePurpose,
): Promise<Upload | Refusal> {
  const file = await fileOf(ports, call, fileId);
  if (isRefusal(file)) return file;
  const item = pinnedItem(ports, itemId, call.at)?.inForce?.item;
  const material = item?.materials.find((one) => one.code === code && one.kind !== 'form');
  const untilAt = new Date(Date.parse(call.at) + SHARE_DAYS * 86_400_000).toISOString();
  const names = { itemName: item?.name ?? '', materialName: material?.name ?? '' };
  const { actor, at, requestId } = call;
  const done = await perform(ports.journal, shareFromVault, {
    realm: ports.realm,
    actor,
    at,
    requestId,
    asked: { fileId, itemId, code },
    stream: vaultStream(call.key),
    command: { shareId: ports.uploadId(), fileHash: file.hash, itemId, code, untilAt, ...names },
    facts: () => ({ isAsked: material !== undefined }),
  });
  if (isRefusal(done)) return done;
  const shared = viewVault(done.events)[0];
  if (shared === undefined) throw new Error('a sharing left no event');
  // Asked again, the same upload: it is there already.
  const before = await findUpload(ports, { actor, at }, shared.shareId);
  if (!isRefusal(before)) return before;
  const place = { actor, at, uploadId: shared.shareId, keptUntilAt: shared.untilAt };
  return copyUpload(ports, place, file, ports.uploadLimits.caseBytes);
}

/** Takes a sharing back; its upload goes with it. */
export async function takeBack(ports: VaultPorts, call: VaultCall, shareId: string): Promise<Performed | Refusal> {
  const { key, ...by } = call;
  const frame = { realm: ports.realm, ...by, stream: vaultStream(key) };
  const done = await perform(ports.journal, revokeShare, { ...frame, command: { shareId }, facts: () => undefined });
  if (isRefusal(done)) return done;
  const gone = await dropUpload(ports, call, shareId);
  return isRefusal(gone) && gone.code !== 'upload-unknown' ? gone : done;
}

const Handed = z.object({
  materials: z.array(z.object({ code: z.string(), source: z.string(), reference: z.string().exactOptional() })),
});
const HANDING: readonly string[] = ['CaseReceived', 'CorrectionSupplied', 'ToleratedMaterialsSupplied'];

/** The uses of a vault that an act on a case brings about: recorded with the act, or the act is refused. */
export function sharesUsed(
  realm: string,
  events: readonly Recorded[],
  made: readonly Recorded[],
): readonly Consequence[] {
  const handing = made.filter(({ type, stream }) => stream.startsWith('case/') && HANDING.includes(type));
  const handed = handing.flatMap(({ data }) =>
    Handed.parse(data).materials.flatMap(({ code, source, reference }) =>
      source === 'file' && reference !== undefined ? [{ code, uploadId: reference }] : [],
    ),
  );
  if (handed.length === 0) return [];
  const { received } = viewApplication(events);
  if (received === undefined) return [];
  const { caseNo, itemId, applicant } = received;
  return [
    {
      stream: vaultStream(holderKey(realm, applicant.idNo)),
      requestId: `vault/${caseNo}/${handing[0]?.seq ?? 0}`,
      actor: licenceRobot,
      parts: [part(useShares, { caseNo, itemId, handed }, () => undefined)],
    },
  ];
}

/** Uploads of the vault have an owner of their own, whom no account can be. */
function vaultOwner(key: string): Actor {
  return { kind: 'applicant', id: `vault/${key}` };
}

/** The file of a case that its holder wants to keep; refused where the case has no such file. */
export function fileInCase(events: readonly Recorded[], fileHash: string): HandedFile | Refusal {
  const { materials } = viewApplication(events);
  const file = materials.flatMap((one) => ('file' in one && one.file !== undefined ? [one.file] : []));
  return file.find(({ hash }) => hash === fileHash) ?? refuse(licenceRefusals, 'share-unknown', { fileHash });
}
