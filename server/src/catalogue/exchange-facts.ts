import type { Register } from '../journal/register.ts';
import type { Instant } from '../kernel/time.ts';
import type { ExchangeFacts, HeldItem } from './exchange-plan.ts';
import { type DraftFacts, draftStream, type DraftView } from './item-draft.ts';
import { itemStream, type ItemView, versionInForce } from './item-version.ts';

/** The item library as an import sees it. */
export interface Library {
  readonly items: Register<ItemView>;
  readonly drafts: Register<DraftView>;
}

/** What an import asks of the library at `at`; `mayWrite` says for whose items the one who imports may write. */
export function exchangeFacts(
  library: Library,
  publication: ExchangeFacts['publication'],
  { at, mayWrite }: { readonly at: Instant; readonly mayWrite: (organ: string) => boolean },
): ExchangeFacts {
  const inForce = library.items.list().flatMap(({ view }) => versionInForce(view, at)?.item ?? []);
  return { held: (itemId) => heldItem(library, itemId, at), mayWrite, publication, inForce };
}

function heldItem({ items, drafts }: Library, itemId: string, at: Instant): HeldItem {
  const view = items.get(itemStream(itemId))?.view;
  const version = view === undefined ? undefined : versionInForce(view, at);
  const { draft } = drafts.get(draftStream(itemId))?.view ?? {};
  const begun = draft?.item['dept'];
  const organ = view?.versions.at(-1)?.item.dept ?? (typeof begun === 'string' ? begun : itemId.slice(0, 2));
  return {
    organ,
    version: version?.version ?? 0,
    ...(version === undefined ? {} : { item: version.item }),
    ...(draft === undefined ? {} : { draft }),
  };
}

/** What the steps of a draft ask for when an operator imports at the machine: he writes for every organ, and approves for none. */
export function operatorFacts(library: Library, at: Instant): (itemId: string) => (view: DraftView) => DraftFacts {
  return (itemId) => () => ({
    posts: ['departmentStaff'],
    faults: [],
    inForce: heldItem(library, itemId, at).version,
  });
}
