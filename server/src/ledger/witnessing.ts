import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { type CheckpointVerdict, judgeCheckpoint, type Policy, type Witness } from '@liangqian/verify/policy.ts';
import type { Pool } from 'pg';
import type { Clock } from '../kernel/time.ts';
import { consistencyPath } from './tile-proof.ts';
import { tileReader } from './tile-reader.ts';
import { findCheckpoint, keepCosignature, listWitnessed, type SaidCheckpoint } from './store.ts';
import { askWitness, sizeKnownTo, type Witnessed } from './witness-client.ts';

export interface WitnessingPorts {
  readonly pool: Pool;
  readonly realm: string;
  readonly origin: string;
  readonly policy: Policy;
  readonly clock: Clock;
}

/** How it stands with one witness. */
export interface WitnessState {
  readonly name: string;
  readonly size: number;
  readonly last: 'never-asked' | Witnessed['state'];
  readonly reason?: string;
  /** Since when it has not cosigned the newest checkpoint. */
  readonly lateSince?: string;
}

export interface Witnessing {
  /** Shows the newest checkpoint to every witness that has not cosigned it. Returns how many cosigned now. */
  readonly turn: () => Promise<number>;
  readonly states: () => readonly WitnessState[];
  /** The largest size that any witness knows beyond the log's own; then the log must not speak (restored, or a fork). */
  readonly ahead: () => number | undefined;
  /** Asks every witness what it has seen, before the log says anything. */
  readonly compare: (ownSize: number) => Promise<void>;
}

export function openWitnessing(ports: WitnessingPorts): Witnessing {
  const { witnesses } = ports.policy;
  const states = new Map<string, WitnessState>(
    witnesses.map(({ name }) => [name, { name, size: 0, last: 'never-asked' }]),
  );
  let known: ReadonlyMap<string, number> | undefined;
  let ahead: number | undefined;

  function note(witness: Witness, size: number, answer: Witnessed, newest: number): void {
    const before = states.get(witness.name);
    const isLate = size < newest;
    const lateSince = before?.lateSince ?? ports.clock.now();
    states.set(witness.name, {
      name: witness.name,
      size,
      last: answer.state,
      ...('reason' in answer ? { reason: answer.reason } : {}),
      ...(isLate ? { lateSince } : {}),
    });
  }

  async function show(witness: Witness, said: SaidCheckpoint, oldSize: number): Promise<number> {
    const path = await consistencyPath(tileReader(ports.pool, ports.realm), oldSize, said.size);
    const answer = await askWitness(witness, { oldSize, path, note: said.note });
    if (answer.state === 'knows' && answer.size > said.size) ahead = Math.max(ahead ?? 0, answer.size);
    if (answer.state === 'knows' && answer.size <= said.size && answer.size !== oldSize) {
      return show(witness, said, answer.size);
    }
    if (answer.state === 'cosigned') {
      const kept = { size: said.size, witness: witness.name, line: answer.line, at: ports.clock.now() };
      await keepCosignature(ports.pool, ports.realm, kept);
    }
    const size = answer.state === 'cosigned' ? said.size : oldSize;
    note(witness, size, answer, said.size);
    return size;
  }

  return {
    async turn() {
      const said = await findCheckpoint(ports.pool, ports.realm);
      if (said === undefined || ahead !== undefined) return 0;
      const sizes = known ?? (await listWitnessed(ports.pool, ports.realm));
      const late = witnesses.filter(({ name }) => (sizes.get(name) ?? 0) < said.size);
      const shown = await Promise.all(
        late.map(async (witness) => [witness.name, await show(witness, said, sizes.get(witness.name) ?? 0)] as const),
      );
      known = new Map([...sizes, ...shown]);
      return shown.filter(([, size]) => size === said.size).length;
    },
    states: () => [...states.values()],
    ahead: () => ahead,
    async compare(ownSize) {
      const sizes = await Promise.all(witnesses.map((witness) => sizeKnownTo(witness, ports.origin)));
      const largest = Math.max(0, ...sizes.flatMap((size) => size ?? []));
      ahead = largest > ownSize ? largest : undefined;
    },
  };
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
