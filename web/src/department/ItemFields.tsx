import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import type { LetterItem } from '../api/mandate-model.ts';
import { CatalogueName } from '../frame/CatalogueName.tsx';
import { useText } from '../text/text.ts';
import { ListNote } from '../library/SignListAnnex.tsx';
import { keyOfItem } from './compose.ts';

/** On which list each item stands, or that it is not granted. */
export function ItemFields({
  items,
  organ,
}: {
  readonly items: readonly LetterItem[];
  readonly organ: string;
}): ReactNode {
  const say = useText();
  const out = { value: 'out', label: say('compose.out') };
  const lists = ([0, 1, 2] as const).map((list) => ({ value: String(list), label: say('sign.list', { list }) }));
  return (
    <>
      <h2>{say('compose.items')}</h2>
      {items.map(({ itemId, name, list }) => (
        <div key={itemId} className="item-line">
          <span>
            <code>{itemId}</code> <CatalogueName itemId={itemId} name={name} />{' '}
            <ListNote organ={organ} itemId={itemId} list={list} />
          </span>
          <Form.Item name={['lists', keyOfItem(itemId)]} className="tick">
            <Select
              aria-label={say('compose.listOf', { name })}
              options={list === null ? [{ value: 'in', label: say('letter.list.intake') }, out] : [...lists, out]}
            />
          </Form.Item>
        </div>
      ))}
    </>
  );
}
