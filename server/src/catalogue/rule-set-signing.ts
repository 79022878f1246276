import { z } from 'zod';

import { type Ceremony, signAct } from '../confirmation/actions.ts';
import type { SignedAct } from '../confirmation/confirmation.ts';
import type { Recorded, Step, StepContext } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { type ItemView, type RuleSetSigned, viewItem } from './item-version.ts';
import { ruleSetHash } from './decision-table.ts';
import { catalogueRefusals } from './refusals.ts';

/** What the head saw: the version, and the hash of its rule set. */
export const SignRuleSet = z.strictObject({
  version: z.int().min(1),
  ruleSetHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SignRuleSet = z.infer<typeof SignRuleSet>;

export interface RuleSetFacts {
  /** The head of the organ whose item it is. */
  readonly head: string | null;
  /** As the head confirmed and signed it; absent when it was signed on paper. */
  readonly signed?: SignedAct | Refusal;
}

/**
 * R78: the head of the organ signs the hash of a rule set; this standing signature is what a decision of class 0 rests on.
 * It holds for every version with the same rules, since equal hashes decide equally.
 */
export const signRuleSet: Step<SignRuleSet, ItemView, RuleSetFacts> = {
  name: 'signRuleSet',
  view: viewItem,
  decide(view, command, { head, signed }, { actor, stream }) {
    const found = view.versions.find(({ version }) => version === command.version);
    if (found === undefined) return refuse(catalogueRefusals, 'item-version-unknown', { version: command.version });
    if (actor.id !== head) return refuse(catalogueRefusals, 'only-the-head-signs-rules', { head });
    const current = ruleSetHash(found.item);
    if (command.ruleSetHash !== current) {
      return refuse(catalogueRefusals, 'rule-set-changed', { shown: command.ruleSetHash, current });
    }
    if (found.ruleSetSigned !== undefined)
      return refuse(catalogueRefusals, 'rule-set-already-signed', { hash: current });
    if (isRefusal(signed)) return signed;
    const data: RuleSetSigned = { ...command, ...(signed === undefined ? {} : { signed: signed.signed }) };
    return {
      events: [{ type: 'RuleSetSigned', data }],
      sets: [{ key: stream, open: true }],
      fences: signed?.fences ?? [],
    };
  },
};

/** The facts of a signing with the head's own key: it is opened for nothing that would be refused anyway. */
export async function ruleSetFacts(
  head: string | null,
  { events, command, ceremony }: RuleSetAttempt,
  context: StepContext,
): Promise<RuleSetFacts> {
  const tried = signRuleSet.decide(viewItem(events), command, { head }, context);
  const event = isRefusal(tried) ? undefined : tried.events[0];
  if (event === undefined) return { head };
  const place = { stream: context.stream, type: event.type, signer: context.actor.id };
  return { head, signed: await signAct(ceremony, place, { data: event.data, declared: {} }, context) };
}

interface RuleSetAttempt {
  readonly events: readonly Recorded[];
  readonly command: SignRuleSet;
  readonly ceremony: Ceremony;
}
