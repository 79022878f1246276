import type { DecisionTable } from './decision-table.ts';
import { type Answer, type Budget, type Demand, domainsOf, satisfy, type Values } from './satisfy.ts';

/**
 * What the rows of a decision table leave open or say twice. Each statement is either shown by values that can be tried, or
 * proved over all values; what is neither is named as undecided. Rows are counted from 0.
 */
export interface Coverage {
  /** Rows that never decide, with the earlier rows that take everything; without any, the row contradicts itself. */
  readonly unreachable: readonly { readonly row: number; readonly shadowedBy: readonly number[] }[];
  /** Inputs that no row answers; absent when every case is answered, or when that is undecided. */
  readonly gap?: Values;
  /** Two rows that come to different outcomes on one case, so that their order decides. The row for all the rest is none. */
  readonly overlaps: readonly { readonly first: number; readonly second: number; readonly witness: Values }[];
  readonly undecided: readonly Undecided[];
}

export interface Undecided {
  readonly question: 'reach' | 'gap' | 'overlap';
  /** The row or rows in question; none for the gap. */
  readonly rows: readonly number[];
  readonly because: 'correlated' | 'budget';
}

/** Comparisons looked at in one analysis: below half a second on an office computer. */
export const COVERAGE_STEPS = 2_000_000;
/** Of them, what one question may take: one hard question leaves room for the others. */
const STEPS_OF_ONE = 100_000;

/** Analyses the rows of `table` within `steps` comparisons. */
export function coverageOf(table: DecisionTable, steps = COVERAGE_STEPS): Coverage {
  const shapes = table.decide.map(({ condition }) => condition.shape);
  const domains = domainsOf(table.inputs, shapes);
  const all = { left: steps };
  const ask = (demands: readonly Demand[]): Answer => {
    const one: Budget = { left: Math.min(STEPS_OF_ONE, all.left) };
    const given = one.left;
    const answer = given > 0 ? satisfy(demands, domains, one) : ({ kind: 'undecided', because: 'budget' } as const);
    all.left -= given - one.left;
    return answer;
  };
  const none = shapes.map((shape) => ({ shape, holds: false }));
  const undecided: Undecided[] = [];
  const unreachable = shapes.flatMap((shape, row) => {
    const answer = ask([{ shape, holds: true }, ...none.slice(0, row)]);
    if (answer.kind === 'undecided') undecided.push({ question: 'reach', rows: [row], because: answer.because });
    return answer.kind === 'never' ? [{ row, shadowedBy: shadowsOf(table, row, ask) }] : [];
  });
  const gap = ask(none);
  if (gap.kind === 'undecided') undecided.push({ question: 'gap', rows: [], because: gap.because });
  const overlaps = pairsOf(table).flatMap(([first, second]) => {
    const both = [first, second].flatMap((row) => shapes[row] ?? []).map((shape) => ({ shape, holds: true }));
    const answer = ask([...both, ...none.slice(0, first)]);
    if (answer.kind === 'undecided') {
      undecided.push({ question: 'overlap', rows: [first, second], because: answer.because });
    }
    return answer.kind === 'yes' ? [{ first, second, witness: answer.witness }] : [];
  });
  return { unreachable, ...(gap.kind === 'yes' ? { gap: gap.witness } : {}), overlaps, undecided };
}

/** The earlier rows that the row meets on some case: together they take all of its cases. */
function shadowsOf(table: DecisionTable, row: number, ask: (demands: readonly Demand[]) => Answer): readonly number[] {
  const shape = table.decide[row]?.condition.shape;
  if (shape === undefined) return [];
  const holds = { shape, holds: true };
  return table.decide.slice(0, row).flatMap((earlier, index) => {
    const meets = ask([holds, { shape: earlier.condition.shape, holds: true }]).kind !== 'never';
    return meets ? [index] : [];
  });
}

function pairsOf({ decide }: DecisionTable): readonly (readonly [number, number])[] {
  return decide.flatMap(({ row }, first) =>
    decide.flatMap((other, second) =>
      second <= first || other.row.outcome === row.outcome || other.condition.reads.length === 0
        ? []
        : [[first, second] as const],
    ),
  );
}
