import { isTextKey, type Say } from '../text/text.ts';

/** The name of a kind of letter; the kind itself where it has none. */
export function kindText(kind: string, say: Say): string {
  const key = `letterKind.${kind}`;
  return isTextKey(key) ? say(key) : kind;
}
