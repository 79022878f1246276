import { rootOf as rootOfLeaves } from '@liangqian/verify/tree.ts';
import { auditLog, type AuditReport } from '../src/ledger/audit/audit.ts';
import { consistencyPath } from '../src/ledger/ledger.ts';
import { leafHash as leafHashOf } from '../src/ledger/merkle.ts';
import {
  logActs,
  memorySource,
  type Model,
  openWorld,
  REALM,
  witnessAll,
  type World,
  writeActs,
} from './tamper-model.ts';
import { type Draw, type Mutation, mutations, seeded, tileMutations } from './tamper-mutations.ts';

export interface TamperResult {
  readonly tried: number;
  /** What nobody noticed: its number and its kind. */
  readonly missed: readonly string[];
  readonly perKind: ReadonlyMap<string, number>;
}

/** Tries `count` mutations one after the other and says which of them nobody noticed. */
export async function tamper(count: number, seed: number): Promise<TamperResult> {
  const world = openWorld();
  const draw = seeded(seed);
  const small = await witnessed(world, 16, [0, 5, 11]);
  const large = await witnessed(world, 260, [100]);
  const perKind = new Map<string, number>();
  const missed: string[] = [];
  for (const model of [small, large]) {
    const report = await audit(world, model, model);
    if (report.state !== 'whole') throw new Error(`untouched, but ${report.difference.place}: ${report.difference.en}`);
  }
  for (let nth = 0; nth < count; nth += 1) {
    // One in a hundred on the larger log, for its tiles.
    const [model, kinds] = nth % 100 === 99 ? [large, tileMutations] : [small, mutations];
    const { name, mutated } = await mutate(model, kinds, draw, world);
    perKind.set(name, (perKind.get(name) ?? 0) + 1);
    const report = await audit(world, mutated, model);
    if (report.state === 'whole') missed.push(`${nth} ${name}`);
  }
  return { tried: count, missed, perKind };
}

async function mutate(
  model: Model,
  kinds: Readonly<Record<string, Mutation>>,
  draw: Draw,
  world: World,
): Promise<{ readonly name: string; readonly mutated: Model }> {
  const names = Object.keys(kinds);
  const name = names[draw(names.length)] ?? '';
  const mutated = await kinds[name]?.(model, draw, world);
  if (mutated === undefined) throw new Error(`no mutation ${name}`);
  return { name, mutated };
}

/** What the witness remembers is out of the attacker's reach. */
function audit({ trust }: World, mutated: Model, honest: Model): Promise<AuditReport> {
  const newest = honest.checkpoints.at(-1);
  if (newest === undefined) throw new Error('no checkpoint');
  const seen = { witness: 'audit', size: newest.size, root: newest.root };
  return auditLog({ source: memorySource(mutated), realm: REALM, trust, signaturesOf: () => [], witnessed: [seen] });
}

async function witnessed(world: World, count: number, sizes: readonly number[]): Promise<Model> {
  const model = await logActs(world, writeActs(count, 4), sizes);
  const leaves = model.rows.map(({ leaf }) => leafHashOf(leaf));
  const paths = new Map<string, readonly Buffer[]>();
  const all = [0, ...sizes, count];
  for (const [nth, newSize] of all.entries()) {
    for (const oldSize of all.slice(0, nth)) {
      const read = (level: number, n: number, width: number) => Promise.resolve(tileOf(leaves, { level, n, width }));
      paths.set(`${oldSize}-${newSize}`, await consistencyPath(read, oldSize, newSize));
    }
  }
  return witnessAll(world, model, (oldSize, newSize) => paths.get(`${oldSize}-${newSize}`) ?? []);
}

/** A tile computed from all leaves, by the hashing of the verifier. */
function tileOf(
  leaves: readonly Buffer[],
  { level, n, width }: { readonly level: number; readonly n: number; readonly width: number },
): Buffer {
  const unit = 256 ** level;
  return Buffer.concat(
    Array.from({ length: width }, (_, nth) => {
      const from = (n * 256 + nth) * unit;
      return rootOfLeaves(leaves.slice(from, from + unit));
    }),
  );
}
