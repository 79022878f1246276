import { expect, test } from 'vitest';
import type { MatterPlan, MatterQuestion } from '../api/matter-model.ts';
import { nothingGiven, withAnswer, withPersonFor } from './given.ts';
import { withKnown } from './looked-up.ts';
import { nextUnanswered, questionsLeft, submissionOf } from './submission.ts';

function question(name: string, more: Partial<MatterQuestion> = {}): MatterQuestion {
  const label = { zh: name, en: name };
  return { name, label, type: 'string', items: ['FR-01'], decides: false, isRequired: true, ...more };
}

const plan: MatterPlan = {
  version: 1,
  district: '110105',
  children: [
    { itemId: 'FR-01', name: '', nameEn: '', organName: '', organNameEn: '', wave: 0, after: [], byRules: true },
  ],
  gone: [],
  leftOut: [],
  prompts: [],
  holds: [],
  stops: [],
  questions: [question('address'), question('FR-01 form.floorPlan', { isRequired: false, isOptional: true })],
};
const applicant = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;

test('what may be left out is no question on the way, and is sent once it was answered', () => {
  const answered = withAnswer(nothingGiven, 'address', { value: '河沿路12号' });
  expect(nextUnanswered(plan, answered)).toBeUndefined();
  expect(questionsLeft(plan, answered)).toEqual({ done: 1, all: 1 });
  const sent = (given: typeof answered) => submissionOf('B-01', plan, { applicant, channel: 'window', given });
  expect(sent(answered)).toMatchObject({ own: {}, humanDecision: [], region: '110105' });
  expect(sent(withAnswer(answered, 'FR-01 form.floorPlan', { value: '图-18' }))).toMatchObject({
    own: { 'FR-01': { form: { floorPlan: '图-18' } } },
  });
});

test('R79: the wish for a person is kept through every answer, and sent for the items that still follow', () => {
  const wished = withPersonFor(withPersonFor(nothingGiven, 'FR-01', true), 'MK-01', true);
  const given = withAnswer(wished, 'address', { value: '河沿路12号' });
  const sent = submissionOf('B-01', plan, { applicant, channel: 'online', given });
  expect(sent).toMatchObject({ humanDecision: ['FR-01'] });
  expect(withPersonFor(given, 'FR-01', false).humanDecision).toEqual(['MK-01']);
});

test('R47: what was looked up at the window is shown with its source and may be said otherwise; what is known already stays', () => {
  const known = { value: '一', source: 'account' as const, isCorrectable: false };
  const asked = { ...plan, questions: [...plan.questions, question('name', { known })] };
  const found = (name: string) => ({ name, value: '二', source: 'case' as const, of: '1101980001' });
  const shown = withKnown(asked, { known: [found('address'), found('name')], items: ['FR-01'] });
  expect(shown.questions.map((one) => one.known)).toEqual([
    { value: '二', source: 'case', of: '1101980001', isCorrectable: true },
    undefined,
    known,
  ]);
});
