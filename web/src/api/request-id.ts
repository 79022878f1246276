/**
 * An act whose answer was lost is sent again under the same id, even after the page was loaded anew: the server then answers
 * with what it did the first time and does nothing twice. A different body is a different act.
 */
export interface PendingActs {
  readonly idFor: (path: string, body: unknown) => string;
  /** The act was answered; the next one with the same content is a new act. */
  readonly settle: (path: string) => void;
}

interface Shelf {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

/** Keeps the ids of unanswered acts on `shelf`; only a digest of the body is kept there, never personal data. */
export function createPendingActs(shelf: Shelf, newId: () => string): PendingActs {
  return {
    idFor(path, body) {
      const print = fingerprint(JSON.stringify(body ?? null));
      const [kept, id] = (shelf.getItem(keyOf(path)) ?? '').split(' ');
      if (kept === print && id !== undefined) return id;
      const fresh = newId();
      shelf.setItem(keyOf(path), `${print} ${fresh}`);
      return fresh;
    },
    settle: (path) => shelf.removeItem(keyOf(path)),
  };
}

/** A version 4 UUID. `crypto.randomUUID` is missing where the hall's own network serves plain http. */
export function randomRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes]
    .map((byte, place) => (place === 6 ? (byte & 15) | 64 : place === 8 ? (byte & 63) | 128 : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function keyOf(path: string): string {
  return `pending ${path}`;
}

/** FNV-1a over UTF-16 units, twice with different seeds: enough to tell one form from its neighbour. */
function fingerprint(text: string): string {
  const run = (seed: number): string => {
    let hash = seed;
    for (let place = 0; place < text.length; place += 1)
      hash = Math.imul(hash ^ text.charCodeAt(place), 16_777_619) >>> 0;
    return hash.toString(16);
  };
  return `${run(2_166_136_261)}-${run(84_696_351)}`;
}
