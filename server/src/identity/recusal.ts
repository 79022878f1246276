import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Person, RelationKind } from './person.ts';
import { normalIdNo, relationDigest } from './person.ts';
import { identityRefusals } from './refusals.ts';

/** A party of a case, named by citizen id or USCC, against whom recusal is matched (R44). */
export interface Party {
  readonly role: 'applicant' | 'legalRepresentative' | 'shareholder' | 'agent' | 'interestedParty';
  readonly idNo: string;
}

/** One hit of the relation graph: the officer is the party, or is related to him. */
export interface Conflict {
  readonly role: Party['role'];
  readonly ground: 'self' | RelationKind;
}

/** What the signer declares before signing; absence of a declaration is itself a breach (T05). */
export type RecusalDeclaration = 'none' | RelationKind;

/** R44, T05: every relation between the officer and the parties, from his own number and his declared relations. */
export function conflictOf(
  person: Pick<Person, 'personId' | 'idNo' | 'relations'>,
  parties: readonly Party[],
): readonly Conflict[] {
  const ownIdNo = normalIdNo(person.idNo);
  return parties.flatMap(({ role, idNo }): readonly Conflict[] => {
    if (normalIdNo(idNo) === ownIdNo) return [{ role, ground: 'self' }];
    if (person.relations.length === 0) return [];
    const digest = relationDigest(person.personId, idNo);
    return person.relations
      .filter((relation) => relation.idDigest === digest)
      .map(({ kind }) => ({ role, ground: kind }));
  });
}

/** R44: refuses a signer who declared nothing, declared a ground, or is hit by the relation graph. */
export function checkRecusal(
  person: Pick<Person, 'personId' | 'idNo' | 'relations'>,
  parties: readonly Party[],
  declaration: RecusalDeclaration | undefined,
): Refusal<'recusal-undeclared' | 'recusal-declared' | 'recusal-conflict'> | undefined {
  const conflicts = conflictOf(person, parties);
  // A hit outranks the form: it opens the breaker (T05) whatever was declared.
  if (conflicts.length > 0) {
    const roles = [...new Set(conflicts.map(({ role }) => role))];
    return refuse(identityRefusals, 'recusal-conflict', { personId: person.personId, roles });
  }
  if (declaration === undefined) return refuse(identityRefusals, 'recusal-undeclared', { personId: person.personId });
  if (declaration !== 'none') return refuse(identityRefusals, 'recusal-declared', { personId: person.personId });
  return undefined;
}
