import type { Text } from '../api/model.ts';

/** The part of JSON Schema that the item's description uses, with the names that its elements bear. */
export interface SchemaNode {
  readonly title: Text | undefined;
  readonly type: string | undefined;
  readonly names: Readonly<Record<string, Text>>;
  readonly choices: readonly (string | number)[];
  readonly fixed: string | undefined;
  readonly maxLength: number;
  readonly children: readonly (readonly [key: string, child: SchemaNode])[];
  readonly line: SchemaNode | undefined;
  readonly options: readonly SchemaNode[];
  /** May be null: the element may not apply at all. */
  readonly isNullable: boolean;
}

/** Reads the schema as the server sent it. */
export function readSchema(value: unknown): SchemaNode {
  const node = entriesOf(value);
  const variants = listOf(node['anyOf'] ?? node['oneOf']);
  const solid = variants.filter((variant) => entriesOf(variant)['type'] !== 'null');
  const isNullable = solid.length < variants.length;
  const only = solid[0];
  if (isNullable && solid.length === 1 && only !== undefined) {
    const inner = readSchema(only);
    return { ...inner, title: titleOf(node) ?? inner.title, isNullable };
  }
  const literals = solid.flatMap((variant) => {
    const { const: fixed } = entriesOf(variant);
    return typeof fixed === 'string' || typeof fixed === 'number' ? [fixed] : [];
  });
  const areLiterals = literals.length > 0 && literals.length === solid.length;
  const listed = listOf(node['enum']).filter((one) => typeof one === 'string' || typeof one === 'number');
  return {
    title: titleOf(node),
    type: typeof node['type'] === 'string' ? node['type'] : undefined,
    names: namesOf(node['names']),
    choices: areLiterals ? literals : listed.length > 0 ? listed : codesOf(node),
    fixed: typeof node['const'] === 'string' ? node['const'] : undefined,
    maxLength: typeof node['maxLength'] === 'number' ? node['maxLength'] : 200,
    children: Object.entries(entriesOf(node['properties'])).map(([key, child]) => [key, readSchema(child)] as const),
    line: node['items'] === undefined ? undefined : readSchema(node['items']),
    options: areLiterals ? [] : solid.map(readSchema),
    isNullable,
  };
}

/** A text whose codes have names is chosen, not typed. */
function codesOf(node: Readonly<Record<string, unknown>>): readonly string[] {
  return node['type'] === 'string' ? Object.keys(entriesOf(node['names'])).toSorted() : [];
}

function titleOf(node: Readonly<Record<string, unknown>>): Text | undefined {
  const { title, en } = node;
  return typeof title === 'string' && typeof en === 'string' ? { zh: title, en } : undefined;
}

function namesOf(value: unknown): Readonly<Record<string, Text>> {
  return Object.fromEntries(
    Object.entries(entriesOf(value)).map(([code, names]) => {
      const [zh, en] = listOf(names).map(String);
      return [code, { zh: zh ?? code, en: en ?? code }] as const;
    }),
  );
}

export function entriesOf(value: unknown): Readonly<Record<string, unknown>> {
  return isEntries(value) ? value : {};
}

function isEntries(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The plainest content that fits `node`: what a new line or a newly applying element begins with. */
export function blankOf(node: SchemaNode): unknown {
  const [variant] = node.options;
  if (variant !== undefined) return blankOf(variant);
  if (node.fixed !== undefined) return node.fixed;
  if (node.choices[0] !== undefined) return node.choices[0];
  switch (node.type) {
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return 0;
    case 'object':
      return Object.fromEntries(
        node.children.map(([key, child]) => [key, child.isNullable ? null : blankOf(child)] as const),
      );
    default:
      return '';
  }
}

/** Which of several shapes `value` has, told by the words that are fixed in each. */
export function optionAt(node: SchemaNode, value: unknown): number {
  const entries = entriesOf(value);
  const found = node.options.findIndex((option) =>
    option.children.every(([key, child]) => {
      if (child.fixed !== undefined) return entries[key] === child.fixed;
      return child.choices.length === 0 || child.choices.some((choice) => choice === entries[key]);
    }),
  );
  return Math.max(found, 0);
}

/** `value` with `content` at the end of `path`. */
export function put(value: unknown, path: readonly (string | number)[], content: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return content;
  if (typeof key === 'number') return listOf(value).map((line, at) => (at === key ? put(line, rest, content) : line));
  const entries = entriesOf(value);
  return { ...entries, [key]: put(entries[key], rest, content) };
}

/** `materials[3].name`, as faults name their place. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}

/** The anchor of an element on the page. */
export function anchorOf(path: string): string {
  return `element-${path}`;
}
