import { z } from 'zod';
import {
  EffectKind,
  type ItemDraft,
  Outcome,
  outcomeNames,
  type PublishedVersion,
  ruleSetHash,
  WrittenRules,
} from '../catalogue/catalogue.ts';

const Bilingual = z.object({ zh: z.string(), en: z.string() });

export const RuleWords = {
  outcomes: z.array(z.object({ outcome: Outcome, name: Bilingual })),
  effectKinds: z.array(EffectKind),
};

/** The words that rows are written with, in the order in which they are offered. */
export function ruleWords() {
  return {
    outcomes: Outcome.options.map((outcome) => ({ outcome, name: outcomeNames[outcome] })),
    effectKinds: EffectKind.options,
  };
}

/** The decision table of a draft as the workshop takes it up, and the hash of the rules in force. */
export const DraftRules = z
  .object({ ...RuleWords, rules: WrittenRules, inForce: z.string().nullable() })
  .meta({ id: 'DraftRules' });

/** Null when the draft's rules have not even the shape of a table: then they are written as plain elements. */
export function draftRules(draft: ItemDraft, version: PublishedVersion | undefined): z.input<typeof DraftRules> | null {
  const { signClass, adverseSigns, inputs, effects, decide, cases } = draft.item;
  const read = WrittenRules.safeParse({ id: draft.itemId, signClass, adverseSigns, inputs, effects, decide, cases });
  if (!read.success) return null;
  const inForce = version === undefined ? null : ruleSetHash(version.item);
  return { ...ruleWords(), rules: read.data, inForce };
}
