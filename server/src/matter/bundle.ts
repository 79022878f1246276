import { z } from 'zod';
import { type InputSpec, inputsFrom, InputValue, ItemId } from '../catalogue/catalogue.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';

/**
 * One matter 一件事 as data: several items under one application, their order, what the situation changes, and the
 * questions that are asked once for all of them (优化营商环境: 高效办成一件事; 北京2024第56条).
 */

export const Words = z.strictObject({ zh: z.string().trim().min(1).max(400), en: z.string().trim().min(1).max(400) });
export type Words = z.infer<typeof Words>;

export const BundleId = z.string().regex(/^B-\d{2,3}$/);
const Name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(60);

/**
 * A line of the item's own list, which is all that the item may receive (个保法6): an answer that its rules read or that its
 * form lists under the same name of the data standard, a paper among its materials, or a particular of the applicant.
 */
export const FieldTarget = z
  .string()
  .regex(/^(form\.[A-Za-z][A-Za-z0-9]*|m\.[A-Za-z0-9]+|applicant\.(name|idNo|phone|address|legalRepresentative))$/);

/** Where the value of a shared field comes from. */
export const FieldSource = z.discriminatedUnion('kind', [
  /** Asked once, at the beginning. */
  z.strictObject({ kind: z.literal('asked') }),
  /** Known from the verified account of who applies: shown, and correctable as far as it is not his identity (R47). */
  z.strictObject({ kind: z.literal('identity'), of: z.enum(['name', 'idNo', 'phone']) }),
  /** The same in every case of this matter, so that nobody is asked: the fund is withdrawn because of a death. */
  z.strictObject({ kind: z.literal('fixed'), value: InputValue }),
  /** What an earlier child's grant gives, such as the code of the enterprise that it registers. */
  z.strictObject({ kind: z.literal('output'), items: z.array(ItemId).min(1), output: Name }),
  /** What shares say in an earlier child; only a hold may depend on it, because it is not known before submission. */
  z.strictObject({ kind: z.literal('fact'), item: ItemId, fact: Name }),
]);
export type FieldSource = z.infer<typeof FieldSource>;

/** One question of the matter. */
export const BundleField = z.strictObject({
  /** By this name conditions speak of it. */
  name: Name,
  /** By this name the district's data standard knows it: `premises.area`. */
  standard: z.string().min(1).max(80),
  label: Words,
  /** As the inputs of an item; `date` is a day that no condition reads; `material` is a paper that is handed in once. */
  type: z.string().regex(/^(bool|int|number|string|date|material|enum\([A-Za-z]\w*(,[A-Za-z]\w*)*\))$/),
  from: FieldSource,
  /** The items that receive it, each at one line of its own list. */
  to: z.record(ItemId, FieldTarget),
});
export type BundleField = z.infer<typeof BundleField>;

const OrganCode = z.string().regex(/^[A-Z]{2}$/);

const Consequence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('replace'), item: ItemId, by: ItemId }),
  z.strictObject({ kind: z.literal('remove'), item: ItemId }),
  z.strictObject({ kind: z.literal('add'), item: ItemId }),
  /** The items wait until the organ of one of them, or the organ named here, lifts the hold on evidence. */
  z.strictObject({ kind: z.literal('hold'), items: z.array(ItemId).min(1), liftedBy: OrganCode.exactOptional() }),
  /** Tells of an item that the applicant may also need. */
  z.strictObject({ kind: z.literal('prompt'), item: ItemId }),
  /** The matter cannot be taken together; each item remains open to an application of its own. */
  z.strictObject({ kind: z.literal('stop') }),
]);
export type Consequence = z.infer<typeof Consequence>;

export const BundleRule = z.strictObject({
  /** CEL over the fields. */
  when: z.string().trim().min(1).max(1000),
  does: Consequence,
  why: Words,
});
export type BundleRule = z.infer<typeof BundleRule>;

/** The definition of one matter, as a department composes and publishes it. */
export const Bundle = z.strictObject({
  id: BundleId,
  name: z.string().trim().min(1).max(80),
  nameEn: z.string().trim().min(1).max(120),
  /** The organ that leads: its staff compose and publish. */
  lead: OrganCode,
  /** In the ordinary case; rules add, replace and take away. */
  items: z.array(ItemId).min(1).max(40),
  /** Every item that may come in has its place here; a wave begins when those before it are over. */
  waves: z.array(z.array(ItemId).max(40)).max(20),
  /** Where the first item brings the enterprise into being that applies for the others. */
  founds: z.strictObject({ items: z.array(ItemId).min(1), name: Name, code: Name }).nullable(),
  fields: z.array(BundleField).max(80),
  rules: z.array(BundleRule).max(40),
});
export type Bundle = z.infer<typeof Bundle>;

/** SM3 of the canonical bundle: what a running matter pins. */
export function bundleHash(bundle: Bundle): string {
  return sm3Hex(canonicalJson(bundle));
}

/** The fields of which conditions may speak, as the rule language knows inputs. */
export function conditionInputs({ fields }: Pick<Bundle, 'fields'>): readonly InputSpec[] {
  return inputsFrom({
    inputs: fields
      .filter(({ type }) => type !== 'material' && type !== 'date')
      .map(({ name, type, label }) => ({ name, type, label: label.zh, labelEn: label.en, source: 'form' as const })),
  });
}

/** Every item that the bundle names as a part, in whatever situation; a prompt is only a hint. */
export function partsOf({ items, rules }: Pick<Bundle, 'items' | 'rules'>): ReadonlySet<string> {
  const joining = rules.flatMap(({ does }) => {
    if (does.kind === 'replace') return [does.by];
    return does.kind === 'add' ? [does.item] : [];
  });
  return new Set([...items, ...joining]);
}
