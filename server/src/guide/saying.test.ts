import { describe, expect, test } from 'vitest';
import type { Recorded, Step } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  addSaying,
  declineSaying,
  retireSaying,
  type SayingFacts,
  sayingStream,
  type SayingView,
  viewSaying,
} from './saying.ts';

const at = '2026-03-02T01:00:00.000Z';
const actor = { kind: 'person' as const, id: 'mk-head' };
const organs: Readonly<Record<string, string>> = { 'MK-05': 'MK', 'MK-06': 'MK', 'FR-01': 'FR' };
const ofMarket: SayingFacts = { organOf: (itemId) => organs[itemId], keeps: (organ) => organ === 'MK' };

function decide<Command, Facts>(
  step: Step<Command, SayingView, Facts>,
  events: readonly Recorded[],
  asked: { readonly command: Command; readonly facts: Facts; readonly stream?: string },
): readonly Recorded[] | string {
  const stream = asked.stream ?? sayingStream('开饭店');
  const decided = step.decide(step.view(events), asked.command, asked.facts, { actor, at, stream });
  if (isRefusal(decided)) return decided.code;
  const added = decided.events.map((event, index): Recorded => ({
    realm: '110198',
    stream,
    seq: events.length + index + 1,
    at,
    actor,
    requestId: 'r',
    hash: '',
    ...event,
  }));
  return [...events, ...added];
}

function add(events: readonly Recorded[], itemIds: readonly string[], saying = '开饭店'): readonly Recorded[] | string {
  const command = { saying, itemIds: [...itemIds], why: '群众常问' };
  return decide(addSaying, events, { command, facts: ofMarket, stream: sayingStream(saying) });
}

function added(events: readonly Recorded[], itemIds: readonly string[]): readonly Recorded[] {
  const made = add(events, itemIds);
  if (typeof made === 'string') throw new Error(made);
  return made;
}

describe('a saying is kept by staff', () => {
  test('it leads to what was added, in that order, and says who and why', () => {
    const view = viewSaying(added(added([], ['MK-06']), ['MK-05']));
    expect(view).toMatchObject({ saying: '开饭店', itemIds: ['MK-06', 'MK-05'], declined: false });
    expect(view.changes[0]).toEqual({ kind: 'added', at, by: 'mk-head', itemIds: ['MK-06'], why: '群众常问' });
  });

  test('what was retired leads no longer, and stays in the record', () => {
    const retired = decide(retireSaying, added([], ['MK-05', 'MK-06']), {
      command: { itemIds: ['MK-05'], why: '改由小餐饮办理' },
      facts: ofMarket,
    });
    if (typeof retired === 'string') throw new Error(retired);
    expect(viewSaying(retired)).toMatchObject({
      itemIds: ['MK-06'],
      changes: [{ kind: 'added' }, { kind: 'retired' }],
    });
  });

  test('all ways to write a saying are one stream', () => {
    expect(sayingStream('ＫＴＶ ')).toBe(sayingStream('ktv'));
    expect(sayingStream('开饭店！')).toBe(sayingStream('开饭店'));
  });

  test.each(['许可', '办证', '办理', '烟', '!!', 'licence', 'a permit'])('"%s" tells nothing', (saying) => {
    expect(add([], ['MK-05'], saying)).toBe('saying-tells-nothing');
  });

  test('a department leads nobody to the items of another', () => {
    expect(add([], ['FR-01'])).toBe('saying-of-other-organ');
    expect(add([], ['MK-05', 'FR-01'])).toBe('saying-of-other-organ');
  });

  test('nothing leads to an item that is not in force', () => {
    expect(add([], ['ZZ-99'])).toBe('saying-item-unknown');
  });

  test('nothing is added twice or taken away that is not there', () => {
    expect(add(added([], ['MK-05']), ['MK-05'])).toBe('saying-leads-already');
    const command = { itemIds: ['MK-06'], why: '不合适' };
    expect(decide(retireSaying, added([], ['MK-05']), { command, facts: ofMarket })).toBe('saying-does-not-lead');
  });
});

describe('a suggestion is set aside', () => {
  const command = { saying: '火星移民', why: '没有这样的事项' };

  test('with who and why; adding it later takes it up again', () => {
    const aside = decide(declineSaying, [], { command, facts: undefined });
    if (typeof aside === 'string') throw new Error(aside);
    expect(viewSaying(aside)).toMatchObject({ declined: true, changes: [{ kind: 'declined', why: '没有这样的事项' }] });
    expect(viewSaying(added(aside, ['MK-05'])).declined).toBe(false);
  });

  test('a saying in use cannot be', () => {
    expect(decide(declineSaying, added([], ['MK-05']), { command, facts: undefined })).toBe('saying-in-use');
  });

  test('twice writes nothing the second time', () => {
    const once = decide(declineSaying, [], { command, facts: undefined });
    if (typeof once === 'string') throw new Error(once);
    expect(decide(declineSaying, once, { command, facts: undefined })).toEqual(once);
  });
});
