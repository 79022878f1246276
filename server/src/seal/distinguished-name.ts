import { der, derOid, derSequence, derText, members, oidOf, TAG, textOf, type DerNode } from './der.ts';

/** The name in a certificate: country, organisation, common name, and the number of the person or seal. */
export interface Subject {
  readonly country: string;
  readonly organization: string;
  readonly commonName: string;
  /** A person's or seal's number. */
  readonly serialNumber?: string;
}

const OID = { country: '2.5.4.6', serialNumber: '2.5.4.5', organization: '2.5.4.10', commonName: '2.5.4.3' } as const;

const LABEL: Readonly<Record<string, string>> = {
  [OID.country]: 'C',
  [OID.organization]: 'O',
  [OID.commonName]: 'CN',
  [OID.serialNumber]: 'serialNumber',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.11': 'OU',
};

/** The name as DER. */
export function distinguishedName(subject: Subject): Uint8Array {
  const part = (oid: string, tag: number, text: string) => der(TAG.set, derSequence(derOid(oid), derText(tag, text)));
  return derSequence(
    part(OID.country, TAG.printableString, subject.country),
    part(OID.organization, TAG.utf8String, subject.organization),
    part(OID.commonName, TAG.utf8String, subject.commonName),
    ...(subject.serialNumber === undefined
      ? []
      : [part(OID.serialNumber, TAG.printableString, printable(subject.serialNumber))]),
  );
}

/** The name for people: `C=CN, O=…, CN=…`. */
export function nameText(name: DerNode): string {
  return members(name)
    .flatMap((set) => members(set, TAG.set))
    .map((pair) => {
      const [oid, value] = members(pair);
      const id = oidOf(oid);
      return `${LABEL[id] ?? id}=${value === undefined ? '' : wordsOf(value)}`;
    })
    .join(', ');
}

/** Names of old authorities come in UTF-16 and Latin as well (RFC 5280 §4.1.2.4). */
function wordsOf(value: DerNode): string {
  if (value.tag === TAG.bmpString && value.content.length % 2 === 0)
    return Buffer.from(value.content).swap16().toString('utf16le');
  if (value.tag === TAG.teletexString) return Buffer.from(value.content).toString('latin1');
  return textOf(value, value.tag);
}

/** PrintableString knows few characters; the rest of an id is written as its code. */
function printable(id: string): string {
  return id.replace(/[^A-Za-z0-9 '()+,\-./:=?]/gu, (character) => `(${character.codePointAt(0)?.toString(16)})`);
}
