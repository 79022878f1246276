import type { Text } from '../kernel/refusal.ts';
import { elementName, type ElementPath, pathText } from './element-name.ts';

/** One element that differs between two contents of an item. */
export interface ElementChange {
  readonly path: string;
  readonly element: Text;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly place: ElementPath;
  /** The contents; absent where there is none. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * Element by element what differs. Lines of a list are the same line when they bear the same code, name or id; so a material
 * put in the middle is one change, not one for every line behind it.
 */
export function compareItems(before: unknown, after: unknown, path: ElementPath = []): readonly ElementChange[] {
  if (textOf(before) === textOf(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path);
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => compareItems(before[key], after[key], [...path, key]));
  }
  return [changeAt(path, before, after)];
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: ElementPath,
): readonly ElementChange[] {
  const keys = before.map(keyOf);
  const taken = new Set<number>();
  const changes = after.flatMap((line, at) => {
    const key = keyOf(line);
    const place = key === undefined ? at : keys.indexOf(key);
    if (place < 0 || place >= before.length) return [changeAt([...path, at], undefined, line)];
    taken.add(place);
    return compareItems(before[place], line, [...path, at]);
  });
  const removed = before.flatMap((line, at) => (taken.has(at) ? [] : [changeAt([...path, at], line, undefined)]));
  return [...changes, ...removed];
}

/** What makes a line of a list the same line. */
function keyOf(line: unknown): string | undefined {
  if (!isRecord(line)) return undefined;
  const key = ['code', 'id', 'name', 'kind', 'stage']
    .map((name) => line[name])
    .find((value) => typeof value === 'string');
  return typeof key === 'string' ? key : undefined;
}

function changeAt(path: ElementPath, before: unknown, after: unknown): ElementChange {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return {
    path: pathText(path),
    place: path,
    element: elementName(path),
    kind,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
