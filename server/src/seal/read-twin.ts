import type { FileStore, LetterRenderer } from '../document/document.ts';
import { type Journal, perform, readStream } from '../journal/actions.ts';
import type { Register } from '../journal/register.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { SealFacts } from './life-cycle.ts';
import { SEALING_ROBOT, type SealApplied, sealStream, type SealSigner, type SealView } from './seal.ts';
import { makeSealedTwin, sealTwin, type TwinFacts, twinForbidden, twinStream, viewTwin } from './twin.ts';

/** What twins are sealed in; the platform is one. */
export interface TwinRoom {
  readonly journal: Journal;
  readonly realm: string;
  readonly files: FileStore;
  readonly renderer: LetterRenderer;
  readonly seals: Pick<Register<SealView>, 'get'>;
  readonly sealFacts: Pick<SealFacts, 'isKeeper'>;
  readonly sealMaker: SealSigner;
}

/**
 * The sealed OFD twin of a sealed letter (GB/T 33190), the same bytes for ever; undefined for a letter that has none. The
 * first who asks has it sealed, on record. Refused when seal or keeper are no longer in use; throws when a kept file was altered.
 */
export async function readTwin(
  room: TwinRoom,
  applied: SealApplied,
  at: Instant,
): Promise<Uint8Array | undefined | Refusal> {
  const { files } = room;
  // Letters of the first versions were sealed together with their twin.
  if (applied.ofdHash !== undefined) return files.get(applied.ofdHash);
  if (applied.twinHash === undefined) return undefined;
  const known = await findTwin(room, applied.sealedHash);
  if (known !== undefined) return files.get(known.ofdHash);
  const refused = await sealNow(room, { ...applied, twinHash: applied.twinHash }, at);
  if (refused !== undefined) return refused;
  const sealed = await findTwin(room, applied.sealedHash);
  if (sealed === undefined) throw new Error(`the twin of ${applied.sealedHash} was sealed and is not on record`);
  return files.get(sealed.ofdHash);
}

/** The register entry of a letter's twin; undefined while nobody has asked for it. */
export async function findTwin({ journal, realm }: Pick<TwinRoom, 'journal' | 'realm'>, sealedHash: string) {
  return viewTwin(await readStream(journal, realm, twinStream(sealedHash)));
}

/**
 * One request id for all who ask, so that of two at once one seals and the other is given that answer. Between two processes
 * the loser's package was made in vain: no record names it, so nobody is ever given it.
 */
async function sealNow(
  room: TwinRoom,
  applied: SealApplied & { readonly twinHash: string },
  at: Instant,
): Promise<Refusal | undefined> {
  const { sealedHash } = applied;
  const performed = await perform(room.journal, sealTwin, {
    realm: room.realm,
    stream: twinStream(sealedHash),
    actor: { kind: 'robot', id: SEALING_ROBOT },
    requestId: twinStream(sealedHash),
    at,
    command: { sealedHash },
    async facts(events): Promise<TwinFacts> {
      const facts = standing(room, applied, at);
      // Nothing is sealed that will be refused, or that is there already.
      if (viewTwin(events) !== undefined || twinForbidden(facts, at) !== undefined) return facts;
      const ports = { renderer: room.renderer, files: room.files, signer: room.sealMaker };
      return { ...facts, made: await makeSealedTwin(applied, { at, keeper: SEALING_ROBOT }, ports) };
    },
  });
  return isRefusal(performed) ? performed : undefined;
}

function standing({ seals, sealFacts }: TwinRoom, applied: SealApplied, at: Instant): TwinFacts {
  const seal = seals.get(sealStream(applied.sealId));
  const coSeal = applied.coSeal === undefined ? undefined : seals.get(sealStream(applied.coSeal.sealId));
  const used = applied.coSeal === undefined ? [seal] : [seal, coSeal];
  const keeperServes = used.every((one) => {
    const { keeper, made } = one?.view ?? {};
    return keeper !== undefined && made !== undefined && sealFacts.isKeeper(keeper, made.organ, at);
  });
  return { applied, seal, ...(coSeal === undefined ? {} : { coSeal }), keeperServes };
}
