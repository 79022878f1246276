import type { OfdTwin, SealPlace } from '../document/document.ts';
import type { Instant } from '../kernel/time.ts';
import type { SealInstrument } from './seal.ts';
import { encodeSignature, encodeToSign } from './ses.ts';
import { sm3 } from './sm2.ts';
import { writeZip, type ZipPart } from './zip.ts';

/** A seal and where it goes. */
export interface OfdStamp {
  readonly instrument: SealInstrument;
  readonly place: SealPlace;
}

/** The folder of the first seal, and of the others after it. */
export const SIGN_FOLDER = 'Doc_0/Signs/Sign_0';

function folderOf(index: number): string {
  return `Doc_0/Signs/Sign_${index}`;
}

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const PAGE_HEIGHT_PT = 841.8898;
const SM3_OID = '1.2.156.10197.1.401';
const SM2_WITH_SM3_OID = '1.2.156.10197.1.501';

/**
 * Seals the twin (GB/T 33190-2016 §18, GM/T 0099-2020): each seal's signature covers its `Signature.xml`, which names the SM3
 * of every other file of the package that is there before it. The list of signatures is among them, and names all seals, so that
 * nothing of the package is free; whoever wants to add a seal seals a copy.
 */
export async function stampOfd(
  twin: OfdTwin,
  stamps: readonly [OfdStamp, ...OfdStamp[]],
  at: Instant,
): Promise<Uint8Array> {
  const entries = stamps.map(
    (_, index) => `<ofd:Signature ID="${index + 1}" Type="Seal" BaseLoc="/${folderOf(index)}/Signature.xml"/>`,
  );
  const list = xml(
    `<ofd:Signatures ${NAMESPACE}><ofd:MaxSignId>${stamps.length}</ofd:MaxSignId>${entries.join('')}</ofd:Signatures>`,
  );
  const parts: ZipPart[] = [
    ...twin.parts,
    { path: 'Doc_0/Signs/Signatures.xml', bytes: list },
    ...stamps.map(({ instrument }, index) => ({ path: `${folderOf(index)}/Seal.esl`, bytes: instrument.seal })),
  ];
  for (const [index, stamp] of stamps.entries())
    parts.push(...(await signatureOf(twin, parts, { ...stamp, at, index })));
  return writeZip(parts);
}

interface NumberedStamp extends OfdStamp {
  readonly at: Instant;
  readonly index: number;
}

/** The two files of one seal's signature, which covers all `parts`. */
async function signatureOf(
  twin: OfdTwin,
  parts: readonly ZipPart[],
  stamp: NumberedStamp,
): Promise<readonly ZipPart[]> {
  const { instrument, at, index } = stamp;
  const path = `${folderOf(index)}/Signature.xml`;
  const signatureXml = xml(signatureText(twin, parts, stamp));
  const toSign = encodeToSign({
    seal: instrument.seal,
    at,
    dataHash: sm3(signatureXml),
    propertyInfo: `/${path}`,
    // What was signed stands in OFD.xml, which the seal covers: ofdrw cannot read an extension without `critical`.
    extensions: [],
  });
  const value = encodeSignature(toSign, instrument.certificate, await instrument.sign(toSign));
  return [
    { path, bytes: signatureXml },
    { path: `${folderOf(index)}/SignedValue.dat`, bytes: value },
  ];
}

function signatureText(twin: OfdTwin, parts: readonly ZipPart[], { place, at, index }: NumberedStamp): string {
  const folder = folderOf(index);
  const references = parts.map(
    ({ path, bytes }) =>
      `<ofd:Reference FileRef="/${path}"><ofd:CheckValue>${Buffer.from(sm3(bytes)).toString('base64')}</ofd:CheckValue></ofd:Reference>`,
  );
  const top = PAGE_HEIGHT_PT - place.y - place.height;
  const box = [place.x, top, place.width, place.height].map((points) => Math.round((points * 25_400) / 72) / 1000);
  return (
    `<ofd:Signature ${NAMESPACE}><ofd:SignedInfo>` +
    '<ofd:Provider ProviderName="Liangqian" Version="1.0" Company="Liangqian"/>' +
    `<ofd:SignatureMethod>${SM2_WITH_SM3_OID}</ofd:SignatureMethod>` +
    `<ofd:SignatureDateTime>${at.slice(0, 19).replace(/[-:T]/g, '')}Z</ofd:SignatureDateTime>` +
    `<ofd:References CheckMethod="${SM3_OID}">${references.join('')}</ofd:References>` +
    `<ofd:StampAnnot ID="1" PageRef="${twin.pageIds[place.page - 1] ?? 0}" Boundary="${box.join(' ')}"/>` +
    `<ofd:Seal><ofd:BaseLoc>/${folder}/Seal.esl</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>` +
    `<ofd:SignedValue>/${folder}/SignedValue.dat</ofd:SignedValue></ofd:Signature>`
  );
}

function xml(text: string): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`, 'utf8');
}
