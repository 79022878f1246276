import type { Item, ItemView } from '../catalogue/catalogue.ts';
import { versionInForce } from '../catalogue/catalogue.ts';
import type { Register } from '../journal/register.ts';
import type { Instant } from '../kernel/time.ts';
import type { SayingView } from './saying.ts';
import { createSearchIndex, type Findable, type FindableText, type Hit } from './search.ts';

/** Search over the items in force, kept current from the registers of items and of sayings. */

export interface ItemSearch {
  /** Brings the index up to date, so that the next person does not wait for it. */
  readonly prepare: (at: Instant) => void;
  /** Items in force at `at` that answer `text`, best first. */
  readonly find: (text: string, at: Instant) => readonly Hit[];
  /** Items in force at `at` that come nearest to `text`. */
  readonly nearest: (text: string, at: Instant) => readonly Hit[];
}

export interface SearchSources {
  readonly items: Register<ItemView>;
  readonly sayings: Register<SayingView>;
  readonly organNames: (code: string) => readonly string[];
}

/** Opens the search; nothing is indexed before `prepare` or the first question. */
export function openItemSearch(sources: SearchSources): ItemSearch {
  const index = createSearchIndex();
  const indexed = new Map<string, Indexed>();
  let generations = '';
  let leading: Leading = new Map();
  let sayingsOf = -1;
  /** Between these instants no version takes effect, so that only a change of a register asks for a look at it. */
  let still: readonly [Instant, Instant] = ['', ''];

  function catchUp(at: Instant): void {
    const now = `${sources.items.generation()} ${sources.sayings.generation()}`;
    const isStill = at >= still[0] && at < still[1];
    if (now === generations && isStill) return;
    if (sayingsOf !== sources.sayings.generation()) leading = sayingsByItem(sources.sayings, leading);
    sayingsOf = sources.sayings.generation();
    for (const { key, view } of sources.items.list()) {
      const itemId = key.slice('item/'.length);
      const sayings = leading.get(itemId) ?? NONE;
      const known = indexed.get(itemId);
      if (!isStill || known?.view !== view || known.sayings !== sayings) take(itemId, { view, sayings }, at);
    }
    generations = now;
    still = [at, nextChange(sources.items, at)];
  }

  function take(itemId: string, seen: Indexed, at: Instant): void {
    const version = versionInForce(seen.view, at);
    indexed.set(itemId, seen);
    if (version === undefined) index.remove(itemId);
    else index.put(findableOf(version.item, seen.sayings, sources.organNames(version.item.dept)));
  }

  return {
    prepare: catchUp,
    find(text, at) {
      catchUp(at);
      return index.find(text);
    },
    nearest(text, at) {
      catchUp(at);
      return index.nearest(text);
    },
  };
}

interface Indexed {
  readonly view: ItemView;
  readonly sayings: readonly FindableText[];
}

const NONE: readonly FindableText[] = [];

type Leading = ReadonlyMap<string, readonly FindableText[]>;

/** Which sayings lead to which item; the very same list as in `before` where nothing changed. */
function sayingsByItem(sayings: Register<SayingView>, before: Leading): Leading {
  const leading = new Map<string, FindableText[]>();
  for (const { view } of sayings.list()) {
    for (const [place, itemId] of view.itemIds.entries()) {
      const known = leading.get(itemId) ?? [];
      known.push({ field: 'saying', text: view.saying, place });
      leading.set(itemId, known);
    }
  }
  return new Map(Array.from(leading, ([itemId, list]) => [itemId, unchanged(before.get(itemId), list) ?? list]));
}

function unchanged(
  before: readonly FindableText[] | undefined,
  list: readonly FindableText[],
): readonly FindableText[] | undefined {
  const isSame =
    before?.length === list.length &&
    before.every(({ text, place }, index) => text === list[index]?.text && place === list[index]?.place);
  return isSame ? before : undefined;
}

/** The first instant after `at` at which another version may be in force. */
function nextChange(items: Register<ItemView>, at: Instant): Instant {
  let next = '9999';
  for (const { view } of items.list()) {
    for (const { effectiveFrom } of view.versions) if (effectiveFrom > at && effectiveFrom < next) next = effectiveFrom;
  }
  return next;
}

/** Everything by which people may look for `item`. */
export function findableOf(item: Item, sayings: readonly FindableText[], organNames: readonly string[]): Findable {
  const codes = [item.id, item.basicCode, item.implCode, item.bizCode];
  return {
    itemId: item.id,
    texts: [
      ...codes.map((text): FindableText => ({ field: 'code', text })),
      { field: 'name', text: item.name },
      { field: 'name', text: item.nameEn },
      // What the item itself says that people call it stands behind what staff keep.
      ...item.plain.alsoCalled.map((text): FindableText => ({ field: 'saying', text, place: 2 })),
      ...sayings,
      ...item.services.faq.map(({ question }): FindableText => ({ field: 'question', text: question.zh })),
      ...item.services.faq.map(({ question }): FindableText => ({ field: 'question', text: question.en })),
      { field: 'result', text: item.result.document },
      ...item.materials.map(({ name }): FindableText => ({ field: 'material', text: name })),
      ...organNames.map((text): FindableText => ({ field: 'organ', text })),
    ],
  };
}
