import { z } from 'zod';
import { type FileStore, hasTwin, type LetterContent, type LetterRenderer } from '../document/document.ts';
import type { DocumentRefusalCode } from '../document/refusals.ts';
import type { Recorded, Step } from '../journal/journal.ts';
import type { Held } from '../journal/register.ts';
import { canonicalBytes } from '../kernel/canonical.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';
import { type SealApplied, type SealSigner, type SealView, TwinSealed } from './seal.ts';
import { stampOfd } from './stamp-ofd.ts';

/**
 * The OFD twin is fixed when its letter is sealed, and sealed when somebody first asks for it: most are never asked for, and
 * rendering and sealing one costs more than its PDF.
 */

const text = z.string().min(1);
const Place = z.strictObject({
  page: z.int(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

/**
 * What the twin is made of, to the last glyph: it is read off the PDF that was signed. Kept by its hash, which the event of
 * sealing names, so that the act which approved the seal approved this content and no other (R82).
 */
const TwinSource = z.strictObject({
  /** The way of making it; another way would be another value here. */
  form: z.literal('ofd-1'),
  /** SM3 of the PDF before sealing. */
  pdf: z.string().regex(/^[0-9a-f]{64}$/),
  title: text,
  organ: text,
  docNo: text,
  at: z.iso.datetime({ precision: 3 }),
  seal: Place,
  /** Of the other party's seal, on a letter that bears two. */
  coSeal: Place.exactOptional(),
});
type TwinSource = z.infer<typeof TwinSource>;

/** Keeps what the twin of a letter is made of and gives its hash; undefined for the kinds that have no twin. */
export async function keepTwinSource(
  { kind, title, organ, docNo }: LetterContent,
  rendered: Pick<TwinSource, 'pdf' | 'at' | 'seal' | 'coSeal'>,
  files: FileStore,
): Promise<string | undefined> {
  if (!hasTwin(kind)) return undefined;
  const source: TwinSource = { form: 'ofd-1', title, organ, docNo, ...rendered };
  return files.put(canonicalBytes(source));
}

export interface TwinPorts {
  readonly renderer: LetterRenderer;
  readonly files: FileStore;
  readonly signer: SealSigner;
}

/** A letter as sealed, whose twin was fixed and not yet sealed. */
export type TwinFixed = SealApplied & { readonly twinHash: string };

/**
 * Renders the twin, seals it with the seal of its letter and keeps it. Throws when a kept file no longer hashes to its name.
 * Whether the seal may be used is the step's to judge.
 */
export async function makeSealedTwin(
  applied: TwinFixed,
  { at, keeper }: { readonly at: Instant; readonly keeper: string },
  { renderer, files, signer }: TwinPorts,
): Promise<TwinSealed | Refusal<DocumentRefusalCode | SealRefusalCode>> {
  const source = TwinSource.parse(JSON.parse(Buffer.from(await files.get(applied.twinHash)).toString('utf8')));
  if (source.pdf !== applied.signedHash)
    return refuse(sealRefusals, 'seal-hash-mismatch', { signed: applied.signedHash, document: source.pdf });
  const { title, organ, docNo } = source;
  const twin = await renderer.renderTwin(await files.get(source.pdf), { title, organ, docNo, at: source.at });
  if (isRefusal(twin)) return twin;
  const instrument = await signer.open(applied.sealId);
  const co = applied.coSeal === undefined ? undefined : await signer.open(applied.coSeal.sealId);
  const beside = co === undefined || source.coSeal === undefined ? [] : [{ instrument: co, place: source.coSeal }];
  const stamps = [{ instrument, place: source.seal }, ...beside] as const;
  const ofdHash = await files.put(await stampOfd(twin, stamps, at));
  const { certificateSerial } = instrument;
  const coSeal = co === undefined ? {} : { coSeal: { sealId: co.sealId, certificateSerial: co.certificateSerial } };
  return { ...applied, ofdHash, keeper, at, certificateSerial, ...coSeal };
}

/** The stream of a letter's twin. One of its own: a download is no step of a case, which may long have ended. */
export function twinStream(sealedHash: string): string {
  return `twin/${sealedHash}`;
}

/** The twin as it was sealed; undefined while nobody has asked for it. */
export function viewTwin(events: readonly Recorded[]): TwinSealed | undefined {
  const sealed = events.find(({ type }) => type === 'TwinSealed');
  return sealed === undefined ? undefined : TwinSealed.parse(sealed.data);
}

/** What is known when a twin is asked for. */
export interface TwinFacts {
  readonly applied: SealApplied;
  readonly seal: Held<SealView> | undefined;
  /** The other party's seal, of a letter that bears two. */
  readonly coSeal?: Held<SealView> | undefined;
  /** Whether the seal is in the hands of somebody who keeps seals of its organ (R80). */
  readonly keeperServes: boolean;
  /** The twin under its seal, when it could be made. */
  readonly made?: TwinSealed | Refusal;
}

/** Seals the twin once. Whoever comes later is given the same. */
export const sealTwin: Step<{ readonly sealedHash: string }, TwinSealed | undefined, TwinFacts> = {
  name: 'sealTwin',
  view: viewTwin,
  decide(view, _command, facts, { at }) {
    if (view !== undefined) return { events: [] };
    const { seal, coSeal, made } = facts;
    const forbidden = twinForbidden(facts, at);
    if (forbidden !== undefined) return forbidden;
    if (isRefusal(made)) return made;
    if (seal === undefined || made === undefined) throw new Error('a twin is decided on without having been made');
    return {
      events: [{ type: 'TwinSealed', data: made }],
      fences: [seal, ...(coSeal === undefined ? [] : [coSeal])].map(({ key, epoch }) => ({ key, epoch, mode: 'pass' })),
    };
  },
};

/**
 * Why the twin may not be sealed now; undefined when it may. Seal and keeper must still be in use, and the seal the same one.
 * The hours of T12 do not apply: they keep a person from approving something in secret, and here nothing is approved. The
 * content was fixed by the act that sealed the PDF; what follows is another rendition of it, made by the platform.
 */
export function twinForbidden(
  { applied, seal, coSeal, keeperServes }: TwinFacts,
  at: Instant,
): Refusal<SealRefusalCode> | undefined {
  const { docNo } = applied;
  const forbidden =
    sealForbidden(seal, applied, { docNo, at }) ??
    (applied.coSeal === undefined ? undefined : sealForbidden(coSeal, applied.coSeal, { docNo, at }));
  const state = seal?.view.state ?? 'absent';
  return (
    forbidden ??
    (keeperServes ? undefined : refuse(sealRefusals, 'twin-seal-not-in-use', { why: 'noKeeper', state, docNo }))
  );
}

function sealForbidden(
  seal: Held<SealView> | undefined,
  applied: Pick<SealApplied, 'certificateSerial'>,
  { docNo, at }: { readonly docNo: string; readonly at: Instant },
): Refusal<SealRefusalCode> | undefined {
  const made = seal?.view.made;
  const state = seal?.view.state ?? 'absent';
  const refused = (why: string) => refuse(sealRefusals, 'twin-seal-not-in-use', { why, state, docNo });
  if (state !== 'inUse' || made === undefined) return refused('sealStopped');
  if (at < made.validFromAt || made.validToAt < at) return refused('sealExpired');
  return made.certificateSerial === applied.certificateSerial ? undefined : refused('sealReplaced');
}
