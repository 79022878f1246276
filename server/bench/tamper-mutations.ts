import type { AuditRow } from '../src/ledger/audit/source.ts';
import { signCheckpoint } from '../src/ledger/checkpoint.ts';
import { leafOf, logActs, type Model, type World, type Written } from './tamper-model.ts';

/** Draws whole numbers from 0 up to but without `below`; the same seed draws the same. */
export type Draw = (below: number) => number;

export function seeded(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    // mulberry32: enough to choose places, and the same everywhere.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export type Mutation = (model: Model, draw: Draw, world: World) => Promise<Model> | Model;

function flip(bytes: Buffer, draw: Draw): Buffer {
  const changed = Buffer.from(bytes);
  const at = draw(changed.length);
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << draw(8)), at);
  return changed;
}

function flipText(text: string, draw: Draw): string {
  return flip(Buffer.from(text, 'latin1'), draw).toString('latin1');
}

function pick<T>(list: readonly T[], draw: Draw): T {
  const found = list[draw(list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

function withRow(model: Model, draw: Draw, change: (row: AuditRow) => AuditRow): Model {
  const chosen = pick(model.rows, draw);
  return { ...model, rows: model.rows.map((row) => (row === chosen ? change(row) : row)) };
}

function withAct(change: (act: NonNullable<AuditRow['act']>, draw: Draw) => AuditRow['act']): Mutation {
  return (model, draw) =>
    withRow(model, draw, (row) => ({ ...row, act: row.act === null ? null : change(row.act, draw) }));
}

function without<T>(list: readonly T[], one: T): T[] {
  return list.filter((each) => each !== one);
}

/** Everything again from other acts, with the operator's own keys: the fork that only those outside can see. */
async function relog(world: World, model: Model, written: readonly Written[]): Promise<Model> {
  const sizes = model.checkpoints.map(({ size }) => size).filter((size) => size < written.length);
  const forked = await logActs(world, written, sizes);
  return forked;
}

/** Each with the name of what it does. What an attacker may do who holds the database, and in the last ones the keys too. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'bit of an act': withAct((act, draw) => ({ ...act, body: flipText(act.body, draw) })),
  'bit of a hash': withAct((act, draw) => ({ ...act, hash: flip(act.hash, draw) })),
  'another stream': withAct((act) => ({ ...act, stream: `${act.stream}0` })),
  'another seq': withAct((act, draw) => ({ ...act, toSeq: act.toSeq + 1 + draw(5) })),
  'act deleted': withAct(() => null),
  'bit of a record': (model, draw) => withRow(model, draw, (row) => ({ ...row, record: flipText(row.record, draw) })),
  'bit of a leaf': (model, draw) => withRow(model, draw, (row) => ({ ...row, leaf: flip(row.leaf, draw) })),
  'bit of a subject': (model, draw) => withRow(model, draw, (row) => ({ ...row, subject: flip(row.subject, draw) })),
  'bit of a salt': (model, draw) =>
    withRow(model, draw, (row) => ({ ...row, salt: flip(row.salt ?? Buffer.alloc(32), draw) })),
  'salt deleted': (model, draw) => withRow(model, draw, (row) => ({ ...row, salt: null })),
  'leaf signed with an old key': async (model, draw, { oldKeys }) => {
    const chosen = pick(model.rows, draw);
    const leaf = await leafOf(oldKeys, chosen.record);
    return { ...model, rows: model.rows.map((row) => (row === chosen ? { ...row, leaf } : row)) };
  },
  'entry deleted': (model, draw) => ({ ...model, rows: without(model.rows, pick(model.rows, draw)) }),
  'entry deleted, the rest moved up': (model, draw) => ({
    ...model,
    rows: without(model.rows, pick(model.rows, draw)).map((row, idx) => ({ ...row, idx })),
  }),
  'entries swapped': (model, draw) => {
    const at = draw(model.rows.length - 1);
    const other = at + 1 + draw(model.rows.length - at - 1);
    const order = model.rows.map((_, idx) => (idx === at ? other : idx === other ? at : idx));
    return { ...model, rows: order.flatMap((from, idx) => ({ ...pick(model.rows, () => from), idx })) };
  },
  'tail cut off': (model, draw) => ({ ...model, rows: model.rows.slice(0, draw(model.rows.length)) }),
  'bit of a checkpoint': (model, draw) => {
    const chosen = pick(model.checkpoints, draw);
    const changed = { ...chosen, note: flip(Buffer.from(chosen.note), draw).toString('utf8') };
    return { ...model, checkpoints: model.checkpoints.map((one) => (one === chosen ? changed : one)) };
  },
  'bit of a checkpoint’s root': (model, draw) => {
    const chosen = pick(model.checkpoints, draw);
    const changed = { ...chosen, root: flip(chosen.root, draw) };
    return { ...model, checkpoints: model.checkpoints.map((one) => (one === chosen ? changed : one)) };
  },
  'checkpoint signed with an old key': (model, draw, { oldKeys, keys }) => {
    const chosen = pick(model.checkpoints, draw);
    const note = signCheckpoint({ ...oldKeys, origin: keys.origin }, chosen);
    const changed = { ...chosen, note };
    return { ...model, checkpoints: model.checkpoints.map((one) => (one === chosen ? changed : one)) };
  },
  'bit of a cosignature': (model, draw) => {
    const chosen = pick(model.checkpoints, draw);
    const cosignatures = chosen.cosignatures.map((one) => ({
      ...one,
      line: flip(Buffer.from(one.line), draw).toString('utf8'),
    }));
    const changed = { ...chosen, cosignatures };
    return { ...model, checkpoints: model.checkpoints.map((one) => (one === chosen ? changed : one)) };
  },
  'newest checkpoint deleted': (model) => ({ ...model, checkpoints: model.checkpoints.slice(0, -1) }),
  'head set back': (model) => ({ ...model, head: { ...model.head, size: model.head.size - 1 } }),
  'bit of the head': (model, draw) => ({ ...model, head: { ...model.head, root: flip(model.head.root, draw) } }),
  'tail cut off and everything said anew': (model, draw, world) =>
    relog(world, model, model.rows.slice(0, 1 + draw(model.rows.length - 1))),
  'revocation undone and everything said anew': (model, _draw, world) =>
    relog(
      world,
      model,
      model.rows.filter(({ act }) => act?.body.includes('NoteRevoked') !== true),
    ),
  'fork: an act replaced and everything said anew': (model, draw, world) => {
    const last = pick(model.rows.slice(-4), draw);
    return relog(
      world,
      model,
      model.rows.map((row) => (row === last ? { ...row, salt: flip(row.salt ?? Buffer.alloc(32), draw) } : row)),
    );
  },
};

/** For logs that have full tiles. */
export const tileMutations: Readonly<Record<string, Mutation>> = {
  'bit of a tile': (model, draw) => ({
    ...model,
    tiles: model.tiles.map((tile) => ({ ...tile, hashes: flip(tile.hashes, draw) })),
  }),
  'bit of a tile’s root': (model, draw) => ({
    ...model,
    tiles: model.tiles.map((tile) => ({ ...tile, root: flip(tile.root, draw) })),
  }),
  'tile deleted': (model) => ({ ...model, tiles: [] }),
};
