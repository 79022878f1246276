/** What the server answers, as the screens read it. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Value = string | number | boolean;

/** The law, not a fault, says no: with rule, article and what one can do (`kernel/refusal.ts`). */
export interface Refusal {
  readonly code: string;
  readonly rule: string;
  readonly article: string;
  readonly message: Text;
  readonly remedy: Text;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface ProblemBody extends Refusal {
  readonly status: number;
  readonly requestId: string;
  readonly paths?: readonly { readonly path: string; readonly message: string }[];
}

export type Can = { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal };

export type ApplicantKind = 'naturalPerson' | 'legalPerson' | 'otherOrganisation';
export type IdType = 'citizenId' | 'uscc' | 'passport' | 'otherDocument';

export interface Party {
  readonly name: string;
  readonly idNo: string;
}

export interface Applicant extends Party {
  readonly kind: ApplicantKind;
  readonly idType: IdType;
  readonly phone?: string;
  readonly address?: string;
  readonly legalRepresentative?: Party;
}

export interface Session {
  readonly account: {
    readonly login: string;
    readonly kind: 'staff' | 'applicant';
    readonly personId?: string;
    readonly name: string;
    readonly organName?: string;
    readonly applicant?: Applicant;
  };
  readonly screens: readonly string[];
  readonly csrfToken: string;
  readonly demo: boolean;
}

export interface DemoSignIn {
  readonly login: string;
  readonly kind: 'staff' | 'applicant';
  readonly role: Text;
  readonly name: Text;
  readonly password: string;
}

export interface Demo {
  readonly signIns: readonly DemoSignIn[];
  /** Opens every demonstration key. */
  readonly pin: string;
}

export interface FoundItem {
  readonly itemId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly organ: string;
  readonly organName: string;
  readonly caseType: string;
  readonly signClass: 0 | 1 | 2 | 'EX';
  readonly legalLimit: Limit;
  readonly promisedLimit: Limit;
}

export interface Limit {
  readonly value: string | number;
  readonly unit: string;
  readonly basis?: string;
}

export interface ItemInput {
  readonly name: string;
  readonly label: string;
  readonly source: 'share' | 'form' | 'review' | 'rule' | 'config' | 'joint';
  readonly type: { readonly kind: 'bool' | 'int' | 'number' | 'string' | 'enum'; readonly options?: readonly string[] };
}

export interface ItemMaterial {
  readonly code: string;
  readonly name: string;
  readonly kind: 'form' | 'licence' | 'commitment' | 'provided';
  readonly necessity: 'required' | 'conditional' | 'deferrable';
  readonly replaceableBy: readonly string[];
}

export interface Guide extends Omit<FoundItem, 'score'> {
  readonly version: number;
  readonly hash: string;
  readonly subject: string;
  readonly materials: readonly ItemMaterial[];
  readonly inputs: readonly ItemInput[];
  readonly reviewPoints: readonly string[];
  readonly result: { readonly document: string; readonly seal: string; readonly validity: string };
  readonly promiseOffered: boolean;
}

export interface SuppliedMaterial {
  readonly code: string;
  readonly source: 'file' | 'licence' | 'share' | 'form' | 'paper';
  readonly reference?: string;
}

export interface Clock {
  readonly dueOn: string;
  readonly light: 'green' | 'yellow' | 'red';
  readonly workingDaysLeft: number;
  readonly provisional: boolean;
  readonly paused: boolean;
}

export interface Clocks {
  readonly statutory: Clock;
  readonly promised: Clock;
}

export type CaseState =
  | 'received'
  | 'correcting'
  | 'notAccepted'
  | 'accepted'
  | 'proposed'
  | 'decided'
  | 'sealed'
  | 'delivered'
  | 'withdrawn'
  | 'terminated';

export interface CaseRow {
  readonly caseNo: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly organ: string;
  readonly applicantName: string;
  readonly state: CaseState;
  readonly holder?: string | undefined;
  readonly clocks?: Clocks | undefined;
  readonly signatures: number;
  readonly updatedAt: string;
}

export interface MandateRef {
  readonly mandateNo: string;
  readonly version: number;
  readonly hash: string;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string; readonly name?: string };
  readonly mandate?: MandateRef | undefined;
  readonly summary: Text;
}

export interface CaseDocument {
  readonly kind: string;
  readonly docNo: string;
  readonly documentHash: string;
  readonly sealedHash: string;
}

export interface Defect {
  readonly code: string;
  readonly what: string;
  readonly need: string;
}

export interface GatheredFact {
  readonly name: string;
  readonly value: Value;
  readonly source: 'share' | 'rule' | 'config';
  readonly verified: boolean;
  readonly receipt: string;
}

export interface Finding {
  readonly name: string;
  readonly value: Value;
  readonly source: 'review' | 'joint';
  readonly by: string;
  readonly evidence: string;
}

export type PointVerdict = 'met' | 'notMet' | 'notApplicable';

export interface PointResult {
  readonly point: number;
  readonly result: PointVerdict;
  readonly evidence: string;
  readonly note?: string;
}

export type DecisionOutcome = 'GRANT' | 'GRANT_ON_PROMISE' | 'REFUSE';

export interface SignatureMade {
  readonly no: number;
  readonly kind: 'propose' | 'endorse' | 'decide';
  readonly personId: string;
  readonly role: 'handler' | 'chief' | 'head';
  readonly at: string;
  readonly outcome: DecisionOutcome;
  readonly mandate?: MandateRef | undefined;
}

export interface CaseView {
  readonly caseNo: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly itemName: string;
  readonly organ: string;
  readonly state: CaseState;
  readonly receivedAt: string;
  readonly applicant: Applicant;
  readonly route: 'normal' | 'promise';
  readonly form: Readonly<Record<string, Value>>;
  readonly materials: readonly SuppliedMaterial[];
  readonly gathered: readonly GatheredFact[];
  readonly owed: readonly string[];
  readonly notices: readonly { readonly at: string; readonly defects: readonly Defect[] }[];
  readonly findings: readonly Finding[];
  readonly points: readonly PointResult[];
  readonly procedures: readonly {
    readonly procedure: string;
    readonly stopsClock: boolean;
    readonly startedAt: string;
    readonly noticedWorkingDays: number;
    readonly endedAt?: string | undefined;
  }[];
  readonly signatures: readonly SignatureMade[];
  readonly returned: readonly { readonly by: string; readonly reason: string }[];
  readonly decided?: { readonly outcome: string; readonly at: string; readonly reason: string } | undefined;
  readonly notAccepted?: { readonly outcome: 'NOT_NEEDED' | 'NOT_OURS'; readonly reason: string } | undefined;
  readonly clocks?: Clocks | undefined;
  /** What the next signature of this person would rest on; for staff only. */
  readonly signing?: {
    readonly plan: 'propose' | 'endorse' | 'decide';
    readonly signatureNo: number;
    readonly need: number;
    readonly mandate?: MandateRef;
    readonly list?: 0 | 1 | 2;
  };
  readonly can: Readonly<Record<string, Can>>;
  readonly timeline: readonly TimelineEntry[];
  readonly documents: readonly CaseDocument[];
}

export interface DecisionDraft {
  readonly documentHash: string;
  readonly docNo: string;
  readonly pdfUrl: string;
  readonly plan: 'propose' | 'endorse' | 'decide';
  readonly signatureNo: number;
  readonly need: number;
  readonly mandate?: MandateRef | undefined;
}

export interface DocumentCheck {
  readonly valid: boolean;
  readonly result: 'valid' | 'invalid' | 'undecided';
  readonly docNo?: string;
  readonly sealName?: string;
  readonly sealedAt?: string;
  readonly reasons: readonly Text[];
}
