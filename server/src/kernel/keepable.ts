/** Whether the database keeps `text` as it is: no NUL, no half of a surrogate pair. */
export function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
