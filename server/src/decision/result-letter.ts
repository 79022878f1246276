import { type Authority, type LetterBody, type LetterRequest } from '../application/application.ts';
import { letterRequest, recordOf } from '../acceptance/actions.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import type { SignDecision } from './decision.ts';
import type { CaseFile } from './gather.ts';

/** The letter that this decision would be. */
export function decisionLetter(
  file: CaseFile,
  decision: Pick<SignDecision, 'outcome' | 'reason' | 'facts' | 'norms'>,
  authority: Authority | undefined,
  at: Instant,
): LetterRequest {
  const record = authority === undefined ? [] : recordOf(authority);
  return letterRequest({ ...file, at }, decisionBody(file, decision, at), record);
}

/** The letter of a renewal that the silence of the organ granted (R63). */
export function renewalLetter(file: CaseFile, at: Instant): LetterRequest {
  const reason = '有效期届满前未作出决定,依照《行政许可法》第五十条第二款视为准予延续';
  const request = decisionLetter(file, { outcome: 'GRANT', reason, facts: '', norms: [] }, undefined, at);
  const { body } = request;
  return body.kind === 'grantDecision' ? { ...request, body: { ...body, deemedRenewal: true } } : request;
}

function decisionBody(
  file: CaseFile,
  decision: Pick<SignDecision, 'outcome' | 'reason' | 'facts' | 'norms'>,
  at: Instant,
): LetterBody {
  const acceptedOn = dateInChina(file.view.review.acceptance.accepted?.acceptedAt ?? at);
  if (decision.outcome === 'REFUSE') {
    const { facts, norms, reason } = decision;
    return { kind: 'refusalDecision', acceptedOn, facts, norms, reason };
  }
  const { document, validity } = file.version.item.result;
  return {
    kind: 'grantDecision',
    acceptedOn,
    onPromise: decision.outcome === 'GRANT_ON_PROMISE',
    reason: decision.reason,
    result: document,
    validity,
  };
}
