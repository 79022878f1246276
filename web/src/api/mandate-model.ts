export interface NamedPerson {
  readonly personId: string;
  readonly name: string;
  readonly role: 'handler' | 'chief';
  readonly deputyOf?: string;
  readonly activation?: readonly string[];
}

export interface LetterItem {
  readonly itemId: string;
  readonly name: string;
  readonly guideVersionFrom: number;
  readonly list: 0 | 1 | 2 | null;
  readonly intakeRoles: readonly string[];
}

/** A mandate letter; the parts that no screen changes pass through untouched. */
export interface Letter {
  readonly construct: 'A' | 'B' | 'C';
  readonly mandateNo: string;
  readonly version: number;
  readonly grantor: { readonly code: string; readonly name: string; readonly headName: string };
  readonly grantee?: { readonly code: string; readonly name: string };
  readonly grantees?: readonly NamedPerson[];
  readonly items: readonly LetterItem[];
  readonly powers: readonly string[];
  readonly scope: {
    readonly applicantKinds: readonly string[];
    readonly regions: readonly string[];
    readonly amountMax?: number;
    readonly areaMax?: number;
    readonly headcountMax?: number;
  };
  readonly exclusions: Readonly<Record<string, unknown>>;
  readonly limits: {
    readonly maxDecisionsPerDay?: number;
    readonly minHandlingSeconds?: number;
    readonly windowFrom?: string;
    readonly windowTo?: string;
  };
  readonly seals: readonly { readonly sealId: string; readonly name: string; readonly keeperPersonId: string }[];
  readonly nonDelegable: readonly string[];
  readonly duties: { readonly grantor: readonly string[]; readonly grantee: readonly string[] };
  readonly liability: string;
  readonly responsibility: string;
  readonly supervision: { readonly samplingPercent: number; readonly plan: string; readonly firstSampleDueOn: string };
  readonly term: { readonly from: string; readonly to: string };
  readonly termination: { readonly noticeDays: number; readonly grounds: readonly string[]; readonly inFlight: string };
  readonly legalBasis: readonly { readonly level: string; readonly citation: string }[];
  readonly publicNotice: { readonly noticeNo: string; readonly channel: string };
  readonly ruleSets: readonly { readonly itemId: string; readonly ruleSetHash: string }[];
}
