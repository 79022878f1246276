/**
 * A refusal is a returned value: the law, not a fault, says no. Its code is public API and never changes meaning.
 * Every module declares its codes in its `refusals.ts`; `http/problem.ts` maps all of them to a status.
 */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** One documented way of saying no. `rule` is R…, T… or `house`; `article` names the norm in Chinese citation form. */
export interface RefusalEntry {
  readonly rule: string;
  readonly article: string;
  readonly message: Text;
  /** What the person can do now. */
  readonly remedy: Text;
}

export type RefusalTable = Readonly<Record<string, RefusalEntry>>;

export interface Refusal<Code extends string = string> extends RefusalEntry {
  readonly refused: true;
  readonly code: Code;
  /** Figures and names that make the refusal exact: which material, which limit, which mandate. */
  readonly detail: Readonly<Record<string, RefusalDetail>>;
}

export type RefusalDetail = string | number | boolean | null | readonly string[];

/** Builds the refusal `code` of `table`. */
export function refuse<T extends RefusalTable, C extends keyof T & string>(
  table: T,
  code: C,
  detail: Readonly<Record<string, RefusalDetail>> = {},
): Refusal<C> {
  // Indexing a constant table by one of its own keys cannot miss, but the compiler wants it said.
  const entry: RefusalEntry | undefined = table[code];
  if (entry === undefined) throw new Error(`unknown refusal code ${code}`);
  return { refused: true, code, detail, ...entry };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
