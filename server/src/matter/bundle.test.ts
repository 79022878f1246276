import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bundle } from './bundle.ts';
import { bundleFaults } from './bundle-faults.ts';
import { demoBundle, demoBundles, demoItems, exampleSubmission } from './example-matters.ts';
import { findCycle, precedencesOf } from './order.ts';
import { planOf, type Values } from './plan.ts';

const restaurant = demoBundle('B-01');
const ordinary = exampleSubmission(restaurant, {
  kind: 'naturalPerson',
  name: '常源浩',
  idType: 'citizenId',
  idNo: '110198198601256910',
}).answers;

function itemsOf(bundle: Bundle, answers: Values): readonly string[] {
  return planOf(bundle, answers).children.map(({ itemId }) => itemId);
}

function faultsOf(change: (bundle: Bundle) => Bundle, bundle = restaurant): readonly string[] {
  return bundleFaults(change(bundle), demoItems).map(({ code, place, reason }) => `${code} ${place}: ${reason}`);
}

describe('the seven matters of the district', () => {
  test('all seven stand without a fault', () => {
    expect(demoBundles.map(({ id }) => id)).toEqual(['B-01', 'B-02', 'B-03', 'B-04', 'B-05', 'B-06', 'B-07']);
    expect(demoBundles.flatMap((bundle) => bundleFaults(bundle, demoItems))).toEqual([]);
  });

  test('120 m² and no chain: the small-catering permit takes the place of the food licence before submission', () => {
    const plan = planOf(restaurant, { ...ordinary, area: 120, chain: false, isPublicPlace: true });
    expect(plan.children.map(({ itemId }) => itemId)).toEqual([
      'MK-01',
      'PS-05',
      'TX-01',
      'MK-06',
      'FR-01',
      'WA-01',
      'HR-03',
      'HF-01',
    ]);
    expect(plan.children.find(({ itemId }) => itemId === 'MK-06')).toMatchObject({ insteadOf: 'MK-05', wave: 2 });
  });

  test('a chain, or more than 150 m², keeps the food licence', () => {
    expect(itemsOf(restaurant, { ...ordinary, area: 120, chain: true })).toContain('MK-05');
    expect(itemsOf(restaurant, { ...ordinary, area: 150.5, chain: false })).toContain('MK-05');
    expect(itemsOf(restaurant, { ...ordinary, area: 150, chain: false })).not.toContain('MK-05');
  });

  test('prepacked food only: a filing, whatever the area; no public place: no fire check', () => {
    const items = itemsOf(restaurant, {
      ...ordinary,
      onlyPrepacked: true,
      area: 120,
      chain: false,
      isPublicPlace: false,
    });
    expect(items).toContain('MK-07');
    expect(items).not.toContain('MK-06');
    expect(items).not.toContain('FR-01');
  });

  test('up to 4.5 tonnes a freight company needs no transport licence', () => {
    const freight = demoBundle('B-07');
    expect(itemsOf(freight, { gvw: 4500, hiresStaff: false })).not.toContain('TR-01');
    expect(itemsOf(freight, { gvw: 4501, hiresStaff: false })).toContain('TR-01');
  });

  test('holds, prompts and stops follow from the situation', () => {
    expect(planOf(demoBundle('B-06'), { heirDispute: true }).holds).toMatchObject([{ items: ['HR-06', 'HF-02'] }]);
    expect(planOf(demoBundle('B-03'), { birthCertOk: false }).holds).toMatchObject([{ rule: 0 }]);
    expect(planOf(demoBundle('B-03'), {}).holds).toEqual([]);
    expect(planOf(demoBundle('B-04'), { employeeHukou: 'elsewhere' }).prompts).toMatchObject([{ itemId: 'PS-03' }]);
    expect(planOf(demoBundle('B-05'), { eligible: false }).stops).toHaveLength(1);
  });
});

describe('what may not be published', () => {
  test('a circle in the order is named', () => {
    const faults = faultsOf((bundle) => ({
      ...bundle,
      waves: [['PS-05', 'TX-01'], ['MK-01', 'MK-02'], ...bundle.waves.slice(2)],
    }));
    expect(faults).toEqual(['bundle-order-cyclic waves: PS-05 → MK-01 → PS-05']);
    expect(faultsOf((bundle) => ({ ...bundle, waves: [...bundle.waves, ['MK-01']] }))).toEqual([
      expect.stringMatching(/^bundle-order-cyclic waves: .*MK-01.* → /),
    ]);
  });

  test('an item that the library does not know', () => {
    expect(faultsOf((bundle) => ({ ...bundle, items: [...bundle.items, 'ZZ-99'] }))).toContain(
      'bundle-item-unknown items[8]: ZZ-99',
    );
  });

  test('an item in no wave', () => {
    expect(
      faultsOf((bundle) => ({ ...bundle, waves: bundle.waves.map((wave) => wave.filter((item) => item !== 'WA-01')) })),
    ).toEqual(['bundle-item-in-no-wave waves: WA-01']);
  });

  test('个保法6: a field that is not on the list of the item', () => {
    const leaking = (target: string) => (bundle: Bundle) => ({
      ...bundle,
      fields: bundle.fields.map((field) =>
        field.name === 'area' ? { ...field, to: { ...field.to, 'PS-05': target } } : field,
      ),
    });
    expect(faultsOf(leaking('form.area'))).toEqual([
      'bundle-field-not-allowed fields[2].to.PS-05: form.area (premises.area)',
    ]);
    expect(faultsOf(leaking('m.floor'))).toEqual([
      'bundle-field-not-allowed fields[2].to.PS-05: m.floor (premises.area)',
    ]);
  });

  test('R11, 个保法6: a line of our form that does not list the field, and a telephone number that nobody asks for', () => {
    const bare = new Map(
      [...demoItems].map(([id, item]) => [
        id,
        id === 'MK-06' ? { ...item, form: item.form.filter(({ shared }) => shared !== 'premises.address') } : item,
      ]),
    );
    expect(bundleFaults(restaurant, bare)).toEqual([
      {
        code: 'bundle-field-not-allowed',
        place: expect.stringMatching(/^fields\[\d+\]\.to\.MK-06$/),
        reason: 'form.premisesAddress (premises.address)',
      },
    ]);
    const telling = (bundle: Bundle) => ({
      ...bundle,
      fields: bundle.fields.map((field) =>
        field.name === 'legalRepPhone' ? { ...field, to: { ...field.to, 'FR-01': 'applicant.phone' } } : field,
      ),
    });
    expect(faultsOf(telling)).toEqual([
      expect.stringMatching(/^bundle-field-not-allowed .*FR-01: applicant\.phone \(legalRep\.phone\)$/),
    ]);
  });

  test('a field of another type than the item’s own', () => {
    const changed = (bundle: Bundle) => ({
      ...bundle,
      fields: bundle.fields.map((field) => (field.name === 'chain' ? { ...field, type: 'string' } : field)),
    });
    expect(faultsOf(changed)).toContain('bundle-field-not-allowed fields[3].to.MK-05: form.chain (chain)');
  });

  test.each([
    ['area <= "150"', /needs a number/],
    ['area + 1', /true or false/],
    ['surface <= 150', /surface/],
    ['area <=', /./],
  ])('a condition that is none: %s', (when, reason) => {
    const [fault] = bundleFaults(
      { ...restaurant, rules: restaurant.rules.map((rule, index) => (index === 2 ? { ...rule, when } : rule)) },
      demoItems,
    );
    expect(fault).toMatchObject({ code: 'bundle-condition-wrong', place: 'rules[2].when' });
    expect(fault?.reason).toMatch(reason);
  });

  test('a substitution on what only a child brings to light', () => {
    const late = {
      when: 'enterpriseUscc == "x"',
      does: { kind: 'remove' as const, item: 'WA-01' },
      why: { zh: '因', en: 'why' },
    };
    expect(faultsOf((bundle) => ({ ...bundle, rules: [late] }))).toContain(
      'bundle-branch-late rules[0].when: enterpriseUscc',
    );
  });
});

/** Any answers to the conditions of a bundle. */
function anyAnswers(bundle: Bundle): fc.Arbitrary<Values> {
  const byType = (type: string) => {
    if (type === 'bool') return fc.boolean();
    if (type.startsWith('enum(')) return fc.constantFrom(...type.slice('enum('.length, -1).split(','));
    return type === 'int' || type === 'number' ? fc.integer({ min: 0, max: 9000 }) : fc.constant('文字');
  };
  const known = bundle.fields.filter(({ type }) => type !== 'material');
  const all = fc.record(Object.fromEntries(known.map(({ name, type }) => [name, byType(type)])));
  const some = fc.subarray(known.map(({ name }) => name));
  return fc.tuple(all, some).map(([values, names]) => {
    return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
  });
}

describe('the plan of any situation', () => {
  test.each(demoBundles)('$id $name: no circle, nobody before what he waits for, nobody twice', (bundle) => {
    fc.assert(
      fc.property(anyAnswers(bundle), (answers) => {
        const { children } = planOf(bundle, answers);
        const place = new Map(children.map(({ itemId }, index) => [itemId, index]));
        expect(place.size).toBe(children.length);
        expect(children.length).toBeGreaterThan(0);
        for (const { itemId, after, needs } of children) {
          for (const before of after) expect(place.get(before)).toBeLessThan(place.get(itemId) ?? -1);
          // What it receives from somebody it also waits for.
          for (const { from } of needs) expect(after).toEqual(expect.arrayContaining([...from]));
        }
        const pairs = children.flatMap(({ itemId, after }) =>
          after.map((before) => ({ before, after: itemId, because: 'waves' as const })),
        );
        expect(findCycle(pairs)).toBeUndefined();
      }),
    );
  });

  test('a circle is found wherever it is planted', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 2, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (numbers, a, b) => {
          const waves = numbers.map((number) => [`AA-${number}`]);
          const early = Math.min(a % waves.length, b % waves.length);
          const late = Math.max(a % waves.length, b % waves.length);
          const pairs = precedencesOf({ waves, fields: [] });
          expect(findCycle(pairs)).toBeUndefined();
          if (early === late) return;
          const back = { before: waves[late]?.[0] ?? '', after: waves[early]?.[0] ?? '', because: 'waves' as const };
          const cycle = findCycle([...pairs, back]) ?? [];
          expect(cycle[0]).toBe(cycle.at(-1));
          expect(cycle.length).toBe(late - early + 2);
        },
      ),
    );
  });
});

describe('what a composer leaves unwritten', () => {
  test('a question or a reason without words is a fault at its place, in either language', () => {
    const unwritten = faultsOf((bundle) => ({
      ...bundle,
      fields: bundle.fields.map((field, at) => (at === 2 ? { ...field, label: { zh: '…', en: 'Area' } } : field)),
      rules: bundle.rules.map((rule, at) => (at === 0 ? { ...rule, why: { zh: '个体户', en: '…' } } : rule)),
    }));
    expect(unwritten).toEqual([
      'bundle-words-missing fields[2]: … / Area',
      'bundle-words-missing rules[0]: 个体户 / …',
    ]);
  });
});
