/**
 * One matter 一件事: several items under one application. A bundle is its definition, composed and published by the organ
 * that leads; a matter is what somebody has begun with it, with a case for every item.
 */

export { Bundle, BundleField, BundleId, BundleRule, bundleHash, FieldSource, Words } from './bundle.ts';
export { type FieldsReport, fieldsReport } from './fields-report.ts';
export { type BundleFault, bundleFaults, type ItemsInForce } from './bundle-faults.ts';
export {
  bundleInForce,
  bundleStream,
  type BundleVersion,
  type BundleView,
  DraftBundle,
  PublishBundle,
  viewBundle,
  WithdrawBundle,
} from './bundle-life.ts';
export { deferrableIn } from './promises.ts';
export { type Hold, type Plan, type PlannedChild, planOf, type Values } from './plan.ts';
export { type KnownByItem, type KnownField, knownFields } from './known-answers.ts';
export { type Asked, type Identity, knownValues, type Question, questionsOf } from './questions.ts';
export { activeHolds, type AdvanceFacts, type EndedCase, valuesOf } from './advance.ts';
export {
  type ChildEnd,
  type ChildView,
  isGranted,
  isOver,
  matterEvents,
  matterStream,
  type MatterView,
  type SubmittedMatter,
  SubmitMatter,
  viewMatter,
} from './view.ts';
export { againstOver, LiftHold, liftersOf, WithdrawMatter, WithdrawPlanned } from './steps.ts';
export { matterConsents } from './sharing.ts';
export { MatterDraftBody } from './drafting.ts';
export { demoResults, noResults, type ResultSource } from './results.ts';
export { followMatter, MATTER_TOPIC } from './follow.ts';
