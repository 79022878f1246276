import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { type CheckpointVerdict, judgeCheckpoint, type Policy, type Witness } from '@liangqian/verify/policy.ts';
import { compareWithWitnesses, judgeHead, type Standing, type WitnessingPorts } from './standing.ts';
import type { Pool } from 'pg';
import type { LogId } from './ledger.ts';
import { consistencyPath } from './tile-proof.ts';
import { tileReader } from './tile-reader.ts';
import { askWitness, headShownBy, type Witnessed } from './witness-client.ts';
import { findCheckpoint, keepCosignature, listWitnessed, type SaidCheckpoint } from './witnessed/store.ts';

/** How it stands with one witness. */
export interface WitnessState {
  readonly name: string;
  readonly size: number;
  readonly last: 'never-asked' | Witnessed['state'];
  readonly reason?: string;
  /** Since when it has not cosigned the newest checkpoint. */
  readonly lateSince?: string;
  /** Seconds by which its clock goes before ours, when it is minutes; order never depends on either. */
  readonly clockOffBy?: number;
}

export interface Witnessing {
  /** Shows the newest checkpoint to every witness that has not cosigned it, and waits for all. Returns how many cosigned now. */
  readonly turn: () => Promise<number>;
  /** The same without waiting: one that is slow holds up no other. Throws what went wrong since the last call. */
  readonly nudge: () => Promise<void>;
  readonly states: () => readonly WitnessState[];
  readonly standing: () => Standing;
  /** Asks every witness what it has seen, before the log says anything. What was proved stays so. */
  readonly compare: () => Promise<Standing>;
  /** Waits for those who have not answered yet. */
  readonly close: () => Promise<void>;
}

/** A clock that is off by more than this is told: time stamps of evidence come from the witnesses. */
const CLOCK_MAY_DIFFER_S = 300;

/** What one process knows of its witnesses. */
interface Memory {
  readonly ports: WitnessingPorts;
  readonly states: Map<string, WitnessState>;
  readonly underWay: Map<string, Promise<number>>;
  /** The size that each has cosigned last. */
  sizes: Map<string, number> | undefined;
  standing: Standing;
  fault: Error | undefined;
}

export function openWitnessing(ports: WitnessingPorts): Witnessing {
  const memory: Memory = {
    ports,
    states: new Map(ports.policy.witnesses.map(({ name }) => [name, { name, size: 0, last: 'never-asked' }])),
    underWay: new Map(),
    sizes: undefined,
    standing: { state: 'open', since: ports.clock.now(), unheard: [] },
    fault: undefined,
  };
  return {
    async turn() {
      const cosigned = await Promise.all(await begin(memory));
      return cosigned.reduce((sum, one) => sum + one, 0);
    },
    async nudge() {
      for (const shown of await begin(memory))
        shown.catch((error: unknown) => (memory.fault = error instanceof Error ? error : new Error(String(error))));
      const { fault } = memory;
      memory.fault = undefined;
      if (fault !== undefined) throw fault;
    },
    states: () => [...memory.states.values()],
    standing: () => memory.standing,
    compare: () => compare(memory),
    close: async () => void (await Promise.allSettled(memory.underWay.values())),
  };
}

/** A head that the log signed and does not have is proved for ever; everything else may be asked again. */
function isStopped({ state }: Standing): boolean {
  return state === 'behind' || state === 'forked';
}

async function compare(memory: Memory): Promise<Standing> {
  const { ports, states } = memory;
  const found = await compareWithWitnesses(ports, async (witness, said) => {
    const sizes = await sizesOf(memory);
    sizes.set(witness.name, await show(memory, witness, said, sizes.get(witness.name) ?? 0));
    return states.get(witness.name)?.last === 'cosigned';
  });
  await noteHeard(memory, found.state === 'open' ? found.unheard : []);
  const before = memory.standing;
  if (isStopped(before)) return before;
  memory.standing = found.state === 'open' && before.state === 'open' ? { ...found, since: before.since } : found;
  return memory.standing;
}

/** Until it is shown a checkpoint, a witness stands where the database has it, heard or not. */
async function noteHeard(memory: Memory, unheard: readonly string[]): Promise<void> {
  const sizes = await sizesOf(memory);
  for (const [name, state] of memory.states) {
    if (state.last !== 'never-asked' && state.last !== 'silent') continue;
    const size = sizes.get(name) ?? state.size;
    const last = unheard.includes(name) ? 'silent' : size > 0 ? 'cosigned' : state.last;
    memory.states.set(name, { ...state, size, last });
  }
}

async function sizesOf(memory: Memory): Promise<Map<string, number>> {
  const { pool, log } = memory.ports;
  return (memory.sizes ??= new Map(await listWitnessed(pool, log)));
}

/** Shows the newest checkpoint to everybody who has not cosigned it and is not being asked already. */
async function begin(memory: Memory): Promise<readonly Promise<number>[]> {
  const { ports, underWay, standing } = memory;
  const said = await findCheckpoint(ports.pool, ports.log);
  if (said === undefined || isStopped(standing)) return [];
  const sizes = await sizesOf(memory);
  return ports.policy.witnesses
    .filter(({ name }) => (sizes.get(name) ?? 0) < said.size && !underWay.has(name))
    .map((witness) => {
      const { name } = witness;
      const shown = show(memory, witness, said, sizes.get(name) ?? 0)
        .then((size) => (sizes.set(name, size), Number(size === said.size)))
        .finally(() => underWay.delete(name));
      underWay.set(name, shown);
      return shown;
    });
}

/** Shows it; where the witness says another size, once more from there, and not again. Returns the size that it has now. */
async function show(memory: Memory, witness: Witness, said: SaidCheckpoint, oldSize: number): Promise<number> {
  const { pool, log, clock } = memory.ports;
  let from = oldSize;
  let answer = await ask(memory, witness, said, from);
  if (answer.state === 'knows' && answer.size <= said.size && answer.size !== from) {
    from = answer.size;
    answer = await ask(memory, witness, said, from);
  }
  if (answer.state === 'knows')
    answer = answer.size > said.size ? await examine(memory, witness, answer.size) : contradiction(answer.size);
  if (answer.state === 'cosigned') {
    from = said.size;
    await keepCosignature(pool, log, { size: from, witness: witness.name, line: answer.line, at: clock.now() });
  }
  note(memory, { name: witness.name, size: from, answer, newest: said.size });
  return from;
}

async function ask({ ports }: Memory, witness: Witness, said: SaidCheckpoint, oldSize: number): Promise<Witnessed> {
  const path = await consistencyPath(tileReader(ports.pool, ports.log), oldSize, said.size);
  return askWitness(witness, { oldSize, path, note: said.note }, ports.patienceMs);
}

/** It says that it has seen more. Its word alone must stop nothing: it has to show what the log itself has signed. */
async function examine(memory: Memory, witness: Witness, size: number): Promise<Witnessed> {
  const { ports } = memory;
  const shown = await headShownBy(witness, ports.logKey, ports.patienceMs);
  if (shown.state !== 'head')
    return { state: 'refused', reason: `claims ${size} entries and shows no checkpoint of them` };
  const judged = await judgeHead(ports, witness.name, shown);
  if (judged === undefined) return { state: 'silent', reason: 'another process was sooner' };
  memory.standing = judged;
  return { state: 'knows', size: shown.size };
}

interface Noted {
  readonly name: string;
  readonly size: number;
  readonly answer: Witnessed;
  readonly newest: number;
}

function note({ states, ports }: Memory, { name, size, answer, newest }: Noted): void {
  const now = ports.clock.now();
  const lateSince = states.get(name)?.lateSince ?? now;
  const off = answer.state === 'cosigned' ? Math.round(answer.at - Date.parse(now) / 1000) : 0;
  states.set(name, {
    name,
    size,
    last: answer.state,
    ...('reason' in answer ? { reason: answer.reason } : {}),
    ...(size < newest ? { lateSince } : {}),
    ...(Math.abs(off) > CLOCK_MAY_DIFFER_S ? { clockOffBy: off } : {}),
  });
}

function contradiction(size: number): Witnessed {
  return { state: 'refused', reason: `asks for a proof from ${size} entries and does not take it` };
}

/** A checkpoint with all signatures that it has by now. */
export function wholeNote({ note, cosignatures }: SaidCheckpoint): string {
  return `${note}${cosignatures.map(({ line }) => line).join('')}`;
}

/** What the policy says of a checkpoint that the log has said. */
export function judgeSaid(said: SaidCheckpoint, policy: Policy): CheckpointVerdict {
  const signed = readCheckpoint(wholeNote(said));
  if (signed === undefined) throw new Error('the log holds a checkpoint that cannot be read');
  return judgeCheckpoint(signed, policy);
}

/** The newest checkpoint that the policy’s quorum has cosigned. */
export async function newestWitnessed(pool: Pool, log: LogId, policy: Policy): Promise<SaidCheckpoint | undefined> {
  const most = policy.witnesses.length;
  for (let witnesses = policy.quorum === 'none' ? 0 : 1; witnesses <= most; witnesses += 1) {
    const said = await findCheckpoint(pool, log, witnesses);
    if (said !== undefined && judgeSaid(said, policy).state === 'trusted') return said;
  }
  return undefined;
}
