import { z } from 'zod';
import { cedarAllows } from '../test/cedar-oracle.ts';
import type { Act } from '../src/mandate/act.ts';
import { authorisation, grantAct, held, termTo } from '../src/mandate/example-mandates.ts';
import type { HeldVersion } from '../src/mandate/held.ts';
import { createMandateIndex } from '../src/mandate/mandate-index.ts';
import type { CheckRates, Filled } from './mandate-part.ts';

const ACTS = 200_000;
const CEDAR_SECONDS = 0.3;

/** Fills both indexes and measures a stretch whenever it is asked, in a process of its own, whose processor time is the checks' alone. */
function main(mandates: number): void {
  const empty = memoryInUse();
  const index = createMandateIndex();
  for (let n = 0; n < mandates; n += 1) index.put(`B-${n}`, [versionOf(n)]);
  const bytesPerMandate = (memoryInUse() - empty) / mandates;
  const plain: PlainIndex = new Map();
  for (let n = 0; n < mandates; n += 1) putPlain(plain, versionOf(n));
  const acts = Array.from({ length: ACTS }, (_, n) => actOf(n, mandates));
  let granted = 0;
  for (const act of acts) granted += 'granted' in index.find(act) ? 1 : 0;
  for (const act of acts) if (allowsPlain(plain, act) !== 'granted' in index.find(act)) throw differs(act);
  const standing = { status: 'usable', acceptedBy: ['mk-officer-1', 'mk-chief'], suspendedHolders: [] } as const;
  const named = acts.map((act) => ({ ...act, holder: 'mk-officer-1' }));
  process.on('message', (asked: unknown) => {
    const { seconds } = Asked.parse(asked);
    answer({
      kind: 'rates',
      ours: rate(seconds, acts, (act) => 'granted' in index.find(act)),
      plain: rate(seconds, acts, (act) => allowsPlain(plain, act)),
      cedar: rate(CEDAR_SECONDS, named, (act) => cedarAllows(authorisation, standing, act)),
    });
  });
  answer({ kind: 'filled', bytesPerMandate, grantedShare: granted / ACTS });
}

const Asked = z.strictObject({ seconds: z.number().positive() });

function answer(message: Filled | CheckRates): void {
  process.send?.(message);
}

function memoryInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const template = held(authorisation);

/** The example authorisation for another department's officer and chief representative. */
function versionOf(n: number): HeldVersion {
  const ref = { ...template.ref, mandateNo: `B-${n}` };
  const fence = { ...template.fence, key: `mandate/B-${n}` };
  const [officer, chief] = [flat(`officer-${n}`), flat(`chief-${n}`)];
  return {
    ...template,
    ref,
    fence,
    items: template.items.map((item) => ({ ...item, granted: { ...item.granted, ref, fence } })),
    holders: template.holders.flatMap((holder) => {
      if (holder.id === 'mk-officer-1') return [{ ...holder, id: officer }];
      return holder.id === 'mk-chief' ? [{ ...holder, id: chief }] : [];
    }),
  };
}

/** An id as the product gets it, out of JSON: what a template makes of thirteen characters or more is two texts to the engine. */
function flat(id: string): string {
  return z.string().parse(JSON.parse(JSON.stringify(id)));
}

/** Every other act is granted; the rest are refused for one of six reasons. */
function actOf(n: number, mandates: number): Act {
  // A fixed walk over all holders: reproducible, and no two neighbours in memory.
  const holder = flat(`officer-${(n * 7_919) % mandates}`);
  const act = { ...grantAct, holder, scope: { ...grantAct.scope, amount: n % 1_000 } };
  if (n % 2 === 0) return act;
  switch (n % 12) {
    case 1:
      return { ...act, itemId: 'MK-99' };
    case 3:
      return { ...act, at: termTo };
    case 5:
      return { ...act, scope: { ...act.scope, region: '110105' } };
    case 7:
      return { ...act, adverse: true };
    case 9:
      return { ...act, itemId: 'MK-05' };
    default:
      return { ...act, holder: 'nobody' };
  }
}

interface PlainRecord {
  readonly open: boolean;
  readonly from: string;
  readonly to: string;
  readonly region: string;
  readonly list: number | null;
  readonly powers: ReadonlySet<string>;
}

type PlainIndex = Map<string, Map<string, PlainRecord>>;

const powers: ReadonlySet<string> = new Set(authorisation.powers);

function putPlain(index: PlainIndex, version: HeldVersion): void {
  for (const { id } of version.holders) {
    const items = new Map<string, PlainRecord>();
    for (const { itemId, list } of version.items) {
      items.set(itemId, { open: true, from: version.fromAt, to: version.toAt, region: '110198', list, powers });
    }
    index.set(id, items);
  }
}

/** What one would write without a mandate module: a lookup and the few comparisons that these acts need. */
function allowsPlain(index: PlainIndex, act: Act): boolean {
  const record = index.get(act.holder)?.get(act.itemId);
  if (record === undefined || !record.open || act.at < record.from || act.at >= record.to) return false;
  if (!record.powers.has(act.power) || !act.scope.region.startsWith(record.region)) return false;
  return !act.adverse && record.list !== 2;
}

function rate(seconds: number, acts: readonly Act[], check: (act: Act) => boolean): number {
  const until = performance.now() + seconds * 1000;
  const before = process.cpuUsage();
  let checked = 0;
  let kept = 0;
  while (performance.now() < until) {
    for (let n = 0; n < 1_000; n += 1) {
      const act = acts[(checked + n) % acts.length];
      if (act !== undefined && check(act)) kept += 1;
      // Cedar is slow: the clock is asked more often for it.
      if (n % 50 === 49 && performance.now() >= until) {
        checked += n + 1;
        return perSecond(checked, before, kept);
      }
    }
    checked += 1_000;
  }
  return perSecond(checked, before, kept);
}

function perSecond(checked: number, before: NodeJS.CpuUsage, kept: number): number {
  const { user, system } = process.cpuUsage(before);
  if (kept < 0) throw new Error('unreachable: keeps the result in use');
  return checked / ((user + system) / 1e6);
}

function differs(act: Act): Error {
  return new Error(`the plain index answers differently: ${JSON.stringify(act)}`);
}

main(Number(process.argv[2]));
