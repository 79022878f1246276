import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { blankItem, Catalogue, codeLists, type Item, lintItem, publicationFaults } from './catalogue.ts';

function demo(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../db/demo/${name}`, import.meta.url), 'utf8'));
}

const catalogue = Catalogue.parse(demo('catalogue.json'));
const facts = {
  licenceList: codeLists.licenceList,
  sources: new Map([...catalogue.eLicenceTypes, ...catalogue.shareInterfaces].map(({ id, name }) => [id, name])),
  others: catalogue.items,
};

function item(id: string): Item {
  const found = catalogue.items.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no demo item ${id}`);
  return found;
}

/** `rule path` of every fault. */
function faultsOf(changed: Item, more: Partial<Parameters<typeof publicationFaults>[1]> = {}): readonly string[] {
  return publicationFaults(changed, { ...facts, ...more }).map(({ rule, path }) => `${rule} ${path}`);
}

/** The item with one material changed. */
function withMaterial(of: Item, code: string, change: Partial<Item['materials'][number]>): Item {
  return { ...of, materials: of.materials.map((one) => (one.code === code ? { ...one, ...change } : one)) };
}

const catering = item('MK-05');
const home = item('RE-01');
const hygiene = item('HL-01');

describe('every fault at once', () => {
  test('names element, rule, article and mend of four mistakes in one item', () => {
    const broken = withMaterial(
      {
        ...catering,
        implCode: catering.implCode.replace('YH', 'HY'),
        promisedLimit: { value: 45, unit: 'W' },
        decide: [{ when: "area == 'big'", outcome: 'APPROVE', why: 'x' }, ...catering.decide],
      },
      'm.floor',
      { name: '其他材料' },
    );
    const found = publicationFaults(broken, facts);
    expect(found.map(({ path }) => path)).toEqual([
      'decide[0].when',
      'implCode',
      'bizCode',
      'materials[2].name',
      'promisedLimit',
    ]);
    expect(found[1]).toMatchObject({
      element: { zh: '实施编码', en: 'Implementation code' },
      found: expect.stringContaining('校验位不对'),
    });
    expect(found[3]).toMatchObject({
      rule: 'R3',
      article: '北京2024第31条',
      element: { zh: '申请材料 › 第3项 › 材料名称', en: 'Materials › no. 3 › Name' },
    });
    expect(found[4]).toMatchObject({ rule: 'R5', found: '45W > 20W' });
    expect(found.every(({ remedy, article }) => remedy.zh !== '' && remedy.en !== '' && article !== '')).toBe(true);
  });

  test('an element of another shape does not hide what is wrong elsewhere', () => {
    const broken = {
      ...catering,
      place: { ...catering.place, windows: 'hall' },
      promisedLimit: { value: 45, unit: 'W' },
    };
    expect(lintItem(broken, facts).map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'house place.windows',
      'R5 promisedLimit',
    ]);
    const { fees: _fees, ...without } = catering;
    expect(lintItem({ ...without, colour: 'red' }, facts).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'element-missing fees',
      'element-malformed colour',
    ]);
  });

  test('what is no item at all is said to lack its elements', () => {
    expect(lintItem('x', facts)).toMatchObject([{ code: 'element-malformed', path: '' }]);
    expect(lintItem({}, facts).length).toBeGreaterThan(30);
  });
});

describe('R1–R14', () => {
  test('R2: a guide without basis, conditions, sample, contacts or complaint channel is not published', () => {
    const bare = blankItem('MK-99', 'MK');
    expect(faultsOf(bare)).toEqual(
      expect.arrayContaining([
        'R2 power.legalBases',
        'R2 intake.conditions',
        'R2 time.stages',
        'R2 result.sample',
        'R2 place.windows',
        'R2 place.consultPhone',
        'R2 place.complaintPhone',
        'R2 services.remedies.review.organ',
      ]),
    );
    expect(faultsOf(withMaterial(catering, 'm.form', { blankForm: '' }))).toEqual(['R2 materials[0].blankForm']);
  });

  test('R2: an input that the form never asks for is missing', () => {
    const form = catering.form.filter(({ name }) => name !== 'hasRawOrCold');
    const situations = [] as const;
    expect(faultsOf({ ...catering, form, situations: [...situations] })).toEqual(['R2 inputs[3].source']);
  });

  test('R3: a condition may not be a catch-all', () => {
    const conditions = [{ code: 'c.1', text: { zh: '符合其他条件', en: 'x' }, basis: 'x' }];
    expect(faultsOf({ ...catering, intake: { ...catering.intake, conditions } })).toEqual([
      'R3 intake.conditions[0].text.zh',
    ]);
  });

  test('R4: a code that stands for two materials could not be cited', () => {
    expect(faultsOf(withMaterial(catering, 'm.flow', { code: 'm.floor' }))).toEqual(['R4 materials[3].code']);
  });

  test('R6: what an e-licence gives may not be demanded, nor a government paper without a reason', () => {
    expect(faultsOf(withMaterial(catering, 'm.bl', { replaceableBy: [], notShared: 'x' }))).toEqual([
      'R6 materials[1].replaceableBy',
    ]);
    expect(faultsOf(withMaterial(catering, 'm.bl', { format: 'paper' }))).toEqual(['R6 materials[1].format']);
    expect(faultsOf(withMaterial(catering, 'm.floor', { origin: 'government' }))).toEqual([
      'R6 materials[2].notShared',
    ]);
    expect(faultsOf(withMaterial(catering, 'm.bl', { replaceableBy: ['L-NONE'] }))).toEqual([
      'R6 materials[1].replaceableBy',
    ]);
  });

  test('R7: a certificate is asked on a statute or regulation and from the public list only', () => {
    const nurse = item('HL-03');
    const at = nurse.materials.findIndex(({ code }) => code === 'm.phys');
    const rule = { law: '某规章', article: '第1条', rank: 'departmentRule' } as const;
    expect(faultsOf(withMaterial(nurse, 'm.phys', { basis: rule }))).toEqual([`R7 materials[${at}].basis`]);
    expect(faultsOf(withMaterial(nurse, 'm.phys', { certificateListed: false }))).toEqual([
      `R7 materials[${at}].certificateListed`,
    ]);
  });

  test('R8: an intermediary stands on the public list and is never named', () => {
    const [service] = hygiene.services.intermediaries;
    if (service === undefined) throw new Error('no intermediary');
    const withService = (change: Partial<typeof service>): Item => ({
      ...hygiene,
      services: { ...hygiene.services, intermediaries: [{ ...service, ...change }] },
    });
    expect(faultsOf(withService({ listed: false }))).toEqual(['R8 services.intermediaries[0].listed']);
    expect(faultsOf(withService({ provider: '云河检测有限公司' }))).toEqual(['R8 services.intermediaries[0].provider']);
    expect(faultsOf({ ...hygiene, services: { ...hygiene.services, intermediaries: [] } })).toEqual([
      'R8 materials[3].intermediary',
    ]);
  });

  test('R9: a fee needs a statute or administrative regulation, a published standard and the treasury', () => {
    const [line] = home.fees.lines;
    if (line === undefined) throw new Error('no fee');
    const withLine = (change: Partial<typeof line>): Item => ({
      ...home,
      fees: { ...home.fees, lines: [{ ...line, ...change }] },
    });
    expect(faultsOf(withLine({ basis: { ...line.basis, rank: 'localRegulation' } }))).toEqual([
      'R9 fees.lines[0].basis',
    ]);
    expect(faultsOf(withLine({ standard: ' ' }))).toEqual(['R9 fees.lines[0].standard']);
    expect(faultsOf(withLine({ payee: 'organ' }))).toEqual(['R9 fees.lines[0].payee']);
    expect(faultsOf(withLine({ amount: { kind: 'perUnit', fen: 1, input: 'rooms' } }))).toEqual([
      'R9 fees.lines[0].amount',
    ]);
    expect(faultsOf({ ...home, fees: { ...home.fees, formsFree: false } })).toEqual(['R9 fees.formsFree']);
  });

  test('R10: there is one guide for an item and a level', () => {
    const twin = { ...catering, id: 'MK-55' };
    expect(faultsOf(twin)).toEqual(['R10 bizCode']);
  });

  test('R11: a question that serves no rule, result or statute is not asked', () => {
    const withPurpose = (purpose: Item['form'][number]['purpose']): Item => ({
      ...catering,
      form: [...catering.form, { ...catering.form[0], name: 'religion', purpose }].map((field) => ({
        ...catering.form[0],
        label: { zh: '', en: '' },
        help: { zh: '', en: '' },
        type: 'string' as const,
        options: [],
        required: false,
        when: null,
        shared: null,
        prefill: [],
        ...field,
      })),
    });
    const at = catering.form.length;
    expect(faultsOf(withPurpose({ kind: 'rule', input: 'religion' }))).toEqual([`R11 form[${at}].purpose`]);
    expect(faultsOf(withPurpose({ kind: 'result', of: ' ' }))).toEqual([`R11 form[${at}].purpose`]);
    const basis = { law: '', article: '', rank: 'law' } as const;
    expect(faultsOf(withPurpose({ kind: 'statute', basis }))).toEqual([`R11 form[${at}].purpose`]);
    expect(faultsOf(withPurpose({ kind: 'result', of: '许可证' }))).toEqual([]);
  });

  test('R14: neither counter nor any other way is closed because there is another', () => {
    const closed = (kind: string, closedBecause: Item['channels'][number]['closedBecause']): Item => ({
      ...catering,
      channels: catering.channels.map((one) => (one.kind === kind ? { ...one, open: false, closedBecause } : one)),
    });
    expect(faultsOf(closed('window', 'otherChannel'))).toEqual(['R14 channels[0].closedBecause']);
    expect(faultsOf(closed('kiosk', 'otherChannel'))).toEqual(['R14 channels[2].closedBecause']);
    expect(faultsOf(closed('station', 'presenceRequired'))).toEqual(['R14 channels[3].closedBecause']);
    expect(faultsOf(closed('kiosk', 'notYetBuilt'))).toEqual([]);
    expect(faultsOf(closed('kiosk', 'notYetBuilt'), { inForce: catering })).toEqual(['R14 channels[2].closedBecause']);
    expect(faultsOf(item('CV-01'))).toEqual([]);
  });
});

describe('codes', () => {
  test('a wrong check character, another organ and another level are told apart', () => {
    const wrong = catering.implCode.replace(/^(.{17})./, '$1X');
    expect(faultsOf({ ...catering, implCode: wrong })).toEqual(['house implCode', 'house bizCode']);
    expect(faultsOf({ ...catering, useLevel: '4' })).toEqual(['house useLevel']);
    expect(faultsOf({ ...catering, typeCode: '07' })).toEqual(['house typeCode']);
    expect(faultsOf({ ...catering, power: { ...catering.power, organCode: 'x' } })).toEqual(['house power.organCode']);
    expect(faultsOf({ ...catering, region: '990198' })).toEqual(['house region']);
  });
});

describe('cross-field validations', () => {
  test('promise, visits, depth, fees, phones, topics and completion agree', () => {
    const { place, online, fees, audience, result, time, services } = catering;
    expect(faultsOf({ ...catering, caseType: '即办' })).toEqual(['house caseType']);
    expect(faultsOf({ ...catering, online: { ...online, available: false, mailsResult: false } })).toEqual([
      'house online.mailsResult',
    ]);
    expect(faultsOf({ ...catering, visits: { count: 1, reason: '' } })).toEqual([
      'house visits.reason',
      'house online.depth',
    ]);
    expect(faultsOf({ ...catering, fees: { ...fees, charged: true } })).toEqual([
      'house fees.charged',
      'house fees.paidOnline',
    ]);
    expect(faultsOf({ ...catering, fees: { ...fees, paidOnline: true } })).toEqual(['house fees.paidOnline']);
    expect(faultsOf({ ...catering, place: { ...place, complaintPhone: place.consultPhone } })).toEqual([
      'house place.complaintPhone',
    ]);
    expect(faultsOf({ ...catering, audience: { ...audience, personTopics: [] } })).toEqual([
      'house audience.personTopics',
    ]);
    expect(faultsOf({ ...catering, audience: { ...audience, kinds: ['person'] } })).toEqual([
      'house audience.corpTopics',
    ]);
    expect(faultsOf({ ...catering, result: { ...result, finish: 'approvalGiven' } })).toEqual(['house result.finish']);
    expect(faultsOf({ ...catering, time: { ...time, stages: time.stages.slice(0, 4) } })).toEqual([
      'house time.stages',
    ]);
    expect(faultsOf({ ...catering, services: { ...services, faq: [] } })).toEqual(['house services.faq']);
  });

  test('situation questions name what there is, and come to an end', () => {
    const [first, ...rest] = catering.situations;
    const [option, ...options] = first?.options ?? [];
    if (first === undefined || option === undefined) throw new Error('no situations');
    const withOption = (change: Partial<typeof option>): Item => ({
      ...catering,
      situations: [{ ...first, options: [{ ...option, ...change }, ...options] }, ...rest],
    });
    const path = 'house situations[0].options[0]';
    expect(faultsOf(withOption({ materials: { add: ['m.none'], remove: [] } }))).toEqual([`${path}.materials`]);
    expect(faultsOf(withOption({ sets: { colour: 'red' } }))).toEqual([`${path}.sets`]);
    expect(faultsOf(withOption({ next: first.id }))).toEqual([`${path}.next`]);
    expect(faultsOf(withOption({ leadsTo: 'MK-05' }))).toEqual([`${path}.leadsTo`]);
  });
});

describe('R16, R32–R35', () => {
  test('R16: presence has its basis, and a marriage needs presence', () => {
    const marriage = item('CV-01');
    const presence = (personalPresence: Item['intake']['personalPresence']): Item => ({
      ...marriage,
      intake: { ...marriage.intake, personalPresence },
    });
    expect(faultsOf(presence({ required: true, basis: null }))).toEqual(['R16 intake.personalPresence.basis']);
    expect(faultsOf(presence({ required: false, basis: null }))).toContain('R16 intake.personalPresence.required');
  });

  test('R32: an item with deferrable materials says so', () => {
    expect(faultsOf({ ...catering, intake: { ...catering.intake, tolerant: false } })).toEqual(['R32 intake.tolerant']);
  });

  test('R35: a bar to applying again has its basis', () => {
    const bars = [{ cause: 'fraud' as const, years: 3, basis: { law: ' ', article: '', rank: 'law' as const } }];
    expect(faultsOf({ ...catering, intake: { ...catering.intake, bars } })).toEqual(['R35 intake.bars[0].basis']);
  });

  test('R33: a promise needs the public list, and an excluded field a statute', () => {
    const promise = (change: Partial<Item['intake']['promise']>): Item => ({
      ...hygiene,
      intake: { ...hygiene.intake, promise: { ...hygiene.intake.promise, ...change } },
    });
    expect(faultsOf(promise({ listed: false }))).toEqual(['R33 intake.promise.listed']);
    expect(faultsOf(promise({ excludedBy: 'lifeHealth' }))).toEqual(['R33 intake.promise.excludedBy']);
    expect(faultsOf(item('FR-01'))).toEqual([]);
    expect(faultsOf({ ...catering, intake: { ...catering.intake, promise: { ...hygiene.intake.promise } } })).toContain(
      'R33 intake.promise.offered',
    );
  });

  test('R34: a limited number has its basis, its input and its queue', () => {
    const tobacco = item('TB-01');
    const limit = tobacco.intake.quantityLimit;
    if (limit === null) throw new Error('no limit');
    const withLimit = (quantityLimit: typeof limit | null): Item => ({
      ...tobacco,
      intake: { ...tobacco.intake, quantityLimit },
    });
    expect(faultsOf(withLimit(null))).toEqual(['R34 intake.quantityLimit']);
    expect(faultsOf(withLimit({ ...limit, basis: { ...limit.basis, law: '' } }))).toEqual([
      'R34 intake.quantityLimit.basis',
    ]);
    expect(faultsOf(withLimit({ ...limit, input: 'none' }))).toEqual(['R34 intake.quantityLimit.input']);
  });
});
