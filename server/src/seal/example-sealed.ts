import { readCertificate } from './certificate.ts';
import { EXAMPLE, exampleSeal } from './example-seal.ts';
import type { SealInstrument } from './seal.ts';
import { encodeSeal, encodeSealInfo } from './ses.ts';
import type { SignatureKey } from './signature-key.ts';

interface ExampleInstrument {
  readonly root: Uint8Array;
  readonly rootKey: SignatureKey;
  readonly instrument: SealInstrument;
}

/** A seal that can be used, and the root under which it is good, for tests. */
export async function exampleInstrument(): Promise<ExampleInstrument> {
  const { root, rootKey, maker, makerKey, signer, signerKey } = await exampleSeal();
  const { sealId, name, fromAt, toAt } = EXAMPLE;
  const info = encodeSealInfo({
    sealId,
    vendorId: 'TEST',
    name,
    certificates: [signer],
    createdAt: fromAt,
    validFromAt: fromAt,
    validToAt: toAt,
    picture: { type: 'SVG', data: Buffer.from('<svg/>'), widthMm: 42, heightMm: 42 },
  });
  const instrument = {
    sealId,
    name,
    seal: encodeSeal(info, maker, await makerKey.sign(info)),
    certificate: signer,
    certificateSerial: readCertificate(signer).serial,
    image: { sizeMm: 42, shapes: [] },
    development: true,
    sign: signerKey.sign,
  };
  return { root, rootKey, instrument };
}

/** The smallest document with a classic cross-reference table, written as Typst lays out its objects. */
export function smallPdf(): Buffer {
  const objects = [
    '<<\n  /Type /Catalog\n  /Pages 2 0 R\n>>',
    '<<\n  /Type /Pages\n  /Count 1\n  /Kids [3 0 R]\n>>',
    '<<\n  /Type /Page\n  /MediaBox [0 0 100 100]\n  /Parent 2 0 R\n>>',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n\r\n`;
  });
  const xref = `xref\n0 4\n0000000000 65535 f\r\n${offsets.join('')}trailer\n<<\n  /Size 4\n  /Root 1 0 R\n>>\n`;
  return Buffer.from(`${text}${xref}startxref\n${text.length}\n%%EOF\n`, 'latin1');
}
