import type { components, operations } from './contract.generated.ts';

/** What the server answers about consents, codes and the uses of somebody's papers. */
type Schemas = components['schemas'];
type AnswerOf<Name extends keyof operations> = operations[Name] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Answer } } };
}
  ? Answer
  : never;

export type NeededClaims = Schemas['NeededClaims'];
export type NeededClaim = NeededClaims['claims'][number];
export type GivenConsent = Schemas['GivenConsent'];
export type Consent = Schemas['Consent'];
export type ClaimUse = Schemas['ClaimUse'];
export type ConsentsFound = AnswerOf<'listConsentsAndUses'>;
export type ClaimsReceived = Schemas['ClaimsReceived'];
