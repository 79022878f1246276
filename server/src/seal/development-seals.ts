import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../kernel/time.ts';
import { documentHash } from '../document/document.ts';
import { readCertificate } from './certificate.ts';
import { readDer } from './der.ts';
import type { DevelopmentAuthority } from './development-ca.ts';
import type { KeyStore } from './key-store.ts';
import { sealKindText, type SealInstrument, type SealKind, type SealMade, type SealSigner } from './seal.ts';
import { roundSeal, sealSvg, type SealImage } from './seal-image.ts';
import { encodeSeal, encodeSealInfo } from './ses.ts';
import { readSeal } from './ses-read.ts';

/** The driver of seals on software keys: makes the electronic seal (GB/T 38540) once and signs with its key. */
export interface DevelopmentSeals extends SealSigner {
  /** Makes the seal, or finds it made, and says what goes into the event `SealMade`. */
  readonly make: (request: SealRequest) => Promise<SealMade>;
}

export interface SealRequest {
  /** Fourteen digits: the region's six, then eight. */
  readonly sealId: string;
  readonly kind: SealKind;
  readonly organ: string;
  readonly organName: string;
  readonly validFromAt: Instant;
  readonly validToAt: Instant;
}

const VENDOR = 'LIANGQIAN-DEV';

export function developmentSeals(directory: string, keys: KeyStore, authority: DevelopmentAuthority): DevelopmentSeals {
  const opened = new Map<string, Promise<SealInstrument>>();

  async function instrument(sealId: string): Promise<SealInstrument> {
    const bytes = await readFile(sealPath(directory, sealId));
    const seal = readSeal(readDer(bytes));
    const key = await keys.open(keyId(sealId));
    const [organName = seal.name, purpose = ''] = seal.name.split('　');
    return {
      sealId,
      name: seal.name,
      seal: bytes,
      certificate: key.certificate,
      certificateSerial: readCertificate(key.certificate).serial,
      image: pictureOf(organName, purpose),
      development: true,
      sign: key.sign,
    };
  }

  function openSeal(sealId: string): Promise<SealInstrument> {
    const known = opened.get(sealId) ?? instrument(sealId);
    opened.set(sealId, known);
    known.catch(() => opened.delete(sealId));
    return known;
  }

  return {
    open: openSeal,
    async make(request) {
      const name = sealName(request);
      const key = await keys.ensure(keyId(request.sealId), (made) =>
        authority.certify(
          { country: 'CN', organization: request.organName, commonName: name, serialNumber: request.sealId },
          made,
          { fromAt: request.validFromAt, toAt: request.validToAt },
        ),
      );
      const path = sealPath(directory, request.sealId);
      if (!(await exists(path))) await write(directory, path, await structureOf(request, key.certificate, authority));
      const made = await openSeal(request.sealId);
      return {
        ...request,
        development: true,
        certificateSerial: made.certificateSerial,
        structureHash: documentHash(made.seal),
      };
    },
  };
}

async function structureOf(
  request: SealRequest,
  certificate: Uint8Array,
  authority: DevelopmentAuthority,
): Promise<Uint8Array> {
  const image = pictureOf(request.organName, purposeOf(request.kind));
  const info = encodeSealInfo({
    sealId: request.sealId,
    vendorId: VENDOR,
    name: sealName(request),
    certificates: [certificate],
    createdAt: request.validFromAt,
    validFromAt: request.validFromAt,
    validToAt: request.validToAt,
    picture: { type: 'SVG', data: Buffer.from(sealSvg(image)), widthMm: image.sizeMm, heightMm: image.sizeMm },
  });
  return encodeSeal(info, authority.sealMaker.certificate, await authority.sealMaker.sign(info));
}

/** The organ's own seal bears no words under the star (国发〔1999〕25号). */
function purposeOf(kind: SealKind): string {
  return kind === 'organSeal' ? '' : sealKindText[kind].zh;
}

function sealName(request: SealRequest): string {
  const purpose = purposeOf(request.kind);
  return purpose === '' ? request.organName : `${request.organName}　${purpose}`;
}

function pictureOf(organName: string, purpose: string): SealImage {
  return roundSeal(organName, purpose);
}

function keyId(sealId: string): string {
  return `seal-${sealId}`;
}

function sealPath(directory: string, sealId: string): string {
  if (!/^\d{14}$/.test(sealId)) throw new Error(`not a seal number: ${sealId}`);
  return join(directory, `seal-${sealId}.ses`);
}

async function write(directory: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = await open(`${path}.tmp`, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.tmp`, path);
}

async function exists(path: string): Promise<boolean> {
  try {
    await readFile(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
