import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { createDraftRegister, createItemRegister, importItems, type Imported } from '../catalogue/actions.ts';
import {
  exchangeFacts,
  type DistrictLists,
  districtLists,
  type ExchangeFormat,
  type ImportPlan,
  type Library,
  operatorFacts,
  planImport,
  readItems,
  type RowFault,
  versionInForce,
  writeItems,
} from '../catalogue/catalogue.ts';
import { catchUp, type Journal, openJournal } from '../journal/actions.ts';
import { readConfig } from '../kernel/config.ts';
import { openDatabase } from '../kernel/database.ts';
import { sha256 } from '../kernel/digest.ts';
import { databaseOf, reachDatabase } from '../kernel/platform-database.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { systemClock } from '../kernel/time.ts';
import { type Call, type Command, InputFault, type Terminal } from './command.ts';
import { readBytes } from './input-file.ts';
import { progressBar } from './progress-bar.ts';

/** `liangqian catalogue export FILE`: the items in force, as the ending of the name says. */
export const catalogueExport: Command = {
  name: 'catalogue export',
  summary: { zh: '导出现行事项（.xlsx 或 .json）', en: 'write the items in force to a file (.xlsx or .json)' },
  parameters: ['FILE'],
  async run({ positionals: [file = ''], json, terminal }) {
    const format = formatOf(file);
    const count = await withLibrary(terminal, async ({ library }) => {
      const at = systemClock.now();
      const items = library.items
        .list()
        .flatMap(({ view }) => versionInForce(view, at)?.item ?? [])
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      if (items.length > 0) writeWhole(file, writeItems(format, items));
      return items.length;
    });
    if (count === 0) throw new InputFault({ zh: '库中没有现行事项。', en: 'No item of the library is in force.' });
    if (json) terminal.out(JSON.stringify({ file, items: count }));
    else terminal.out(`${count} 个事项已写入 ${file}。 ${count} items are written to ${file}.`);
    return 0;
  },
};

/** `liangqian catalogue import FILE [--dry-run]`: drafts of all items of a file, or of none, with every fault of every row. */
export const catalogueImport: Command = {
  name: 'catalogue import',
  summary: { zh: '导入事项为草案，全部或者全不', en: 'make drafts of the items of a file: of all, or of none' },
  parameters: ['FILE'],
  options: {
    'dry-run': { type: 'boolean', says: { zh: '只预览，不导入', en: 'only say what would be done' } },
    'request-id': {
      type: 'string',
      says: { zh: '请求编号：同一编号只导入一次', en: 'the same id imports only once, however often it is called' },
    },
  },
  async run(call) {
    const {
      positionals: [file = ''],
      terminal,
    } = call;
    formatOf(file);
    const bytes = readBytes(file);
    const given = readItems(bytes);
    if (isRefusal(given)) {
      const { message, remedy, detail } = given;
      const place = Object.values(detail).join(' ');
      const said = (language: 'zh' | 'en') =>
        `${file}: ${message[language]}${place === '' ? '' : ` ${place}`} ${remedy[language]}`;
      throw new InputFault({ zh: said('zh'), en: said('en') });
    }
    return withLibrary(terminal, async ({ library, journal, realm, lists }) => {
      const at = systemClock.now();
      const bar = progressBar(terminal.err);
      const facts = exchangeFacts(library, { ...lists, district: realm }, { at, mayWrite: () => true });
      const plan = await planImport(given, facts, bar);
      const isDone = plan.faults.length === 0 && call.flags['dry-run'] !== true;
      const frame = {
        realm,
        actor: { kind: 'operator', id: 'catalogue-import' },
        requestId: requestIdOf(call),
        at,
      } as const;
      const fileHash = sha256(bytes).toString('hex');
      const factsOf = operatorFacts(library, at);
      const made = isDone
        ? await importItems(journal, { ...frame, fileHash, fileName: file.slice(-400), factsOf }, plan)
        : undefined;
      if (isRefusal(made))
        throw new InputFault({ zh: made.message.zh + made.remedy.zh, en: `${made.message.en} ${made.remedy.en}` });
      return say(call, plan, made);
    });
  },
};

function requestIdOf({ flags }: Call): string {
  const given = flags['request-id'];
  return typeof given === 'string' && given !== '' ? given.slice(0, 80) : randomUUID();
}

function formatOf(file: string): ExchangeFormat {
  if (/\.xlsx$/i.test(file)) return 'xlsx';
  if (/\.json$/i.test(file)) return 'json';
  throw new InputFault({ zh: `${file} 应以 .xlsx 或 .json 结尾。`, en: `${file} should end in .xlsx or .json.` });
}

/** A reader of the file sees it whole or as it was before. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const begun = `${file}.part`;
  try {
    if (existsSync(begun)) throw new Error(`${begun} is in the way`);
    writeFileSync(begun, bytes, { flag: 'wx' });
    renameSync(begun, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputFault(
      { zh: `无法写入 ${file}（${reason}）。`, en: `${file} cannot be written (${reason}).` },
      error,
    );
  }
}

interface Opened {
  readonly library: Library;
  readonly journal: Journal;
  readonly realm: string;
  readonly lists: DistrictLists;
}

async function withLibrary<Answer>(terminal: Terminal, work: (opened: Opened) => Promise<Answer>): Promise<Answer> {
  const config = readConfig(terminal.environment);
  const platform = await reachDatabase(databaseOf(config, terminal.err));
  const pool = openDatabase({ url: platform.url('liangqian_app'), role: 'liangqian_app', maxConnections: 2 });
  try {
    const realm = config.LIANGQIAN_REALM;
    const journal = openJournal(pool);
    const library = { items: createItemRegister(journal, realm), drafts: createDraftRegister(journal, realm) };
    journal.registers.push(library.items, library.drafts);
    await catchUp(journal);
    return await work({ library, journal, realm, lists: districtLists(config.LIANGQIAN_LICENCE_LIST) });
  } finally {
    await pool.end();
    await platform.stop();
  }
}

function say({ json, terminal }: Call, plan: ImportPlan, made: Imported | undefined): number {
  const count = (state: string): number => plan.items.filter((item) => item.state === state).length;
  const counts = {
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    faulty: count('faulty'),
  };
  const rows = plan.items.map(({ itemId, row, state, changes, readings }) => ({
    itemId,
    row,
    state,
    changes,
    readings,
  }));
  if (json) terminal.out(JSON.stringify({ counts, faults: plan.faults, rows, imported: made ?? null }));
  else {
    for (const fault of plan.faults) for (const line of linesOf(fault)) terminal.out(line);
    for (const { itemId, state, changes, readings } of plan.items) {
      if (state !== 'unchanged')
        terminal.out(`${itemId} ${state} (${changes.length}) ${readings.join('; ')}`.trimEnd());
    }
    terminal.out(
      `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${plan.faults.length} faults`,
    );
    terminal.out(made === undefined ? '未导入。 Nothing was imported.' : doneText(made));
  }
  return plan.faults.length === 0 ? 0 : 1;
}

function doneText({ drafts, repeated }: Imported): string {
  const already = repeated ? '（此前已导入 done before）' : '';
  return `已建立 ${drafts.length} 份草案。 ${drafts.length} drafts are made.${already}`;
}

/** The place, the rule and article, and what mends it. */
function linesOf(fault: RowFault): readonly string[] {
  const { sheet, row, column, value, itemId, found, rule, article, message, remedy } = fault;
  return [
    `${sheet} ${row} ${column.zh} ${itemId}: ${value.slice(0, 80)}${found === '' || found === value ? '' : ` [${found.slice(0, 200)}]`}`,
    `  ${rule} ${article}`,
    `  ${message.zh}${remedy.zh}`,
    `  ${message.en} ${remedy.en}`,
  ];
}
