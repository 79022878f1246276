import type { ReactNode } from 'react';
import type { Letter } from '../api/mandate-model.ts';
import { type Say, useText } from '../text/text.ts';
import { type Change, changesOf } from './compose.ts';

/** The red line: added ■, removed □, changed ◧. */
export function ChangeList({ before, after }: { readonly before: Letter; readonly after: Letter }): ReactNode {
  const say = useText();
  const changes = changesOf(before, after);
  return (
    <section aria-live="polite">
      <h2>{say('compose.changes')}</h2>
      {changes.length === 0 ? <p className="quiet">{say('compose.noChange')}</p> : null}
      <ul className="changes">
        {changes.map((change) => {
          const text = changeText(change, say);
          return (
            <li key={text} className={`change-${change.kind}`}>
              {text}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function changeText(change: Change, say: Say): string {
  if (change.kind !== 'changed') return say(`compose.${change.kind}`, { what: change.what });
  const orNone = (value: string): string => (value === '' ? say('compose.nowhere') : value);
  const values = { before: orNone(change.before), after: orNone(change.after) };
  switch (change.what) {
    case 'term':
    case 'areaMax':
    case 'amountMax':
    case 'headcountMax':
    case 'regions':
      return say('compose.changed', { what: say(`compose.${change.what}`), ...values });
    default:
      return say('compose.changed', { what: change.what.slice('item '.length), ...values });
  }
}
