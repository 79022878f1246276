import { z } from 'zod';
import { Claim, groundsUsed, openedBy, type UsedGround } from '../consent/consent.ts';
import { readStream } from '../journal/actions.ts';
import type { Actor, MandateRef, Recorded } from '../journal/journal.ts';
import type { Instant } from '../kernel/time.ts';
import { getPinnedVersion, holderKey, viewApplication } from './application.ts';
import type { CasePorts } from './ports.ts';
import { listOwnCases } from './store.ts';

/** One fetching of somebody's claims for a case: what, when, by whom, on which ground (R20, 个保法44). */
export interface CaseUse {
  readonly at: Instant;
  readonly caseNo: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly actor: Actor;
  readonly purpose: string;
  readonly ground: UsedGround;
}

/** How many cases of a holder are looked through. */
const CASES = 200;

const Gathered = z.object({
  purpose: z.string(),
  basis: z.string(),
  facts: z.array(z.object({ name: z.string(), source: z.string() })),
  materials: z.array(z.object({ code: z.string(), source: z.string().optional(), reference: z.string().optional() })),
  grounds: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('consent'), consentId: z.string(), claims: z.array(Claim) }),
        z.object({ kind: z.literal('statute'), basis: z.string(), claims: z.array(Claim) }),
      ]),
    )
    .optional(),
});

/** Every use of the holder's claims in his own cases, the newest first. What an agent's principal has, is the principal's. */
export async function usesInCases(
  ports: Pick<CasePorts, 'journal' | 'realm' | 'items'>,
  key: string,
  asksCredit: AsksCredit,
): Promise<readonly CaseUse[]> {
  const { journal, realm } = ports;
  const cases = await listOwnCases(journal.pool, { realm, key, limit: CASES });
  const streams = await Promise.all(cases.map((caseNo) => readStream(journal, realm, `case/${caseNo}`)));
  return streams
    .flatMap((events) => usesIn(ports, key, { events, asksCredit }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** One case for which a licence was taken from the library instead of being asked for (R6). */
export interface LicenceUse extends Omit<CaseUse, 'ground'> {
  /** Which event of the case took it. */
  readonly seq: number;
  /** The material that it stands for. */
  readonly code: string;
  /** The identifier of the version that was looked at. */
  readonly licenceNo: string;
  readonly ground:
    | { readonly kind: 'consent'; readonly consentId: string }
    | { readonly kind: 'statute'; readonly basis: string };
}

/** Every use of a licence in the cases of its holder, the newest first; `numbers` are the identifiers that it has had. */
export async function usesOfLicence(
  { journal, realm }: Pick<CasePorts, 'journal' | 'realm'>,
  { key, numbers }: { readonly key: string; readonly numbers: readonly string[] },
): Promise<{ readonly uses: readonly LicenceUse[]; readonly isCut: boolean }> {
  const cases = await listOwnCases(journal.pool, { realm, key, limit: CASES });
  const streams = await Promise.all(cases.map((caseNo) => readStream(journal, realm, `case/${caseNo}`)));
  const uses = streams
    .flatMap((events) => takenIn(realm, key, events))
    .filter((use) => numbers.includes(use.licenceNo));
  return { uses: uses.toSorted((a, b) => (a.at < b.at ? 1 : -1)), isCut: cases.length === CASES };
}

function takenIn(realm: string, key: string, events: readonly Recorded[]): readonly LicenceUse[] {
  const { received, caseNo } = viewApplication(events);
  if (received === undefined || holderKey(realm, received.applicant.idNo) !== key) return [];
  const { itemId, itemVersion } = received;
  return events.flatMap(({ type, seq, at, actor, data }) => {
    if (type !== 'FactsGathered') return [];
    const gathered = Gathered.parse(data);
    const grounds = groundsOf(gathered);
    return gathered.materials.flatMap(({ code, source, reference = '' }): readonly LicenceUse[] => {
      const ground = grounds.find(({ claims }) =>
        claims.some((claim) => claim.kind === 'material' && claim.code === code),
      );
      if (source !== 'licence' || ground === undefined) return [];
      const { claims: _claims, ...on } = ground;
      // The reference is the identifier and the hash of what the licence said then (R46).
      const [licenceNo = ''] = reference.split('#');
      return [{ seq, at, actor, caseNo, itemId, itemVersion, code, licenceNo, purpose: gathered.purpose, ground: on }];
    });
  });
}

/** Whether this version of a letter leaves out applicants of bad credit: then an act under it has asked for it (R71). */
export type AsksCredit = (mandate: MandateRef) => boolean;

function usesIn(
  ports: Pick<CasePorts, 'realm' | 'items'>,
  key: string,
  { events, asksCredit }: { readonly events: readonly Recorded[]; readonly asksCredit: AsksCredit },
): readonly CaseUse[] {
  const { received, caseNo } = viewApplication(events);
  if (received === undefined || holderKey(ports.realm, received.applicant.idNo) !== key) return [];
  const { itemId, itemVersion } = received;
  const { item } = getPinnedVersion(ports, itemId, itemVersion);
  const onMandate = groundsUsed(openedBy(item, { kind: 'case', declined: [] }), [{ kind: 'credit', code: 'mandate' }]);
  return events.flatMap(({ type, at, actor, data, mandate }): readonly CaseUse[] => {
    const used = { at, caseNo, itemId, itemVersion, actor };
    if (deciding.has(type) && mandate !== undefined && asksCredit(mandate))
      return onMandate.map((ground) => ({ ...used, purpose: '核对委托范围', ground }));
    if (type !== 'FactsGathered') return [];
    const gathered = Gathered.parse(data);
    return groundsOf(gathered).map((ground) => ({ ...used, purpose: gathered.purpose, ground }));
  });
}

const deciding: ReadonlySet<string> = new Set(['DecisionProposed', 'DecisionEndorsed', 'DecisionMade']);

/** Records from before grounds were kept rest on what they named as their basis. */
function groundsOf({ grounds, basis, facts, materials }: z.infer<typeof Gathered>): readonly UsedGround[] {
  if (grounds !== undefined) return grounds;
  const claims = [
    ...facts.filter(({ source }) => source === 'share').map(({ name }) => ({ kind: 'fact' as const, code: name })),
    ...materials.map(({ code }) => ({ kind: 'material' as const, code })),
  ];
  return claims.length === 0 ? [] : [{ kind: 'statute', basis, claims }];
}
