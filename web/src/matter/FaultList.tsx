import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { BundleChecked } from '../api/matter-model.ts';
import { Loaded } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';

/** Every fault of the draft with its place and its mend, told while one writes. */
export function FaultList({ query }: { readonly query: UseQueryResult<BundleChecked> }): ReactNode {
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
              <ul className="have">
                {faults.map(({ code, place, reason, message, remedy }) => (
                  <li key={`${code} ${place} ${reason}`} className="light light-red">
                    <span aria-hidden>{'●'}</span> <code>{place}</code> {say.of(message)} <strong>{reason}</strong>{' '}
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
