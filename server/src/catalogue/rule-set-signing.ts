import { z } from 'zod';

import type { Step } from '../journal/journal.ts';
import { refuse } from '../kernel/refusal.ts';
import { type ItemView, type RuleSetSigned, viewItem } from './item-version.ts';
import { ruleSetHash } from './decision-table.ts';
import { catalogueRefusals, type CatalogueRefusalCode } from './refusals.ts';

/** What the head saw: the version, and the hash of its rule set. */
export const SignRuleSet = z.strictObject({
  version: z.int().min(1),
  ruleSetHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Over the bytes of the hash, with the head's own key; absent when it was signed on paper (demo district). */
  signature: z.strictObject({ certificateSerial: z.string(), value: z.string() }).exactOptional(),
});
export type SignRuleSet = z.infer<typeof SignRuleSet>;

export interface RuleSetFacts {
  /** The head of the organ whose item it is. */
  readonly head: string | null;
}

/**
 * R78: the head of the organ signs the hash of a rule set; this standing signature is what a decision of class 0 rests on.
 * It holds for every version with the same rules, since equal hashes decide equally.
 */
export const signRuleSet: Step<SignRuleSet, ItemView, RuleSetFacts, CatalogueRefusalCode> = {
  name: 'signRuleSet',
  view: viewItem,
  decide(view, command, { head }, { actor, stream }) {
    const found = view.versions.find(({ version }) => version === command.version);
    if (found === undefined) return refuse(catalogueRefusals, 'item-version-unknown', { version: command.version });
    if (actor.id !== head) return refuse(catalogueRefusals, 'only-the-head-signs-rules', { head });
    const current = ruleSetHash(found.item);
    if (command.ruleSetHash !== current) {
      return refuse(catalogueRefusals, 'rule-set-changed', { shown: command.ruleSetHash, current });
    }
    if (found.ruleSetSigned !== undefined)
      return refuse(catalogueRefusals, 'rule-set-already-signed', { hash: current });
    const data: RuleSetSigned = { ...command };
    return { events: [{ type: 'RuleSetSigned', data }], sets: [{ key: stream, open: true }] };
  },
};
