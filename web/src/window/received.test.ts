import { expect, test } from 'vitest';
import type { ClaimsReceived } from '../api/consent-model.ts';
import { withReceived } from './received.ts';

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

test('R11: what a code brought for lines that are not asked is not sent, and what was corrected counts', () => {
  const fields = { form: { reason: 'rent', bankAccount: '6218' } };
  expect(withReceived(fields, received).form).toEqual({
    deathDate: '2026-01-05',
    reason: 'rent',
    bankAccount: '6218',
  });
  expect(withReceived(fields, received, ['reason', 'bankAccount']).form).toEqual({
    reason: 'rent',
    bankAccount: '6218',
  });
  // A figure that only the rules read is no line of the form, and stays.
  expect(withReceived({ form: { headcount: 3 } }, received, ['bankAccount']).form).toEqual({
    headcount: 3,
    bankAccount: '6217',
  });
  expect(withReceived(fields, undefined)).toBe(fields);
});
