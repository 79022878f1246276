import { expect, test } from 'vitest';
import type { ItemForm, KnownAnswer } from '../api/model.ts';
import { stepOfField, stepsOf } from './steps.ts';

const words = { zh: '', en: '' };
const question = (name: string) =>
  ({ name, label: words, help: words, type: 'bool', options: [], required: true, isConditional: false }) as const;
const material = (code: string, kind: 'form' | 'provided' | 'commitment', isFetched = false) =>
  ({
    code,
    name: code,
    nameEn: '',
    kind,
    necessity: 'required',
    isFetched,
    needsConsent: false,
    acceptStandard: '',
  }) as const;

const form: ItemForm = {
  itemId: 'FR-01',
  version: 1,
  questions: [question('area'), question('name'), question('byPromise')],
  materials: [material('m.form', 'form'), material('m.floor', 'provided'), material('m.bl', 'provided', true)],
  promise: { wording: words, afterCheck: '20W' },
  fees: [],
};
const known: readonly KnownAnswer[] = [{ name: 'name', value: '禾木', from: 'source' }];

test('one screen for each question that is open; what is known is one screen, the promise is chosen once', () => {
  const steps = stepsOf(form, known);
  expect(steps.map((step) => (step.kind === 'question' ? step.question.name : step.kind))).toEqual([
    'who',
    'known',
    'area',
    'route',
    'material',
    'send',
  ]);
  const { promise: _promise, ...normal } = form;
  expect(stepsOf({ ...normal, materials: [] }, []).map(({ kind }) => kind)).toEqual([
    'who',
    'question',
    'question',
    'send',
  ]);
});

test('which of his own licences it is about is asked of who holds some, before anything else', () => {
  const steps = stepsOf(form, known, true);
  expect(steps.slice(0, 3).map(({ kind }) => kind)).toEqual(['who', 'licence', 'known']);
  expect(stepOfField(steps, known, ['onLicence', 'act'])).toBe(1);
});

test('a field that wants an answer leads to its screen', () => {
  const steps = stepsOf(form, known);
  expect(stepOfField(steps, known, ['form', 'area'])).toBe(2);
  expect(stepOfField(steps, known, ['person', 'idNo'])).toBe(0);
  expect(stepOfField(steps, known, ['form', 'name'])).toBe(1);
  expect(stepOfField(steps, known, ['truthStatement'])).toBe(5);
});
