import { z } from 'zod';
import { type LicenceUse, usesOfLicence } from '../application/actions.ts';
import { getPinnedVersion } from '../application/application.ts';
import { findOrgan, findPerson } from '../identity/actions.ts';
import { readStream } from '../journal/actions.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type Proved, proveAct, proveStream } from '../ledger/actions.ts';
import { licenceByNo } from '../licence/actions.ts';
import { type Licence, licenceEvents, type LicenceEventType } from '../licence/licence.ts';
import { licenceRefusals } from '../licence/refusals.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { openCase } from './case-access.ts';
import { namedIn, organName } from './consent-view.ts';
import { organSeen } from './licence-access.ts';
import { noteLicence } from './licence-reading.ts';
import { doneBy, licenceStatus, LicenceStatusAnswer } from './licence-view.ts';
import { LogPlace, LogTrust, logTrustShown, placeShown } from './log-chain.ts';
import { Text } from './problem.ts';
import { route, type Route } from './route.ts';

const eyes = ['holder', 'issuer', 'user', 'supervisor', 'public'] as const;
type Eye = (typeof eyes)[number];

const step = {
  at: z.string(),
  organName: Text,
  caseNo: z.string().exactOptional(),
  /** Its place in the log; absent while it waits for one. */
  place: LogPlace.exactOptional(),
};

const LifeStep = z.object({
  kind: z.literal('life'),
  ...step,
  type: z.string(),
  by: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  mandate: z.object({ mandateNo: z.string(), version: z.int() }).exactOptional(),
});

const UseStep = z.object({
  kind: z.literal('use'),
  ...step,
  itemName: Text,
  /** The material for which the licence stood. */
  claim: Text,
  purpose: z.string(),
  by: z.string().exactOptional(),
  ground: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('consent'), consentId: z.string() }),
    z.object({ kind: z.literal('statute'), basis: z.string() }),
  ]),
});

const LicenceLineage = z
  .object({
    licence: LicenceStatusAnswer,
    /** As whom the caller sees it, and therefore how much of it. */
    seenAs: z.enum(eyes),
    log: LogTrust,
    steps: z.array(z.discriminatedUnion('kind', [LifeStep, UseStep])),
    /** Steps that have no place in the log yet. */
    waiting: z.int(),
    /** Whether older uses are left out. */
    isCut: z.boolean(),
  })
  .meta({
    id: 'LicenceLineage',
    description:
      'A licence across departments: from which case it came, who used it on which ground, what became of it',
  });
type Life = z.input<typeof LifeStep>;
type Use = z.input<typeof UseStep>;

/** More uses than a page holds; each is proven by itself. */
const MOST_USES = 50;

/** What anybody may know of the life of a licence: how its status came about, never why, for whom or from which case. */
const PUBLIC_LIFE: readonly LicenceEventType[] = [
  'LicenceIssued',
  'LicenceRenewed',
  'LicenceChanged',
  'LicenceReplaced',
  'LicenceSuspended',
  'LicenceReinstated',
  'LicenceWithdrawn',
  'LicenceAnnulled',
  'LicenceForfeited',
  'LicenceCancelled',
  'LicenceExpired',
];

/** 证照沿革: one licence across departments, each of its steps with its place in the log. */
export function licenceLineageRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/licences/:licenceNo/lineage',
      operationId: 'getLicenceLineage',
      summary: 'Where a licence came from, which cases of which organs used it, and what became of it, with the log',
      access: 'anybody',
      asks: z.strictObject({ params: z.strictObject({ licenceNo: z.string().min(1).max(160) }) }),
      answer: LicenceLineage,
      async handle({ params: { licenceNo }, caller, at }) {
        const licence = await licenceByNo(platform, licenceNo);
        if (licence === undefined) return refuse(licenceRefusals, 'unknown-licence', { licenceNo });
        const seen = await seenBy(platform, caller, licence, at);
        return isRefusal(seen) ? seen : lineageShown(platform, { licence, licenceNo, at, ...seen });
      },
    }),
  ];
}

interface Seen {
  readonly eye: Eye;
  readonly uses: readonly LicenceUse[];
  readonly isCut: boolean;
}
const PUBLIC: Seen = { eye: 'public', uses: [], isCut: false };

/**
 * As whom somebody sees the licence. Its holder sees all of it; staff see the uses in cases that they may open, and whoever has to do
 * with none of them sees what everybody sees. What staff see of a person is noted before it is shown (个人信息保护法 6, 51).
 */
async function seenBy(
  platform: Platform,
  caller: Caller | undefined,
  licence: Licence,
  at: Instant,
): Promise<Seen | Refusal> {
  if (caller === undefined) return PUBLIC;
  const { key } = licence.holder;
  const all = () => usesOfLicence(platform, { key, numbers: licence.numbers });
  if (caller.kind === 'applicant') return caller.key === key ? { eye: 'holder', ...(await all()) } : PUBLIC;
  const organ = organSeen(caller);
  if (organ === null) {
    // Before anything is looked up: who supervises says why first.
    const unexplained = await noteLicence(platform, caller, licence, { at });
    return unexplained ?? { eye: 'supervisor', ...(await all()) };
  }
  const found = await all();
  const opened = await Promise.all(found.uses.map(({ caseNo }) => openCase(platform, caller, caseNo, at)));
  const uses = found.uses.filter((_, nth) => opened[nth] !== undefined && !isRefusal(opened[nth]));
  const isIssuer = organ !== undefined && organ === licence.organ.code;
  if (!isIssuer && uses.length === 0) return PUBLIC;
  const refused = await noteLicence(platform, caller, licence, { at });
  return refused ?? { eye: isIssuer ? 'issuer' : 'user', uses, isCut: found.isCut };
}

interface Asked extends Seen {
  readonly licence: Licence;
  /** As it was asked for: an earlier identifier says that it is out of use. */
  readonly licenceNo: string;
  readonly at: Instant;
}

async function lineageShown(
  platform: Platform,
  { licence, licenceNo, at, eye, uses, isCut }: Asked,
): Promise<z.input<typeof LicenceLineage>> {
  const shown = placeShown(platform.ledger.trust.policy);
  const { generation: newest = 1 } = platform.ledger.ports;
  const placed = (proved: Proved | undefined): Pick<Life, 'place'> => {
    if (proved === undefined) return {};
    const { generation } = proved.entry;
    return { place: { ...shown(proved.entry.leaf, proved), ...(generation === newest ? {} : { generation }) } };
  };
  const life = await lifeSteps(platform, licence, eye, placed);
  const taken = await Promise.all(
    uses.slice(0, MOST_USES).map(async (use) => {
      const proved = await proveAct(platform.ledger, `case/${use.caseNo}`, use.seq);
      return { ...useStep(platform, use), ...placed(proved) };
    }),
  );
  const steps = [...life, ...taken].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    licence: licenceStatus(licence, licenceNo, at),
    seenAs: eye,
    log: logTrustShown(platform),
    steps,
    waiting: steps.filter(({ place }) => place === undefined).length,
    isCut: isCut || uses.length > MOST_USES,
  };
}

/** The acts on the licence itself; to whom it is not his own business, only that and when they were done. */
async function lifeSteps(
  platform: Platform,
  licence: Licence,
  eye: Eye,
  placed: (proved: Proved | undefined) => Pick<Life, 'place'>,
): Promise<readonly Life[]> {
  const isTold = eye !== 'public' && eye !== 'user';
  const events = await readStream(platform.journal, platform.realm, licence.stream);
  const proved = await proveStream(platform.ledger, licence.stream);
  const seqs = events.flatMap(({ type, seq }) => (Object.hasOwn(licenceEvents, type) ? [seq] : []));
  const acts = licence.history.map((act, nth) => ({ act, seq: seqs[nth] ?? 0 }));
  return acts
    .filter(({ act }) => isTold || PUBLIC_LIFE.includes(act.type))
    .map(({ act: { type, at, actor, mandate, caseNo, reason }, seq }) => ({
      kind: 'life',
      type,
      at,
      organName: namedOrgan(platform, licence),
      ...(mandate === undefined ? {} : { mandate: { mandateNo: mandate.mandateNo, version: mandate.version } }),
      ...(isTold && caseNo !== undefined ? { caseNo } : {}),
      ...(isTold && reason !== undefined ? { reason } : {}),
      ...(isTold ? { by: doneBy(platform, actor) } : {}),
      ...placed(proved.find(({ entry }) => entry.fromSeq <= seq && seq <= entry.toSeq)),
    }));
}

function useStep(platform: Platform, use: LicenceUse): Use {
  const { at, caseNo, itemId, itemVersion, code, purpose, ground, actor } = use;
  const { item } = getPinnedVersion(platform, itemId, itemVersion);
  const person = actor.kind === 'person' ? findPerson(platform.identity, actor.id) : undefined;
  return {
    kind: 'use',
    at,
    caseNo,
    organName: organName(platform, item.dept),
    itemName: { zh: item.name, en: item.nameEn },
    claim: namedIn(item, { kind: 'material', code }).label,
    purpose,
    ground,
    ...(person === undefined ? {} : { by: person.name }),
  };
}

function namedOrgan(platform: Platform, { organ }: Licence): z.input<typeof Text> {
  return { zh: organ.name, en: findOrgan(platform.identity, organ.code)?.nameEn ?? organ.name };
}
