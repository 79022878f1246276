import { isKeepable } from '../kernel/keepable.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What `readJson` found; JSON may be `undefined` nowhere, so a broken body needs a name of its own. */
export type JsonBody = { readonly isJson: true; readonly value: unknown } | { readonly isJson: false };

/**
 * Reads a body of JSON. Broken UTF-8 is refused instead of quietly becoming other letters; so are texts that the database
 * cannot keep (NUL, half a surrogate pair) and a member named `__proto__`.
 */
export function readJson(bytes: Uint8Array): JsonBody {
  try {
    return { isJson: true, value: JSON.parse(utf8.decode(bytes), checked) };
  } catch (error) {
    // Arrays within arrays without end exhaust the stack: that is bad input too, and no fault of ours.
    const isBad = error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError;
    if (isBad) return { isJson: false };
    throw error;
  }
}

function checked(name: string, value: unknown): unknown {
  const isWhole = name !== '__proto__' && isKeepable(name) && (typeof value !== 'string' || isKeepable(value));
  if (!isWhole) throw new SyntaxError('a text that cannot be kept');
  return value;
}
