import {
  checkPaper,
  type Claim,
  claimKey,
  type CreditUse,
  type Ground,
  type Grounds,
  groundsUsed,
  openedBy,
  type Paper,
  type UsedGround,
} from '../consent/consent.ts';
import type { Item } from '../catalogue/catalogue.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import type { CreditRecord, FetchedMaterial, GatheredFact } from './application.ts';
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

/** Which questions of the form are of use now; all of them where nothing is said. */
interface Lines {
  readonly lines?: ReadonlySet<string>;
}

export interface Compared {
  readonly answers: readonly SourceAnswer[];
  readonly grounds: readonly UsedGround[];
}

export interface CreditQuery extends KnownQuery {
  /** What the answer decides now; a use that the item does not list, or that nothing opens, is not asked. */
  readonly uses: readonly CreditUse[];
  readonly at: Instant;
}

export interface FoundCredit {
  readonly credit: CreditRecord;
  readonly grounds: readonly UsedGround[];
}

/** The sources behind their gate: the only way in which any module asks them. */
export interface GatedFacts {
  readonly gather: (query: FactQuery & Grounded) => Promise<FoundForCase>;
  /** The applicant's credit as far as `uses` decide something now (R33, R35, R71), and on which norms it was asked. */
  readonly credit: (query: CreditQuery) => Promise<FoundCredit>;
  /** Answers to the questions of the form, of the lines that are asked alone (R11). */
  readonly known: (query: KnownQuery & Grounded & Lines) => Promise<readonly SourceAnswer[]>;
  /** What sources say of lines that the applicant has answered, to compare it (R47), with the grounds on which it was asked. */
  readonly compared: (query: KnownQuery & Grounded & Required<Lines>) => Promise<Compared>;
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
    credit: (query) => creditOf(source, query),
    async known(query) {
      const wanted = linesOf(query);
      return wanted.size === 0 ? [] : answersTo(wanted, await source.known({ ...query, wanted }));
    },
    async compared(query) {
      const wanted = linesOf(query);
      if (wanted.size === 0) return { answers: [], grounds: [] };
      const answers = answersTo(wanted, await source.known({ ...query, wanted }));
      const asked = [...wanted].map((key) => ({ kind: 'answer' as const, code: key.slice('answer:'.length) }));
      return { answers, grounds: groundsUsed(openedBy(query.item, query.grounds), asked) };
    },
    papers: papersFor,
    available: async (query) => [...new Set((await usableFor(query)).map(({ code }) => code))],
  };
}

/** The answers of the form that these grounds open, of the lines that are of use. */
function linesOf({ item, grounds, lines }: KnownQuery & Grounded & Lines): ReadonlySet<string> {
  const opened = wantedOf(openedBy(item, grounds), 'answer');
  if (lines === undefined) return opened;
  return new Set([...opened].filter((key) => lines.has(key.slice('answer:'.length))));
}

function answersTo(wanted: ReadonlySet<string>, found: readonly SourceAnswer[]): readonly SourceAnswer[] {
  return found.filter(({ name }) => wanted.has(claimKey({ kind: 'answer', code: name })));
}

/** Asks for the uses that statute opens, and keeps of the answer what belongs to them. */
async function creditOf(source: FactSource, query: CreditQuery): Promise<FoundCredit> {
  const claims = query.uses.map((code) => ({ kind: 'credit' as const, code }));
  const opened = openedBy(query.item, { kind: 'case', declined: [] });
  const wanted = new Set(claims.map(claimKey).filter((key) => opened.has(key)));
  if (wanted.size === 0) return { credit: { unrepairedFalsePromise: false }, grounds: [] };
  const { unrepairedFalsePromise, ...bar } = await source.credit({ ...query, wanted });
  const isPromise = wanted.has('credit:promise') || wanted.has('credit:mandate');
  return {
    credit: {
      unrepairedFalsePromise: isPromise && unrepairedFalsePromise,
      ...(wanted.has('credit:bar') ? bar : {}),
    },
    grounds: groundsUsed(opened, claims),
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
