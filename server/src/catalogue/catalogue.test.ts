import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { afterOne } from '../journal/one-event-act.ts';
import type { Decided, NewEvent, Recorded, StepContext } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  Catalogue,
  governingVersion,
  Item,
  itemHash,
  codeLists,
  pinItem,
  publicationFaults,
  publishItemVersion,
  relyOnItem,
  versionInForce,
  viewItem,
  withdrawItemVersion,
  type PublishItemVersion,
} from './catalogue.ts';

function demo(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../db/demo/${name}`, import.meta.url), 'utf8'));
}

const catalogue = Catalogue.parse(demo('catalogue.json'));
const sources = new Map([...catalogue.eLicenceTypes, ...catalogue.shareInterfaces].map(({ id, name }) => [id, name]));
const { licenceList } = codeLists;

const facts = { licenceList, sources, others: catalogue.items };

const draft: Item = demoItem('MK-05');
const stream = 'item/MK-05';
const JAN = '2026-01-01T00:00:00.000Z';
const FEB = '2026-02-01T00:00:00.000Z';
const MAR = '2026-03-01T00:00:00.000Z';
const APR = '2026-04-01T00:00:00.000Z';

function demoItem(id: string): Item {
  const found = catalogue.items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no demo item ${id}`);
  return found;
}

function contextAt(at: string): StepContext {
  return { actor: { kind: 'operator', id: 'catalogue' }, at, stream };
}

/** The stream after one more event. */
function after(events: readonly Recorded[], { type, data }: NewEvent, at: string): readonly Recorded[] {
  const actor = { kind: 'operator', id: 'catalogue' } as const;
  return afterOne(events, { stream, type, at, actor, requestId: `r${events.length}`, data });
}

function publish(
  events: readonly Recorded[],
  at: string,
  command: Partial<PublishItemVersion> = {},
): readonly Recorded[] {
  const full = { item: draft, effectiveFrom: at, ...command };
  return apply(events, publishItemVersion.decide(viewItem(events), full, { licenceList }, contextAt(at)), at);
}

function withdraw(events: readonly Recorded[], version: number, at: string): readonly Recorded[] {
  const command = { itemId: 'MK-05', version, reason: '法规修订' };
  return apply(events, withdrawItemVersion.decide(viewItem(events), command, undefined, contextAt(at)), at);
}

function apply(events: readonly Recorded[], decided: unknown, at: string): readonly Recorded[] {
  return requireDecided(decided).events.reduce((stream_, event) => after(stream_, event, at), events);
}

function requireDecided(decided: unknown): Decided {
  if (isRefusal(decided)) throw new Error(`${decided.code} ${JSON.stringify(decided.detail)}`);
  return isDecided(decided) ? decided : { events: [] };
}

function isDecided(value: unknown): value is Decided {
  return typeof value === 'object' && value !== null && 'events' in value;
}

function refusalOf(item: Item, list: ReadonlySet<string> = licenceList): unknown {
  const view = { versions: [] };
  const command = { item, effectiveFrom: JAN };
  const context = { ...contextAt(JAN), stream: `item/${item.id}` };
  const decided = publishItemVersion.decide(view, command, { licenceList: list }, context);
  return isRefusal(decided) ? { code: decided.code, rule: decided.rule, detail: decided.detail } : 'published';
}

describe('the demo catalogue', () => {
  test('parses strictly: 22 departments, 54 items', () => {
    const sizes = [catalogue.departments, catalogue.items].map(({ length }) => length);
    expect(sizes).toEqual([22, 54]);
  });

  test('a key that nobody declared is refused', () => {
    expect(Item.safeParse({ ...draft, colour: 'red' }).success).toBe(false);
    expect(Item.safeParse({ ...draft, decide: [{ ...draft.decide[0], clock: 'running' }] }).success).toBe(false);
    expect(Item.safeParse({ ...draft, decide: [{ when: 'true', outcome: 'DEFER', why: 'x' }] }).success).toBe(false);
  });

  test('a name that points nowhere is refused', () => {
    const broken = { ...catalogue, items: catalogue.items.filter(({ id }) => id !== 'MK-07') };
    expect(Catalogue.safeParse(broken).error?.issues.map(({ message }) => message)).toContain(
      'MK-05 decide: MK-07 does not exist',
    );
  });

  test('every item may be published as it stands', () => {
    const faults = catalogue.items.flatMap((item) =>
      publicationFaults(item, facts).map(({ path, found }) => `${item.id} ${path}: ${found}`),
    );
    expect(faults).toEqual([]);
  });

  test('sign classes are as counted: 12 of class 0, 24 of class 1, 15 of class 2, 3 outside the lists', () => {
    const count = (signClass: unknown): number => catalogue.items.filter((item) => item.signClass === signClass).length;
    expect([count(0), count(1), count(2), count('EX')]).toEqual([12, 24, 15, 3]);
    expect(catalogue.items.filter(({ inSignList }) => inSignList)).toHaveLength(34);
  });
});

describe('R1: an application needs a version in force', () => {
  const events = publish(publish([], JAN, { effectiveFrom: FEB }), FEB, { effectiveFrom: MAR });

  test('R1: a version is in force from its very first instant until the next one takes effect', () => {
    const view = viewItem(events);
    expect(versionInForce(view, '2026-01-31T23:59:59.999Z')).toBeUndefined();
    expect(versionInForce(view, FEB)?.version).toBe(1);
    expect(versionInForce(view, '2026-02-28T23:59:59.999Z')?.version).toBe(1);
    expect(versionInForce(view, MAR)?.version).toBe(2);
  });

  test('R1: from the instant of withdrawal nothing is in force, and the version before does not come back', () => {
    const view = viewItem(withdraw(events, 2, APR));
    expect(versionInForce(view, '2026-03-31T23:59:59.999Z')?.version).toBe(2);
    expect(versionInForce(view, APR)).toBeUndefined();
    const held = { key: stream, view, epoch: 3 };
    expect(relyOnItem(held, 'MK-05', APR)).toMatchObject({ refused: true, code: 'item-not-in-force', rule: 'R1' });
    expect(relyOnItem(undefined, 'ZZ-01', APR)).toMatchObject({ code: 'item-not-in-force' });
  });

  test('R1: a version withdrawn before it took effect leaves the earlier one in force', () => {
    const view = viewItem(withdraw(events, 2, '2026-02-10T00:00:00.000Z'));
    expect(versionInForce(view, MAR)?.version).toBe(1);
  });

  test('R1: an application passes the fence of the item at the epoch that it was decided on', () => {
    const relied = relyOnItem({ key: stream, view: viewItem(events), epoch: 2 }, 'MK-05', MAR);
    expect(relied).toMatchObject({ version: { version: 2 }, fence: { key: stream, epoch: 2, mode: 'pass' } });
  });

  test('R1: a licence outside the licence list is not published; a filing needs no place on it', () => {
    expect(refusalOf(draft, new Set())).toMatchObject({ code: 'not-in-licence-list', rule: 'R1' });
    expect(refusalOf(demoItem('MK-07'), new Set())).toBe('published');
  });

  test('withdrawing closes the fence only when no version is in force or to come', () => {
    const fenceAfter = (version: number, at: string, of = events): unknown => {
      const command = { itemId: 'MK-05', version, reason: 'x' };
      return requireDecided(withdrawItemVersion.decide(viewItem(of), command, undefined, contextAt(at))).sets;
    };
    expect(fenceAfter(2, APR)).toEqual([{ key: stream, open: false }]);
    expect(fenceAfter(1, '2026-02-10T00:00:00.000Z')).toEqual([{ key: stream, open: true }]);
    expect(fenceAfter(1, APR)).toEqual([{ key: stream, open: true }]);
  });

  test('a version is withdrawn once, and only a version that exists', () => {
    const refused = (version: number, of: readonly Recorded[]): unknown =>
      withdrawItemVersion.decide(viewItem(of), { itemId: 'MK-05', version, reason: 'x' }, undefined, contextAt(APR));
    expect(refused(3, events)).toMatchObject({ code: 'item-version-unknown' });
    expect(refused(2, withdraw(events, 2, APR))).toMatchObject({ code: 'item-version-already-withdrawn' });
  });
});

describe('publication', () => {
  test('versions are numbered, hashed over the canonical item and never retroactive (R12)', () => {
    const events = publish(publish([], JAN), FEB);
    expect(viewItem(events).versions.map(({ version, hash }) => [version, hash])).toEqual([
      [1, itemHash(draft)],
      [2, itemHash(draft)],
    ]);
    const again = (at: string, effectiveFrom: string): unknown =>
      publishItemVersion.decide(viewItem(events), { item: draft, effectiveFrom }, { licenceList }, contextAt(at));
    expect(again(MAR, FEB)).toMatchObject({ code: 'publication-not-ahead', rule: 'R12' });
    expect(again(FEB, FEB)).toMatchObject({ code: 'publication-not-ahead' });
    expect(again(FEB, MAR)).not.toHaveProperty('refused');
    const retroactive = { item: draft, effectiveFrom: JAN };
    expect(publishItemVersion.decide({ versions: [] }, retroactive, { licenceList }, contextAt(FEB))).toMatchObject({
      code: 'publication-not-ahead',
    });
  });

  test.each(['其他材料', '有关证明', '相关的文件', '其他有关要求', '相关条件'])(
    'R3: "%s" is refused in a material',
    (name) => {
      const materials = [...draft.materials, { ...draft.materials[0], name }];
      const item = Item.parse({ ...draft, materials });
      expect(refusalOf(item)).toMatchObject({ code: 'vague-requirement', rule: 'R3' });
    },
  );

  test('R3: the same wording is refused in a condition, and plain wording is not', () => {
    expect(refusalOf({ ...draft, reviewPoints: ['符合其他条件'] })).toMatchObject({ code: 'vague-requirement' });
    expect(refusalOf({ ...draft, reviewPoints: ['核对有关部门出具的许可证编号'] })).toBe('published');
  });

  test('R5: a promise longer than statute is refused', () => {
    expect(refusalOf({ ...draft, promisedLimit: { value: 20, unit: 'W' } })).toBe('published');
    expect(refusalOf({ ...draft, promisedLimit: { value: 21, unit: 'W' } })).toMatchObject({
      code: 'promise-exceeds-statute',
      rule: 'R5',
    });
  });

  test('R76: what can be decided on the spot is in the sign lists, and nothing else is', () => {
    expect(refusalOf({ ...draft, inSignList: !draft.inSignList })).toMatchObject({
      code: 'sign-list-membership-wrong',
      rule: 'R76',
    });
  });

  test('R77: an item whose refusal would carry one signature is refused', () => {
    expect(refusalOf({ ...draft, adverseSigns: 1 })).toMatchObject({ code: 'adverse-signatures-too-few', rule: 'R77' });
  });

  test('R78: class 0 may not rest on an officer’s finding', () => {
    expect(refusalOf({ ...draft, signClass: 0 })).toMatchObject({
      code: 'class-zero-needs-verified-sources',
      rule: 'R78',
      detail: { places: expect.arrayContaining(['inputs[6].source: siteOk']) },
    });
  });

  test('rules that do not compile, and examples that contradict them, are refused', () => {
    const decide = [{ when: 'colour', outcome: 'APPROVE' as const, why: 'x' }];
    expect(refusalOf({ ...draft, decide })).toMatchObject({
      code: 'rules-do-not-compile',
      detail: {
        places: ['decide[0].when: [1–6] 本事项没有名为 colour 的输入项 / colour is not an input of this item'],
      },
    });
    const cases = draft.cases.map((one) => ({ ...one, expect: 'CORRECT' as const }));
    expect(refusalOf({ ...draft, cases })).toMatchObject({ code: 'example-fails' });
  });

  test('an item is not published into the stream of another', () => {
    const decided = publishItemVersion.decide(
      { versions: [] },
      { item: demoItem('MK-06'), effectiveFrom: JAN },
      { licenceList },
      contextAt(JAN),
    );
    expect(decided).toMatchObject({ code: 'item-of-another-stream' });
  });
});

describe('R13: a case keeps the version of its receipt', () => {
  function pinned(): ReturnType<typeof pinItem> {
    const version = versionInForce(viewItem(publish([], JAN)), JAN);
    if (version === undefined) throw new Error('nothing in force');
    return pinItem(version);
  }

  test('R13: neither a later version nor a withdrawal changes the version of a pinned case', () => {
    const events = withdraw(publish(publish([], JAN), FEB), 1, MAR);
    expect(governingVersion(viewItem(events), pinned(), APR)?.version).toBe(1);
  });

  test('R13: a later version governs when it is more favourable or statute changed, from the moment it takes effect', () => {
    const transition = { ground: 'more-favourable', reason: '承诺时限缩短' } as const;
    const events = publish(publish([], JAN), FEB, { effectiveFrom: MAR, transition });
    expect(governingVersion(viewItem(events), pinned(), FEB)?.version).toBe(1);
    expect(governingVersion(viewItem(events), pinned(), MAR)?.version).toBe(2);
  });

  test('R13: a pin with another hash belongs to no version', () => {
    const view = viewItem(publish([], JAN));
    expect(governingVersion(view, { ...pinned(), hash: 'f'.repeat(64) }, FEB)).toBeUndefined();
  });
});
