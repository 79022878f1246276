import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { BundleChecked } from '../api/matter-model.ts';
import { Loaded } from '../frame/Answers.tsx';
import { type Say, useText } from '../text/text.ts';
import type { ItemOption } from './WaveEditor.tsx';

/** Every fault of the draft with its place and its mend, told while one writes. */
export function FaultList({
  query,
  options,
}: {
  readonly query: UseQueryResult<BundleChecked>;
  readonly options: readonly ItemOption[];
}): ReactNode {
  const say = useText();
  return (
    <>
      <h2>{say('bundle.faults')}</h2>
      <div role="status">
        <Loaded query={query}>
          {({ faults }) =>
            faults.length === 0 ? (
              <p>{say('bundle.sound')}</p>
            ) : (
              <ul className="plain">
                {faults.map(({ code, place, reason, message, remedy }) => (
                  <li key={`${code} ${place} ${reason}`} className="light light-red wraps">
                    <span aria-hidden>{'●'}</span> <strong>{placeWords(place, say)}</strong>
                    {'：'}
                    {say.of(message)} <strong>{named(reason, options)}</strong>{' '}
                    <span className="quiet">{say('state.remedy', { remedy: say.of(remedy) })}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </>
  );
}

/** Items by code and name, as the lists of the editor call them. */
function named(reason: string, options: readonly ItemOption[]): string {
  return reason.replaceAll(/[A-Z]{2}-\d{2}/g, (code) => options.find(({ value }) => value === code)?.label ?? code);
}

/** The place as the editor counts and calls it: `rules[1].when` is the condition of rule 2. */
function placeWords(place: string, say: Say): string {
  const [, part = place, index, rest = ''] = /^([a-z]+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(place) ?? [];
  const no = Number(index ?? 0) + 1;
  switch (part) {
    case 'rules':
      return rest === 'when' ? say('bundle.when', { no }) : say('bundlePlace.rule', { no });
    case 'fields':
      return rest.startsWith('to.')
        ? say('bundle.line', { item: rest.slice('to.'.length), no })
        : say('bundlePlace.field', { no });
    case 'waves':
      return index === undefined ? say('bundle.waves') : say('matter.wave', { no });
    case 'items':
      return say('bundle.items');
    case 'founds':
      return say('bundle.founds');
    default:
      return place;
  }
}
