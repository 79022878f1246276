import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/refusal.ts';
import { normalIdNo } from './person.ts';
import { identityRefusals } from './refusals.ts';

/** A human being in a case. The number counts, not the account: one person may have been enrolled twice. */
export interface Human {
  readonly idNo: string;
}

/** Who did what in one case. A part done by a rule set or robot has no human and is left out. */
export interface Parts {
  readonly acceptor?: Human | undefined;
  /** In order: sign 1, sign 2, and the coded exception of a third (R75). */
  readonly signers: readonly Human[];
  readonly sealKeeper?: Human | undefined;
  /** Applicant, legal representative, agent. */
  readonly parties?: readonly Human[];
}

interface Pair {
  readonly first: string;
  readonly second: string;
  readonly one: Human;
  readonly other: Human;
}

/**
 * R45, T11: acceptor, signers and applicant are different people; the keeper of the seal is never the only signer. Ask it
 * with the people who really act, after substitution.
 */
export function separate(parts: Parts): Refusal<'same-person'> | undefined {
  const clash = pairsOf(parts).find(({ one, other }) => normalIdNo(one.idNo) === normalIdNo(other.idNo));
  if (clash === undefined) return undefined;
  return refuse(identityRefusals, 'same-person', { first: clash.first, second: clash.second });
}

function pairsOf({ acceptor, signers, sealKeeper, parties = [] }: Parts): readonly Pair[] {
  const named = signers.map((human, index) => ({ name: `signer${index + 1}`, human }));
  const staff = [
    ...(acceptor === undefined ? [] : [{ name: 'acceptor', human: acceptor }]),
    ...named,
    ...(sealKeeper === undefined ? [] : [{ name: 'sealKeeper', human: sealKeeper }]),
  ];
  return [
    ...named.flatMap(({ name, human }) => (acceptor === undefined ? [] : [pair('acceptor', acceptor, name, human)])),
    ...named.flatMap(({ name, human }, index) =>
      named.slice(index + 1).map((later) => pair(name, human, later.name, later.human)),
    ),
    // With two different signers the keeper may be one of them.
    ...(sealKeeper === undefined || named.length !== 1
      ? []
      : named.map(({ name, human }) => pair('sealKeeper', sealKeeper, name, human))),
    ...staff.flatMap(({ name, human }) => parties.map((party) => pair(name, human, 'party', party))),
  ];
}

function pair(first: string, one: Human, second: string, other: Human): Pair {
  return { first, one, second, other };
}
