import type { OfdTwin, SealPlace } from '../document/document.ts';
import type { Instant } from '../kernel/time.ts';
import type { SealInstrument } from './seal.ts';
import { encodeSignature, encodeToSign } from './ses.ts';
import { sm3 } from './sm2.ts';
import { writeZip, type ZipPart } from './zip.ts';

export interface OfdStamp {
  readonly place: SealPlace;
  readonly at: Instant;
}

export const SIGN_FOLDER = 'Doc_0/Signs/Sign_0';
const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const PAGE_HEIGHT_PT = 841.8898;
const SM3_OID = '1.2.156.10197.1.401';
const SM2_WITH_SM3_OID = '1.2.156.10197.1.501';

/**
 * Seals the twin (GB/T 33190-2016 §18, GM/T 0099-2020): the seal's signature covers `Signature.xml`, which names the SM3
 * of every other file of the package. The list of signatures is among them, so that nothing of the package is free;
 * whoever wants to add a seal seals a copy.
 */
export async function stampOfd(twin: OfdTwin, instrument: SealInstrument, stamp: OfdStamp): Promise<Uint8Array> {
  const list = xml(
    `<ofd:Signatures ${NAMESPACE}><ofd:MaxSignId>1</ofd:MaxSignId>` +
      `<ofd:Signature ID="1" Type="Seal" BaseLoc="/${SIGN_FOLDER}/Signature.xml"/></ofd:Signatures>`,
  );
  const protectedParts: readonly ZipPart[] = [
    ...twin.parts,
    { path: 'Doc_0/Signs/Signatures.xml', bytes: list },
    { path: `${SIGN_FOLDER}/Seal.esl`, bytes: instrument.seal },
  ];
  const signatureXml = xml(signatureText(twin, protectedParts, stamp));
  const toSign = encodeToSign({
    seal: instrument.seal,
    at: stamp.at,
    dataHash: sm3(signatureXml),
    propertyInfo: `/${SIGN_FOLDER}/Signature.xml`,
    // What was signed stands in OFD.xml, which the seal covers: ofdrw cannot read an extension without `critical`.
    extensions: [],
  });
  const value = encodeSignature(toSign, instrument.certificate, await instrument.sign(toSign));
  return writeZip([
    ...protectedParts,
    { path: `${SIGN_FOLDER}/Signature.xml`, bytes: signatureXml },
    { path: `${SIGN_FOLDER}/SignedValue.dat`, bytes: value },
  ]);
}

function signatureText(twin: OfdTwin, parts: readonly ZipPart[], { place, at }: OfdStamp): string {
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
    `<ofd:Seal><ofd:BaseLoc>/${SIGN_FOLDER}/Seal.esl</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>` +
    `<ofd:SignedValue>/${SIGN_FOLDER}/SignedValue.dat</ofd:SignedValue></ofd:Signature>`
  );
}

function xml(text: string): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`, 'utf8');
}
