import { z } from 'zod';
import { readStream } from '../journal/actions.ts';
import type { MandateRef, Recorded } from '../journal/journal.ts';
import type { LetterKind } from '../document/document.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { licenceByNo } from '../licence/actions.ts';
import { type Licence, standingOn, viewLicence } from '../licence/licence.ts';
import { stateAt, type VersionView } from '../mandate/mandate.ts';
import { findSealedByNumber, type Sealed } from '../seal/actions.ts';
import { sealEvents, sealsLetter, sealStream } from '../seal/seal.ts';
import type { Platform } from '../platform.ts';
import { mandateStates } from './mandate-view.ts';
import { Text } from './problem.ts';
import { route, type Route } from './route.ts';
import { endingOf, licenceSays, mandateSays, standingOfMandate, standingSays } from './standing-says.ts';

const CitedMandate = z.object({
  mandateNo: z.string(),
  version: z.int(),
  hash: z.string(),
  state: z.enum(mandateStates),
  says: Text,
});

const Standing = z
  .object({
    no: z.string(),
    state: z.enum(['stands', 'notNow', 'ended', 'unknown']),
    says: Text,
    kind: z.string().exactOptional(),
    organName: z.string().exactOptional(),
    sealedAt: z.string().exactOptional(),
    sealedHash: z.string().exactOptional().meta({ description: 'SM3 of the sealed PDF' }),
    signedHash: z.string().exactOptional().meta({ description: 'SM3 of the document before sealing' }),
    mandate: CitedMandate.exactOptional(),
    at: z.string(),
  })
  .meta({ id: 'Standing', description: 'What the register says of a document number, and nothing about any person' });
type Standing = z.input<typeof Standing>;

/** What became of a document, asked by its number alone: whoever holds one learns whether it still stands, and no name. */
export function standingRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/standing',
      operationId: 'getStanding',
      summary: 'Whether the document with this number still stands, and under which mandate it was issued',
      access: 'anybody',
      asks: z.strictObject({ query: z.strictObject({ no: z.string().trim().min(1).max(100) }) }),
      answer: Standing,
      async handle({ query: { no }, at }): Promise<Standing> {
        const sealed = await findSealedByNumber(platform.journal, platform.realm, no);
        const mandate = printedMandate(platform, no);
        const licence = await licenceByNo(platform, no);
        if (licence !== undefined) return licenceStanding(platform, no, { licence, sealed, basis: undefined }, at);
        if (mandate !== undefined) return mandateStanding(platform, no, { ...mandate, sealed }, at);
        if (sealed !== undefined) return letterStanding(platform, no, sealed, at);
        return { no, state: 'unknown', says: standingSays.unknown, at };
      },
    }),
  ];
}

interface KnownLicence {
  readonly licence: Licence;
  readonly sealed: Sealed | undefined;
  readonly basis: MandateRef | undefined;
}

/** A licence stands as the library says today (R46), not as its paper does: suspended, replaced or ended, each in its own word. */
function licenceStanding(
  platform: Platform,
  no: string,
  { sealed, licence, basis }: KnownLicence,
  at: Instant,
): Standing {
  const mandate = basis ?? licence.history.findLast(({ mandate: one }) => one !== undefined)?.mandate;
  const cited = mandate === undefined ? undefined : citedMandate(platform, mandate, at);
  const told = licenceSays[standingOn(licence, dateInChina(at)).status];
  const isInUse = licence.licenceNo === no || licence.document?.docNo === no;
  return {
    no,
    // What has ended has ended for all its versions.
    ...(isInUse || told.state === 'ended' ? told : licenceSays.replaced),
    kind: 'licence',
    organName: licence.organ.name,
    ...sealedPart(sealed),
    ...(cited === undefined ? {} : { mandate: cited }),
    at,
  };
}

interface PrintedMandate {
  readonly mandateNo: string;
  readonly version: VersionView;
}

/** The published version whose letter bears this number: the mandate's own with the version behind it. */
function printedMandate({ mandateBook }: Platform, no: string): PrintedMandate | undefined {
  const [, mandateNo, version] = /^(.+)-(\d{1,6})$/.exec(no) ?? [];
  const view = mandateNo === undefined ? undefined : mandateBook.get(mandateNo);
  const found = view?.versions.find((one) => one.letter.version === Number(version) && one.stage === 'published');
  return mandateNo === undefined || found === undefined ? undefined : { mandateNo, version: found };
}

function mandateStanding(
  platform: Platform,
  no: string,
  { mandateNo, version, sealed }: PrintedMandate & { readonly sealed: Sealed | undefined },
  at: Instant,
): Standing {
  const { letter, hash } = version;
  const cited = citedMandate(platform, { mandateNo, version: letter.version, hash }, at);
  const state = cited === undefined ? 'unknown' : standingOfMandate(cited.state);
  return {
    no,
    state,
    says: cited?.says ?? standingSays.unknown,
    kind: 'mandateLetter',
    organName: letter.grantor.name,
    ...sealedPart(sealed),
    ...(cited === undefined ? {} : { mandate: cited }),
    at,
  };
}

async function letterStanding(platform: Platform, no: string, sealed: Sealed, at: Instant): Promise<Standing> {
  const { applied, stream } = sealed;
  const events = await readStream(platform.journal, platform.realm, stream);
  const licence = stream.startsWith('licence/') ? viewLicence(events) : undefined;
  if (licence !== undefined && applied.documentKind === 'licence')
    return licenceStanding(platform, no, { sealed, licence, basis: basisOf(events, no) }, at);
  const ending = endingOf(events, no);
  const basis = basisOf(events, no);
  const cited = basis === undefined ? undefined : citedMandate(platform, basis, at);
  const organName = platform.seals.get(sealStream(applied.sealId))?.view.made?.organName;
  return {
    no,
    state: ending === undefined ? 'stands' : 'ended',
    says: ending === undefined ? standsSays(applied.documentKind) : standingSays.ended(ending),
    kind: applied.documentKind,
    ...(organName === undefined ? {} : { organName }),
    ...sealedPart(sealed),
    ...(cited === undefined ? {} : { mandate: cited }),
    at,
  };
}

function standsSays(kind: LetterKind) {
  return kind === 'grantDecision' ? standingSays.granted : standingSays.stands;
}

function sealedPart(sealed: Sealed | undefined): Pick<Standing, 'sealedAt' | 'sealedHash' | 'signedHash'> {
  if (sealed === undefined) return {};
  const { at, sealedHash, signedHash } = sealed.applied;
  return { sealedAt: at, sealedHash, signedHash };
}

/** The mandate on which the act rested that this letter tells: a decision's, even where its letter was sealed later. */
function basisOf(events: readonly Recorded[], no: string): MandateRef | undefined {
  const index = events.findIndex((one) => sealsLetter(one) && sealEvents.SealApplied.parse(one.data).docNo === no);
  const letter = events[index];
  if (letter === undefined) return undefined;
  const before = events.slice(0, index);
  const act =
    letter.type === 'DecisionSealed'
      ? before.findLast(({ type }) => type === 'DecisionMade')
      : before.findLast((one) => one.hash === letter.hash && one.mandate !== undefined);
  return act?.mandate;
}

function citedMandate(
  { mandateBook }: Platform,
  { mandateNo, version, hash }: MandateRef,
  at: Instant,
): z.input<typeof CitedMandate> | undefined {
  const view = mandateBook.get(mandateNo);
  const found = view?.versions.find((one) => one.letter.version === version && one.hash === hash);
  if (view === undefined || found === undefined) return undefined;
  const state = stateAt(view, found, at);
  return { mandateNo, version, hash, state, says: mandateSays(mandateNo, version, state) };
}
