import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { readTwin } from '../seal/actions.ts';
import type { SealApplied } from '../seal/seal.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { seenMandate } from './mandate-access.ts';
import { httpRefusals } from './refusals.ts';
import { ofdRoute, pdfRoute, type Route } from './route.ts';

const VersionParams = z.strictObject({
  mandateNo: z.string().regex(/^[A-Z0-9][A-Z0-9-]{2,62}$/),
  version: z.coerce.number().int().positive().max(999_999),
});
type VersionParams = z.output<typeof VersionParams>;

/** The letter of a mandate in force under its grantor's seal, for everybody (R106): verified like every other document. */
export function sealedLetterRoutes(platform: Platform): readonly Route[] {
  return [
    pdfRoute({
      method: 'GET',
      path: '/mandates/:mandateNo/versions/:version/letter.pdf',
      operationId: 'getSealedMandateLetter',
      summary: 'The sealed letter of a version in force as PDF; sealed when it is first asked for',
      access: 'anybody',
      asks: z.strictObject({ params: VersionParams }),
      async handle({ params, caller, at }) {
        const applied = await sealedLetter(platform, params, caller, at);
        return isRefusal(applied) ? applied : { bytes: await platform.files.get(applied.sealedHash) };
      },
    }),
    ofdRoute({
      method: 'GET',
      path: '/mandates/:mandateNo/versions/:version/letter.ofd',
      operationId: 'getSealedMandateLetterAsOfd',
      summary: 'The OFD twin of the sealed letter of a version, under the same seal',
      access: 'anybody',
      asks: z.strictObject({ params: VersionParams }),
      async handle({ params, caller, at }) {
        const applied = await sealedLetter(platform, params, caller, at);
        if (isRefusal(applied)) return applied;
        const twin = await readTwin(platform, applied, at);
        if (twin === undefined) return refuse(httpRefusals, 'unknown-document', { mandateNo: params.mandateNo });
        return isRefusal(twin) ? twin : { bytes: twin };
      },
    }),
  ];
}

/** What was never published one may not learn of by asking for its letter. */
async function sealedLetter(
  platform: Platform,
  { mandateNo, version }: VersionParams,
  caller: Caller | undefined,
  at: Instant,
): Promise<SealApplied | Refusal> {
  const view = platform.mandateBook.get(mandateNo);
  const seen = view === undefined ? undefined : seenMandate(platform, caller, view);
  const isThere = seen?.view.versions.some(({ letter }) => letter.version === version) === true;
  return isThere
    ? platform.mandateLetters.read(mandateNo, version, at)
    : refuse(httpRefusals, 'unknown-mandate', { mandateNo });
}
