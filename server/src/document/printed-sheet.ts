import { z } from 'zod';

/** What the public takes home: guides, blank forms and samples. They bear no seal and prove nothing. */

const Choice = z.strictObject({ text: z.string(), chosen: z.boolean() });

/** A line of a form or of a table of facts: a label, and either a text (empty to be filled in by hand) or boxes to tick. */
const Row = z.strictObject({
  label: z.string(),
  note: z.string().exactOptional(),
  value: z.string().exactOptional(),
  choices: z.array(Choice).exactOptional(),
});

const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('rows'), rows: z.array(Row) }),
  /** Where somebody signs, with the date. */
  z.strictObject({ kind: z.literal('signature'), label: z.string(), date: z.string(), value: z.string() }),
]);
export type SheetBlock = z.infer<typeof Block>;
export type SheetRow = z.infer<typeof Row>;

export const PrintedSheet = z.strictObject({
  language: z.enum(['zh', 'en']),
  organ: z.string(),
  title: z.string(),
  lead: z.string(),
  blocks: z.array(Block),
  /** At the foot of every page: which version of what this is. */
  foot: z.string(),
  /** Across every page, so that nobody hands in a sample. */
  mark: z.string(),
});
export type PrintedSheet = z.infer<typeof PrintedSheet>;

export interface RenderedSheet {
  readonly pdf: Uint8Array;
  readonly pages: number;
}
