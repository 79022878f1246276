import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { SayingRow, SayingsFound, SuggestedSaying } from '../api/model.ts';
import { useSayings } from '../api/reads.ts';
import { itemName } from '../applicant/item-words.ts';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { useDay } from '../time/day.ts';
import { AddSaying, ReasonedAct } from './SayingActs.tsx';

/** How many sayings stand on the page at once. */
const SHOWN = 60;

/** What people say, kept by staff: suggestions from searches in vain first, then what is in use. */
export function SayingsPage(): ReactNode {
  const say = useText();
  const query = useSayings();
  return (
    <div className="page">
      <h1>{say('saying.title')}</h1>
      <p>{say('saying.lead')}</p>
      <Loaded query={query}>
        {(found) => (
          <>
            <Suggestions found={found} />
            <section className="pane">
              <h2>{say('saying.add')}</h2>
              <AddSaying own={found.own} label={say('saying.add')} />
            </section>
            <Known sayings={found.sayings} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Suggestions({ found }: { readonly found: SayingsFound }): ReactNode {
  const say = useText();
  return (
    <section className="pane">
      <h2>{say('saying.suggested')}</h2>
      <p className="quiet">{say('saying.privacy')}</p>
      {found.suggestions.length === 0 ? <Nothing title={say('saying.suggestedNone')} /> : null}
      <ul className="sayings">
        {found.suggestions.map((one) => (
          <Suggestion key={one.saying} one={one} own={found.own} />
        ))}
      </ul>
    </section>
  );
}

function Suggestion({ one, own }: { readonly one: SuggestedSaying; readonly own: SayingsFound['own'] }): ReactNode {
  const say = useText();
  const dayOf = useDay();
  const [isAdding, setAdding] = useState(false);
  const { saying, times, lastOn, chosen, nearest } = one;
  const between = say.language === 'zh' ? '、' : ', ';
  const likely = chosen.length > 0 ? chosen : nearest;
  const may = new Set(own.map(({ itemId }) => itemId));
  return (
    <li>
      <div className="saying-line">
        <strong lang="zh-CN">{saying}</strong>
        <span className="quiet">{say('saying.times', { times, on: dayOf(`${lastOn}T00:00:00.000Z`) })}</span>
      </div>
      {chosen.length === 0 ? null : (
        <p className="quiet">
          {say('saying.chosen', {
            names: chosen.map((item) => `${itemName(item, say.language)} × ${item.times}`).join(between),
          })}
        </p>
      )}
      {nearest.length === 0 ? null : (
        <p className="quiet">
          {say('saying.nearest', { names: nearest.map((item) => itemName(item, say.language)).join(between) })}
        </p>
      )}
      {isAdding ? (
        <AddSaying
          own={own}
          saying={saying}
          itemIds={likely.map(({ itemId }) => itemId).filter((itemId) => may.has(itemId))}
          label={say('saying.useOf', { saying })}
        />
      ) : (
        <span className="acts-line">
          <Button size="small" onClick={() => setAdding(true)}>
            {say('saying.useOf', { saying })}
          </Button>
          <ReasonedAct
            path={`/suggested-sayings/${encodeURIComponent(saying)}/decline`}
            label={say('saying.aside')}
            title={say('saying.asideOf', { saying })}
            bodyOf={(why) => ({ why })}
          />
        </span>
      )}
    </li>
  );
}

function Known({ sayings }: { readonly sayings: readonly SayingRow[] }): ReactNode {
  const say = useText();
  const [filter, setFilter] = useState('');
  const asked = filter.trim().toLowerCase();
  const fitting = sayings.filter(({ saying, items }) =>
    [saying, ...items.flatMap(({ itemId, name, nameEn }) => [itemId, name, nameEn])].some((text) =>
      text.toLowerCase().includes(asked),
    ),
  );
  return (
    <section className="pane">
      <h2>{say('saying.known')}</h2>
      <label htmlFor="saying-filter">{say('saying.filter')}</label>
      <Input id="saying-filter" type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
      {fitting.length === 0 ? <p className="quiet">{say('saying.none')}</p> : null}
      <ul className="sayings">
        {fitting.slice(0, SHOWN).map((row) => (
          <KnownSaying key={row.saying} row={row} />
        ))}
      </ul>
      {fitting.length > SHOWN ? (
        <p className="quiet">{say('saying.more', { count: fitting.length, shown: SHOWN })}</p>
      ) : null}
    </section>
  );
}

function KnownSaying({ row }: { readonly row: SayingRow }): ReactNode {
  const say = useText();
  return (
    <li>
      <strong lang="zh-CN">{row.saying}</strong>
      <ul className="plain">
        {row.items.map((item) => (
          <li key={item.itemId} className="saying-line">
            <span>
              <code>{item.itemId}</code> {itemName(item, say.language)}
            </span>
            {item.mayChange ? (
              <ReasonedAct
                path={`/sayings/${encodeURIComponent(row.saying)}/retirement`}
                label={say('saying.retire')}
                title={say('saying.retireOf', { saying: row.saying, name: itemName(item, say.language) })}
                bodyOf={(why) => ({ itemIds: [item.itemId], why })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <History row={row} />
    </li>
  );
}

function History({ row }: { readonly row: SayingRow }): ReactNode {
  const say = useText();
  const dayOf = useDay();
  return (
    <details>
      <summary>
        {say('saying.history')}
        <span className="unseen"> {row.saying}</span>
      </summary>
      <ul className="quiet">
        {row.changes.map(({ kind, at, by, itemIds, why }) => (
          <li key={`${at} ${kind} ${itemIds.join()}`}>
            {say(`saying.change.${kind}`, { on: dayOf(at), by, items: itemIds.join(' '), why })}
          </li>
        ))}
      </ul>
    </details>
  );
}
