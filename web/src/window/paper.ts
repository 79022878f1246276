import type { NeededClaim } from '../api/consent-model.ts';
import type { Applicant, Value } from '../api/model.ts';
import type { HeldFile } from '../form/FileField.tsx';

/** What the clerk enters of a form that somebody signed before him, and of the letter of an agent. */
export interface PaperFields {
  readonly byAgent?: boolean;
  readonly agentName?: string;
  readonly agentIdNo?: string;
  readonly untilOn?: string;
  readonly proof?: 'signedHere' | 'notarised';
  readonly letter?: readonly HeldFile[];
  readonly signed?: readonly HeldFile[];
  readonly identitySeen?: boolean;
}

interface Place {
  readonly itemId: string;
  readonly caseNo?: string;
  readonly subject: Applicant;
  readonly claims: readonly Pick<NeededClaim, 'kind' | 'code'>[];
  readonly answered?: () => Readonly<Record<string, Value>>;
}

/** The letter of paper as the server takes it. */
export function letterBody({ itemId, caseNo, subject, claims }: Place, fields: PaperFields): object {
  const { agentName = '', agentIdNo = '', untilOn, proof, letter = [] } = fields;
  return {
    principal: subjectOf(subject),
    agent: { name: agentName.trim(), idNo: agentIdNo.trim() },
    itemId,
    ...caseOf(caseNo),
    claims,
    untilOn,
    paper: { uploadId: letter[0]?.uploadId, proof },
  };
}

/** The signed form as the server takes it: of the holder himself, or of the agent under `letterId`. */
export function paperBody(
  { itemId, caseNo, subject, claims, answered }: Place,
  { signed = [], identitySeen }: PaperFields,
  letterId: string | undefined,
): object {
  return {
    ...(letterId === undefined ? { subject: subjectOf(subject) } : { letterId }),
    itemId,
    ...caseOf(caseNo),
    claims,
    uploadId: signed[0]?.uploadId,
    identitySeen,
    ...(answered === undefined ? {} : { form: answered() }),
  };
}

/** Whose claims they are, without what an application says besides. */
function subjectOf({ kind, name, idType, idNo, legalRepresentative }: Applicant): object {
  const represented = legalRepresentative === undefined ? {} : { legalRepresentative };
  return { kind, name: name.trim(), idType, idNo: idNo.trim(), ...represented };
}

function caseOf(caseNo: string | undefined): object {
  return caseNo === undefined ? {} : { caseNo };
}
