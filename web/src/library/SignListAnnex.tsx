import type { ReactNode } from 'react';
import type { Letter } from '../api/mandate-model.ts';
import { Code } from '../frame/Code.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { useText } from '../text/text.ts';
import { type SignList, useSignLists } from './reads.ts';

/** The annex of a letter: the lists that the item library generates for its organ, limited to the letter's items. */
export function SignListAnnex({ letter }: { readonly letter: Letter }): ReactNode {
  const say = useText();
  const { data: lists = [] } = useSignLists(letter.grantor.code);
  const named = new Set(letter.items.filter(({ list }) => list !== null).map(({ itemId }) => itemId));
  const shown = lists
    .map(({ signatures, items }) => ({ signatures, items: items.filter(({ itemId }) => named.has(itemId)) }))
    .filter(({ items }) => items.length > 0);
  if (shown.length === 0) return null;
  return (
    <section>
      <h3>{say('annex.title')}</h3>
      {shown.map((list) => (
        <AnnexList key={list.signatures} list={list} />
      ))}
    </section>
  );
}

function AnnexList({ list }: { readonly list: SignList }): ReactNode {
  const say = useText();
  return (
    <>
      <p className="quiet">{say('sign.list', { list: list.signatures })}</p>
      <ul className="letter-items">
        {list.items.map(({ itemId, name, nameEn, bizCode, reason, ruleSetHash }) => (
          <li key={itemId}>
            <code>{bizCode}</code> <ItemName name={name} nameEn={nameEn} /> <span className="quiet">{reason}</span>
            {ruleSetHash === undefined ? null : <Code value={ruleSetHash} short />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the composer puts an item on another list than the library has it on. */
export function ListNote({
  organ,
  itemId,
  list,
}: {
  readonly organ: string;
  readonly itemId: string;
  readonly list: number | null;
}): ReactNode {
  const say = useText();
  const { data: lists } = useSignLists(organ);
  if (lists === undefined || list === null) return null;
  const found = lists.find(({ items }) => items.some((item) => item.itemId === itemId));
  if (found?.signatures === list) return null;
  return (
    <span className="light light-yellow">
      {found === undefined ? say('annex.outside') : say('annex.differs', { list: found.signatures })}
    </span>
  );
}
