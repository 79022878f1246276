import type { Pool } from 'pg';
import type { Actor } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import {
  type ArrivedFile,
  checkFileName,
  fileKinds,
  type HandedFile,
  kindOfContent,
  type MaterialFiles,
  ownerOf,
  type Upload,
  type UploadLimits,
} from './material.ts';
import { materialRefusals } from './refusals.ts';
import { deleteDead, dropUnnamed, insertUpload, keepUploads, readUpload, readUploads, takeUploads } from './store.ts';

export interface UploadPorts {
  readonly pool: Pool;
  readonly realm: string;
  readonly materialFiles: MaterialFiles;
  readonly uploadLimits: UploadLimits;
  /** Fresh UUIDs for uploads. */
  readonly uploadId: () => string;
}

interface Owning {
  readonly actor: Actor;
  readonly at: Instant;
}

/** Takes in a file as it comes, looks at its content and keeps it, or says why not. */
export async function receiveUpload(
  ports: UploadPorts,
  { actor, at }: Owning,
  given: { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> },
): Promise<Upload | Refusal> {
  const { fileBytes } = ports.uploadLimits;
  const look = (file: ArrivedFile): Promise<Upload | Refusal> => enter(ports, { actor, at }, given.name, file);
  const received = await ports.materialFiles.receive(given.chunks, fileBytes, look);
  if (received === 'tooLarge') return refuse(materialRefusals, 'file-too-large', { limitMb: fileBytes / 2 ** 20 });
  return received === 'interrupted' ? refuse(materialRefusals, 'upload-interrupted') : received;
}

async function enter(
  { pool, realm, uploadLimits, uploadId }: UploadPorts,
  { actor, at }: Owning,
  name: string,
  file: ArrivedFile,
): Promise<Upload | Refusal> {
  const kind = await kindOfContent(file);
  if (isRefusal(kind)) return kind;
  const plain = checkFileName(name, kind);
  if (isRefusal(plain)) return plain;
  const { caseBytes, waitHours } = uploadLimits;
  const keptUntilAt = new Date(Date.parse(at) + waitHours * 3_600_000).toISOString();
  const { hash, size } = file;
  const upload = { uploadId: uploadId(), hash, size, mediaType: fileKinds[kind].mediaType, name: plain, keptUntilAt };
  const entered = await insertUpload(
    pool,
    { ...upload, realm, owner: ownerOf(actor), uploadedAt: at },
    caseBytes,
    file.keep,
  );
  return entered ? upload : refuse(materialRefusals, 'uploads-too-large', { limitMb: caseBytes / 2 ** 20 });
}

/** Names a file that is kept already once more, for another owner or time; refused where he would have too much. */
export async function copyUpload(
  { pool, realm }: Pick<UploadPorts, 'pool' | 'realm'>,
  place: Owning & { readonly uploadId: string; readonly keptUntilAt: Instant },
  { hash, size, mediaType, name }: HandedFile,
  limitBytes: number,
): Promise<Upload | Refusal> {
  const { actor, at, uploadId, keptUntilAt } = place;
  const upload = { uploadId, hash, size, mediaType, name, keptUntilAt };
  const entered = await insertUpload(
    pool,
    { ...upload, realm, owner: ownerOf(actor), uploadedAt: at },
    limitBytes,
    async () => undefined,
  );
  return entered ? upload : refuse(materialRefusals, 'uploads-too-large', { limitMb: limitBytes / 2 ** 20 });
}

/** One's own uploads that still wait, the newest first. */
export function listUploads(
  { pool, realm }: Pick<UploadPorts, 'pool' | 'realm'>,
  { actor, at }: Owning,
): Promise<readonly Upload[]> {
  return readUploads(pool, { realm, owner: ownerOf(actor), at });
}

/** One's own upload; anybody else's is as if it did not exist. */
export async function findUpload(
  { pool, realm }: Pick<UploadPorts, 'pool' | 'realm'>,
  { actor, at }: Owning,
  uploadId: string,
): Promise<Upload | Refusal> {
  const found = await readUpload(pool, { realm, owner: ownerOf(actor), uploadId, at });
  return found ?? refuse(materialRefusals, 'upload-unknown', { uploadId });
}

/**
 * The files of these uploads, taken for the act of `requestId`. May be called again for the same act: nothing changes. A
 * refusal names what is not there.
 */
export async function takeFiles(
  { pool, realm }: Pick<UploadPorts, 'pool' | 'realm'>,
  { actor, at, requestId }: Owning & { readonly requestId: string },
  uploadIds: readonly string[],
): Promise<ReadonlyMap<string, HandedFile>> {
  if (uploadIds.length === 0) return new Map();
  const known = uploadIds.filter((id) => UUID.test(id));
  const taken = await takeUploads(pool, { realm, owner: ownerOf(actor), requestId, uploadIds: known, at });
  return new Map(
    taken.map(({ uploadId, hash, size, mediaType, name }) => [uploadId, { hash, size, mediaType, name }] as const),
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Lets one's own uploads wait as long as the draft that names them. */
export async function keepFiles(
  { pool, realm }: Pick<UploadPorts, 'pool' | 'realm'>,
  actor: Actor,
  uploadIds: readonly string[],
  untilAt: Instant,
): Promise<void> {
  const known = uploadIds.filter((id) => UUID.test(id));
  if (known.length > 0) await keepUploads(pool, { realm, owner: ownerOf(actor), uploadIds: known, untilAt });
}

/** Takes one's own waiting upload away at once; one that belongs to a case stays with the case. */
export async function dropUpload(ports: UploadPorts, owning: Owning, uploadId: string): Promise<Upload | Refusal> {
  const found = await findUpload(ports, owning, uploadId);
  if (isRefusal(found)) return found;
  await keepFiles(ports, owning.actor, [uploadId], owning.at);
  await deleteDead(ports.pool, ports.realm, owning.at);
  await dropUnnamed(ports.pool, [found.hash], ports.materialFiles.drop);
  return found;
}

const BATCH = 1000;

/** The robot that takes away what nobody handed in: uploads whose time is over, and files that no upload names. */
export async function sweepUploads({ pool, realm, materialFiles }: UploadPorts, at: Instant): Promise<number> {
  const dead = await deleteDead(pool, realm, at);
  const hashes = await materialFiles.sweep();
  for (let from = 0; from < hashes.length; from += BATCH) {
    await dropUnnamed(pool, hashes.slice(from, from + BATCH), materialFiles.drop);
  }
  return dead;
}
