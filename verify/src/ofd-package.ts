import { areEqual, fromBase64 } from './bytes.ts';
import { childOf, childrenOf, readXml, textAt, type XmlElement, XmlError } from './ofd-xml.ts';
import { sha256, sm3 } from './digest.ts';
import { readZip, rewriteZip, type ZipEntry } from './zip.ts';

/** An OFD package with the signatures that it names (GB/T 33190-2016 §18). */
export interface OfdPackage {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly signatures: readonly OfdSignature[];
  /** The list of signatures, which some makers leave unprotected so that others can add theirs (GM/T 0099). */
  readonly listPath: string;
  /** The one document of the package is what our own writer would make of these files, byte for byte. */
  readonly isCanonical: boolean;
  /** Written into the package, and covered by the seal: what the persons signed. */
  readonly signedHash?: string;
  readonly docNo?: string;
  /** What the letter says of itself to programs; covered by the seal as well. */
  readonly keywords: readonly string[];
}

export interface OfdSignature {
  /** The file `Signature.xml`, whose hash is signed, with the path by which it is named. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly value: Uint8Array;
  readonly valuePath: string;
  /** The seal as a file of its own; it must be the one inside the signature. */
  readonly seal?: Uint8Array;
  readonly references: readonly OfdReference[];
}

export interface OfdReference {
  readonly path: string;
  readonly isAsSigned: boolean;
}

/** Digests by the names and object identifiers that are met in the field. */
const DIGESTS: Readonly<Record<string, 'sm3' | 'sha256'>> = {
  SM3: 'sm3',
  '1.2.156.10197.1.401': 'sm3',
  SHA256: 'sha256',
  '2.16.840.1.101.3.4.2.1': 'sha256',
};

/** Opens a package; throws ZipError or XmlError when it is none. */
export function openOfd(bytes: Uint8Array): OfdPackage {
  const entries = readZip(bytes);
  const files = new Map<string, Uint8Array>(entries.map((entry) => [entry.path, entry.bytes]));
  const root = readXml(fileOf(files, 'OFD.xml'));
  const bodies = childrenOf(root, 'DocBody');
  const [body] = bodies;
  if (root.name !== 'OFD' || body === undefined) throw new XmlError('not the root of an OFD package');
  if (bodies.length > 1) throw new XmlError('packages of several documents are not read');
  const info = childOf(body, 'DocInfo');
  const custom = childrenOf(childOf(info, 'CustomDatas'), 'CustomData');
  return {
    files,
    ...signaturesOf(files, textAt(body, 'Signatures')),
    isCanonical: isCanonical(bytes, entries),
    ...named(custom, 'signedDocumentSm3', 'signedHash'),
    ...named(custom, 'docNo', 'docNo'),
    keywords: childrenOf(childOf(info, 'Keywords'), 'Keyword').map(({ text }) => text),
  };
}

function named<Key extends string>(
  custom: readonly XmlElement[],
  name: string,
  key: Key,
): { readonly [K in Key]?: string } {
  const found = custom.find(({ attributes }) => attributes['Name'] === name)?.text;
  const entry: { [K in Key]?: string } = {};
  if (found !== undefined) entry[key] = found;
  return entry;
}

function isCanonical(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  return areEqual(bytes, rewriteZip(entries));
}

function signaturesOf(
  files: ReadonlyMap<string, Uint8Array>,
  at: string | undefined,
): Pick<OfdPackage, 'signatures' | 'listPath'> {
  if (at === undefined) return { signatures: [], listPath: '' };
  const listPath = absolute(at, '');
  const list = readXml(fileOf(files, listPath));
  const signatures = childrenOf(list, 'Signature').map((entry) => {
    const path = absolute(entry.attributes['BaseLoc'] ?? '', folderOf(listPath));
    return readOfdSignature(files, path);
  });
  return { signatures, listPath };
}

function readOfdSignature(files: ReadonlyMap<string, Uint8Array>, path: string): OfdSignature {
  const bytes = fileOf(files, path);
  const root = readXml(bytes);
  const info = childOf(root, 'SignedInfo');
  const folder = folderOf(path);
  const list = childOf(info, 'References');
  const digest = DIGESTS[(list?.attributes['CheckMethod'] ?? '').toUpperCase()];
  if (info === undefined || digest === undefined) throw new XmlError('a signature without digests that are known');
  const sealAt = textAt(info, 'Seal', 'BaseLoc');
  const valuePath = absolute(textAt(root, 'SignedValue') ?? '', folder);
  return {
    path,
    bytes,
    value: fileOf(files, valuePath),
    valuePath,
    ...(sealAt === undefined ? {} : { seal: fileOf(files, absolute(sealAt, folder)) }),
    references: childrenOf(list, 'Reference').map((reference) => {
      const file = absolute(reference.attributes['FileRef'] ?? '', folder);
      const expected = fromBase64(textAt(reference, 'CheckValue') ?? '');
      const found = files.get(file);
      const isAsSigned = found !== undefined && expected !== undefined && areEqual(hashOf(digest, found), expected);
      return { path: file, isAsSigned };
    }),
  };
}

function hashOf(digest: 'sm3' | 'sha256', bytes: Uint8Array): Uint8Array {
  return digest === 'sm3' ? sm3(bytes) : sha256(bytes);
}

function fileOf(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const file = files.get(path);
  if (file === undefined) throw new XmlError(`the package has no file ${path.slice(0, 80)}`);
  return file;
}

/** A place from the root of the package or from the folder of the file that names it; never above the root. */
function absolute(location: string, folder: string): string {
  const parts: string[] = [];
  for (const part of (location.startsWith('/') ? location : `${folder}/${location}`).split('/')) {
    if (part === '..' && parts.pop() === undefined) throw new XmlError('a place outside the package');
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
