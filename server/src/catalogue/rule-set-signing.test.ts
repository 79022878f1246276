import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { afterOne } from '../journal/one-event-act.ts';
import type { NewEvent, Recorded } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { Catalogue, itemHash, type Item, ruleSetHash, viewItem } from './catalogue.ts';
import { signRuleSet } from './rule-set-signing.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));
const item = items.find(({ id }) => id === 'MK-07');
const stream = 'item/MK-07';
const at = '2026-01-01T00:00:00.000Z';

function after(events: readonly Recorded[], { type, data }: NewEvent, by: string): readonly Recorded[] {
  const actor = { kind: 'person', id: by } as const;
  return afterOne(events, { stream, type, at, actor, requestId: `r${events.length}`, data });
}

function published(events: readonly Recorded[], of: Item): readonly Recorded[] {
  const version = events.filter(({ type }) => type === 'ItemVersionPublished').length + 1;
  const data = { version, item: of, hash: itemHash(of), effectiveFrom: at };
  return after(events, { type: 'ItemVersionPublished', data }, 'staff-1');
}

function sign(events: readonly Recorded[], by: string, command: { version: number; ruleSetHash: string }): unknown {
  const context = { at, stream, actor: { kind: 'person', id: by } } as const;
  return signRuleSet.decide(viewItem(events), command, { head: 'head-1' }, context);
}

test('R78: only the head signs, only the rules that he was shown, and only once', () => {
  if (item === undefined) throw new Error('no item');
  const events = published([], item);
  const right = { version: 1, ruleSetHash: ruleSetHash(item) };
  expect(sign(events, 'staff-1', right)).toMatchObject({ code: 'only-the-head-signs-rules', rule: 'R78' });
  expect(sign(events, 'head-1', { ...right, ruleSetHash: 'f'.repeat(64) })).toMatchObject({ code: 'rule-set-changed' });
  expect(sign(events, 'head-1', { ...right, version: 2 })).toMatchObject({ code: 'item-version-unknown' });
  const signed = signedBy(events, right);
  expect(viewItem(signed).versions[0]?.ruleSetSigned).toEqual({ by: 'head-1', at, ruleSetHash: right.ruleSetHash });
  expect(sign(signed, 'head-1', right)).toMatchObject({ code: 'rule-set-already-signed' });
});

test('R78: the signature stands for a later version with the same rules, and not for changed rules', () => {
  if (item === undefined) throw new Error('no item');
  const signed = signedBy(published([], item), { version: 1, ruleSetHash: ruleSetHash(item) });
  const renamed = published(signed, { ...item, notes: '改了备注' });
  const changed = published(renamed, { ...item, decide: item.decide.slice(1) });
  expect(viewItem(changed).versions.map(({ ruleSetSigned }) => ruleSetSigned?.by)).toEqual([
    'head-1',
    'head-1',
    undefined,
  ]);
});

function signedBy(events: readonly Recorded[], command: { version: number; ruleSetHash: string }): readonly Recorded[] {
  const context = { at, stream, actor: { kind: 'person', id: 'head-1' } } as const;
  const decided = signRuleSet.decide(viewItem(events), command, { head: 'head-1' }, context);
  if (isRefusal(decided)) throw new Error(decided.code);
  return decided.events.reduce((known, event) => after(known, event, 'head-1'), events);
}
