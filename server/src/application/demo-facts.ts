import { z } from 'zod';
import { InputValue, inputsFrom, inputsLeadingTo, type Item } from '../catalogue/catalogue.ts';
import { normalIdNo } from '../identity/identity.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { CreditRecord, FetchedMaterial, GatheredFact } from './application.ts';
import type { FactSource } from './ports.ts';

/** What the shares of the demo district answer when it is not the ordinary case; by id number, then by item. */
export const DemoShares = z.strictObject({
  facts: z.record(z.string(), z.record(z.string(), z.record(z.string(), InputValue))),
  /** Facts that the share could not confirm: answered, but not verified. */
  unverified: z.record(z.string(), z.array(z.string())),
  credit: z.record(
    z.string(),
    z.strictObject({
      unrepairedFalsePromise: z.boolean(),
      barredUntilOn: z.iso.date().exactOptional(),
      barReason: z.string().exactOptional(),
    }),
  ),
});
export type DemoShares = z.infer<typeof DemoShares>;

/** What a test or an application file says that the shares answer, over the demo's own. */
export interface ShareAnswers {
  readonly facts?: Readonly<Record<string, InputValue>>;
  readonly unverified?: readonly string[];
  readonly missing?: readonly string[];
  readonly credit?: CreditRecord;
}

const gatheredSources = ['share', 'rule', 'config'] as const;

/**
 * Stands in for the data exchange of the district until its module is there: answers each item's shares as in the
 * ordinary case that the rules approve, with the deviations of `shares`. A demo source; its receipts say so.
 */
export function demoFactSource(shares: DemoShares, answers: ShareAnswers = {}): FactSource {
  return {
    async gather({ caseNo, item, application }) {
      const idNo = normalIdNo(application.applicant.idNo);
      const own = { ...shares.facts[idNo]?.[item.id], ...answers.facts };
      const doubtful = new Set([...(shares.unverified[idNo] ?? []), ...(answers.unverified ?? [])]);
      const usual = usualAnswers(item);
      const facts = inputsFrom(item).flatMap(({ name, source }): readonly GatheredFact[] => {
        const gathered = gatheredSources.find((one) => one === source);
        const value = own[name] ?? usual[name];
        if (gathered === undefined || value === undefined || answers.missing?.includes(name) === true) return [];
        const receipt = `demo-share/${sm3Hex(`${caseNo}/${name}`).slice(0, 16)}`;
        return [{ name, value, source: gathered, verified: !doubtful.has(name), receipt }];
      });
      return { facts, materials: fetchable(item, answers.missing ?? []) };
    },
    async credit(applicant) {
      return answers.credit ?? shares.credit[normalIdNo(applicant.idNo)] ?? { unrepairedFalsePromise: false };
    },
  };
}

/** The ordinary case: the first example that the rules approve, or the first example made one with the fewest changes. */
function usualAnswers(item: Item): Readonly<Record<string, InputValue>> {
  const known = usual.get(item);
  if (known !== undefined) return known;
  const approving = item.cases.find(({ expect }) => FAVOURABLE.includes(expect));
  const start = (approving ?? item.cases[0])?.inputs ?? {};
  const wanted = item.signClass === 'EX' ? ['ESCALATE'] : FAVOURABLE;
  const names = inputsFrom(item).map(({ name }) => name);
  const answers = inputsLeadingTo(item, start, names, ({ outcome }) => wanted.includes(outcome)) ?? start;
  usual.set(item, answers);
  return answers;
}

const FAVOURABLE: readonly string[] = ['APPROVE', 'APPROVE_PROMISE'];
const usual = new WeakMap<Item, Readonly<Record<string, InputValue>>>();

/** R6: what a licence or a share can prove is fetched, never demanded. */
function fetchable(item: Item, missing: readonly string[]): readonly FetchedMaterial[] {
  return item.materials.flatMap(({ code, kind, necessity, replaceableBy }): readonly FetchedMaterial[] => {
    const [source] = replaceableBy;
    if (source === undefined || kind === 'form' || necessity === 'conditional' || missing.includes(code)) return [];
    return [{ code, source: source.startsWith('L-') ? 'licence' : 'share', reference: source }];
  });
}
