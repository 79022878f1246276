import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Catalogue, type Item } from '../catalogue/catalogue.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { followSituation, readAnswers, type Situated } from './situation.ts';

const file = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(file, 'utf8')));
const itemOf = (itemId: string): Item | undefined => items.find(({ id }) => id === itemId);

function item(itemId: string): Item {
  const found = itemOf(itemId);
  if (found === undefined) throw new Error(itemId);
  return found;
}

function follow(itemId: string, answers: string): Situated {
  const reached = followSituation(item(itemId), readAnswers(answers), itemOf);
  if (isRefusal(reached)) throw new Error(reached.code);
  return reached;
}

const names = ({ materials }: Situated): readonly string[] => materials.map(({ material }) => material.code);

describe('开餐馆: three answers lead to one of three items with its exact list', () => {
  test('only pre-packed food: a filing', () => {
    const reached = follow('MK-05', 'sells:packed');
    expect(reached.item.id).toBe('MK-07');
    expect(reached.next?.id).toBe('bulk');
    expect(follow('MK-05', 'sells:packed,bulk:no')).toMatchObject({ sets: { bulk: false } });
    expect(follow('MK-05', 'sells:packed,bulk:no').next).toBeUndefined();
    expect(names(follow('MK-05', 'sells:packed,bulk:no'))).toEqual(['m.form', 'm.bl']);
  });

  test('at most 150 m², no chain: the small permit, and its size is not asked again', () => {
    const reached = follow('MK-05', 'sells:cooked,size:small');
    expect(reached.item.id).toBe('MK-06');
    expect(reached.next?.id).toBe('raw');
    expect(reached.answered.map(({ itemId, carried }) => [itemId, carried])).toEqual([
      ['MK-05', false],
      ['MK-05', false],
      ['MK-06', true],
    ]);
    const whole = follow('MK-05', 'sells:cooked,size:small,raw:no');
    expect(whole).toMatchObject({ variants: ['热食类'], sets: { chain: false, hasRawOrCold: false } });
    expect(names(whole)).toEqual(['m.form', 'm.bl', 'm.floor', 'm.health', 'm.commit']);
  });

  test('larger or a chain: the licence', () => {
    const whole = follow('MK-05', 'sells:cooked,size:large,raw:yes');
    expect(whole.item.id).toBe('MK-05');
    expect(whole.next).toBeUndefined();
    expect(whole).toMatchObject({ variants: ['含冷食生食裱花'], sets: { onlyPrepacked: false, hasRawOrCold: true } });
    expect(names(whole)).toEqual(['m.form', 'm.bl', 'm.floor', 'm.flow', 'm.rule', 'm.health', 'm.id']);
  });

  test('the rules of the item agree with where the questions lead', () => {
    // The decision table routes 150 m² without a chain to MK-06, and only pre-packed food to MK-07.
    const routes = item('MK-05').decide.flatMap((row) => (row.outcome === 'ROUTE' ? row.to : []));
    const leads = item('MK-05').situations.flatMap(({ options }) => options.flatMap(({ leadsTo }) => leadsTo ?? []));
    expect(leads.toSorted()).toEqual(routes.toSorted());
  });
});

describe('conditional materials', () => {
  test('are on the list only where an answer asks for them, and it says which', () => {
    expect(names(follow('MK-01', 'pre:no,agent:self'))).not.toContain('m.pre');
    const whole = follow('MK-01', 'pre:yes,agent:agent');
    expect(names(whole)).toEqual(expect.arrayContaining(['m.pre', 'm.proxy']));
    const [proxy] = whole.materials.filter(({ material }) => material.code === 'm.proxy');
    expect(proxy?.because).toMatchObject({ option: { id: 'agent' } });
  });

  test('are taken away where an answer spares them', () => {
    expect(names(follow('HL-01', 'place:permit,route:promise'))).toContain('m.commit');
    expect(names(follow('HL-01', 'place:permit,route:promise'))).not.toContain('m.test');
    expect(names(follow('HL-01', 'place:permit,route:ordinary'))).toContain('m.test');
  });
});

describe('every way through the questions of every item ends', () => {
  const ways = items.flatMap(({ id, situations }) => (situations.length === 0 ? [] : [id]));

  test.each(ways)('%s', (itemId) => {
    const open: string[] = [''];
    let ended = 0;
    for (const answers of open) {
      const reached = followSituation(item(itemId), readAnswers(answers), itemOf);
      // A way that contradicts itself is told as such; none leads nowhere.
      if (isRefusal(reached)) {
        expect(reached.code).toBe('situation-answers-contradict');
        continue;
      }
      if (reached.next === undefined) ended += 1;
      const { next } = reached;
      open.push(...(next?.options ?? []).map(({ id }) => `${answers}${answers === '' ? '' : ','}${next?.id}:${id}`));
      expect(open.length).toBeLessThan(500);
    }
    expect(ended).toBeGreaterThan(0);
  });
});

describe('answers that fit no question', () => {
  test.each(['sells:none', 'size:small', 'sells:cooked,sells:cooked', 'x', ':::', 'sells:packed,bulk:no,more:yes'])(
    '%s',
    (answers) => {
      expect(followSituation(item('MK-05'), readAnswers(answers), itemOf)).toMatchObject({
        code: 'situation-answer-unknown',
      });
    },
  );

  test('who says that he only sells pre-packed food and also cooks contradicts himself', () => {
    expect(followSituation(item('MK-05'), readAnswers('sells:packed,bulk:yes'), itemOf)).toMatchObject({
      code: 'situation-answers-contradict',
    });
  });
});
