import type { ReactNode } from 'react';
import type { Text } from '../api/model.ts';
import type { ItemChange } from '../api/library-model.ts';
import { useText } from '../text/text.ts';

/** The draft against the version in force, side by side, one line for each element that differs. */
export function Comparison({ changes }: { readonly changes: readonly ItemChange[] }): ReactNode {
  const say = useText();
  if (changes.length === 0) return <p className="pane quiet">{say('library.noChange')}</p>;
  return (
    <section className="pane">
      <h2>{say('library.changesHead', { count: changes.length })}</h2>
      <div className="scroll-x">
        <table className="comparison">
          <thead>
            <tr>
              <th scope="col">{say('library.element')}</th>
              <th scope="col">{say('library.before')}</th>
              <th scope="col">{say('library.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ path, element, kind, before, after }) => (
              <tr key={`${kind} ${path}`}>
                <th scope="row">{say.of(element)}</th>
                <td>{isNothing(before) ? <span className="quiet">{'—'}</span> : <del>{say.of(before)}</del>}</td>
                <td>{isNothing(after) ? <span className="quiet">{'—'}</span> : <ins>{say.of(after)}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Whether an element holds nothing there. */
export function isNothing(text: Text | null | undefined): text is null | undefined {
  return text === undefined || text === null || text.zh === '';
}
