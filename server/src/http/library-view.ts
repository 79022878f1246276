import { z } from 'zod';
import {
  blankItem,
  compareItems,
  derivedSignClass,
  type ElementChange,
  elementText,
  type ItemDraft,
  itemStream,
  lintItem,
  publicationFaults,
  type PublicationFault,
  type PublishedVersion,
  ruleSetHash,
  SignClass,
  versionInForce,
} from '../catalogue/catalogue.ts';
import { findOrgan } from '../identity/actions.ts';
import { personStream } from '../identity/identity.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { Can } from './case-can.ts';
import { DraftRules, draftRules } from './rule-view.ts';
import { type LibraryAsked, libraryCan } from './library-can.ts';
import { draftOf, organOf, publicationFactsOf, shownVersion } from './library-facts.ts';

const Words = z.object({ zh: z.string(), en: z.string() });

const Fault = z
  .object({
    code: z.string(),
    path: z.string(),
    element: Words,
    found: z.string(),
    rule: z.string(),
    article: z.string(),
    message: Words,
    remedy: Words,
  })
  .meta({ id: 'ItemFault', description: 'One reason why an item may not be published, at one element' });

const Change = z
  .object({
    path: z.string(),
    element: Words,
    kind: z.enum(['added', 'removed', 'changed']),
    /** As people read it; absent or empty where there is nothing. */
    before: Words.exactOptional(),
    after: Words.exactOptional(),
  })
  .meta({ id: 'ItemChange' });

const versionStates = ['inForce', 'scheduled', 'replaced', 'withdrawn'] as const;
const RuleSetState = z.enum(['notNeeded', 'unsigned', 'signed']);

export const LibraryRow = z
  .object({
    itemId: z.string(),
    name: z.string(),
    nameEn: z.string(),
    organ: z.string(),
    organName: z.string(),
    organNameEn: z.string(),
    signClass: SignClass.nullable(),
    version: z.int().nullable(),
    state: z.enum([...versionStates, 'unpublished']),
    draftState: z.enum(['editing', 'submitted', 'approved']).nullable(),
    /** Of the version in force, by the rules of today. */
    faults: z.int(),
    draftFaults: z.int(),
    ruleSet: RuleSetState,
  })
  .meta({ id: 'LibraryRow' });

const Version = z.object({
  version: z.int(),
  hash: z.string(),
  state: z.enum(versionStates),
  publishedAt: z.string(),
  effectiveFrom: z.string(),
  withdrawn: z.object({ at: z.string(), reason: z.string() }).exactOptional(),
  transition: z.object({ ground: z.string(), reason: z.string() }).exactOptional(),
});

const Derived = z.object({ signClass: SignClass, reasons: z.array(Words) });

const Draft = z.object({
  state: z.enum(['editing', 'submitted', 'approved']),
  from: z.int(),
  revision: z.int(),
  item: z.record(z.string(), z.unknown()),
  /** Its decision table for the workshop; null when it has not the shape of one. */
  ruleTable: DraftRules.nullable(),
  writers: z.array(z.string()),
  approvedBy: z.string().nullable(),
  returned: z.object({ by: z.string(), reason: z.string() }).nullable(),
  changedAt: z.string(),
  faults: z.array(Fault),
  /** Against the version in force, element by element. */
  changes: z.array(Change),
});

export const LibraryItem = z
  .object({
    row: LibraryRow,
    /** The content of the version in force or to come; null where nothing was published. */
    item: z.record(z.string(), z.unknown()).nullable(),
    versions: z.array(Version),
    faults: z.array(Fault),
    derived: Derived.nullable(),
    ruleSetHash: z.string().nullable(),
    ruleSetSigned: z.object({ by: z.string(), at: z.string() }).nullable(),
    draft: Draft.nullable(),
    can: z.record(z.string(), Can),
  })
  .meta({ id: 'LibraryItem', description: 'An item as its department works on it' });

/** Rows of all items and of drafts from nothing, by number. */
export function libraryRows(platform: Platform, at: Instant): z.input<typeof LibraryRow>[] {
  const known = platform.items.list().map(({ key }) => key.slice(itemStream('').length));
  const begun = platform.drafts
    .list()
    .flatMap(({ view }) => view.draft?.itemId ?? [])
    .filter((itemId) => !known.includes(itemId));
  return [...known, ...begun].toSorted().map((itemId) => libraryRow(platform, itemId, at));
}

function libraryRow(platform: Platform, itemId: string, at: Instant): z.input<typeof LibraryRow> {
  const version = shownVersion(platform.items.get(itemStream(itemId))?.view, at);
  const draft = draftOf(platform, itemId);
  const organ = organOf(platform, itemId);
  const { name: organName = organ, nameEn: organNameEn = organ } = findOrgan(platform.identity, organ) ?? {};
  const facts = publicationFactsOf(platform, itemId, at);
  return {
    itemId,
    name: version?.item.name ?? textOf(draft, 'name'),
    nameEn: version?.item.nameEn ?? textOf(draft, 'nameEn'),
    organ,
    organName,
    organNameEn,
    signClass: version?.item.signClass ?? null,
    version: version?.version ?? null,
    state: version === undefined ? 'unpublished' : stateOf(platform, version, at),
    draftState: draft?.state ?? null,
    faults: version === undefined ? 0 : publicationFaults(version.item, facts).length,
    draftFaults: draft === undefined ? 0 : lintItem(draft.item, facts).length,
    ruleSet: ruleSetState(version),
  };
}

function textOf(draft: ItemDraft | undefined, element: string): string {
  const text = draft?.item[element];
  return typeof text === 'string' ? text : '';
}

function stateOf(platform: Platform, version: PublishedVersion, at: Instant): (typeof versionStates)[number] {
  if (version.withdrawn !== undefined) return 'withdrawn';
  if (version.effectiveFrom > at) return 'scheduled';
  const held = platform.items.get(itemStream(version.itemId));
  return held !== undefined && versionInForce(held.view, at)?.version === version.version ? 'inForce' : 'replaced';
}

function ruleSetState(version: PublishedVersion | undefined): z.input<typeof RuleSetState> {
  if (version?.item.signClass !== 0) return 'notNeeded';
  return version.ruleSetSigned === undefined ? 'unsigned' : 'signed';
}

/** The item with its versions, its faults by today's rules, its draft beside it, and what the caller could do. */
export async function libraryItem(platform: Platform, asked: LibraryAsked): Promise<z.input<typeof LibraryItem>> {
  const { itemId, at } = asked;
  const version = shownVersion(platform.items.get(itemStream(itemId))?.view, at);
  const facts = publicationFactsOf(platform, itemId, at);
  const draft = draftOf(platform, itemId);
  const signed = version?.ruleSetSigned;
  return {
    row: libraryRow(platform, itemId, at),
    item: version === undefined ? null : { ...version.item },
    versions: (platform.items.get(itemStream(itemId))?.view.versions ?? []).map((one) =>
      versionAnswer(platform, one, at),
    ),
    faults: version === undefined ? [] : publicationFaults(version.item, facts).map(faultAnswer),
    derived: version === undefined ? null : derivedAnswer(version),
    ruleSetHash: version?.item.signClass === 0 ? ruleSetHash(version.item) : null,
    ruleSetSigned: signed === undefined ? null : { by: personName(platform, signed.by), at: signed.at },
    draft: draft === undefined ? null : draftAnswer(platform, draft, { version, faults: lintItem(draft.item, facts) }),
    can: await libraryCan(platform, asked),
  };
}

function derivedAnswer({ item }: PublishedVersion): z.input<typeof Derived> {
  const { signClass, reasons } = derivedSignClass(item);
  return { signClass, reasons: [...reasons] };
}

function versionAnswer(platform: Platform, version: PublishedVersion, at: Instant): z.input<typeof Version> {
  const { hash, publishedAt, effectiveFrom, withdrawn, transition } = version;
  return {
    version: version.version,
    hash,
    state: stateOf(platform, version, at),
    publishedAt,
    effectiveFrom,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(transition === undefined ? {} : { transition }),
  };
}

function draftAnswer(
  platform: Platform,
  draft: ItemDraft,
  against: { readonly version: PublishedVersion | undefined; readonly faults: readonly PublicationFault[] },
): z.input<typeof Draft> {
  const before = against.version?.item ?? blankItem(draft.itemId, organOf(platform, draft.itemId));
  return {
    state: draft.state,
    from: draft.from,
    revision: draft.revision,
    item: { ...draft.item },
    ruleTable: draftRules(draft, against.version),
    writers: draft.writers.map((id) => personName(platform, id)),
    approvedBy: draft.approval === undefined ? null : personName(platform, draft.approval.by),
    returned: draft.returned === undefined ? null : { ...draft.returned, by: personName(platform, draft.returned.by) },
    changedAt: draft.changedAt,
    faults: against.faults.map(faultAnswer),
    changes: compareItems(before, draft.item).map(changeInWords),
  };
}

function faultAnswer(fault: PublicationFault): z.input<typeof Fault> {
  return { ...fault };
}

function personName(platform: Platform, personId: string): string {
  return platform.identity.persons.get(personStream(personId))?.view?.name ?? personId;
}

/** What an element held and holds, in words. */
function changeInWords({ path, place, element, kind, before, after }: ElementChange): z.input<typeof Change> {
  return {
    path,
    element,
    kind,
    ...(before === undefined ? {} : { before: elementText(place, before) }),
    ...(after === undefined ? {} : { after: elementText(place, after) }),
  };
}
