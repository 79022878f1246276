import { readFileSync } from 'node:fs';
import {
  Catalogue,
  type ExchangeFacts,
  type Item,
  codeLists,
  planImport,
  readItems,
  writeItems,
} from '../src/catalogue/catalogue.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Options } from './options.ts';
import { atMost, type Figure, type Part, type Say } from './report.ts';

/** What offices send in one go at the most. */
const ROWS = 5_000;
const GOAL_SECONDS = 30;
/** A whole city. */
const ITEMS = 1_000;

const demo = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../db/demo/${name}`, import.meta.url), 'utf8'));

/** Taking items out and looking at a file before it comes in: seconds for a book of 5,000 rows, and for a library of a thousand items. */
export async function runExchange(options: Options, say: Say): Promise<Part> {
  const catalogue = Catalogue.parse(demo('catalogue.json'));
  const { licenceList } = codeLists;
  const sources = new Map([...catalogue.eLicenceTypes, ...catalogue.shareInterfaces].map(({ id, name }) => [id, name]));
  const figures: Figure[] = [];
  const rounds: object[] = [];
  let isBroken = false;
  for (let round = 0; round < options.rounds; round += 1) {
    for (const { name, count } of [
      { name: '5,000 rows on all sheets', count: Math.round(ROWS / rowsOfAnItem(catalogue.items)) },
      { name: `${ITEMS} items with all their rows`, count: ITEMS },
    ]) {
      const items = madeItems(catalogue.items, count);
      const seconds = await timed(items, { licenceList, sources });
      say(`${name} (${count} items): ${JSON.stringify(seconds)}`);
      rounds.push({ name, count, ...seconds });
      isBroken ||= seconds.unchanged !== 0 || seconds.items !== count;
      if (round === options.rounds - 1) {
        figures.push({ name: `${name}, written`, value: seconds.write, unit: 's' });
        figures.push({ name: `${name}, unpacked and parsed`, value: seconds.read, unit: 's' });
        figures.push(atMost(`${name}, previewed whole`, seconds.read + seconds.plan, 's', GOAL_SECONDS));
      }
    }
  }
  const notes = ['every item changed, so that all rules of publication are put to each; one thread'];
  return { part: 'exchange of items', figures, rounds, notes, failed: isBroken };
}

function rowsOfAnItem(items: readonly Item[]): number {
  const rows = items.reduce((sum, item) => sum + linesIn(item), items.length);
  return rows / items.length;
}

/** Lines of lists of objects, each a row of its own. */
function linesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce<number>((sum, one) => sum + linesIn(one), 0);
  const isList = Array.isArray(value) && value.some((one) => typeof one === 'object');
  return inside + (isList ? value.length : 0);
}

/** The demo items again and again under numbers of their own. */
function madeItems(items: readonly Item[], count: number): readonly Item[] {
  return Array.from({ length: count }, (_, at) => {
    const pattern = items[at % items.length];
    if (pattern === undefined) throw new Error('no demo items');
    const serial = Math.floor(at / items.length);
    const organ = String.fromCharCode(65 + (Math.floor(serial / 26) % 26), 65 + (serial % 26));
    const bizCode = `${pattern.bizCode.slice(0, 31)}${String((serial % 99) + 1).padStart(2, '0')}`;
    return { ...pattern, id: `${organ}-${String(at % items.length).padStart(2, '0')}`, dept: organ, bizCode };
  });
}

async function timed(items: readonly Item[], publication: ExchangeFacts['publication']) {
  const byId = new Map(items.map((item) => [item.id, item]));
  const clock = stopwatch();
  const bytes = writeItems(
    'xlsx',
    items.map((item) => ({ ...item, notes: `${item.notes}。` })),
  );
  const write = clock();
  const given = readItems(bytes);
  const read = clock();
  if (isRefusal(given)) throw new Error(given.code);
  const held = (itemId: string) => {
    const item = byId.get(itemId);
    return { version: 1, organ: itemId.slice(0, 2), ...(item === undefined ? {} : { item }) };
  };
  const plan = await planImport(given, { held, mayWrite: () => true, publication, inForce: items }, () => undefined);
  const unchanged = plan.items.filter(({ state }) => state === 'unchanged').length;
  return {
    write,
    read,
    plan: clock(),
    items: plan.items.length,
    unchanged,
    faults: plan.faults.length,
    bytes: bytes.length,
  };
}

/** Seconds since it was asked last. */
function stopwatch(): () => number {
  let last = process.hrtime.bigint();
  return () => {
    const now = process.hrtime.bigint();
    const seconds = Number(now - last) / 1e9;
    last = now;
    return seconds;
  };
}
