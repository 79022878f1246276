import { describe, expect, test } from 'vitest';
import { calendar } from '../../test/story-cast.ts';
import { childApplication } from './child-application.ts';
import { demoBundle, demoItems, exampleSubmission } from './example-matters.ts';
import { planOf, type Values } from './plan.ts';
import { knownValues, questionsOf, wrongAnswers } from './questions.ts';
import { matterEvents } from './view.ts';

const chang = {
  kind: 'naturalPerson',
  name: '常源浩',
  idType: 'citizenId',
  idNo: '110198198601256910',
  phone: '12001980168',
} as const;

const today = { calendar, on: '2025-03-03' };

function asked(bundleId: string, answers: Values, own: Readonly<Record<string, Values>> = {}) {
  const bundle = demoBundle(bundleId);
  const values = knownValues(bundle, answers, chang);
  return questionsOf(bundle, demoItems, { plan: planOf(bundle, values), values, own }, chang);
}

function submitted(bundleId: string, answers: Values) {
  const bundle = demoBundle(bundleId);
  const command = exampleSubmission(bundle, chang, answers);
  const values = knownValues(bundle, command.answers, chang);
  const { children, leftOut, prompts } = planOf(bundle, values);
  const data = { ...command, matterNo: '1', bundleHash: '', children, leftOut, prompts };
  return { bundle, values, command, matter: matterEvents.MatterSubmitted.parse(data) };
}

describe('what no shared field fills is asked all the same, and once', () => {
  test('two forms that list the same line share one question, and each child receives the answer', () => {
    const finance = asked('B-07', { gvw: 12_000 }).filter(({ label }) => label.zh === '财务负责人证件号码');
    expect(finance).toMatchObject([{ name: 'MK-01 form.financeOfficerId', items: ['MK-01', 'TX-01'] }]);
    const { bundle, matter, values } = submitted('B-07', { gvw: 12_000, 'MK-01 form.financeOfficerId': '1101' });
    const formOf = (itemId: string) => {
      const item = demoItems.get(itemId);
      return item === undefined
        ? {}
        : childApplication(matter, { bundle, items: demoItems, ...today }, item, {
            ...values,
            enterpriseUscc: '91110198MAYH00012J',
          }).form;
    };
    expect(formOf('MK-01')).toMatchObject({ financeOfficerId: '1101', registeredCapital: 1 });
    expect(formOf('TX-01')).toMatchObject({ financeOfficerId: '1101' });
    // Nobody else's form lists it (个保法6).
    expect(formOf('PS-05')).not.toHaveProperty('financeOfficerId');
    expect(formOf('TR-01')).not.toHaveProperty('financeOfficerId');
  });

  test('a missing one is refused by name, one of the wrong kind too', () => {
    const { bundle, command } = submitted('B-07', { gvw: 12_000 });
    const own = { ...command.own, 'PS-05': { form: {}, materials: [] } };
    expect(wrongAnswers(bundle, demoItems, { ...command, own }, chang)).toEqual(['PS-05 form.sealSpec: missing']);
    const worse = { ...command.own, 'PS-05': { form: { sealSpec: true }, materials: [] } };
    expect(wrongAnswers(bundle, demoItems, { ...command, own: worse }, chang)).toEqual(['PS-05 form.sealSpec: type']);
  });
});

describe('R11: lines with a condition in a matter', () => {
  test('hiring one employee asks for him, opening an account for all asks for the staff', () => {
    const names = (bundleId: string) => asked(bundleId, {}).map(({ name }) => name);
    expect(names('B-04').filter((name) => /staffIds/.test(name))).toEqual([]);
    expect(names('B-02').filter((name) => /employee|contractStart|wageBase/.test(name))).toEqual([]);
  });

  test('a withdrawal on buying asks who buys, and nothing of a death', () => {
    const questions = asked('B-05', { usesFund: true, eligible: true, mortgageState: 'none' });
    const ofFund = questions.filter(({ items }) => items.includes('HF-02')).map(({ name }) => name);
    expect(ofFund).toContain('buyerId');
    expect(ofFund.filter((name) => /deceased|death|claimant/i.test(name))).toEqual([]);
  });
});

describe('R33: a grant on a promise in a matter', () => {
  const restaurant = { area: 120, chain: false, isPublicPlace: true };

  test('the words that are promised stand beside the choice', () => {
    const choice = asked('B-01', restaurant).find(({ name }) => name.endsWith('form.byPromise'));
    expect(choice?.help).toEqual(demoItems.get('FR-01')?.intake.promise.wording);
  });

  test('who chooses it makes the promise in writing, and nobody else is asked for it', () => {
    const promise = (byPromise: boolean) =>
      asked('B-01', restaurant, { 'FR-01': { byPromise } }).filter(({ name }) => name === 'FR-01 m.commit');
    expect(promise(false)).toEqual([]);
    expect(promise(true)).toMatchObject([{ isRequired: true, isPromise: true }]);
    const { bundle, command, matter, values } = submitted('B-01', { ...restaurant, 'FR-01 form.byPromise': true });
    const item = demoItems.get('FR-01');
    const all = { ...values, enterpriseUscc: '91110198MAYH00012J' };
    const child = item && childApplication(matter, { bundle, items: demoItems, ...today }, item, all);
    expect(child).toMatchObject({ route: 'promise', form: { byPromise: true } });
    expect(child?.materials.map(({ code }) => code)).toContain('m.commit');
    const own = { ...command.own, 'FR-01': { form: { byPromise: true }, materials: [] } };
    expect(wrongAnswers(bundle, demoItems, { ...command, own }, chang)).toContain('FR-01 m.commit: missing');
  });
});

describe('what may be left out is offered once, marked, and no question on the way', () => {
  const bath = { area: 120, chain: false, isPublicPlace: true, bathingOrBeauty: true };

  test('a line that no form requires, and a paper of some situations, which says of which', () => {
    const optional = asked('B-01', bath).filter(({ isOptional }) => isOptional);
    expect(optional.map(({ name, isRequired }) => [name, isRequired])).toEqual([
      ['FR-01 form.floorPlan', false],
      ['WA-01 m.water', false],
      ['HL-01 m.test', false],
    ]);
    expect(optional.at(-1)?.help?.zh).toMatch(/^按一般程序申请/);
  });

  test('one that another form requires is asked of everybody, and both receive it', () => {
    const widened = new Map(demoItems);
    for (const itemId of ['FR-01', 'MK-06']) {
      const item = demoItems.get(itemId);
      const line = demoItems.get('FR-01')?.form.find(({ name }) => name === 'floorPlan');
      if (item === undefined || line === undefined) throw new Error('the demo lists no plan');
      const others = item.form.filter(({ name }) => name !== 'floorPlan');
      widened.set(itemId, { ...item, form: [...others, { ...line, required: itemId === 'FR-01' }] });
    }
    const bundle = demoBundle('B-01');
    const values = knownValues(bundle, bath, chang);
    const course = { plan: planOf(bundle, values), values, own: {} };
    const plans = questionsOf(bundle, widened, course, chang).filter(({ label }) => label.zh === '平面布局图编号');
    expect(plans).toMatchObject([{ items: ['MK-06', 'FR-01'], isRequired: true }]);
    expect(plans[0]?.isOptional).toBeUndefined();
  });

  test('left out it is missed by nobody; given it reaches its item, and only a right answer does', () => {
    const { bundle, command, values } = submitted('B-01', bath);
    expect(wrongAnswers(bundle, demoItems, command, chang)).toEqual([]);
    const fire = command.own['FR-01'] ?? { form: {}, materials: [] };
    const given = (floorPlan: string | boolean) => ({
      ...command,
      own: { ...command.own, 'FR-01': { ...fire, form: { ...fire.form, floorPlan } } },
    });
    expect(wrongAnswers(bundle, demoItems, given(true), chang)).toEqual(['FR-01 form.floorPlan: type']);
    const filled = given('图-2025-18');
    expect(wrongAnswers(bundle, demoItems, filled, chang)).toEqual([]);
    const { children, leftOut, prompts } = planOf(bundle, values);
    const data = { ...filled, matterNo: '1', bundleHash: '', children, leftOut, prompts };
    const item = demoItems.get('FR-01');
    const all = { ...values, enterpriseUscc: '91110198MAYH00012J' };
    const matter = matterEvents.MatterSubmitted.parse(data);
    const child = item && childApplication(matter, { bundle, items: demoItems, ...today }, item, all);
    expect(child?.form).toMatchObject({ floorPlan: '图-2025-18' });
  });
});

test('R6: a shared paper that can be fetched is asked of nobody but him who does not let it be fetched', () => {
  const bundle = demoBundle('B-01');
  const values = knownValues(bundle, { area: 120, chain: false }, chang);
  const course = { plan: planOf(bundle, values), values, own: {} };
  const named = (declined: Readonly<Record<string, readonly string[]>>) =>
    questionsOf(bundle, demoItems, { ...course, declined }, chang).filter(({ name }) => name === 'staffHealthCert');
  expect(named({})).toEqual([]);
  // It is deferrable there, so that it may still follow (R32).
  expect(named({ 'MK-06': ['m.health'] })).toMatchObject([{ items: ['MK-06'], isRequired: false }]);
});
