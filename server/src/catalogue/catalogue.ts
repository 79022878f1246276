import { z } from 'zod';

import type { FenceUse, Step } from '../journal/journal.ts';
import type { Held } from '../journal/register.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { Item, ItemId } from './item.ts';
import {
  InstantText,
  itemHash,
  itemStream,
  type ItemVersion,
  type ItemVersionPublished,
  type ItemVersionWithdrawn,
  type ItemView,
  type PublishedVersion,
  Transition,
  versionInForce,
  viewItem,
} from './item-version.ts';
import { publicationFaults, type PublicationFacts, type PublicationFault } from './publication.ts';
import { catalogueRefusals, type CatalogueRefusalCode } from './refusals.ts';

/**
 * The item library: each item is a stream `item/<itemId>` of published versions. A version is immutable; a case pins
 * the version of its receipt (R13); the rules inside it decide (decision-table.ts).
 */

export { Catalogue, Department, District, ELicenceType, ShareInterface } from './catalogue-file.ts';
export {
  compileRules,
  effectsFor,
  evaluate,
  evaluateKnown,
  getDecisionTable,
  ruleSetHash,
  type DecisionTable,
  type Evaluation,
  type Inputs,
  type RuleProblem,
  type RuleProblems,
} from './decision-table.ts';
export { checkELicenceId, composeELicenceId, type ELicenceId, type ELicenceIdCheck } from './e-licence-id.ts';
export { exchangeFacts, operatorFacts, type Library } from './exchange-facts.ts';
export type { RowFault } from './exchange-given.ts';
export {
  type ExchangeFacts,
  exchangeFormats,
  type ExchangeFormat,
  type HeldItem,
  type ImportPlan,
  planImport,
  type Progress,
  readItems,
  writeItems,
} from './exchange-plan.ts';
export { codeLists, regionName } from './code-lists.ts';
export { type DistrictLists, districtLists } from './district-lists.ts';
export { type ElementPath } from './element-name.ts';
export { elementText } from './element-text.ts';
export { compareItems, type ElementChange } from './item-comparison.ts';
export { itemGroups, itemSchema } from './item-groups.ts';
export {
  draftStream,
  publishableDraft,
  type DraftFacts,
  viewDraft,
  type DraftView,
  type ItemDraft,
} from './item-draft.ts';
export { effectOf, type Effect, type Period } from './effect.ts';
export { compileCondition } from './expression.ts';
export { askedLines, isCertain } from './form-condition.ts';
export { type LegalBasis, type Words } from './element.ts';
export {
  ClockState,
  DecideRow,
  EffectKind,
  EffectRow,
  ExampleCase,
  inputsFrom,
  personalInstrumentOf,
  InputSource,
  InputValue,
  Item,
  ItemId,
  ItemInput,
  Outcome,
  outcomeNames,
  SignClass,
  type InputSpec,
  type InputType,
} from './item.ts';
export {
  composeBasicCode,
  composeBizCode,
  composeCaseNo,
  composeImplCode,
  parseBasicCode,
  parseBizCode,
  parseCaseNo,
  parseImplCode,
  type BasicCode,
  type BizCode,
  type CaseNo,
  type ImplCode,
} from './item-code.ts';
export { Material } from './material.ts';
export {
  itemHash,
  itemStream,
  ItemVersionPublished,
  Transition,
  versionInForce,
  viewItem,
  type ItemVersion,
  type ItemView,
  type PublishedVersion,
  type RuleSetSignature,
} from './item-version.ts';
export { inputsLeadingTo } from './inputs-leading-to.ts';
export { blankItem } from './blank-item.ts';
export { lintItem } from './item-lint.ts';
export { isUnclearDay, legalLimitOf, promisedLimitOf, promiseWithinStatute, type Limit } from './limit.ts';
export { publicationFaults, type PublicationFacts, type PublicationFault } from './publication.ts';
export { checkWrittenRules, WrittenRules } from './written-rules.ts';
export { derivedSignClass, isDecidableOnTheSpot, signLists, type DerivedClass, type SignLists } from './sign-class.ts';
export {
  signingNeed,
  systemGrant,
  verifiedOnly,
  type Fact,
  type Facts,
  type Signer,
  type SigningNeed,
} from './signing-need.ts';

export interface ReliedItem {
  readonly version: PublishedVersion;
  /** Passed by the act that opens an application; later acts rely on the pinned version and pass no item fence (R13). */
  readonly fence: FenceUse;
}

/** R1: the version for a new application and the fence that the act must pass, or why none may be opened. */
export function relyOnItem(
  held: Held<ItemView> | undefined,
  itemId: string,
  at: Instant,
): ReliedItem | Refusal<'item-not-in-force'> {
  const version = held === undefined ? undefined : versionInForce(held.view, at);
  if (held === undefined || version === undefined)
    return refuse(catalogueRefusals, 'item-not-in-force', { itemId, at });
  return { version, fence: { key: held.key, epoch: held.epoch, mode: 'pass' } };
}

/** What a case keeps of the version of its receipt (R13). */
export interface ItemPin {
  readonly itemId: string;
  readonly version: number;
  readonly hash: string;
}

/** R13: the reference that a case stores at receipt. */
export function pinItem({ itemId, version, hash }: ItemVersion): ItemPin {
  return { itemId, version, hash };
}

/**
 * R13: the version that governs a pinned case at `at`: the pinned one, even when withdrawn since, unless a later one
 * was published as more favourable or because statute changed. A pin that the stream does not know gives undefined.
 */
export function governingVersion(view: ItemView, pin: ItemPin, at: Instant): PublishedVersion | undefined {
  const pinned = view.versions.find(({ version, hash }) => version === pin.version && hash === pin.hash);
  if (pinned === undefined) return undefined;
  const replacing = view.versions.filter(
    ({ version, effectiveFrom, transition, withdrawn }) =>
      version > pin.version &&
      transition !== undefined &&
      effectiveFrom <= at &&
      (withdrawn === undefined || withdrawn.at > at),
  );
  return replacing.at(-1) ?? pinned;
}

export const PublishItemVersion = z.strictObject({
  item: Item,
  effectiveFrom: InstantText,
  transition: Transition.exactOptional(),
});
export type PublishItemVersion = z.infer<typeof PublishItemVersion>;

/** Publishes the next version of an item, once it satisfies the rules of publication.ts. */
export const publishItemVersion: Step<PublishItemVersion, ItemView, PublicationFacts, CatalogueRefusalCode> = {
  name: 'publishItemVersion',
  view: viewItem,
  decide(view, command, facts, { at, stream }) {
    const { item, effectiveFrom } = command;
    if (stream !== itemStream(item.id)) return refuse(catalogueRefusals, 'item-of-another-stream', { itemId: item.id });
    const last = view.versions.at(-1);
    // R12: nobody is judged by rules that were not public at receipt.
    if (effectiveFrom < at || (last !== undefined && effectiveFrom <= last.effectiveFrom)) {
      return refuse(catalogueRefusals, 'publication-not-ahead', { effectiveFrom });
    }
    const faults = publicationFaults(item, { ...facts, ...withInForce(versionInForce(view, at)) });
    const first = faults[0];
    if (first !== undefined) return refuse(catalogueRefusals, first.code, faultDetail(item.id, first, faults));
    const data: ItemVersionPublished = { version: (last?.version ?? 0) + 1, hash: itemHash(item), ...command };
    return { events: [{ type: 'ItemVersionPublished', data }], sets: [{ key: stream, open: true }] };
  },
};

function withInForce(version: PublishedVersion | undefined): Pick<PublicationFacts, 'inForce'> {
  return version === undefined ? {} : { inForce: version.item };
}

/** The places of the first fault, and every fault in one line each. */
function faultDetail(itemId: string, first: PublicationFault, faults: readonly PublicationFault[]): Refusal['detail'] {
  const line = ({ path, found }: PublicationFault): string => `${path}: ${found}`;
  return {
    itemId,
    places: faults.filter(({ code }) => code === first.code).map(line),
    faults: faults.map((fault) => `${fault.rule} ${line(fault)}`),
  };
}

export const WithdrawItemVersion = z.strictObject({
  itemId: ItemId,
  version: z.int().min(1),
  reason: z.string().min(1),
});
export type WithdrawItemVersion = z.infer<typeof WithdrawItemVersion>;

/** Withdraws a version; when no other is in force or to come, the item's fence closes and nothing new is opened. */
export const withdrawItemVersion: Step<WithdrawItemVersion, ItemView, undefined, CatalogueRefusalCode> = {
  name: 'withdrawItemVersion',
  view: viewItem,
  decide(view, { version, reason }, _facts, { at, stream }) {
    const found = view.versions.find((known) => known.version === version);
    if (found === undefined) return refuse(catalogueRefusals, 'item-version-unknown', { version });
    if (found.withdrawn !== undefined) return refuse(catalogueRefusals, 'item-version-already-withdrawn', { version });
    const versions = view.versions.map((known) => (known === found ? { ...found, withdrawn: { at, reason } } : known));
    const open =
      versionInForce({ versions }, at) !== undefined ||
      versions.some(({ effectiveFrom, withdrawn }) => effectiveFrom > at && withdrawn === undefined);
    const data: ItemVersionWithdrawn = { version, reason };
    return { events: [{ type: 'ItemVersionWithdrawn', data }], sets: [{ key: stream, open }] };
  },
};
export { isOfType } from './input-type.ts';
