import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { LetterBody, LetterRequest } from '../application/application.ts';
import { fileStore } from '../document/file-store.ts';
import { letterRenderer } from '../document/render.ts';
import type { Organ } from '../identity/identity.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { caseLetters, composeCaseLetter, type CaseLetterPorts } from './case-letters.ts';
import { docNoOf } from './letter-number.ts';
import { developmentAuthority } from './development-ca.ts';
import { developmentSeals } from './development-seals.ts';
import { fileKeyStore } from './key-store.ts';
import { SealApplied, sealStream, type SealKind, type SealView } from './seal.ts';
import { verifySealedPdf } from './verify-pdf.ts';

const directory = mkdtempSync(join(tmpdir(), 'case-letters-'));
const fromAt = '2025-01-01T00:00:00.000Z';
const keys = fileKeyStore({ directory, passphrase: 'development' });
const authority = await developmentAuthority(keys, fromAt);
const driver = developmentSeals(directory, keys, authority);
const renderer = letterRenderer();

const market: Organ = {
  code: 'MK',
  name: '云河区市场监督管理局',
  nameEn: 'Market Regulation Bureau',
  uscc: '11110198YH00010020',
  level: 'district',
  kind: 'department',
  vertical: null,
  abbreviation: '云市监',
  headPersonId: 'mk-head',
  status: 'established',
  seq: 2,
};
const tax: Organ = {
  ...market,
  code: 'TX',
  name: '国家税务总局北京市云河区税务局',
  vertical: '国家税务总局(垂直)',
  abbreviation: '京云税',
};

const seals = [await inUse('receiptSeal', '11019800000101'), await inUse('approvalSeal', '11019800000102')];
const ports: CaseLetterPorts = {
  renderer,
  files: fileStore(join(directory, 'documents')),
  signer: driver,
  organs: { get: (key) => [market, tax].map(held).find((organ) => organ.key === key) },
  seals: { list: () => seals },
  place: {
    government: '北京市云河区人民政府',
    court: '北京市云河区人民法院',
    onlineReviewUrl: 'https://xzfy.moj.gov.cn',
    superiors: {},
    enquiry: '可凭办件编号查询办理情况。',
    verification: (docNo) => ({ code: `YH-${docNo.length}`, url: 'https://yunhe.example/verify/YH' }),
    isLicence: (itemId) => itemId.startsWith('MK'),
    paperInstrument: (itemId) => (itemId === 'CV-01' ? 'marriage' : undefined),
  },
};

const bodies: { readonly [Kind in LetterBody['kind']]: Extract<LetterBody, { readonly kind: Kind }> } = {
  acceptanceNotice: {
    kind: 'acceptanceNotice',
    receivedOn: '2025-03-03',
    acceptedOn: '2025-03-03',
    deemed: false,
    statutoryDueOn: '2025-03-31',
    promisedDueOn: '2025-03-10',
    provisional: false,
    tolerated: [{ name: '健康证明', untilOn: '2025-03-07' }],
    materials: ['申请书', '平面图'],
  },
  correctionNotice: {
    kind: 'correctionNotice',
    receivedOn: '2025-03-03',
    correctBy: '2025-04-02',
    defects: [{ what: '平面图:缺少面积', need: '标明面积' }],
  },
  nonAcceptanceNotice: {
    kind: 'nonAcceptanceNotice',
    outcome: 'NOT_OURS',
    receivedOn: '2025-03-03',
    reason: '属于城市管理部门职权',
    competentOrgan: '云河区城市管理委员会',
  },
  specialProcedureNotice: {
    kind: 'specialProcedureNotice',
    procedure: '专家评审',
    workingDays: 10,
    stopsClock: true,
    basis: '《食品安全法》',
  },
  hearingNotice: { kind: 'hearingNotice', heldOn: '2025-03-20', place: '三层听证室', presider: '沈国强' },
  extensionNotice: { kind: 'extensionNotice', reason: '案情复杂', workingDays: 10, newDueOn: '2025-04-14' },
  terminationNotice: { kind: 'terminationNotice', ground: 'objectGone', reason: '申请人注销', basis: '办事指南' },
  grantDecision: {
    kind: 'grantDecision',
    acceptedOn: '2025-03-03',
    onPromise: true,
    byRuleSet: 'c'.repeat(64),
    reason: '全部条件由共享数据核验符合',
    result: '食品经营许可证',
    validity: '5年',
  },
  paperDecisionRecord: {
    kind: 'paperDecisionRecord',
    acceptedOn: '2025-03-03',
    result: '结婚证',
    signer: '苏文静',
    paperNo: 'J110198-2025-000123',
    signedOn: '2025-03-03',
    reason: '双方符合结婚条件',
  },
  refusalDecision: {
    kind: 'refusalDecision',
    acceptedOn: '2025-03-03',
    facts: '生熟食品共用操作台',
    norms: ['《食品安全法》第三十三条'],
    reason: '不符合法定条件',
  },
};

afterAll(async () => {
  await renderer.close();
  rmSync(directory, { recursive: true });
});

test.each(Object.values(bodies).filter(({ kind }) => kind !== 'paperDecisionRecord'))(
  '$kind: the draft that is signed is the document that is sealed (R82)',
  async (body) => {
    const letters = caseLetters(ports);
    const draft = accepted(await letters.draft(request({ body })));
    const sealed = accepted(await letters.seal(request({ body, at: '2025-03-03T08:59:59.000Z' })));
    expect(sealed.documentHash).toBe(draft.documentHash);
    expect(sealed.docNo).toBe(draft.docNo);
    expect(sealed.event.type).toBe(body.kind.endsWith('Decision') ? 'DecisionSealed' : 'LetterSealed');
    const applied = SealApplied.parse(sealed.event.data);
    const pdf = await ports.files.get(applied.sealedHash);
    expect(verifySealedPdf(pdf, { roots: authority.trusted, revoked: [] })).toMatchObject({
      result: 'valid',
      signedHash: draft.documentHash,
      sealId: applied.sealId,
    });
    expect(sealed.fences).toEqual([{ key: sealStream(applied.sealId), epoch: 3, mode: 'pass' }]);
  },
);

test('R28: notices of acceptance take the receipt seal, decisions the approval seal', async () => {
  const kinds = await Promise.all(
    [bodies.acceptanceNotice, bodies.grantDecision].map(async (body) => {
      return SealApplied.parse(accepted(await caseLetters(ports).seal(request({ body }))).event.data).sealKind;
    }),
  );
  expect(kinds).toEqual(['receiptSeal', 'approvalSeal']);
});

test('R103: header, number series and seal are the grantor’s, and no number is used twice', () => {
  const numbers = Object.values(bodies).flatMap((body) => {
    return ['0001', '0002'].flatMap((serial) =>
      ['MK-05', 'MK-06']
        .map((itemId) =>
          [1, 2, 12].map((ordinal) =>
            docNoOf(request({ body, itemId, ordinal, caseNo: `${'1'.repeat(31)}20250303${serial}` }), market),
          ),
        )
        .flat(),
    );
  });
  expect(new Set(numbers).size).toBe(120);
  expect(docNoOf(request({ body: bodies.grantDecision }), market)).toBe('云市监准字〔2025〕第05-03030001号');
});

test('a department whose seal is not in use seals nothing', async () => {
  const outcome = await caseLetters({ ...ports, seals: { list: () => [] } }).seal(
    request({ body: bodies.grantDecision }),
  );
  expect(isRefusal(outcome) && outcome.code).toBe('seal-not-in-use');
});

test('R68: the superior of a vertical organ comes from the configuration; unknown, the letter is refused', () => {
  const asked = request({ body: bodies.refusalDecision, organ: 'TX' });
  const unknown = composeCaseLetter(asked, ports);
  expect(isRefusal(unknown) && unknown.code).toBe('remedies-incomplete');
  const superiors = { TX: '国家税务总局北京市税务局' };
  const letter = accepted(composeCaseLetter(asked, { ...ports, place: { ...ports.place, superiors } }));
  expect(JSON.stringify(letter.sections)).toContain('向国家税务总局北京市税务局申请行政复议');
});

test('R79: a machine’s decision says so, and names the rule set', () => {
  const letter = accepted(composeCaseLetter(request({ body: bodies.grantDecision }), ports));
  expect(JSON.stringify(letter.sections)).toContain(`由经签发的规则集自动作出（规则集摘要：${'c'.repeat(64)}）`);
});

function request(changed: Partial<LetterRequest> & Pick<LetterRequest, 'body'>): LetterRequest {
  return {
    caseNo: '11110198YH000100203110131005000202503030001',
    itemId: 'MK-05',
    itemName: '食品经营许可（餐饮服务）核发',
    organ: 'MK',
    addressee: '北京云河小馆餐饮管理有限公司',
    on: '2025-03-03',
    at: '2025-03-03T02:00:00.000Z',
    servedOnline: true,
    record: ['依据授权：YHMK-SQ-2025-001 第2版'],
    ordinal: 1,
    ...changed,
  };
}

function accepted<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`${outcome.code} ${JSON.stringify(outcome.detail)}`);
  return outcome;
}

function held(organ: Organ) {
  return { key: `organ/${organ.code}`, view: organ, epoch: organ.seq };
}

async function inUse(kind: SealKind, sealId: string) {
  const made = await driver.make({
    sealId,
    kind,
    organ: market.uscc,
    organName: market.name,
    validFromAt: fromAt,
    validToAt: '2030-01-01T00:00:00.000Z',
  });
  const view: SealView = { state: 'inUse', made };
  return { key: sealStream(sealId), view, epoch: 3 };
}

test('R84: no marriage certificate is drafted or sealed electronically, while its notices are', async () => {
  const letters = caseLetters(ports);
  const grant = { ...request({ body: bodies.grantDecision }), itemId: 'CV-01' };
  expect(await letters.draft(grant)).toMatchObject({ code: 'paper-only-instrument', rule: 'R84' });
  expect(await letters.seal(grant)).toMatchObject({ code: 'paper-only-instrument' });
  expect(await letters.seal({ ...grant, body: bodies.acceptanceNotice })).toMatchObject({ docNo: expect.any(String) });
});

test('R84: the record of a paper decision says that it is none, and no seal can be put under it', async () => {
  const letters = caseLetters(ports);
  const record = { ...request({ body: bodies.paperDecisionRecord }), itemId: 'CV-01' };
  const letter = accepted(composeCaseLetter(record, ports));
  expect(letter).toMatchObject({ title: '纸质决定登记单', remedies: [], notes: [] });
  expect(letter.paragraphs.join('')).toContain('不是决定书，未经电子签名、未加盖电子印章，不能代替纸质文书');
  expect(await letters.draft(record)).toMatchObject({ documentHash: expect.any(String) });
  expect(await letters.seal(record)).toMatchObject({ code: 'seal-not-in-use' });
});

test('a decision prints no working mark of the catalogue', () => {
  const validityOf = (validity: string) => {
    const letter = composeCaseLetter(request({ body: { ...bodies.grantDecision, validity } }), ports);
    return JSON.stringify(letter);
  };
  expect(validityOf('5年(待核)')).toContain('5年');
  expect(validityOf('5年(待核)')).not.toContain('待核');
  expect(validityOf('-')).not.toContain('有效期限');
});

test('R32: a notice of tolerant acceptance does not call the materials complete', () => {
  const tolerant = JSON.stringify(composeCaseLetter(request({ body: bodies.acceptanceNotice }), ports));
  expect(tolerant).toContain('决定容缺受理');
  expect(tolerant).not.toContain('，申请材料齐全');
});

test('R25, R29: a letter cites the Licensing Law for licences, follows it by analogy elsewhere, and a registry cites its own', () => {
  const printed = (itemId: string, body: LetterBody) =>
    JSON.stringify(composeCaseLetter({ ...request({ body }), itemId }, ports));
  const LAW = '《中华人民共和国行政许可法》';
  for (const body of [
    bodies.correctionNotice,
    bodies.nonAcceptanceNotice,
    bodies.specialProcedureNotice,
    bodies.extensionNotice,
    { ...bodies.acceptanceNotice, tolerated: [] },
    { ...bodies.acceptanceNotice, deemed: true },
  ]) {
    expect(printed('MK-05', body)).toContain(`根据${LAW}`);
    expect(printed('PS-06', body)).toContain(`参照${LAW}`);
    expect(printed('PS-06', body)).not.toContain(`根据${LAW}`);
  }
  const registry = printed('RE-01', { ...bodies.acceptanceNotice, deemed: true, byRegistry: true });
  expect(registry).toContain('《不动产登记暂行条例》第十七条');
  expect(registry).not.toContain('行政许可法');
});

test('R63: a renewal granted by silence does not say that anybody examined or decided it', () => {
  const renewed = JSON.stringify(
    composeCaseLetter(request({ body: { ...bodies.grantDecision, deemedRenewal: true } }), ports),
  );
  expect(renewed).toContain('第五十条第二款，视为准予延续');
  expect(renewed).not.toContain('经审查，申请符合');
});

test('R67: who is told that his case ends without a decision learns where to complain', () => {
  const ended = JSON.stringify(composeCaseLetter(request({ body: bodies.terminationNotice }), ports));
  for (const part of ['60日内', '申请行政复议', '6个月内', '北京市云河区人民法院']) expect(ended).toContain(part);
});

test('R66: a day until which something is promised says that it counts itself (民法典1259)', () => {
  const promised = JSON.stringify(composeCaseLetter(request({ body: bodies.acceptanceNotice }), ports));
  expect(promised).toContain('2025年3月10日前（含当日）作出决定');
  expect(promised).toContain('2025年3月7日前补交，含当日');
});
