import {
  checkPaper,
  type Claim,
  claimKey,
  type Ground,
  type Grounds,
  groundsUsed,
  openedBy,
  type Paper,
  type UsedGround,
} from '../consent/consent.ts';
import type { Item } from '../catalogue/catalogue.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import type { Applicant, CreditRecord, FetchedMaterial, GatheredFact } from './application.ts';
import type { FactQuery, FactSource, KnownQuery } from './ports.ts';
import type { SourceAnswer } from './prefill.ts';

/** What was fetched for a case, and on which grounds. */
export interface FoundForCase {
  readonly facts: readonly GatheredFact[];
  readonly materials: readonly FetchedMaterial[];
  readonly grounds: readonly UsedGround[];
}

/** On what a query rests; without a ground a claim is neither asked for nor handed out (R20, R21). */
interface Grounded {
  readonly grounds: Grounds;
  /** Licences are looked at as of now. */
  readonly at: Instant;
}

/** The sources behind their gate: the only way in which any module asks them. */
export interface GatedFacts {
  readonly gather: (query: FactQuery & Grounded) => Promise<FoundForCase>;
  readonly credit: (applicant: Applicant) => Promise<CreditRecord>;
  readonly known: (query: KnownQuery & Grounded) => Promise<readonly SourceAnswer[]>;
  readonly papers: (query: KnownQuery & Grounded) => Promise<readonly Paper[]>;
  /** The materials of the item that could be had now for a case of this applicant: they may not be demanded (R6). */
  readonly available: (query: KnownQuery & Grounded) => Promise<readonly string[]>;
}

/**
 * The gate before every source. It asks for what the grounds open and hands out nothing beyond it, whatever a source answers;
 * a licence that is suspended, ended, expired or somebody else's is as if it did not exist (R46).
 */
export function gateFacts(source: FactSource): GatedFacts {
  const papersFor = async (query: KnownQuery & Grounded) => {
    const opened = openedBy(query.item, query.grounds);
    const found = await source.papers({ ...query, wanted: wantedOf(opened, 'material') });
    return found.filter(({ code }) => opened.has(claimKey({ kind: 'material', code })));
  };
  const usableFor = async (query: KnownQuery & Grounded) => {
    const todayOn = dateInChina(query.at);
    const { idNo } = query.applicant;
    return (await papersFor(query)).filter((paper) => checkPaper(paper, idNo, todayOn) === undefined);
  };
  return {
    async gather(query) {
      const { item, application, operator, grounds, at } = query;
      const opened = openedBy(item, grounds);
      const wanted = wantedOf(opened, 'fact');
      const asked = { applicant: application.applicant, item, operator, purpose: PURPOSE, grounds, at };
      const [found, usable] = await Promise.all([source.gather({ ...query, wanted }), usableFor(asked)]);
      // What rules compute and parameters say is nobody's data; a share's answer is.
      const facts = found.filter(
        ({ name, source: from }) => from !== 'share' || opened.has(claimKey({ kind: 'fact', code: name })),
      );
      const materials = [...new Map(inOrder(item, usable).map((paper) => [paper.code, fetchedOf(paper)])).values()];
      const claims: readonly Claim[] = [
        ...facts
          .filter(({ source: from }) => from === 'share')
          .map(({ name }) => ({ kind: 'fact' as const, code: name })),
        ...materials.map(({ code }) => ({ kind: 'material' as const, code })),
      ];
      return { facts, materials, grounds: groundsUsed(opened, claims) };
    },
    credit: (applicant) => source.credit(applicant),
    async known(query) {
      const opened = openedBy(query.item, query.grounds);
      const found = await source.known({ ...query, wanted: wantedOf(opened, 'answer') });
      return found.filter(({ name }) => opened.has(claimKey({ kind: 'answer', code: name })));
    },
    papers: papersFor,
    available: async (query) => [...new Set((await usableFor(query)).map(({ code }) => code))],
  };
}

/** The source that the item names first comes last, so that it is the one that stays of several. */
function inOrder(item: Item, papers: readonly Paper[]): readonly Paper[] {
  const rank = ({ code, source }: Paper): number =>
    item.materials.find((material) => material.code === code)?.replaceableBy.indexOf(source) ?? -1;
  return papers.toSorted((a, b) => rank(b) - rank(a));
}

/** The material that a licence or share stands for. */
function fetchedOf({ code, source, reference = source }: Paper): FetchedMaterial {
  return { code, source: source.startsWith('L-') ? 'licence' : 'share', reference };
}

export const PURPOSE = '办理本政务服务事项';

function wantedOf(opened: ReadonlyMap<string, Ground>, kind: Claim['kind']): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const key of opened.keys()) if (key.startsWith(`${kind}:`)) wanted.add(key);
  return wanted;
}
