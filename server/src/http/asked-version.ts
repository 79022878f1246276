import { z } from 'zod';
import { type ItemView, type PublishedVersion, versionInForce } from '../catalogue/catalogue.ts';
import type { Instant } from '../kernel/time.ts';

/** The version of an item that is asked for: that of a case, which keeps the one of its receipt whatever came after it (R13). */
export const AskedVersion = z.coerce.number().int().min(1).max(100_000).exactOptional();

/** The version with that number, withdrawn or not; without a number the one in force. */
export function versionAsked(
  view: ItemView | undefined,
  version: number | undefined,
  at: Instant,
): PublishedVersion | undefined {
  if (view === undefined) return undefined;
  return version === undefined ? versionInForce(view, at) : view.versions.find((one) => one.version === version);
}
