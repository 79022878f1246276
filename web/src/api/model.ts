import type { components, operations } from './contract.generated.ts';

/** What the server answers, named for the screens; the shapes are the contract's own. */
type Schemas = components['schemas'];
type AnswerOf<Name extends keyof operations> = operations[Name] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Answer } } };
}
  ? Answer
  : never;

export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The law, not a fault, says no: with rule, article and what one can do. */
export type Refusal = Schemas['Refusal'];
export type ProblemBody = Schemas['Problem'];
export type Can = Schemas['Can'];

export type Trust = Schemas['Trust'];
export type Standing = Schemas['Standing'];

export type Session = Schemas['Session'];
export type Demo = AnswerOf<'listDemoSignIns'>;
export type DemoSignIn = Demo['signIns'][number];

export type ItemsFound = AnswerOf<'findItems'>;
export type FoundItem = ItemsFound['items'][number];
export type Limit = FoundItem['promisedLimit'];
export type Guide = Schemas['Guide'];
export type PublicGuide = Schemas['PublicGuide'];
export type GuideSheet = Schemas['GuideSheet'];
export type GuideVersion = PublicGuide['versions'][number];
export type MaterialLine = GuideSheet['materials']['bring'][number];
export type Situation = Schemas['Situation'];
export type SayingsFound = AnswerOf<'listSayings'>;
export type SayingRow = Schemas['Saying'];
export type SuggestedSaying = SayingsFound['suggestions'][number];
export type ItemInput = Guide['inputs'][number];
export type ItemMaterial = Guide['materials'][number];

export type Clocks = Schemas['Clocks'];
export type Clock = Clocks['promised'];
export type CasePage = AnswerOf<'listCases'>;
export type CaseRow = Schemas['CaseRow'];
export type CaseView = Schemas['Case'];
export type CaseState = CaseView['state'];
export type CasePerformed = Schemas['CasePerformed'];
export type Value = CaseView['form'][string];
export type Applicant = CaseView['applicant'];
export type ApplicantKind = Applicant['kind'];
export type IdType = Applicant['idType'];
export type SuppliedMaterial = {
  readonly code: string;
  readonly source: 'form' | 'paper' | 'file';
  readonly reference?: string;
  readonly maker?: Maker;
};
/** Who made the report of an intermediary (R8). */
export interface Maker {
  readonly name: string;
  readonly idNo: string;
  readonly reportNo: string;
  readonly issuedOn: string;
}
export type Upload = Schemas['Upload'];
export type SourceNoticesFound = AnswerOf<'listDiscrepancies'>;
export type SourceNotices = SourceNoticesFound['discrepancies'];
export type ItemForm = Schemas['ItemForm'];
export type FormQuestion = ItemForm['questions'][number];
export type AskedMaterial = ItemForm['materials'][number];
export type KnownAnswer = Schemas['KnownAnswer'];
export type KnownToUs = AnswerOf<'getKnownAnswers'>;
export type Draft = Schemas['Draft'];
export type FoundDraft = AnswerOf<'getDraft'>;
export type CaseDocument = CaseView['documents'][number];
export type Defect = CaseView['notices'][number]['defects'][number];
export type PointVerdict = CaseView['points'][number]['result'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type DecisionDraft = Schemas['DecisionDraft'];
export type DecisionOutcome = CaseView['signatures'][number]['outcome'];
export type DocumentCheck = Schemas['DocumentCheck'];

export type SealsFound = AnswerOf<'listSeals'>;
export type LogStatus = Schemas['LogStatus'];
export type LogAlarm = Schemas['LogAlarm'];
export type LogWitness = Schemas['LogWitness'];
export type SealRow = Schemas['SealRow'];
export type SealState = SealRow['state'];
export type SealPageView = Schemas['Seal'];
export type SealUsesFound = AnswerOf<'listSealUses'>;
export type SealUse = Schemas['SealUse'];

export type MandatesFound = AnswerOf<'listMandates'>;
export type MandateRow = Schemas['MandateRow'];
export type MandatePageView = Schemas['Mandate'];
export type MandateDraft = Schemas['MandateDraft'];
export type MandateVersion = MandatePageView['versions'][number];
export type MandateState = MandatePageView['state'];

export type RulesView = AnswerOf<'getRules'>;
export type RuleSet = RulesView['rules'];
export type RuleInput = RuleSet['inputs'][number];
export type RuleEffect = RuleSet['effects'][number];
export type RuleRow = RuleSet['decide'][number];
export type RuleExample = RuleSet['cases'][number];
export type Outcome = RuleRow['outcome'];
export type RuleCheck = Schemas['RuleCheck'];
export type RuleProblem = RuleCheck['problems'][number];
export type RuleCoverage = NonNullable<RuleCheck['coverage']>;
