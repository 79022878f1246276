import type { Act } from './act.ts';
import { type HeldVersion, holdVersion, type Standing } from './held.ts';
import { MandateLetter } from './letter.ts';
import type { MandateFacts, MandatePerson } from './mandate.ts';

/** Letters, acts and facts for tests and benchmarks: one authorisation, one agreement, one entrustment, all lawful. */

export const ruleSetHash = 'ab'.repeat(32);
export const termFrom = '2024-12-31T16:00:00.000Z';
export const termTo = '2026-12-31T16:00:00.000Z';
/** Noon in Beijing on a day well inside the term. */
export const noonAt = '2025-06-03T04:00:00.000Z';

const market = { code: 'MK', name: '云河区市场监督管理局', uscc: '11110198YH00010020', level: 'district' } as const;
const centre = {
  code: 'YH-CENTRE',
  name: '云河区政务服务中心',
  uscc: '12110198YH000254X8',
  level: 'district',
  kind: 'serviceBody',
} as const;
const street = {
  code: '110198001',
  name: '云桥街道办事处',
  uscc: '11110198YH00026117',
  level: 'subdistrict',
  kind: 'administrativeOrgan',
} as const;

const parts = {
  version: 1,
  grantor: { ...market, headPersonId: 'mk-head', headName: '卫晓航' },
  intakeChecklist: [],
  actions: [],
  scope: { applicantKinds: ['naturalPerson', 'legalPerson'], regions: ['110198'] },
  exclusions: {
    hearing: false,
    thirdPartyInterest: false,
    creditRestricted: false,
    mediaSensitive: false,
    firstAfterRuleChange: false,
    recusalList: false,
  },
  limits: {},
  seals: [
    {
      sealId: 'mk-approval',
      name: '审批专用章',
      organCode: 'MK',
      keeperPersonId: 'mk-keeper',
      documents: ['grantDecision'],
    },
  ],
  nonDelegable: ['extendLimit', 'revokeLicence', 'decideAfterHearing', 'penalise', 'headApproval'],
  ruleSets: [],
  handover: { electronic: 'atOnce', paperCutOffs: ['11:30'], signsFor: '双方交接人员' },
  duties: { grantor: ['培训'], grantee: ['按标准办理'] },
  liability: '由本机关承担',
  responsibility: '谁签批谁负责',
  supervision: {
    samplingPercent: 5,
    plan: '每月抽查',
    reviewBoard: '法制科',
    report: '每月',
    firstSampleDueOn: '2025-01-31',
  },
  breaker: [{ trigger: 'T14', threshold: '20件中3件低于60秒' }],
  tolerance: { pilotItems: [], conditions: [] },
  term: { from: termFrom, to: termTo },
  termination: { noticeDays: 30, grounds: ['期满'], inFlight: '退回部门,时限不变' },
  dataProcessing: {
    purposes: ['办理事项'],
    categories: ['身份信息'],
    retention: '按档案规定',
    onwardProcessing: false,
  },
  legalBasis: [{ level: 'localRegulation', citation: '《北京市优化营商环境条例》第三十五条' }],
  publicNotice: { noticeNo: '公示1号', channel: '政务服务网、大厅' },
} as const;

function itemOf(itemId: string, list: 0 | 1 | 2 | null) {
  return { itemId, name: itemId, guideVersionFrom: 1, list, intakeRoles: [] };
}

/** 授权书: MK-02 on list 0, MK-01 on list 1, MK-05 on list 2; two handlers, a deputy, a chief representative, a keeper. */
export const authorisation = MandateLetter.parse({
  construct: 'B',
  ...parts,
  mandateNo: 'YH-B-MK',
  grantees: [
    { personId: 'mk-officer-1', name: '甲', role: 'handler' },
    { personId: 'mk-officer-2', name: '乙', role: 'handler' },
    {
      personId: 'mk-deputy',
      name: '丙',
      role: 'handler',
      deputyOf: 'mk-officer-1',
      activation: ['onLeave', 'recused'],
    },
    { personId: 'mk-chief', name: '丁', role: 'chief' },
  ],
  items: [itemOf('MK-02', 0), itemOf('MK-01', 1), itemOf('MK-05', 2)],
  powers: [
    'accept',
    'correct',
    'propose',
    'grant',
    'refuse',
    'correctClericalError',
    'terminate',
    'issueLicence',
    'replaceLicence',
    'renew',
    'change',
    'cancel',
    'applySeal',
  ],
  ruleSets: [{ itemId: 'MK-02', ruleSetHash }],
});

/** 委托受理协议 with the centre for the same items. */
export const agreement = MandateLetter.parse({
  construct: 'A',
  ...parts,
  mandateNo: 'YH-A-MK',
  grantee: centre,
  items: [itemOf('MK-01', null), itemOf('MK-05', null)],
  intakeChecklist: ['MK-01', 'MK-05'].map((itemId) => ({
    itemId,
    checks: ['completeness', 'form', 'validity', 'identity'],
  })),
  powers: ['receive', 'checkForm', 'correct', 'accept', 'refuseAcceptance', 'issueReceipt', 'forward', 'handOut'],
});

/** 委托实施 to a street, small amounts only. */
export const entrustment = MandateLetter.parse({
  construct: 'C',
  ...parts,
  mandateNo: 'YH-C-MK',
  grantee: street,
  items: [itemOf('MK-01', 1)],
  powers: ['accept', 'propose', 'grant', 'refuse'],
  scope: { applicantKinds: ['naturalPerson'], regions: ['110198001'], amountMax: 5_000 },
});

/** `letter` with some members replaced, read strictly again. */
export function amended(letter: MandateLetter, change: object): MandateLetter {
  return MandateLetter.parse({ ...letter, ...change });
}

/** `letter` in force and accepted by everybody, unless `standing` says otherwise. */
export function held(letter: MandateLetter, standing: Partial<Standing> = {}): HeldVersion {
  const everybody = letter.construct === 'B' ? letter.grantees.map(({ personId }) => personId) : [letter.grantee.code];
  return holdVersion(letter, {
    status: 'usable',
    fromAt: letter.term.from,
    toAt: letter.term.to,
    isSuperseded: false,
    acceptedBy: [...everybody, ...letter.seals.map(({ keeperPersonId }) => keeperPersonId)],
    suspendedHolders: [],
    epoch: 6,
    ...standing,
  });
}

/** The first officer grants a class-1 case of a natural person. */
export const grantAct: Act = {
  at: noonAt,
  holder: 'mk-officer-1',
  role: 'handler',
  power: 'grant',
  itemId: 'MK-01',
  adverse: false,
  scope: { applicantKind: 'naturalPerson', region: '110198' },
  flags: [],
  signatureNo: 1,
};

const staff: MandatePerson = {
  organ: 'MK',
  employment: 'establishment',
  active: true,
  posts: [{ kind: 'postedOfficer', organ: 'MK', centre: 'YH-CENTRE' }],
};
const office: MandatePerson = {
  organ: 'MK',
  employment: 'civilServant',
  active: true,
  posts: [{ kind: 'legalReviewer', organ: 'MK' }],
};

/** The district as the steps see it. */
export const facts: MandateFacts = {
  person: (personId) => persons[personId],
  organ: (code) => organs[code],
  item: (itemId) => items[itemId],
  powersHeldBy: () => [],
  centre: 'YH-CENTRE',
  filingOrgans: ['ZW', 'YH-CENTRE'],
};

const persons: Readonly<Record<string, MandatePerson>> = {
  'mk-head': office,
  'mk-legal': office,
  'mk-drafter': office,
  'mk-supervisor': { ...office, posts: [{ kind: 'supervisor', organ: 'MK' }] },
  'mk-officer-1': staff,
  'mk-officer-2': staff,
  'mk-deputy': staff,
  'mk-chief': { ...staff, posts: [{ kind: 'chiefRepresentative', organ: 'MK', centre: 'YH-CENTRE' }] },
  'mk-keeper': { ...staff, posts: [{ kind: 'sealKeeper', organ: 'MK', centre: 'YH-CENTRE' }] },
  'mk-contract': { ...staff, employment: 'contract' },
  'hl-officer-1': { ...staff, organ: 'HL' },
  'zw-filer': { ...office, organ: 'ZW' },
  'centre-head': { ...office, organ: 'YH-CENTRE' },
  'street-head': { ...office, organ: '110198001' },
};

const organs: Readonly<Record<string, ReturnType<MandateFacts['organ']>>> = {
  MK: { ...market, kind: 'department', headPersonId: 'mk-head' },
  'YH-CENTRE': { ...centre, headPersonId: 'centre-head' },
  '110198001': { ...street, headPersonId: 'street-head' },
};

const items: Readonly<Record<string, ReturnType<MandateFacts['item']>>> = {
  'MK-01': { dept: 'MK', level: 'district', signClass: 1, ruleSetHash: null, decidableOnTheSpot: true, inForce: true },
  'MK-02': { dept: 'MK', level: 'district', signClass: 0, ruleSetHash, decidableOnTheSpot: true, inForce: true },
  'MK-05': { dept: 'MK', level: 'district', signClass: 2, ruleSetHash: null, decidableOnTheSpot: false, inForce: true },
  'MK-09': {
    dept: 'MK',
    level: 'district',
    signClass: 'EX',
    ruleSetHash: null,
    decidableOnTheSpot: false,
    inForce: true,
  },
  'MK-10': { dept: 'MK', level: 'district', signClass: 1, ruleSetHash: null, decidableOnTheSpot: true, inForce: false },
  'HL-01': { dept: 'HL', level: 'district', signClass: 1, ruleSetHash: null, decidableOnTheSpot: true, inForce: true },
};
