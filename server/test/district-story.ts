import { applyAtWindow, draftDecision, settle, sign } from '../src/decision/actions.ts';
import type { SignDecision } from '../src/decision/decision.ts';
import { type AcceptanceOutcome } from '../src/acceptance/acceptance.ts';
import { caseStream } from '../src/application/actions.ts';
import { Application, type Call } from '../src/application/application.ts';
import { DEMO_PIN } from '../src/demo-district.ts';
import { readStream } from '../src/journal/actions.ts';
import type { Actor, Performed, Recorded } from '../src/journal/journal.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import type { Instant } from '../src/kernel/time.ts';
import { review } from '../src/review/actions.ts';
import type { ReviewAct } from '../src/review/review.ts';
import { findItem } from './case-story.ts';
import type { TestDistrict } from './platform.ts';

/** Applicants of the demo district. */
export const applicants = {
  chang: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
  jiang: { kind: 'naturalPerson', name: '姜桐', idType: 'citizenId', idNo: '110198199406138083' },
  tang: { kind: 'naturalPerson', name: '唐若梅', idType: 'citizenId', idNo: '110198194003238183' },
} as const;

/** What a journey does in the district, each act under the next request id. */
export interface Acting {
  readonly call: (personId: string, at: Instant) => Call;
  readonly atWindow: (application: Asked, at: Instant, outcome?: AcceptanceOutcome) => Promise<Performed | Refusal>;
  readonly settleBy: (
    personId: string,
    caseNo: string,
    outcome: AcceptanceOutcome,
    at: Instant,
  ) => Promise<Performed | Refusal>;
  readonly reviewBy: (personId: string, caseNo: string, act: ReviewAct, at: Instant) => Promise<Performed | Refusal>;
  /** All review points met, with these findings. */
  readonly findBy: (personId: string, caseNo: string, findings: Findings, at: Instant) => Promise<Performed | Refusal>;
  readonly visitBy: (
    personIds: readonly string[],
    caseNo: string,
    visit: { readonly fromAt: Instant; readonly toAt: Instant; readonly findings?: Findings },
  ) => Promise<Performed | Refusal>;
  /** Looks at the document and signs it. */
  readonly signBy: (
    personId: string,
    caseNo: string,
    command: Conclusion & { readonly pin?: string },
    at: Instant,
  ) => Promise<Performed | Refusal>;
  readonly eventsOf: (caseNo: string) => Promise<readonly Recorded[]>;
}

export type Asked = { readonly itemId: string } & Partial<ReturnType<typeof Application.parse>>;
export type Findings = Readonly<Record<string, boolean | number | string>>;
export type Conclusion = Pick<SignDecision, 'outcome'> & Partial<SignDecision>;

const accept: AcceptanceOutcome = { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] };

export function actingIn(district: TestDistrict): Acting {
  const { platform } = district;
  const staff = (id: string): Actor => ({ kind: 'person', id });
  const call = (personId: string, at: Instant): Call => {
    district.setNow(at);
    return { actor: staff(personId), requestId: district.requestId(), at };
  };
  const eventsOf = (caseNo: string) => readStream(platform.journal, platform.realm, caseStream(caseNo));
  const reviewBy: Acting['reviewBy'] = (personId, caseNo, act, at) => review(platform, call(personId, at), caseNo, act);
  return {
    call,
    eventsOf,
    reviewBy,
    atWindow: (application, at, outcome = accept) =>
      applyAtWindow(platform, call('clerk-1', at), whole(application), outcome),
    settleBy: (personId, caseNo, outcome, at) => settle(platform, call(personId, at), caseNo, outcome),
    async findBy(personId, caseNo, findings, at) {
      const itemId = itemOf(await eventsOf(caseNo));
      const points = findItem(itemId).reviewPoints.map((_text, point) => ({
        point,
        result: 'met' as const,
        evidence: '材料',
      }));
      return reviewBy(personId, caseNo, { act: 'recordFindings', findings: findingsOf(findings), points }, at);
    },
    visitBy(personIds, caseNo, { fromAt, toAt, findings = {} }) {
      const place = { address: '云桥街道1号', place: { latitude: 39.9, longitude: 116.4 }, record: '核查记录' };
      const pair = { officers: [...personIds], signedBy: [...personIds] };
      const act = { act: 'recordSiteVisit', ...place, ...pair, fromAt, toAt, findings: findingsOf(findings) } as const;
      return reviewBy(personIds[0] ?? '', caseNo, act, toAt);
    },
    async signBy(personId, caseNo, { pin = DEMO_PIN, ...command }, at) {
      const made = call(personId, at);
      const words = { reason: '符合条件', facts: '', norms: [], forwardToHead: false, ...command };
      const draft = await draftDecision(platform, made, await eventsOf(caseNo), words);
      if (isRefusal(draft)) return draft;
      const { documentHash, evidenceHash } = draft;
      const decision: SignDecision = { documentHash, evidenceHash, recusal: 'none', ...words };
      return sign(platform, made, caseNo, { decision, pin });
    },
  };
}

/** The answer as a list of event types, or the code of the refusal. */
export function told(answer: Performed | Refusal): readonly string[] | string {
  return isRefusal(answer) ? answer.code : answer.events.map(({ type }) => type);
}

/** The case number of a received case; a fault when it was refused. */
export function caseNoOf(answer: Performed | Refusal): string {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
  return answer.stream.slice('case/'.length);
}

/** An application with everything that nothing but the applicant can bring. */
export function whole(application: Asked): Application {
  const item = findItem(application.itemId);
  const brought = item.materials.filter(
    ({ necessity, replaceableBy, kind }) =>
      necessity !== 'conditional' && replaceableBy.length === 0 && kind !== 'form',
  );
  return Application.parse({
    applicant: applicants.chang,
    channel: 'window',
    materials: brought.map(({ code }) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
    ...application,
  });
}

function findingsOf(findings: Findings): { name: string; value: boolean | number | string; evidence: string }[] {
  return Object.entries(findings).map(([name, value]) => ({ name, value, evidence: '记录' }));
}

function itemOf(events: readonly Recorded[]): string {
  const [first] = events;
  const data: unknown = first?.data;
  if (typeof data === 'object' && data !== null && 'itemId' in data) return String(data.itemId);
  throw new Error('no such case');
}
