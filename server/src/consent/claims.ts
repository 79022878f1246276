import { z } from 'zod';
import type { Item, LegalBasis, Words } from '../catalogue/catalogue.ts';
import { creditClaims } from './credit.ts';

/**
 * One thing that a source may tell of somebody for an item: a paper on its list, the answer to a question of its form, a
 * fact that its rules read, or his record in the credit library for one use of it.
 */
export const Claim = z.strictObject({
  kind: z.enum(['material', 'answer', 'fact', 'credit']),
  code: z.string().min(1).max(60),
});
export type Claim = z.infer<typeof Claim>;

/** A claim on the item's own list, with the words for it and the norm that the item names for it. */
export interface NeededClaim extends Claim {
  readonly label: Words;
  /** Licences (L-…) and shares (S-…) that have it; empty where the item leaves the source to its rules. */
  readonly sources: readonly string[];
  readonly basis: LegalBasis | undefined;
}

/** What an item reads of its own elements to say which claims it needs. */
export type ClaimingItem = Pick<Item, 'materials' | 'form' | 'inputs' | 'power' | 'intake'>;

/** R20: the data list of an item. What does not stand here is handed out to nobody for it, whoever consents (个保法6). */
export function claimsOf(item: ClaimingItem): readonly NeededClaim[] {
  const known = lists.get(item);
  if (known !== undefined) return known;
  const list = listOf(item);
  lists.set(item, list);
  return list;
}

/** A version of an item never changes, and every case asks for its list. */
const lists = new WeakMap<ClaimingItem, readonly NeededClaim[]>();

function listOf(item: ClaimingItem): readonly NeededClaim[] {
  const [ground] = item.power.legalBases;
  const materials = item.materials
    .filter(({ kind, replaceableBy }) => kind !== 'form' && replaceableBy.length > 0)
    .map(({ code, name, nameEn, replaceableBy, basis }): NeededClaim => {
      const label = { zh: name, en: nameEn };
      return { kind: 'material', code, label, sources: replaceableBy, basis: basis ?? undefined };
    });
  const answers = item.form
    .filter(({ prefill }) => prefill.length > 0)
    .map(({ name, label, prefill, purpose }): NeededClaim => {
      const basis = purpose.kind === 'statute' ? purpose.basis : ground;
      return { kind: 'answer', code: name, label, sources: prefill, basis };
    });
  const facts = item.inputs
    .filter(({ source }) => source === 'share')
    .map(({ name, label, labelEn }): NeededClaim => {
      return { kind: 'fact', code: name, label: { zh: label, en: labelEn }, sources: [], basis: ground };
    });
  return [...materials, ...answers, ...facts, ...creditClaims(item)];
}

/** Names a claim within one item. */
export function claimKey({ kind, code }: Claim): string {
  return `${kind}:${code}`;
}

/** What a holder shows or agrees to: papers and answers. Facts and credit are verified under the statute alone. */
export function isShown({ kind }: Claim): boolean {
  return kind === 'material' || kind === 'answer';
}
