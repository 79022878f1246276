import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { inputsFrom, type Item, versionInForce } from '../catalogue/catalogue.ts';
import { readDemoDistrict } from '../demo-district.ts';
import { personStream } from '../identity/identity.ts';
import { randomIds } from '../kernel/ids.ts';
import { makeFolder } from '../kernel/make-folder.ts';
import { dateInChina } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { runCase } from './case-course.ts';
import { CaseFile } from './case-file.ts';
import { type CaseReport, reportOf } from './case-summary.ts';
import { textOf } from './case-text.ts';
import { isThrowAway, openCaseWorld } from './case-world.ts';
import { type Call, InputFault } from './command.ts';
import { readJsonFile } from './input-file.ts';

/** Years for which the development authority's certificates and the demo letters hold. */
const YEARS = { first: 2021, last: 2035 } as const;

/** Runs the case of a file and writes what came of it. */
export async function runFile({ positionals, flags, json, terminal }: Call): Promise<number> {
  const path = positionals[0] ?? '';
  const out = outDir(flags['out']);
  const file = parseFile(readJsonFile(path), path);
  const isOwn = isThrowAway(terminal.environment);
  if (isOwn) checkNames(file, path, demoNames());
  makeOut(out);
  const runId = randomIds.next();
  const world = await openCaseWorld(terminal.environment, { startAt: file.at, runId, say: terminal.err });
  try {
    if (!isOwn) checkNames(file, path, namesIn(world.platform, file));
    const report = await reportOf(await runCase(world, file));
    writeReport(out, report);
    terminal.out(json ? JSON.stringify(report.summary) : textOf(report.summary).trimEnd());
    return report.summary.reached ? 0 : 1;
  } finally {
    await world.close();
  }
}

function outDir(flag: unknown): string {
  if (typeof flag === 'string' && flag !== '') return flag;
  throw new InputFault({
    zh: '缺少 --out 目录,见 liangqian case run --help。',
    en: 'The option --out DIR is missing; see liangqian case run --help.',
  });
}

/** Reads the file strictly; what is wrong is one sentence with its place. */
export function parseFile(input: unknown, path: string): CaseFile {
  const parsed = CaseFile.safeParse(input);
  if (!parsed.success) throw wrongFile(path, parsed.error.issues[0]);
  const years = [parsed.data.at, ...parsed.data.steps.flatMap(({ at }) => (at === undefined ? [] : [at]))].map((at) =>
    Number(dateInChina(at).slice(0, 4)),
  );
  const wrong = years.find((year) => year < YEARS.first || year > YEARS.last);
  if (wrong === undefined) return parsed.data;
  throw new InputFault({
    zh: `${path} 有 ${wrong} 年的日期,示范区只办理 ${YEARS.first} 至 ${YEARS.last} 年的办件。`,
    en: `${path} has a date in ${wrong}: the demo district handles cases from ${YEARS.first} to ${YEARS.last}.`,
  });
}

function wrongFile(path: string, issue: z.core.$ZodIssue | undefined): InputFault {
  const place = placeOf(issue?.path ?? []);
  if (issue?.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => (place === '' ? key : `${place}.${key}`)).join(', ');
    return new InputFault({ zh: `${path} 有未知字段:${names}。`, en: `${path} has unknown fields: ${names}.` });
  }
  const where = place === '' ? path : `${path}: ${place}`;
  return new InputFault({
    zh: `${where} 不正确(${issue?.message ?? ''})。`,
    en: `${where} is not valid (${issue?.message ?? ''}).`,
  });
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** What a file may name: the items and the people of the district. */
interface Names {
  readonly item: (itemId: string) => Item | undefined;
  readonly hasPerson: (personId: string) => boolean;
}

function demoNames(): Names {
  const { items, people } = readDemoDistrict();
  const persons = new Set(people.people.map(({ personId }) => personId));
  return { item: (itemId) => items.find(({ id }) => id === itemId), hasPerson: (personId) => persons.has(personId) };
}

function namesIn(platform: Platform, { at }: CaseFile): Names {
  return {
    item(itemId) {
      const held = platform.items.get(`item/${itemId}`);
      return held === undefined ? undefined : versionInForce(held.view, at)?.item;
    },
    hasPerson: (personId) => platform.people.get(personStream(personId)) !== undefined,
  };
}

/** Items, people and inputs that the district does not know are faults of the file, not of the case. */
function checkNames(file: CaseFile, path: string, names: Names): void {
  const { itemId } = file.application;
  const item = names.item(itemId);
  if (item === undefined) throw unknownName(path, 'application.itemId', itemId);
  const inputs = inputsFrom(item);
  const ofSource = (...sources: readonly string[]) =>
    inputs.filter(({ source }) => sources.includes(source)).map(({ name }) => name);
  requireKnown(path, 'review', Object.keys(file.review), ofSource('review', 'joint'));
  requireKnown(path, 'shares.facts', Object.keys(file.shares.facts), ofSource('share', 'rule', 'config'));
  const shared = [...inputs.map(({ name }) => name), ...item.materials.map(({ code }) => code)];
  requireKnown(path, 'shares.missing', file.shares.missing, shared);
  requireKnown(path, 'shares.unverified', file.shares.unverified, shared);
  for (const [index, id] of [file.by, ...file.steps.map(({ by }) => by ?? 'applicant')].entries()) {
    const isKnown = id === 'applicant' || id.startsWith('robot/') || names.hasPerson(id);
    if (!isKnown) throw unknownName(path, index === 0 ? 'by' : `steps[${index - 1}].by`, id);
  }
}

function requireKnown(path: string, place: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownName(path, `${place}.${unknown}`, unknown);
}

function unknownName(path: string, place: string, name: string): InputFault {
  return new InputFault({
    zh: `${path}: ${place} 中的 “${name}” 在示范区不存在。`,
    en: `${path}: the district knows no "${name}" (${place}).`,
  });
}

function makeOut(out: string): void {
  try {
    makeFolder(resolve(out));
  } catch (error) {
    throw new InputFault({ zh: `无法建立目录 ${out}。`, en: `The directory ${out} cannot be made.` }, error);
  }
}

/** Writes every letter, the history and the summary. */
function writeReport(out: string, { summary, documents, events }: CaseReport): void {
  for (const { file, bytes, ofd } of documents) {
    writeFileSync(join(out, file), bytes);
    if (ofd !== undefined) writeFileSync(join(out, file.replace(/\.pdf$/, '.ofd')), ofd);
  }
  writeFileSync(join(out, 'events.json'), `${JSON.stringify(events, null, 2)}\n`);
  writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  writeFileSync(join(out, 'summary.txt'), textOf(summary));
}
