import type { parse } from '@bufbuild/cel';

/** A part of a condition's text: UTF-16 units from `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

type Parsed = ReturnType<typeof parse>;

const LEAF = /-?(?:[A-Za-z_]\w*|[\d.]+(?:[eE][+-]?\d+)?|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")/y;

/** Where `expr` stands in `source`: from its first name or constant to its last. */
export function rangeOf(expr: Parsed['expr'], { sourceInfo }: Pick<Parsed, 'sourceInfo'>, source: string): Range {
  let from = source.length;
  let to = 0;
  const visit = (part: Parsed['expr']): void => {
    const args = part.exprKind.case === 'callExpr' ? part.exprKind.value.args : [];
    for (const arg of args) visit(arg);
    if (args.length > 0) return;
    const offset = sourceInfo?.positions[String(part.id)] ?? 0;
    LEAF.lastIndex = offset;
    from = Math.min(from, offset);
    to = Math.max(to, offset + (LEAF.exec(source)?.[0].length ?? 1));
  };
  visit(expr);
  return { from, to: Math.min(Math.max(to, from), source.length) };
}
