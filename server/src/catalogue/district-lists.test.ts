import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { codeLists } from './code-lists.ts';
import { districtLists } from './district-lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'licences-'));
afterAll(() => rmSync(folder, { recursive: true }));

function listed(text: string) {
  const file = join(folder, 'list.json');
  writeFileSync(file, text);
  return districtLists(file);
}

test('R1: a district publishes licences by the list that its operator names; the demonstration by its own', () => {
  expect(districtLists(undefined).licenceList.has('110131005000')).toBe(true);
  const { licenceList, sources } = listed('[{"basicCode":"000131005000","name":"食品经营许可"}]');
  expect([...licenceList]).toEqual(['000131005000']);
  expect(sources).toBe(codeLists.sources);
});

test('a file that is no licence list is refused with its place, never taken for an empty one', () => {
  expect(() => listed('[]')).toThrow(/not empty/);
  expect(() => listed('[{"basicCode":"0001310050","name":"食品经营许可"}]')).toThrow(/0\.basicCode/);
  expect(() => listed('基本编码')).toThrow(/cannot be read/);
  expect(() => districtLists(join(folder, 'none.json'))).toThrow(/cannot be read/);
});
