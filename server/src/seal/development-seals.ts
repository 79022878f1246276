import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../kernel/time.ts';
import { documentHash } from '../document/document.ts';
import { readCertificate } from './certificate.ts';
import { readDer } from './der.ts';
import type { DevelopmentAuthority } from './development-ca.ts';
import type { KeyStore } from './key-store.ts';
import { type SealInstrument, SealKind, sealKindText, type SealMade, type SealSigner } from './seal.ts';
import { drawSeal } from './seal-drawing.ts';
import { type SealImage, sealSvg } from './seal-image.ts';
import { encodeSeal, encodeSealInfo } from './ses.ts';
import { readSeal } from '@liangqian/verify/ses.ts';

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
  /** Whose name a name seal bears. */
  readonly bearer?: { readonly personId: string; readonly name: string };
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
    return {
      sealId,
      name: seal.name,
      seal: bytes,
      certificate: key.certificate,
      certificateSerial: readCertificate(key.certificate).serial,
      image: await drawnAs(seal.name),
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
  const image = await pictureOf(request);
  const extent = image.extentMm ?? { width: image.sizeMm, height: image.sizeMm };
  const info = encodeSealInfo({
    sealId: request.sealId,
    vendorId: VENDOR,
    holder: request.bearer === undefined ? 'unit' : 'person',
    name: sealName(request),
    certificates: [certificate],
    createdAt: request.validFromAt,
    validFromAt: request.validFromAt,
    validToAt: request.validToAt,
    picture: { type: 'SVG', data: Buffer.from(sealSvg(image)), widthMm: extent.width, heightMm: extent.height },
  });
  return encodeSeal(info, authority.sealMaker.certificate, await authority.sealMaker.sign(info));
}

/** The organ's own seal bears no words under the star (国发〔1999〕25号). */
function purposeOf(kind: SealKind): string {
  return kind === 'organSeal' ? '' : sealKindText[kind].zh;
}

type Faced = Pick<SealRequest, 'kind' | 'organName' | 'bearer'>;

function sealName({ kind, organName, bearer }: Faced): string {
  const purpose = purposeOf(kind);
  return purpose === '' ? organName : `${bearer?.name ?? organName}${NAME_GAP}${purpose}`;
}

/** Between the name and the purpose in a seal's name. */
const NAME_GAP = '　';

/** The picture of a seal as SVG. */
export async function sealPicture(face: Pick<SealMade, 'kind' | 'organName' | 'bearer'>): Promise<string> {
  return sealSvg(await pictureOf(face));
}

function pictureOf({ kind, organName, bearer }: Faced): Promise<SealImage> {
  return drawSeal({ kind, name: bearer?.name ?? organName, purpose: purposeOf(kind) });
}

/** The picture of a seal from the name inside it. */
function drawnAs(whole: string): Promise<SealImage> {
  const [name = whole, purpose = ''] = whole.split(NAME_GAP);
  const kind = SealKind.options.find((one) => one !== 'organSeal' && purposeOf(one) === purpose) ?? 'organSeal';
  return drawSeal({ kind, name, purpose });
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
