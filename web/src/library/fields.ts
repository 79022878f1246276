import type { Say } from '../text/text.ts';
import type { SchemaNode } from './schema.ts';

export type Path = readonly (string | number)[];

/** What every field of the draft form knows. */
export interface FieldFrame {
  readonly change: (path: Path, content: unknown) => void;
  /** What is wrong at a place, by path. */
  readonly faultsAt: (path: string) => readonly string[];
}

export interface FieldProps extends FieldFrame {
  readonly node: SchemaNode;
  readonly path: Path;
  readonly value: unknown;
  readonly name: string;
}

/** The name of an element as the page says it. */
export function nameOf(node: SchemaNode, key: string, say: Say): string {
  return node.title === undefined ? key : say.of(node.title);
}

/** A code in the words of the page. */
export function choiceText(node: SchemaNode, choice: string | number, say: Say): string {
  const named = node.names[String(choice)];
  return named === undefined ? String(choice) : say.of(named);
}
