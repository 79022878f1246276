import type { ReactNode } from 'react';
import type { ItemFault } from '../api/library-model.ts';
import { basisText } from '../frame/basis.ts';
import { useText } from '../text/text.ts';
import { anchorOf } from './schema.ts';

/** Every fault with its element, its rule and article, and what mends it; the element's name leads to it. */
export function FaultList({ faults }: { readonly faults: readonly ItemFault[] }): ReactNode {
  const say = useText();
  if (faults.length === 0) return <p className="pane light light-green">{say('library.noFault')}</p>;
  return (
    <section className="pane" aria-live="polite">
      <h2>{say('library.faultsHead', { count: faults.length })}</h2>
      <ul className="faults">
        {faults.map((fault) => (
          <li key={`${fault.code} ${fault.path} ${fault.found}`}>
            <a href={`#${anchorOf(fault.path)}`} onClick={(event) => showElement(event, fault.path)}>
              {say.of(fault.element)}
            </a>
            <p>
              {say.of(fault.message)} <span className="mono">{fault.found}</span>
            </p>
            <p className="quiet">
              {basisText(fault, say)} {say('state.remedy', { remedy: say.of(fault.remedy) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function showElement(event: { readonly preventDefault: () => void }, path: string): void {
  event.preventDefault();
  const group = path.split(/[.[]/)[0] ?? '';
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('details[data-holds]')];
  const holder = folded.find(({ dataset }) => dataset['holds']?.split(' ').includes(group) === true);
  if (holder !== undefined) holder.open = true;
  unfoldTo(path, 20);
}

/**
 * Goes to the element, or to the nearest one that holds it, and unfolds what lies around it. What is folded is made only
 * when it opens, so each layer is looked for in the frame after; `frames` bounds how many.
 */
function unfoldTo(path: string, frames: number): void {
  const found = nearest(path);
  if (frames > 0 && found?.id !== anchorOf(path)) {
    if (found instanceof HTMLDetailsElement) found.open = true;
    requestAnimationFrame(() => unfoldTo(path, frames - 1));
    return;
  }
  if (found === undefined) return;
  for (let around = found.closest('details'); around !== null; around = outer(around)) around.open = true;
  if (found instanceof HTMLDetailsElement) found.open = true;
  found.scrollIntoView({ block: 'center' });
  (found.querySelector<HTMLElement>('input, textarea') ?? found).focus();
}

function outer(folded: HTMLDetailsElement): HTMLDetailsElement | null {
  return folded.parentElement?.closest('details') ?? null;
}

function nearest(path: string): HTMLElement | undefined {
  for (let at = path; at !== ''; at = at.replace(/(\.[^.[]*|\[\d+\]|^[^.[]*)$/, '')) {
    const found = document.getElementById(anchorOf(at));
    if (found !== null) return found;
  }
  return undefined;
}
