/** The code point of a character as standards write it, such as U+20BB7. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Han that every common font has, ASCII, and the marks of names. */
const EVERYDAY = /^[\u4e00-\u9fa5\u0020-\u007e·（）]*$/u;

/** Whether every common font prints the text, so that none need be asked. */
export function isEveryday(text: string): boolean {
  return EVERYDAY.test(text);
}
