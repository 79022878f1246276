import type { Inspection } from '@liangqian/verify/inspect.ts';

/** What the page asks of the worker: the file, whom its reader believes, and when it is. */
export interface Asked {
  readonly bytes: ArrayBuffer;
  /** A trust file in either of its forms. */
  readonly trust: string;
  readonly statusList: string | undefined;
  readonly at: string;
  /** What the reader asked the holder to put into his proof, and as whom; empty where he asked nothing (RFC 9901 §7.3). */
  readonly challenge: Challenge;
}

export interface Challenge {
  readonly nonce: string;
  readonly audience: string;
}

/** What the worker answers. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'noTrust'; readonly line: number; readonly reason: string }
  | { readonly kind: 'told'; readonly inspection: Inspection; readonly roots: readonly string[] };
