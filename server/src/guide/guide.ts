/**
 * Before the application: how people find their matter in their own words, and what they read before they apply. Items
 * come from the catalogue; sayings (俗称) and counted searches are kept here. Other modules import from this file.
 */
export type { How } from './likeness.ts';
export type { Field } from './phrase.ts';
export type { Hit, Reason } from './search.ts';
export { type ItemSearch, openItemSearch } from './item-search.ts';
export {
  SayingAdded,
  type SayingChange,
  SayingDeclined,
  SayingRetired,
  sayingStream,
  SayingText,
  type SayingView,
  viewSaying,
} from './saying.ts';
export { changesBetween, type VersionState, versionState } from './change.ts';
export { GuideSheet, guideSheet } from './sheet.ts';
export { MaterialLine } from './sheet-materials.ts';
export { Words } from './sheet-words.ts';
export { type Answer, followSituation, readAnswers, type Situated } from './situation.ts';
export { bilingual } from './english.ts';
export { createSearchIndex } from './search.ts';
export { findableOf } from './item-search.ts';
