import { findConsent, usePart } from '../consent/actions.ts';
import { type Claim, claimsOf, consentStream, type ConsentView, type Grounds, isShown } from '../consent/consent.ts';
import { type ConsentRefusalCode, consentRefusals } from '../consent/refusals.ts';
import type { Item } from '../catalogue/catalogue.ts';
import { holderKey } from '../identity/identity.ts';
import { identityRefusals } from '../identity/refusals.ts';
import type { Consequence } from '../journal/consequence.ts';
import type { Recorded } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Application } from './form.ts';
import type { CasePorts } from './ports.ts';
import { viewApplication } from './view.ts';

export type CaseGrounds = Extract<Grounds, { kind: 'case' }>;

/** An application with everything that its applicant declined, and on what the platform fetches for it. */
export interface Opened {
  readonly application: Application;
  readonly grounds: CaseGrounds;
}

/**
 * On what the platform fetches for this application: the consent that it names, else the statute that the item names, and
 * nothing that was declined. At a window that is also what the holder left out of his code (个保法14–16). Whether the consent
 * may still be used is decided where it is taken up.
 */
export async function openedFor(
  ports: Pick<CasePorts, 'journal' | 'realm'>,
  application: Application,
  item: Item,
  at: Instant,
): Promise<Opened | Refusal> {
  const declined = application.sharing?.declined ?? [];
  const consentId = application.sharing?.consentId;
  if (consentId === undefined) return { application, grounds: { kind: 'case', declined } };
  const view = await findConsent(ports, consentId);
  if (application.matter !== undefined) return openedInMatter(application, { consentId, declined, view, at });
  if (view.state === 'none') return refuse(consentRefusals, 'consent-unknown');
  const { claims, way } = view.given;
  const all = way === 'code' || way === 'paper' ? [...new Set([...declined, ...leftOut(item, claims)])] : declined;
  return {
    application: { ...application, sharing: { consentId, declined: all } },
    grounds: { kind: 'case', declined: all, consent: { consentId, claims } },
  };
}

/**
 * A child begins when its turn comes, and nobody is there to ask again: what its founder took back meanwhile is not fetched
 * (个保法15), and a consent that has run out leaves what the statute opens.
 */
function openedInMatter(
  application: Application,
  found: {
    readonly consentId: string;
    readonly declined: readonly string[];
    readonly view: ConsentView;
    readonly at: Instant;
  },
): Opened {
  const { consentId, view, at } = found;
  if (view.state === 'given' && at < view.given.expiresAt) {
    const { claims } = view.given;
    return { application, grounds: { kind: 'case', declined: found.declined, consent: { consentId, claims } } };
  }
  const back = view.state === 'withdrawn' ? view.given.claims.map(({ code }) => code) : [];
  const declined = [...new Set([...found.declined, ...back])];
  return { application: { ...application, sharing: { declined } }, grounds: { kind: 'case', declined } };
}

/** What stood on the holder's list and was not chosen. */
function leftOut(item: Item, chosen: readonly Claim[]): readonly string[] {
  const codes = new Set(chosen.map(({ code }) => code));
  return claimsOf(item)
    .filter((needed) => isShown(needed) && !codes.has(needed.code))
    .map(({ code }) => code);
}

/**
 * What the receipt of a case brings about: the consent that it names is taken up in the same commit, so that none is used
 * twice and none is used up by a case that was refused.
 */
export function consentTaken(
  ports: Pick<CasePorts, 'journal' | 'realm' | 'consentPolicy'>,
  events: readonly Recorded[],
  made: readonly Recorded[],
): readonly Consequence[] {
  const receipt = made.find(({ type }) => type === 'CaseReceived');
  if (receipt === undefined) return [];
  const { received } = viewApplication(events);
  const consentId = received?.sharing?.consentId;
  if (received === undefined || consentId === undefined) return [];
  const { caseNo, itemId, applicant, agent, matter } = received;
  const { realm } = ports;
  const own = [applicant.idNo, ...(matter === undefined ? [] : [applicant.legalRepresentative?.idNo ?? []].flat())];
  const use = {
    caseNo,
    itemId,
    subjectKeys: own.map((idNo) => holderKey(realm, idNo)),
    agentKey: agent === undefined ? undefined : holderKey(realm, agent.idNo),
    matterNo: matter?.matterNo,
  };
  const requestId = `consent/${caseNo}`;
  return [{ stream: consentStream(consentId), requestId, actor: receipt.actor, parts: [usePart(ports, use)] }];
}

/** The refusal of a receipt whose consent could not be taken up, under its own code: the consent's, or that of the agent's letter. */
export function inOwnWords(refusal: Refusal): Refusal {
  const { because, stream: _stream, ...detail } = refusal.detail;
  if (refusal.code !== 'consequence-refused' || typeof because !== 'string') return refusal;
  if (isConsentCode(because)) return refuse(consentRefusals, because, detail);
  return isLetterCode(because) ? refuse(identityRefusals, because, detail) : refusal;
}

function isConsentCode(code: string): code is ConsentRefusalCode {
  return Object.hasOwn(consentRefusals, code);
}

function isLetterCode(code: string): code is keyof typeof identityRefusals {
  return code.startsWith('agent-letter-') && Object.hasOwn(identityRefusals, code);
}
