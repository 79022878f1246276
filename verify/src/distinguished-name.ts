import { type DerNode, members, oidOf, TAG, textOf } from './der.ts';

const LABEL: Readonly<Record<string, string>> = {
  '2.5.4.6': 'C',
  '2.5.4.10': 'O',
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.11': 'OU',
};

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

/** X.520 serialNumber: the number that a staff certificate gives its person. */
export const SERIAL_NUMBER = '2.5.4.5';

/** What a name says under one attribute, each time that it says it. */
export function valuesIn(name: DerNode, attribute: string): readonly string[] {
  return members(name)
    .flatMap((set) => members(set, TAG.set))
    .flatMap((pair) => {
      const [oid, value] = members(pair);
      return oidOf(oid) === attribute && value !== undefined ? [wordsOf(value)] : [];
    });
}

/** Names of old authorities come in UTF-16 and Latin as well (RFC 5280 §4.1.2.4). */
function wordsOf(value: DerNode): string {
  if (value.tag === TAG.bmpString && value.content.length % 2 === 0)
    return new TextDecoder('utf-16be').decode(value.content);
  if (value.tag === TAG.teletexString) return new TextDecoder('latin1').decode(value.content);
  return textOf(value, value.tag);
}
