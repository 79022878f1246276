import { rounded } from './statistics.ts';

/** One line of the table: a figure, the goal it is held against, and whether it was reached. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** In words, with the number of the goal in measures.md. */
  readonly goal?: string;
  readonly reached?: boolean;
}

/** What one part measured; `rounds` holds everything it saw, `figures` what it says. */
export interface Part {
  readonly part: string;
  readonly figures: readonly Figure[];
  readonly rounds: readonly object[];
  readonly notes: readonly string[];
  /** Something that must never happen did: a doubled act, a lost one, an act after a revocation, another verdict than Cedar's. */
  readonly failed: boolean;
}

/** Says what is going on while it lasts. */
export type Say = (line: string) => void;

export function printTable(parts: readonly Part[]): void {
  const rows = parts.flatMap((part) => part.figures);
  const width = Math.max(...rows.map((row) => row.name.length), 10);
  for (const part of parts) {
    process.stderr.write(`\n${part.part}\n`);
    for (const figure of part.figures) process.stderr.write(`${line(figure, width)}\n`);
    for (const note of part.notes) process.stderr.write(`  (${note})\n`);
  }
  process.stderr.write('\n');
}

function line({ name, value, unit, goal, reached }: Figure, width: number): string {
  const shown = `${rounded(value)}`.padStart(10);
  const verdict = reached === undefined ? '' : reached ? 'reached' : 'NOT reached';
  return `  ${name.padEnd(width)} ${shown} ${unit.padEnd(16)} ${goal === undefined ? '' : `goal ${goal}`.padEnd(24)} ${verdict}`.trimEnd();
}

/** A figure held against a least value. */
export function atLeast(name: string, value: number, unit: string, goal: number): Figure {
  return { name, value, unit, goal: `≥ ${goal}`, reached: value >= goal };
}

/** A figure held against a largest value. */
export function atMost(name: string, value: number, unit: string, goal: number): Figure {
  return { name, value, unit, goal: `≤ ${goal}`, reached: value <= goal };
}
