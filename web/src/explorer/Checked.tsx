import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import type { Checkable, Held } from './check.ts';

/** The places of an answer, checked in this browser; the code that checks comes when it is needed. */
export function useChecked(trust: string, places: readonly Checkable[]): UseQueryResult<readonly Held[]> {
  return useQuery({
    queryKey: ['checked', trust, ...places.map(({ proof, leafHash }) => `${leafHash} ${proof}`)],
    queryFn: async () => (await import('./check.ts')).checkPlaces(trust, places),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

const SIGN = { holds: '✔', broken: '✘', undecided: '?' } as const satisfies Record<Held, string>;
const LIGHT = {
  holds: 'light light-green',
  broken: 'light light-red',
  undecided: 'light light-yellow',
} as const satisfies Record<Held, string>;

/** The answer about one place. */
export function HeldWord({ held }: { readonly held: Held | undefined }): ReactNode {
  const say = useText();
  if (held === undefined) return <span className="quiet">{say('explorer.checking')}</span>;
  return (
    <span className={LIGHT[held]}>
      <span aria-hidden>{SIGN[held]}</span> {say(`explorer.${held}`)}
    </span>
  );
}

/** The answer about all of them, and whose keys were used. */
export function CheckedSum({ checked }: { readonly checked: UseQueryResult<readonly Held[]> }): ReactNode {
  const say = useText();
  const { data, error } = checked;
  if (error !== null) return <output className="sentence light light-red">{say('explorer.checkFailed')}</output>;
  if (data === undefined) return <output className="quiet">{say('explorer.checking')}</output>;
  const count = (one: Held): number => data.filter((held) => held === one).length;
  const [holds, broken, open] = [count('holds'), count('broken'), count('undecided')];
  const worst = broken > 0 ? 'broken' : open > 0 ? 'undecided' : 'holds';
  return (
    <>
      <output className={`sentence ${LIGHT[worst]}`}>
        <span aria-hidden>{SIGN[worst]}</span>{' '}
        {worst === 'holds'
          ? say('explorer.allHold', { count: data.length })
          : say('explorer.notAll', { count: data.length, holds, broken, open })}
      </output>
      <p className="quiet">{say('explorer.trustNote')}</p>
    </>
  );
}
