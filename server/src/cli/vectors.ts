import { z } from 'zod';
import type { newCheckReport } from './check-report.ts';

/** Reading files of test vectors: known sections, entries with their place in the file, and no crash on anything. */

export type Report = ReturnType<typeof newCheckReport>;

export type Sections = Readonly<Record<string, (report: Report, label: string, content: unknown) => void>>;

/** What a vector file may hold beside the sections that are being checked. */
const PROSE = ['note', 'semantics'] as const;

/** Hands each section of `input` to its checker; what is neither checked, nor `passedOver`, nor prose is a mismatch. */
export function checkSections(report: Report, input: unknown, sections: Sections, passedOver: readonly string[]): void {
  const file = z.record(z.string(), z.unknown()).safeParse(input);
  if (!file.success) return report.expect('file', kindOf(input), 'an object with sections');
  for (const [name, content] of Object.entries(file.data)) {
    const check = Object.hasOwn(sections, name) ? sections[name] : undefined;
    if (check !== undefined) check(report, name, content);
    else if (![...PROSE, ...passedOver].includes(name)) report.expect(name, 'an unknown section', 'a known section');
  }
}

/** `content` as `schema` wants it; otherwise one mismatch for every fault, named by its path. */
export function readAt<T>(report: Report, label: string, content: unknown, schema: z.ZodType<T>): T | undefined {
  const read = schema.safeParse(content);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) {
    report.expect(`${label}${path.map(step).join('')}`, message, 'a well-formed entry');
  }
  return undefined;
}

/** The entries of the list `content`, each with its place. */
export function entriesAt(
  report: Report,
  label: string,
  content: unknown,
): readonly { readonly label: string; readonly entry: unknown }[] {
  const list = readAt(report, label, content, z.array(z.unknown())) ?? [];
  return list.map((entry, place) => ({ label: `${label}[${place}]`, entry }));
}

/** The value of `compute`, or the sentence of the RangeError with which it says that the question has no answer. */
export function answerOf<T>(compute: () => T): T | string {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function step(part: PropertyKey): string {
  return typeof part === 'number' ? `[${part}]` : `.${String(part)}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}
