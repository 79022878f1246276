import type { Performed, StepContext } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Confirming } from './record.ts';
import { confirmationRefusals } from './refusals.ts';
import { type ActPlace, actHash, actText, type SignedAct } from './signed-act.ts';
import type { ConfirmedKey, StaffSigner } from './signer.ts';

/**
 * One ceremony, for one act or a batch: opens the key at the first act that the law allows, and says no for one that was not
 * confirmed in it.
 */
export interface Ceremony {
  /** `hash`: SM3 of the canonical bytes of what is signed; only a passkey confirms by it, so it is made only when asked for. */
  readonly keyFor: (hash: () => string, context: StepContext) => Promise<ConfirmedKey | Refusal>;
}

/** A ceremony confirmed by `given`, which `useId` uses up. */
export function openCeremony(signer: StaffSigner, given: Confirming, useId: string): Ceremony {
  let opened: Promise<ConfirmedKey | Refusal> | undefined;
  return {
    async keyFor(hash, { actor, at }) {
      const before = await opened;
      if (before === undefined || (!isRefusal(before) && !before.stands())) {
        opened = signer.confirm({ personId: actor.id, given, useId, at });
      }
      const key = await opened;
      if (key === undefined) throw new Error('a ceremony without a key');
      if (isRefusal(key) || key.confirmation.way !== 'passkey') return key;
      const isConfirmed = key.confirmation.asked.decisions.includes(hash());
      return isConfirmed ? key : refuse(confirmationRefusals, 'confirmation-other-decision');
    },
  };
}

/**
 * The hash of what a signature would be over, for a passkey to confirm: found by acting up to the moment at which the key would be
 * opened, so that what is asked can never differ from what is signed. Nothing is written.
 */
export async function hashToConfirm(
  act: (ceremony: Ceremony) => Promise<Performed | Refusal>,
): Promise<string | Refusal> {
  let found: string | undefined;
  const answer = await act({
    async keyFor(hash) {
      found = hash();
      return refuse(confirmationRefusals, 'confirmation-missing');
    },
  });
  if (found !== undefined) return found;
  return isRefusal(answer) ? answer : refuse(confirmationRefusals, 'challenge-used');
}

/**
 * What a confirmation is used up for: the request with exactly this act on this stream. Clients choose the names of their requests,
 * so a name alone would let one code sign again whatever comes under the same name.
 */
export function useOfAct(requestId: string, stream: string, command: object): string {
  return sm3Hex(canonicalJson({ requestId, stream, command }));
}

/**
 * Signs an act outside a case: the confirmation is over its hash, the certificate's signature over the same, the confirmation and
 * the instant (R71, R72). `declared` is what the signer says of himself.
 */
export async function signAct<Declared extends object>(
  ceremony: Ceremony,
  place: ActPlace,
  { data, declared }: { readonly data: object; readonly declared: Declared },
  context: StepContext,
): Promise<SignedAct<Declared> | Refusal> {
  const key = await ceremony.keyFor(() => actHash(place, { ...data, signed: declared }), context);
  if (isRefusal(key)) return key;
  const confirmed = { ...declared, confirmation: key.confirmation };
  const text = actText({ ...place, at: context.at }, { ...data, signed: confirmed });
  const signature = await key.sign(Buffer.from(text, 'utf8'));
  return isRefusal(signature) ? signature : { signed: { ...confirmed, signature }, fences: key.fences };
}
