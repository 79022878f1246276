import type { ReactNode } from 'react';
import type { Letter } from '../api/mandate-model.ts';
import { CatalogueName } from '../frame/CatalogueName.tsx';
import { useText } from '../text/text.ts';

const lists = [0, 1, 2, null] as const;

/** The lists 0, 1 and 2; an intake agreement has one list without classes. */
export function LetterItems({ letter }: { readonly letter: Letter }): ReactNode {
  const say = useText();
  return lists.map((list) => {
    const items = letter.items.filter((item) => item.list === list);
    if (items.length === 0) return null;
    const key = list === null ? 'intake' : list;
    return (
      <section key={key}>
        <h3>{say(`letter.list.${key}`)}</h3>
        <ul className="letter-items">
          {items.map(({ itemId, name }) => (
            <li key={itemId}>
              <code>{itemId}</code> <CatalogueName itemId={itemId} name={name} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
