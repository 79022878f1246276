import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { FoundItem } from '../api/model.ts';
import { useFinding } from '../api/reads.ts';
import { countChoice, countSearch } from '../api/search-count.ts';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { GoTo, useGo, useViewed } from '../frame/navigation.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { paths } from '../paths.ts';
import { Airy } from '../frame/Airy.tsx';
import { useText } from '../text/text.ts';
import { FoundBy } from './FoundBy.tsx';
import { limitText } from './item-words.ts';

/** One question: what would you like to do? */
export function FindItemPage(): ReactNode {
  const say = useText();
  const go = useGo();
  const q = useViewed('q');
  return (
    <Airy>
      <h1>{say('find.title')}</h1>
      <Form
        key={q}
        layout="vertical"
        initialValues={{ q }}
        onFinish={({ q: typed }: { readonly q: string }) => {
          const next = typed.trim();
          if (next !== '') void countSearch(next);
          go(paths.items(next));
        }}
      >
        <Form.Item name="q" label={say('find.label')} extra={say('find.example')}>
          <Input type="search" enterKeyHint="search" maxLength={100} allowClear autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block>
          {say('find.submit')}
        </Button>
      </Form>
      <Found q={q} />
    </Airy>
  );
}

function Found({ q }: { readonly q: string }): ReactNode {
  const say = useText();
  const query = useFinding(q);
  return (
    <Loaded query={query}>
      {({ items, nearest }) => {
        if (items.length === 0 && q === '') return <Nothing title={say('find.start')} />;
        if (items.length === 0) return <NotFound q={q} nearest={nearest} />;
        const title = q === '' ? say('find.few') : say('find.found', { count: items.length });
        return (
          <section aria-label={title}>
            <h2>{title}</h2>
            <Cards items={items.slice(0, q === '' ? 8 : 20)} />
          </section>
        );
      }}
    </Loaded>
  );
}

/** Nothing answers: what comes nearest, and a person who helps. */
function NotFound({ q, nearest }: { readonly q: string; readonly nearest: readonly FoundItem[] }): ReactNode {
  const say = useText();
  return (
    <>
      <Nothing title={say('find.none', { q })}>
        <p>{say('find.noneNext')}</p>
        <p>{say('found.askPhone')}</p>
      </Nothing>
      {nearest.length === 0 ? null : (
        <section aria-label={say('found.nearest')}>
          <h2>{say('found.nearest')}</h2>
          <Cards items={nearest} />
        </section>
      )}
    </>
  );
}

function Cards({ items }: { readonly items: readonly FoundItem[] }): ReactNode {
  return (
    <ul className="cards">
      {items.map((item) => (
        <FoundCard key={item.itemId} item={item} />
      ))}
    </ul>
  );
}

function FoundCard({ item }: { readonly item: FoundItem }): ReactNode {
  const say = useText();
  return (
    <li className="card" onClickCapture={() => void countChoice(item.itemId)}>
      <GoTo to={paths.item(item.itemId)} className="card-title">
        <ItemName {...item} />
      </GoTo>
      <span className="quiet">
        {say.of({ zh: item.organName, en: item.organNameEn })}
        {' · '}
        {say('clock.promised')} {limitText(item.promisedLimit, say)}
        {' · '}
        {say(`signClass.${item.signClass}`)}
      </span>
      <FoundBy {...item} />
    </li>
  );
}
