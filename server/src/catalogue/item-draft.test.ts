import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { afterOne } from '../journal/one-event-act.ts';
import type { Recorded, Step } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { Catalogue, compareItems, draftStream, type Item, viewDraft, type DraftView } from './catalogue.ts';
import {
  approveDraft,
  dropDraft,
  editDraft,
  endDraft,
  openDraft,
  returnDraft,
  submitDraft,
  type DraftFacts,
} from './item-draft.ts';
import { faultAt } from './publication.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));
const item = findItem('MK-05');
const stream = draftStream('MK-05');
const at = '2026-03-02T01:00:00.000Z';

function findItem(id: string): Item {
  const found = items.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no demo item ${id}`);
  return found;
}

/** A draft's life, step by step, by people who hold posts in the organ. */
function life() {
  let events: readonly Recorded[] = [];
  return {
    view: () => viewDraft(events),
    take<Command>(
      step: Step<Command, DraftView, DraftFacts, string>,
      command: Command,
      by: string,
      change: Partial<DraftFacts> = {},
    ): string {
      const post = by.startsWith('head')
        ? 'departmentHead'
        : by.startsWith('legal')
          ? 'legalReviewer'
          : 'departmentStaff';
      const facts = { posts: [post], faults: [], inForce: 1, ...change };
      const actor = { kind: 'person', id: by } as const;
      const decided = step.decide(viewDraft(events), command, facts, { at, stream, actor });
      if (isRefusal(decided)) return decided.code;
      for (const { type, data } of decided.events) {
        events = afterOne(events, { stream, type, at, actor, requestId: `r${events.length}`, data });
      }
      return 'ok';
    },
  };
}

const content = JSON.parse(JSON.stringify(item));

describe('a draft of an item', () => {
  test('is opened from the version in force, edited, submitted, approved by another person and published', () => {
    const draft = life();
    expect(draft.take(openDraft, { from: 1, item: content }, 'staff-1')).toBe('ok');
    expect(draft.take(editDraft, { revision: 1, item: { ...content, notes: 'x' } }, 'staff-2')).toBe('ok');
    expect(draft.take(submitDraft, { revision: 2 }, 'staff-1')).toBe('ok');
    expect(draft.take(approveDraft, { revision: 2, opinion: '同意' }, 'legal-1')).toBe('ok');
    expect(draft.view().draft).toMatchObject({
      state: 'approved',
      from: 1,
      revision: 2,
      writers: ['staff-1', 'staff-2'],
      submittedBy: 'staff-1',
      approval: { by: 'legal-1', opinion: '同意' },
      item: { notes: 'x' },
    });
    expect(draft.take(endDraft, { version: 2 }, 'staff-1')).toBe('ok');
    expect(draft.view()).toEqual({ draft: undefined, round: 1 });
  });

  test('four eyes: neither who wrote nor who submitted approves, and nobody without the post', () => {
    const draft = life();
    draft.take(openDraft, { from: 1, item: content }, 'head-1');
    draft.take(editDraft, { revision: 1, item: content }, 'staff-1');
    draft.take(submitDraft, { revision: 2 }, 'legal-1');
    const approve = (by: string) => draft.take(approveDraft, { revision: 2, opinion: '同意' }, by);
    expect(approve('head-1')).toBe('drafter-may-not-approve');
    expect(approve('legal-1')).toBe('drafter-may-not-approve');
    expect(approve('staff-2')).toBe('not-an-approver');
    expect(draft.take(approveDraft, { revision: 1, opinion: '同意' }, 'head-2')).toBe('draft-changed-meanwhile');
    expect(approve('head-2')).toBe('ok');
  });

  test('what is written after the approval must be approved again', () => {
    const draft = life();
    draft.take(openDraft, { from: 1, item: content }, 'staff-1');
    draft.take(submitDraft, { revision: 1 }, 'staff-1');
    draft.take(approveDraft, { revision: 1, opinion: '同意' }, 'head-1');
    expect(draft.take(editDraft, { revision: 1, item: content }, 'staff-1')).toBe('ok');
    expect(draft.take(endDraft, { version: 2 }, 'staff-1')).toBe('draft-not-in-state');
    expect(draft.view().draft).toMatchObject({ state: 'editing', revision: 2 });
    expect(draft.view().draft).not.toHaveProperty('approval');
  });

  test('with a fault it is not submitted, and the refusal tells all faults', () => {
    const draft = life();
    draft.take(openDraft, { from: 1, item: content }, 'staff-1');
    const faults = [
      faultAt('vague-requirement', ['materials', 0, 'name'], '其他材料'),
      faultAt('element-missing', ['region'], ''),
    ];
    const view = draft.view();
    const facts = { posts: ['departmentStaff'], faults, inForce: 1 };
    const context = { at, stream, actor: { kind: 'person', id: 'staff-1' } } as const;
    expect(submitDraft.decide(view, { revision: 1 }, facts, context)).toMatchObject({
      code: 'vague-requirement',
      rule: 'R3',
      detail: { faults: ['R3 materials[0].name: 其他材料', 'R2 region: '] },
    });
  });

  test('comes back with reasons, and may be given up', () => {
    const draft = life();
    draft.take(openDraft, { from: 1, item: content }, 'staff-1');
    draft.take(submitDraft, { revision: 1 }, 'staff-1');
    expect(draft.take(returnDraft, { reason: '依据不全' }, 'head-1')).toBe('ok');
    expect(draft.view().draft).toMatchObject({ state: 'editing', returned: { by: 'head-1', reason: '依据不全' } });
    expect(draft.take(dropDraft, { reason: '暂缓' }, 'staff-1')).toBe('ok');
    expect(draft.take(editDraft, { revision: 1, item: content }, 'staff-1')).toBe('no-item-draft');
    expect(draft.take(openDraft, { from: 1, item: content }, 'staff-1')).toBe('ok');
    expect(draft.view().round).toBe(2);
  });

  test('is one of an item, by its own organ, from the version that is in force, and not of another item', () => {
    const draft = life();
    expect(draft.take(openDraft, { from: 1, item: content }, 'staff-1', { posts: [] })).toBe('item-of-another-organ');
    expect(draft.take(openDraft, { from: 1, item: content }, 'staff-1', { inForce: 2 })).toBe(
      'draft-changed-meanwhile',
    );
    expect(draft.take(openDraft, { from: 1, item: content }, 'staff-1')).toBe('ok');
    expect(draft.take(openDraft, { from: 1, item: content }, 'staff-2')).toBe('draft-already-open');
    expect(draft.take(editDraft, { revision: 7, item: content }, 'staff-2')).toBe('draft-changed-meanwhile');
    expect(draft.take(editDraft, { revision: 1, item: { ...content, id: 'MK-06' } }, 'staff-2')).toBe(
      'item-of-another-stream',
    );
  });
});

describe('a comparison', () => {
  test('names each element that differs, with its content before and after', () => {
    const changed = { ...item, promisedLimit: { value: 5, unit: 'W' }, plain: { ...item.plain, keywords: [] } };
    expect(compareItems(item, changed).map(({ path, kind, element }) => [path, kind, element.zh])).toContainEqual([
      'promisedLimit.value',
      'changed',
      '承诺时限 › 承诺时限',
    ]);
    expect(compareItems(item, item)).toEqual([]);
    // The rules' own elements have names too.
    const [rule] = item.decide;
    const other = { ...item, decide: [{ ...rule, when: 'false' }, ...item.decide.slice(1)] };
    expect(compareItems(item, other).map(({ element }) => element.zh)).toEqual(['决定规则 › 第1项 › 条件']);
    expect(compareItems(item, changed)[0]).toMatchObject({ path: 'plain.keywords[0]', kind: 'removed' });
  });

  test('a material put in front is one change, not one for each line behind it', () => {
    const [first] = item.materials;
    const more = { ...item, materials: [{ ...first, code: 'm.new' }, ...item.materials] };
    expect(compareItems(item, more)).toMatchObject([{ path: 'materials[0]', kind: 'added' }]);
    const fewer = { ...item, materials: item.materials.slice(1) };
    expect(compareItems(item, fewer)).toMatchObject([{ path: 'materials[0]', kind: 'removed' }]);
  });
});
