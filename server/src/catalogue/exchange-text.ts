/** How offices really write: full-width signs, spaces that nobody sees, codes with and without separators. */

/** Signs without width, the byte order mark among them; they come with texts copied from web pages. */
const UNSEEN = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu;
const EDGES = /^[\s\u3000\u00A0]+|[\s\u3000\u00A0]+$/gu;

/**
 * A text as it is meant: without signs that nobody sees, without spaces at its ends, with one kind of line break. Full-width
 * signs stay: in Chinese prose （） and ， are the right ones. Reading it again changes nothing.
 */
export function plainText(text: string): string {
  return text.replace(UNSEEN, '').replaceAll(/\r\n?/g, '\n').replaceAll('\u00A0', ' ').replace(EDGES, '');
}

/** A code, number or date as it is meant: half-width (NFKC), without any space. */
export function compactText(text: string): string {
  return plainText(text).normalize('NFKC').replaceAll(/\s+/gu, '');
}

/** A code in either of the two styles that are about, with separators (dots, dashes, slashes) or without: without. */
export function bareCode(text: string): string {
  return compactText(text)
    .replaceAll(/[.\-_/·•‐-―]/gu, '')
    .toUpperCase();
}

/** By what two headings, or a label and what somebody typed for it, are the same. */
export function matchKey(text: string): string {
  return compactText(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
