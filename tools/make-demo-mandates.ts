import { readFileSync, writeFileSync } from 'node:fs';
import { Catalogue, ruleSetHash } from '../server/src/catalogue/catalogue.ts';
import { MandateLetter } from '../server/src/mandate/mandate.ts';

/**
 * Writes db/demo/mandates.json: for each department of the demo district the agreement 委托受理协议 with the centre and
 * the authorisation 授权书 of its posted staff, and one entrustment 委托实施 to a street. Run after the catalogue or the
 * people of the demo district change: `node tools/make-demo-mandates.ts`.
 */
const demo = new URL('../db/demo/', import.meta.url);
const catalogue = Catalogue.parse(readDemo('catalogue.json'));
const people = readDemo('people.json');
const term = { from: '2024-12-31T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' };
const nonDelegable = ['extendLimit', 'revokeLicence', 'decideAfterHearing', 'penalise', 'headApproval'];
const noExclusions = {
  hearing: false,
  thirdPartyInterest: false,
  creditRestricted: false,
  mediaSensitive: false,
  firstAfterRuleChange: false,
  recusalList: false,
};
const everyApplicant = ['naturalPerson', 'legalPerson', 'otherOrganisation'];

/** What all letters of the district say alike. */
const clauses = {
  handover: { electronic: 'atOnce', paperCutOffs: ['11:30', '16:30'], signsFor: '双方交接人员' },
  duties: {
    grantor: ['培训窗口人员', '咨询当日答复', '指南变更提前五个工作日告知', '监督检查'],
    grantee: ['按清单和标准办理', '保护个人信息和商业秘密', '回避和廉政', '接受抽查'],
  },
  tolerance: { pilotItems: [], conditions: ['善意、无私利、在授权内、程序合规、及时纠正、依据当时已核验的数据'] },
  termination: {
    noticeDays: 30,
    grounds: ['期限届满', '提前三十日书面通知', '严重违约', '法律或机构变更'],
    inFlight: '未办结件退回部门,时限不变。',
  },
  dataProcessing: {
    purposes: ['办理政务服务事项'],
    categories: ['身份信息', '申请材料'],
    retention: '按档案规定',
    onwardProcessing: false,
  },
};

const letters = catalogue.departments.flatMap(({ code }) => {
  const items = catalogue.items.filter((item) => item.dept === code);
  return items.length === 0
    ? []
    : [
        agreement(code, items),
        authorisation(
          code,
          items.filter((item) => item.signClass !== 'EX'),
        ),
      ];
});
const all = [...letters, entrustment()].map((letter) => MandateLetter.parse(letter));
writeFileSync(new URL('mandates.json', demo), `${JSON.stringify({ realm: '110198', letters: all }, null, 1)}\n`);

function agreement(code: string, items: typeof catalogue.items) {
  return {
    construct: 'A',
    ...partsOf(code, `YH-A-${code}-2025`),
    grantee: organOf('YH-CENTRE'),
    items: items.map((item) => ({
      itemId: item.id,
      name: item.name,
      guideVersionFrom: 1,
      list: null,
      intakeRoles: ['receive', 'accept', 'consult', 'deliver'],
    })),
    intakeChecklist: items.map((item) => ({
      itemId: item.id,
      checks: ['completeness', 'form', 'validity', 'identity'],
    })),
    powers: ['receive', 'checkForm', 'correct', 'accept', 'refuseAcceptance', 'issueReceipt', 'forward', 'handOut'],
    liability: '受理差错由政务服务中心纠正,对外由委托部门承担责任,内部按过错追偿。',
    responsibility: '受托机构以委托部门名义受理,不作实质审查。',
    legalBasis: [{ level: 'localRegulation', citation: '《北京市优化营商环境条例》第三十五条第一款' }],
  };
}

function authorisation(code: string, items: typeof catalogue.items) {
  const dept = code.toLowerCase();
  const handlers = [`${dept}-officer-1`, `${dept}-officer-2`].flatMap((id) =>
    people.people.filter((person: { personId: string }) => person.personId === id),
  );
  const chief = personOf(`${dept}-chief`);
  return {
    construct: 'B',
    ...partsOf(code, `YH-B-${code}-2025`),
    grantees: [
      ...handlers.map(({ personId, name }: { personId: string; name: string }, place: number) => ({
        personId,
        name,
        role: 'handler',
        // Market regulation works in pairs (AB岗): its second officer is a named deputy. Elsewhere both act in their own right.
        ...(code === 'MK' && place === 1
          ? { deputyOf: `${dept}-officer-1`, activation: ['absent', 'onLeave', 'recused', 'overload'] }
          : {}),
      })),
      { personId: chief.personId, name: chief.name, role: 'chief' },
    ],
    items: items.map((item) => ({
      itemId: item.id,
      name: item.name,
      guideVersionFrom: 1,
      list: item.signClass,
      intakeRoles: [],
    })),
    intakeChecklist: [],
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
    exclusions: {
      hearing: true,
      thirdPartyInterest: true,
      priorRefusal: { months: 6 },
      creditRestricted: true,
      mediaSensitive: true,
      firstAfterRuleChange: false,
      recusalList: true,
    },
    ruleSets: items
      .filter((item) => item.signClass === 0)
      .map((item) => ({ itemId: item.id, ruleSetHash: ruleSetHash(item) })),
    liability: '行政决定的法律责任由本机关承担。',
    responsibility: '谁签批谁负责;主要负责人负监督责任;非当场办结的两签承诺件由本机关选择列入签两次清单。',
    legalBasis: [{ level: 'localRegulation', citation: '《北京市优化营商环境条例》第三十五条第二款' }],
  };
}

function entrustment() {
  return {
    construct: 'C',
    ...partsOf('CV', 'YH-C-CV-110198001-2025'),
    grantee: organOf('110198001'),
    items: [
      {
        itemId: 'CV-03',
        name: catalogue.items.find((item) => item.id === 'CV-03')?.name ?? '',
        guideVersionFrom: 1,
        list: 1,
        intakeRoles: ['receive', 'accept', 'consult', 'deliver'],
      },
    ],
    intakeChecklist: [],
    powers: ['accept', 'correct', 'propose', 'grant', 'refuse', 'correctClericalError', 'terminate'],
    scope: { applicantKinds: ['naturalPerson'], regions: ['110198001'], amountMax: 5000 },
    liability: '受托机关以区民政局名义实施,法律责任由区民政局承担。',
    responsibility: '小额临时救助由街道办事处一签;超过五千元的报区民政局。',
    legalBasis: [{ level: 'administrativeRegulation', citation: '《社会救助暂行办法》第四十八条' }],
    publicNotice: { noticeNo: '云民公告〔2024〕31号', channel: '区政府网站、街道便民服务中心' },
  };
}

function partsOf(code: string, mandateNo: string) {
  const dept = code.toLowerCase();
  const { headPersonId, kind: _, ...organ } = organOf(code, true);
  return {
    mandateNo,
    version: 1,
    grantor: { ...organ, headPersonId, headName: personOf(headPersonId).name },
    actions: [],
    scope: { applicantKinds: everyApplicant, regions: ['110198'] },
    exclusions: noExclusions,
    limits: {},
    seals: [
      {
        sealId: sealIdOf(code),
        name: `${organ.name}审批专用章`,
        organCode: code,
        keeperPersonId: `${dept}-keeper`,
        documents: [
          'acceptanceNotice',
          'correctionNotice',
          'nonAcceptanceNotice',
          'specialProcedureNotice',
          'extensionNotice',
          'terminationNotice',
          'grantDecision',
          'refusalDecision',
          'licence',
        ],
      },
    ],
    nonDelegable,
    ruleSets: [],
    ...clauses,
    supervision: {
      samplingPercent: 5,
      plan: '每月抽查',
      reviewBoard: `${organ.name}监督机构`,
      report: '每月通报',
      firstSampleDueOn: '2025-01-31',
    },
    breaker: [
      { trigger: 'T14', threshold: '20件中3件低于60秒' },
      { trigger: 'T27', threshold: '严重差错1件或轻微差错3%' },
    ],
    term,
    publicNotice: { noticeNo: `云政服公示〔2024〕${mandateNo}`, channel: '区政务服务网、大厅窗口' },
  };
}

/** GB/T 38540 asks for a code of 14 digits: district, organ, 02 for the approval seal, serial. */
function sealIdOf(code: string): string {
  const place = catalogue.departments.findIndex((department) => department.code === code) + 1;
  return `110198${String(place).padStart(2, '0')}020001`;
}

function organOf(code: string, withHead = false) {
  const organ = people.organs.find((each: { code: string }) => each.code === code);
  const { name, uscc, level, kind, headPersonId } = organ;
  return { code, name, uscc, level, kind, ...(withHead ? { headPersonId } : {}) };
}

function personOf(personId: string) {
  return people.people.find((person: { personId: string }) => person.personId === personId);
}

function readDemo(name: string) {
  return JSON.parse(readFileSync(new URL(name, demo), 'utf8'));
}
