import type { MandateState } from '../api/model.ts';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';

const shapes = {
  drafted: '○',
  reviewed: '○',
  signed: '◔',
  accepted: '◔',
  filed: '◔',
  published: '◑',
  active: '✔',
  suspended: '‖',
  expired: '✘',
  revoked: '✘',
  superseded: '✘',
} as const satisfies Record<MandateState, string>;

const lights = {
  active: 'light-green',
  suspended: 'light-yellow',
  revoked: 'light-red',
  expired: 'light-red',
} as const;

/** The state as shape, word and colour. */
export function StateTag({ state }: { readonly state: MandateState }): ReactNode {
  const say = useText();
  const found = Object.entries(lights).find(([name]) => name === state)?.[1] ?? '';
  return (
    <span className={`light ${found}`}>
      <span aria-hidden>{shapes[state]}</span> {say(`mandateState.${state}`)}
    </span>
  );
}
