import { expect, test } from 'vitest';
import { readTilePath } from './log-tiles.ts';

test('the address of a tile is read as the standard writes it', () => {
  expect(readTilePath('0/000')).toEqual({ level: 0, n: 0, width: 256 });
  expect(readTilePath('2/x001/x234/067')).toEqual({ level: 2, n: 1_234_067, width: 256 });
  expect(readTilePath('0/x001/234.p/112')).toEqual({ level: 0, n: 1234, width: 112 });
  expect(readTilePath('entries/273.p/7')).toEqual({ level: 'entries', n: 273, width: 7 });
});

test('what is no address of a tile is none', () => {
  const bad = [
    '',
    '0',
    '0/1',
    '0/0000',
    '64/000',
    '00/000',
    '0/x000/001',
    '0/001.p/256',
    '0/001.p/0',
    '0/001.p/07',
    '-1/000',
    '0/../000',
    'entries/',
    '0/x1/000',
  ];
  expect(bad.filter((path) => readTilePath(path) !== undefined)).toEqual([]);
});
