import { textOf, utf8 } from './bytes.ts';
import { readZip } from './zip.ts';

/** What stands in an evidence bundle, read but not yet believed. */
export interface Bundle {
  readonly acts: readonly BundledAct[];
  readonly documents: readonly BundledDocument[];
  /** Files that the list of the bundle does not name: nothing is proven of them, and whoever unpacks it would not see that. */
  readonly unlisted: readonly string[];
}

export interface BundledAct {
  readonly stream: string;
  /** RFC 8785 JSON, exactly as logged. */
  readonly record: Uint8Array;
  readonly leaf: Uint8Array;
  readonly salt: Uint8Array;
  /** C2SP tlog-proof. */
  readonly proof: string;
  /** The act itself, where whoever asked may read it. */
  readonly body?: Uint8Array;
}

export interface BundledDocument {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** No bundle of ours comes near; a file that unpacks to more is meant to do harm. */
export const LARGEST_BUNDLE = { bytes: 64 * 2 ** 20, files: 20_000 } as const;

/** Whether the file means to be a bundle, whole or not: a ZIP file that names `bundle.json`. */
export function isBundle(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const name = utf8('bundle.json');
  return bytes.some((byte, at) => byte === name[0] && name.every((one, index) => bytes[at + index] === one));
}

/** Reads a bundle (a ZIP file with `bundle.json`); undefined when it is none, or not whole. */
export function readBundle(bytes: Uint8Array): Bundle | undefined {
  const files = unpack(bytes);
  const manifest = files === undefined ? undefined : jsonOf(files['bundle.json']);
  if (files === undefined || !isObject(manifest) || manifest['v'] !== 1) return undefined;
  const { acts: listed, documents: named } = manifest;
  if (!Array.isArray(listed) || !Array.isArray(named)) return undefined;
  const acts = listed.flatMap((one: unknown) => actOf(files, one) ?? []);
  const documents = named.flatMap((file: unknown) => {
    const found = typeof file === 'string' ? files[file] : undefined;
    return typeof file === 'string' && found !== undefined ? [{ file, bytes: found }] : [];
  });
  const isWhole = acts.length === listed.length && documents.length === named.length && acts.length > 0;
  return isWhole ? { acts, documents, unlisted: unlistedIn(files, listed, named) } : undefined;
}

const ACT_FILES = ['record.json', 'leaf', 'salt', 'proof.txt', 'act.json'] as const;
const FRAME = /^(bundle\.json|trust\.txt|README\.txt|certificates\/\d+\.der)$/;

function unlistedIn(files: Files, acts: readonly unknown[], documents: readonly unknown[]): readonly string[] {
  const folders = acts.flatMap((one) => (isObject(one) ? [one['folder']] : []));
  const known = new Set([
    ...documents,
    ...folders.flatMap((folder) => ACT_FILES.map((name) => `${String(folder)}/${name}`)),
  ]);
  return Object.keys(files).filter((name) => !known.has(name) && !FRAME.test(name));
}

function actOf(files: Files, listed: unknown): BundledAct | undefined {
  if (!isObject(listed)) return undefined;
  const { folder, stream } = listed;
  if (typeof folder !== 'string' || typeof stream !== 'string') return undefined;
  const [record, leaf, salt, proofBytes, body] = ACT_FILES.map((name) => files[`${folder}/${name}`]);
  const proof = proofBytes === undefined ? undefined : textOf(proofBytes);
  if (record === undefined || leaf === undefined || salt === undefined || proof === undefined) return undefined;
  return { stream, record, leaf, salt, proof, ...(body === undefined ? {} : { body }) };
}

type Files = Readonly<Record<string, Uint8Array | undefined>>;

/** As strictly as a sealed document: of two files of one name different programs would show different ones. */
function unpack(bytes: Uint8Array): Files | undefined {
  try {
    return Object.fromEntries(readZip(bytes, LARGEST_BUNDLE).map(({ path, bytes: file }) => [path, file]));
  } catch {
    return undefined;
  }
}

/** JSON of well-formed UTF-8; undefined for anything else. */
export function jsonOf(bytes: Uint8Array | undefined): unknown {
  const text = bytes === undefined ? undefined : textOf(bytes);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
