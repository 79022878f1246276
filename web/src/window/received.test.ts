import { expect, test } from 'vitest';
import type { ClaimsReceived } from '../api/consent-model.ts';
import type { ItemForm } from '../api/model.ts';
import { onlyAsked } from '../applicant/use-asked.ts';
import { fillable, heldWith, isOther, toldBy } from './received.ts';

function answer(name: string, value: string): ClaimsReceived['answers'][number] {
  const label = { zh: name, en: name };
  return { name, value, label, source: 'S-DEATH', sourceName: '死亡信息', organ: 'HL', receipt: 'r' };
}

const received: ClaimsReceived = {
  consentId: 'c-1',
  subject: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
  answers: [answer('deathDate', '2026-01-05'), answer('bankAccount', '6217')],
  papers: [],
  unusable: [],
};

test('R47: what a code brought stands over what an earlier case said, each with its source', () => {
  const before = [
    {
      from: 'case' as const,
      name: 'bankAccount',
      value: '6218',
      caseNo: '1',
      itemName: '丧葬',
      receivedOn: '2025-03-03',
    },
    { from: 'applicant' as const, name: 'claimantId', value: '110198198601256910' },
  ];
  const held = heldWith(before, toldBy(received));
  expect(held.map(({ name, from, value }) => [name, from, value])).toEqual([
    ['deathDate', 'source', '2026-01-05'],
    ['bankAccount', 'source', '6217'],
    ['claimantId', 'applicant', '110198198601256910'],
  ]);
});

test('R47: what an earlier case said takes nothing away from a source, nor from what somebody has written', () => {
  const earlier = { from: 'case' as const, caseNo: '1', itemName: '丧葬', receivedOn: '2025-03-03' };
  const known = [
    { ...earlier, name: 'bankAccount', value: '6218' },
    { ...earlier, name: 'reason', value: 'rent' },
    { ...earlier, name: 'deathPlace', value: '云河' },
  ];
  const filled = fillable(known, { bankAccount: '6217', reason: 'study', deathPlace: '' });
  expect(filled.map(({ name }) => name)).toEqual(['deathPlace']);
  expect(fillable(toldBy(received), { bankAccount: '1' }).map(({ name }) => name)).toEqual([
    'deathDate',
    'bankAccount',
  ]);
  const held = heldWith(toldBy(received), [{ ...earlier, name: 'bankAccount', value: '6218' }]);
  expect(held.find(({ name }) => name === 'bankAccount')).toMatchObject({ from: 'source', value: '6217' });
});

test('R47: another number makes another person, a mended telephone number does not', () => {
  expect(isOther({ idNo: '110198198601256910' })).toBe(true);
  expect(isOther({ kind: 'legalPerson' })).toBe(true);
  expect(isOther({ phone: '13800000000' })).toBe(false);
  expect(isOther(undefined)).toBe(false);
});

test('R11: answers to lines that are not asked are not sent, and what only the rules read stays', () => {
  const question = (name: string): ItemForm['questions'][number] => ({
    name,
    label: { zh: name, en: name },
    help: { zh: '', en: '' },
    type: 'string',
    options: [],
    required: true,
    isConditional: true,
  });
  const whole: ItemForm = {
    itemId: 'HR-06',
    version: 1,
    questions: ['reason', 'deathDate'].map(question),
    materials: [],
    fees: [],
  };
  const fields = { form: { reason: 'rent', deathDate: '2026-01-05', headcount: 3 } };
  const now = { questions: [question('reason')] };
  expect(onlyAsked(fields, whole, now).form).toEqual({ reason: 'rent', headcount: 3 });
});
