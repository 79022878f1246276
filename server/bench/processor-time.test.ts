import { expect, test } from 'vitest';
import { parseMachine, parseStat, type ProcessTime, readMachine, readProcesses, treeTime } from './processor-time.ts';

const line =
  '4211 (postgres: a) (b) S 4200 4211 4211 0 -1 4194304 77 0 0 0 150 50 30 20 20 0 1 0 8812 1 2 3 0 0 0 0 0 0 0 0';

test('a process whose name holds blanks and brackets is read by its last bracket', () => {
  expect(parseStat(line)).toEqual({ pid: 4211, parent: 4200, own: 2, endedChildren: 0.5 });
});

function process(pid: number, parent: number, own: number, endedChildren = 0): ProcessTime {
  return { pid, parent, own, endedChildren };
}

test('a tree counts every descendant once, ended children through the parent, strangers never', () => {
  const processes = [process(10, 1, 1, 4), process(11, 10, 2), process(12, 11, 3), process(99, 1, 1000)];
  expect(treeTime(processes, 10)).toBe(10);
  expect(treeTime(processes, 12)).toBe(3);
  expect(treeTime(processes, 77)).toBe(0);
});

test('a process that is its own ancestor does not hang the count', () => {
  expect(treeTime([process(1, 2, 1), process(2, 1, 1)], 1)).toBe(2);
});

test('this very process is found and has used time', () => {
  const processes = readProcesses();
  expect(treeTime(processes, globalThis.process.pid)).toBeGreaterThan(0);
});

test('a machine has used everything but what it idled and waited', () => {
  expect(parseMachine('cpu  100 20 30 9000 400 5 6 7 0 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n')).toBeCloseTo(1.68);
});

test('this machine has used at least what this process has', () => {
  const [own] = readProcesses().filter(({ pid }) => pid === globalThis.process.pid);
  expect(readMachine()).toBeGreaterThanOrEqual(own?.own ?? Infinity);
});
