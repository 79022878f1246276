import { z } from 'zod';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type FileKind, fileKinds } from './content.ts';
import { materialRefusals } from './refusals.ts';

/**
 * Files that people hand in as materials. An upload has no legal effect: it is a file that waits, and goes again by itself.
 * It becomes a material when an act of its owner names it; from then on the event holds its hash.
 */

/** What an event says of a file that was handed in; the bytes lie in the store under `hash` (SM3). */
export const HandedFile = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** In bytes. */
  size: z.int().min(1),
  mediaType: z.string().max(100),
  name: z.string().max(200),
});
export type HandedFile = z.infer<typeof HandedFile>;

export interface Upload extends HandedFile {
  readonly uploadId: string;
  /** Until when it is kept while no act has taken it. */
  readonly keptUntilAt: Instant;
}

/** How much is taken in, and for how long it waits. */
export interface UploadLimits {
  readonly fileBytes: number;
  /** For all files of one case, and for all that one person has waiting. */
  readonly caseBytes: number;
  readonly waitHours: number;
}

/** 20 MB holds a scan of some forty pages at 200 dpi. */
export const usualLimits: UploadLimits = { fileBytes: 20 * 2 ** 20, caseBytes: 200 * 2 ** 20, waitHours: 24 };

/** The limits as the operator has set them. */
export function uploadLimitsOf(config: {
  readonly LIANGQIAN_UPLOAD_FILE_MB: number;
  readonly LIANGQIAN_UPLOAD_CASE_MB: number;
}): UploadLimits {
  const { LIANGQIAN_UPLOAD_FILE_MB: fileMb, LIANGQIAN_UPLOAD_CASE_MB: caseMb } = config;
  return { ...usualLimits, fileBytes: fileMb * 2 ** 20, caseBytes: caseMb * 2 ** 20 };
}

/** A file that has arrived whole, under no name yet. */
export interface ArrivedFile {
  readonly hash: string;
  readonly size: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
  /** Puts it into the store under its hash. */
  readonly keep: () => Promise<void>;
}

/** Where files of materials lie, each under the hash of its bytes. Nothing here ever holds a whole file in memory. */
export interface MaterialFiles {
  /** Streams a file to disk and shows it to `look`; what `look` does not keep is gone afterwards. */
  readonly receive: <T>(
    chunks: AsyncIterable<Uint8Array>,
    limitBytes: number,
    look: (file: ArrivedFile) => Promise<T>,
  ) => Promise<T | 'tooLarge' | 'interrupted'>;
  /** The bytes in order; fails before the last of them where they are no longer those of the hash. */
  readonly open: (hash: string, size: number) => AsyncIterable<Uint8Array>;
  readonly drop: (hash: string) => Promise<void>;
  /** The hashes of all kept files; ends what broke off more than a day ago. */
  readonly sweep: () => Promise<readonly string[]>;
}

/** R15: whose upload it is: an account of an applicant, or a clerk at his window. */
export function ownerOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}/${id}`;
}

/** The name as it is shown and sent again: no folders, nothing that does not show, at most 120 letters. */
export function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const shown = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/["<>|:*?;]/g, '_')
    .trim();
  const [ending = ''] = /\.[^.]{1,8}$/u.exec(shown) ?? [];
  const stem = Array.from(shown.slice(0, shown.length - ending.length))
    .slice(0, 110)
    .join('');
  return `${stem === '' ? '文件' : stem}${ending}`;
}

/** A name whose ending promises another kind than the content is refused; without an ending it gets that of its content. */
export function checkFileName(name: string, kind: FileKind): string | Refusal {
  const { endings } = fileKinds[kind];
  const plain = plainFileName(name);
  const ending = /\.([^.]{1,8})$/u.exec(plain)?.[1]?.toLowerCase();
  if (ending === undefined) return `${plain}.${endings[0]}`;
  if (endings.some((one) => one === ending)) return plain;
  return refuse(materialRefusals, 'file-extension-differs', { name: plain, content: kind, endings: [...endings] });
}

export { type ContentReader, type FileKind, fileKinds, kindOfContent } from './content.ts';
export type { MaterialRefusalCode } from './refusals.ts';
