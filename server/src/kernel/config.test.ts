import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any setting the platform listens on this machine only and keeps its data beside itself', () => {
  expect(readConfig({})).toMatchObject({
    PORT: 8080,
    HOST: '127.0.0.1',
    DATA_DIR: './data',
    LOG_LEVEL: 'info',
    LIANGQIAN_REALM: '110198',
    LIANGQIAN_CORRECTION_WAIT_DAYS: 30,
    LIANGQIAN_UPLOAD_FILE_MB: 20,
    LIANGQIAN_UPLOAD_CASE_MB: 200,
    LIANGQIAN_DRAFT_DAYS: 30,
    LIANGQIAN_CODE_MINUTES: 5,
  });
  expect(readConfig({}).DATABASE_URL).toBeUndefined();
});

test('an empty setting counts as absent and other programs’ settings are passed over', () => {
  expect(readConfig({ PORT: '', PATH: '/bin', LC_ALL: 'C' }).PORT).toBe(8080);
});

test.each([
  [{ PORT: '70000' }, 'The setting PORT "70000" is not valid'],
  [{ PORT: 'eight' }, 'The setting PORT "eight" is not valid'],
  [{ LOG_LEVEL: 'loud' }, 'The setting LOG_LEVEL "loud" is not valid'],
  [{ LIANGQIAN_REALM: '北京' }, 'The setting LIANGQIAN_REALM "北京" is not valid'],
  [{ LIANGQIAN_CORRECTION_WAIT_DAYS: '0' }, 'The setting LIANGQIAN_CORRECTION_WAIT_DAYS "0" is not valid'],
  [{ LIANGQIAN_CORRECTION_WAIT_DAYS: '1.5' }, 'The setting LIANGQIAN_CORRECTION_WAIT_DAYS "1.5" is not valid'],
  [{ LIANGQIAN_RELAM: '110198' }, 'Unknown setting: LIANGQIAN_RELAM.'],
])('a wrong setting is one sentence: %o', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(sentence);
});

test('R72: in earnest neither the known passphrase nor the PIN alone is taken; a demonstration takes both', () => {
  const earnest = { LIANGQIAN_DEMO: 'no', LIANGQIAN_KEY_PASSPHRASE: 'of-our-own-district' };
  expect(readConfig(earnest)).toMatchObject({ LIANGQIAN_DEMO: 'no' });
  expect(() => readConfig({ LIANGQIAN_DEMO: 'no' })).toThrow(
    'LIANGQIAN_KEY_PASSPHRASE must be a passphrase of your own',
  );
  expect(() => readConfig({ ...earnest, LIANGQIAN_KEY_PASSPHRASE: 'development' })).toThrow('everybody knows');
  expect(() => readConfig({ ...earnest, LIANGQIAN_CONFIRMATION: 'pin' })).toThrow('is for demonstrations');
  expect(readConfig({ LIANGQIAN_CONFIRMATION: 'pin' })).toMatchObject({ LIANGQIAN_CONFIRMATION: 'pin' });
});

test('a wrong database address does not show its password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://me:secret@host/db' })).toThrow(
    /^The setting DATABASE_URL is not valid/,
  );
});
