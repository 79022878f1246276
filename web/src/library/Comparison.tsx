import type { ReactNode } from 'react';
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
            {changes.map(({ path, element, kind, before = '', after = '' }) => (
              <tr key={`${kind} ${path}`}>
                <th scope="row">{say.of(element)}</th>
                <td>{before === '' ? <span className="quiet">—</span> : <del>{before}</del>}</td>
                <td>{after === '' ? <span className="quiet">—</span> : <ins>{after}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
