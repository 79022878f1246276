import { deflateRawSync } from 'node:zlib';
import type { OfdTwin } from '../document/document.ts';

/** A package of one empty page, for tests: what a twin is made of, in a few hundred bytes. */
export function smallTwin(signedHash = '0'.repeat(64)): OfdTwin {
  const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const files = {
    'OFD.xml':
      `<ofd:OFD ${namespace} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID><ofd:CustomDatas>` +
      `<ofd:CustomData Name="signedDocumentSm3">${signedHash}</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>` +
      '<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml':
      `<ofd:Document ${namespace}><ofd:CommonData><ofd:MaxUnitID>1</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297` +
      '</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages/></ofd:Document>',
  };
  const parts = Object.entries(files).map(([path, text]) => {
    const bytes = Buffer.from(text);
    return { path, bytes, deflated: deflateRawSync(bytes) };
  });
  return { parts, pageIds: [1] };
}
