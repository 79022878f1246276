/** Texts inside files of bytes, one character a byte: what the frames of a PDF are written in. */

export function latinOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  // In pieces, because a call takes only so many arguments.
  for (let at = from; at < Math.min(to, bytes.length); at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 8192)));
  }
  return text;
}

/** The bytes behind such a text. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Where `text` stands at or after `from`; -1 where it does not. */
export function indexOfText(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < text.length && bytes[at + length] === text.charCodeAt(length)) length += 1;
    if (length === text.length) return at;
  }
  return -1;
}
