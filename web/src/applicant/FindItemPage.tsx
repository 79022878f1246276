import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { FoundItem } from '../api/model.ts';
import { useFoundItems } from '../api/reads.ts';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { GoTo, useGo, useViewed } from '../frame/navigation.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { paths } from '../paths.ts';
import { Airy } from '../frame/Airy.tsx';
import { useText } from '../text/text.ts';
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
        onFinish={(values: { readonly q: string }) => go(paths.items(values.q.trim()))}
      >
        <Form.Item name="q" label={say('find.label')} extra={say('find.example')}>
          <Input type="search" enterKeyHint="search" allowClear autoComplete="off" />
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
  const query = useFoundItems(q);
  return (
    <Loaded query={query}>
      {(items) => {
        if (items.length === 0 && q === '') return <Nothing title={say('find.start')} />;
        if (items.length === 0) {
          return (
            <Nothing title={say('find.none', { q })}>
              <p>{say('find.noneNext')}</p>
            </Nothing>
          );
        }
        return (
          <section aria-label={q === '' ? say('find.few') : say('find.found', { count: items.length })}>
            <h2>{q === '' ? say('find.few') : say('find.found', { count: items.length })}</h2>
            <ul className="cards">
              {items.slice(0, q === '' ? 8 : 20).map((item) => (
                <FoundCard key={item.itemId} item={item} />
              ))}
            </ul>
          </section>
        );
      }}
    </Loaded>
  );
}

function FoundCard({ item }: { readonly item: FoundItem }): ReactNode {
  const say = useText();
  return (
    <li className="card">
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
    </li>
  );
}
