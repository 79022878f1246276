import { expect, test } from 'vitest';
import { openLog } from './log.ts';

test('an event is one line of JSON with its UTC instant and without personal data or secrets', () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => void lines.push(line) });
  log.info(
    { requestId: 'r-1', applicant: { idNumber: '110101199003070011', phone: '13800000000' }, password: 'p' },
    'case received',
  );
  log.debug('not at this level');
  expect(lines).toHaveLength(1);
  const [line = ''] = lines;
  expect(line.endsWith('}\n')).toBe(true);
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
    requestId: 'r-1',
    applicant: { idNumber: '…', phone: '…' },
    password: '…',
    msg: 'case received',
  });
});
