import type { components, operations } from './contract.generated.ts';

/** What the server answers about one matter 一件事. */
type Schemas = components['schemas'];
type AnswerOf<Name extends keyof operations> = operations[Name] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Answer } } };
}
  ? Answer
  : never;

export type BundlesFound = AnswerOf<'listBundles'>;
export type BundleRow = Schemas['BundleRow'];
export type BundleView = Schemas['Bundle'];
export type BundleChecked = AnswerOf<'checkBundle'>;
export type BundleDefinition = NonNullable<BundleView['published']>['bundle'];
export type MatterClaims = AnswerOf<'getMatterClaims'>;
export type MatterKnown = AnswerOf<'getMatterKnownAtCounter'>;
export type MatterPlan = Schemas['MatterPlan'];
export type MatterQuestion = MatterPlan['questions'][number];
export type MatterDraft = Schemas['MatterDraft'];
export type FoundMatterDraft = AnswerOf<'getMatterDraft'>;
export type MattersFound = AnswerOf<'listMatters'>;
export type MatterRow = Schemas['MatterRow'];
export type MatterView = Schemas['Matter'];
export type MatterChild = Schemas['MatterChild'];
