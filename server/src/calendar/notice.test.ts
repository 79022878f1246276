import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { officialNotices } from './actions.ts';
import { parseNotice } from './notice.ts';

/** What could be announced for 2027: every statutory holiday and one pair of moved days. */
const notice2027 = {
  year: 2027,
  source: 'notice',
  offDays: [
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-02-09',
    '2027-04-05',
    '2027-05-01',
    '2027-05-02',
    '2027-05-03',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
    '2027-10-02',
    '2027-10-03',
  ],
  workDays: ['2027-02-14'],
};

const holidayCn2027 = {
  $schema: 'https://raw.githubusercontent.com/NateScarlet/holiday-cn/master/schema.json',
  $id: 'https://raw.githubusercontent.com/NateScarlet/holiday-cn/master/2027.json',
  year: 2027,
  papers: ['https://www.gov.cn/zhengce/content/2027.htm'],
  days: [
    ...notice2027.workDays.map((date) => ({ name: '春节', date, isOffDay: false })),
    ...notice2027.offDays.map((date) => ({ name: '假日', date, isOffDay: true })),
  ],
};

function codeOf(input: unknown): string {
  const read = parseNotice(input);
  return isRefusal(read) ? read.code : 'taken';
}

test('R52: our own shape and that of holiday-cn give the same year', () => {
  expect(parseNotice(notice2027)).toEqual(notice2027);
  expect(parseNotice(holidayCn2027)).toEqual(notice2027);
});

test('R52: every official notice of 2004–2026 is taken as it is', () => {
  for (const notice of officialNotices) expect(parseNotice(notice)).toEqual(notice);
});

test('R52: unknown shapes are refused', () => {
  const unknown = [
    null,
    [],
    'notice',
    { ...notice2027, extra: 1 },
    { ...notice2027, source: 'statute' },
    { ...notice2027, year: 1989 },
    { ...holidayCn2027, holidays: {} },
    { ...notice2027, offDays: ['2027-02-29'] },
    { '2027-01-01': "New Year's Day,元旦,1" },
  ];
  for (const input of unknown) expect(codeOf(input), JSON.stringify(input)).toBe('notice-unreadable');
});

test('R52: a notice may reach over New Year, but not into other months of other years', () => {
  const plus = (on: string) => codeOf({ ...notice2027, offDays: [...notice2027.offDays, on] });
  expect([plus('2026-12-31'), plus('2026-12-01'), plus('2028-01-01'), plus('2028-01-31')]).toEqual(
    Array(4).fill('taken'),
  );
  expect([plus('2026-11-30'), plus('2028-02-01'), plus('2026-05-01')]).toEqual(
    Array(3).fill('notice-day-of-other-year'),
  );
});

test('R52: a day named twice, or both off and worked, is refused', () => {
  expect(codeOf({ ...notice2027, offDays: [...notice2027.offDays, '2027-01-01'] })).toBe('notice-day-repeated');
  expect(codeOf({ ...notice2027, workDays: ['2027-02-06'] })).toBe('notice-day-repeated');
});

test('R52: make-up work on an ordinary working day is refused', () => {
  expect(codeOf({ ...notice2027, workDays: ['2027-02-15'] })).toBe('notice-workday-ordinary');
});

test('R52: an empty or incomplete notice is refused and names the missing days', () => {
  expect(codeOf({ year: 2027, papers: [], days: [] })).toBe('notice-holiday-missing');
  const read = parseNotice({ ...notice2027, offDays: notice2027.offDays.filter((on) => on !== '2027-06-09') });
  expect(isRefusal(read) && read.detail).toEqual({ days: ['2027-06-09'] });
  const may1Worked = notice2027.offDays.filter((on) => on !== '2027-05-01');
  expect(codeOf({ ...notice2027, offDays: may1Worked })).toBe('taken');
  expect(codeOf({ ...notice2027, offDays: may1Worked, workDays: ['2027-05-01'] })).toBe('notice-holiday-missing');
});
