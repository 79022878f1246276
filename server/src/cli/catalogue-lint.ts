import { z } from 'zod';

import {
  Catalogue,
  ELicenceType,
  lintItem,
  type PublicationFacts,
  type PublicationFault,
  ShareInterface,
} from '../catalogue/catalogue.ts';

export interface LintReport {
  /** Items without a fault. */
  readonly passed: number;
  /** Items with faults, and names of the file that point nowhere. */
  readonly failed: number;
  readonly faults: readonly { readonly place: string; readonly fault: PublicationFault }[];
  readonly dangling: readonly string[];
}

const CatalogueFile = z.looseObject({
  items: z.array(z.unknown()),
  eLicenceTypes: z.array(ELicenceType).default([]),
  shareInterfaces: z.array(ShareInterface).default([]),
  district: z.looseObject({ code: z.string() }).exactOptional(),
});
const Codes = z.object({ id: z.string(), implCode: z.string(), bizCode: z.string() });

/** Lints a catalogue, a list of items or a single item; `licenceList` holds the basic codes of the licence list. */
export function lintCatalogue(document: unknown, licenceList: ReadonlySet<string>): LintReport {
  const file = CatalogueFile.safeParse(document);
  const items = file.success ? file.data.items : Array.isArray(document) ? document : [document];
  const sources = file.success ? [...file.data.eLicenceTypes, ...file.data.shareInterfaces] : [];
  const others = items.flatMap((item) => {
    const codes = Codes.safeParse(item);
    return codes.success ? [codes.data] : [];
  });
  const district = file.success ? file.data.district?.code : undefined;
  const facts: PublicationFacts = {
    licenceList,
    ...(district === undefined ? {} : { district }),
    sources: new Map(sources.map(({ id, name }) => [id, name])),
    others,
  };
  const found = items.map((item, at) => ({ place: placeOf(item, at), faults: lintItem(item, facts) }));
  const broken = found.filter(({ faults }) => faults.length > 0);
  const isWhole = file.success && 'departments' in file.data;
  const dangling = broken.length === 0 && isWhole ? danglingOf(document) : [];
  return {
    passed: found.length - broken.length,
    failed: broken.length + dangling.length,
    faults: found.flatMap(({ place, faults }) => faults.map((fault) => ({ place, fault }))),
    dangling,
  };
}

/** Names between the parts of a whole catalogue that point nowhere; a bare list of items has none. */
function danglingOf(document: unknown): readonly string[] {
  const parsed = Catalogue.safeParse(document);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
}

function placeOf(item: unknown, at: number): string {
  const named = z.object({ id: z.string() }).safeParse(item);
  return named.success ? named.data.id : `items[${at}]`;
}

/** The fault with its place, its rule and article, and what mends it. */
export function linesOf(place: string, fault: PublicationFault): readonly string[] {
  return [
    `${place} ${fault.path} ${fault.element.zh}: ${fault.found}`,
    `  ${fault.rule} ${fault.article}`,
    `  ${fault.message.zh}${fault.remedy.zh}`,
    `  ${fault.message.en} ${fault.remedy.en}`,
  ];
}
