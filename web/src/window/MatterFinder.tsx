import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useFoundItems } from '../api/reads.ts';
import { FoundBy } from '../applicant/FoundBy.tsx';
import { itemName } from '../applicant/item-words.ts';
import { Loaded } from '../frame/Answers.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { useText } from '../text/text.ts';

/** Finds the matter in anybody's words. */
export function MatterFinder({ choose }: { readonly choose: (itemId: string) => void }): ReactNode {
  const say = useText();
  const [q, setQ] = useState('');
  const query = useFoundItems(q);
  return (
    <>
      <label htmlFor="matter">{say('window.search')}</label>
      <Input
        id="matter"
        type="search"
        value={q}
        maxLength={100}
        onChange={(event) => setQ(event.target.value)}
        autoComplete="off"
      />
      <Loaded query={query}>
        {(items) =>
          items.length === 0 && q !== '' ? (
            <p className="quiet">{say('window.notFound')}</p>
          ) : (
            <ul className="found">
              {items.slice(0, 8).map((item) => (
                <li key={item.itemId}>
                  <span>
                    <code>{item.itemId}</code> <ItemName {...item} />{' '}
                    <span className="quiet">{say.of({ zh: item.organName, en: item.organNameEn })}</span>{' '}
                    <FoundBy {...item} />
                  </span>
                  <Button
                    size="small"
                    aria-label={`${say('window.choose')} ${itemName(item, say.language)}`}
                    onClick={() => choose(item.itemId)}
                  >
                    {say('window.choose')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {q === '' ? <p className="quiet">{say('window.matterNone')}</p> : null}
    </>
  );
}
