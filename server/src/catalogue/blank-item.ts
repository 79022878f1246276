import type { Item } from './item.ts';

const nothing = { zh: '', en: '' };

/** An item of which only the number and the department are known: where a draft from nothing begins. */
export function blankItem(id: string, dept: string): Item {
  return {
    id,
    name: '新事项',
    nameEn: 'New item',
    plain: { summary: nothing, alsoCalled: [], keywords: [], note: '' },
    dept,
    typeCode: '01',
    useLevel: '3',
    region: '',
    basicCode: '',
    localCode: '',
    implCode: '',
    bizCode: '',
    bizName: '',
    endsOn: null,
    ...blankPower,
    ...blankCourse,
    ...blankService,
    signClass: 2,
    inSignList: false,
    signReason: '待说明',
    adverseSigns: 2,
    signing: { exception: null, favourableService: false, objectiveOnly: false, concerns: [], deviation: null },
    delegation: { constructs: ['A'], nonDelegable: false, nonDelegableReason: '' },
    reviewPoints: [],
    inputs: [],
    effects: [],
    decide: [{ when: 'true', outcome: 'SIGN2', why: '待编写规则' }],
    cases: [],
    source: '',
    notes: '',
  };
}

const blankPower = {
  power: {
    legalBases: [],
    source: 'statute',
    organName: '',
    organCode: '',
    organNature: 'statutoryOrgan',
    entrustedBy: null,
    supervisedBy: '',
    jointOrgans: [],
    exercised: '',
  },
  subject: '法人/自然人',
  audience: { kinds: [], personTopics: [], corpTopics: [], lifeStage: '' },
} satisfies Partial<Item>;

const blankCourse = {
  caseType: '承诺',
  decidableOnTheSpot: true,
  legalLimit: { value: '20', unit: 'W', basis: '行政许可法42' },
  promisedLimit: { value: 20, unit: 'W' },
  time: { legalNote: '', promiseNote: '', special: [], stages: [], baselineMinutes: 0 },
  intake: {
    conditions: [],
    quantityLimit: null,
    prohibitions: [],
    tolerant: false,
    promise: { offered: false, listed: false, excludedBy: 'none', createdBy: null, wording: nothing, afterCheck: null },
    personalPresence: { required: false, basis: null },
    bars: [],
    appointment: 'optional',
    area: 'district',
    inHall: true,
  },
  materials: [],
  form: [],
  situations: [],
} satisfies Partial<Item>;

const blankService = {
  online: {
    available: true,
    depth: 'whole',
    address: '',
    singleSignOn: true,
    mobile: true,
    mailsMaterials: true,
    mailsResult: true,
  },
  channels: [
    { kind: 'window', open: true, closedBecause: 'none' },
    { kind: 'online', open: true, closedBecause: 'none' },
    { kind: 'kiosk', open: true, closedBecause: 'none' },
    { kind: 'station', open: true, closedBecause: 'none' },
  ],
  visits: { count: 0, reason: '' },
  place: { windows: [], consultPhone: '', complaintPhone: '', complaintAddress: '', streets: [] },
  fees: { charged: false, lines: [], formsFree: true, paidOnline: false, note: '' },
  result: {
    document: '待填写',
    documentEn: '',
    kind: 'licence',
    finish: 'licenceMade',
    sample: '',
    seal: '待填写',
    validity: '长期',
    yearlyCheck: false,
    licenceType: null,
    delivery: [],
  },
  services: {
    intermediaries: [],
    flow: { offline: [], online: [] },
    faq: [],
    remedies: {
      review: { organ: '', address: '', phone: '', link: '' },
      suit: { organ: '', address: '', phone: '' },
    },
    attention: '',
  },
} satisfies Partial<Item>;
