import { z } from 'zod';

import { Item, Outcome } from './item.ts';

/** The catalogue file of one district: its organs, licences, share interfaces and items. */

const DeptCode = z.string().regex(/^[A-Z]{2}$/);
const Name = z.string().min(1);

export const District = z.strictObject({
  name: Name,
  nameEn: Name,
  code: z.string().regex(/^\d{6}$/),
  city: Name,
  streets: z.array(z.strictObject({ code: z.string().regex(/^\d{9}$/), name: Name, kind: Name })),
  centre: z.strictObject({ name: Name, hallCode: Name, operatedBy: DeptCode, note: z.string() }),
});
export type District = z.infer<typeof District>;

export const Department = z.strictObject({
  code: DeptCode,
  name: Name,
  nameEn: Name,
  /** The superior system of a vertical or dispatched organ; it shifts the review authority (R68). */
  vertical: Name.nullable(),
  dept2: z.string().regex(/^\d{2}$/),
  uscc: z.string().regex(/^[0-9A-Z]{18}$/),
});
export type Department = z.infer<typeof Department>;

export const ELicenceType = z.strictObject({
  id: z.string().regex(/^L-[A-Z]+$/),
  name: Name,
  dept: DeptCode,
  validity: Name,
  /** 照面信息: what such a licence says besides its holder and term, by the names of the lines that answer it. */
  fields: z
    .array(z.strictObject({ name: z.string().min(1).max(40), label: z.strictObject({ zh: Name, en: Name }) }))
    .exactOptional(),
});
export type ELicenceType = z.infer<typeof ELicenceType>;

export const ShareInterface = z.strictObject({ id: z.string().regex(/^S-[A-Z]+$/), name: Name, provider: DeptCode });
export type ShareInterface = z.infer<typeof ShareInterface>;

/** The licence list (行政许可事项清单) in force, by basic code: a licence outside it does not exist (R1). */
export const LicenceList = z.array(z.strictObject({ basicCode: z.string().regex(/^\d{12}$/), name: Name }));
export type LicenceList = z.infer<typeof LicenceList>;

export const Catalogue = z
  .strictObject({
    district: District,
    departments: z.array(Department),
    eLicenceTypes: z.array(ELicenceType),
    shareInterfaces: z.array(ShareInterface),
    outcomes: z.record(Outcome, Name),
    ruleSemantics: z.string(),
    items: z.array(Item),
  })
  .superRefine((catalogue, context) => {
    for (const message of danglingReferences(catalogue)) context.addIssue({ code: 'custom', message });
  });
export type Catalogue = z.infer<typeof Catalogue>;

interface References {
  readonly departments: readonly Department[];
  readonly eLicenceTypes: readonly ELicenceType[];
  readonly shareInterfaces: readonly ShareInterface[];
  readonly items: readonly Item[];
}

/** Every name that points nowhere inside the file, and every identifier used twice. */
function danglingReferences(catalogue: References): readonly string[] {
  const depts = new Set(catalogue.departments.map(({ code }) => code));
  const sources = new Set([...catalogue.eLicenceTypes, ...catalogue.shareInterfaces].map(({ id }) => id));
  const items = new Set(catalogue.items.map(({ id }) => id));
  const missing = (place: string, name: string, among: ReadonlySet<string>): string[] =>
    among.has(name) ? [] : [`${place}: ${name} does not exist`];
  return [
    ...(items.size === catalogue.items.length ? [] : ['items: an id occurs twice']),
    ...catalogue.eLicenceTypes.flatMap(({ id, dept }) => missing(id, dept, depts)),
    ...catalogue.shareInterfaces.flatMap(({ id, provider }) => missing(id, provider, depts)),
    ...catalogue.items.flatMap(({ id, dept, materials, decide }) => [
      ...missing(id, dept, depts),
      ...materials.flatMap(({ code, replaceableBy }) =>
        replaceableBy.flatMap((source) => missing(`${id} ${code}`, source, sources)),
      ),
      ...decide.flatMap((row) =>
        row.outcome === 'ROUTE' && row.to !== '-' ? missing(`${id} decide`, row.to, items) : [],
      ),
    ]),
  ];
}
