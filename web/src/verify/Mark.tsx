import type { Check } from '@liangqian/verify/verdict.ts';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';

const MARKS = {
  true: ['✔', 'light-green'],
  false: ['✘', 'light-red'],
  undecided: ['？', 'light-yellow'],
} as const satisfies Record<Check['state'], readonly [string, string]>;

/** The answer to one question, to be seen and to be heard. What is undecided never looks like a yes. */
export function Mark({ state }: { readonly state: Check['state'] }): ReactNode {
  const say = useText();
  const [sign, colour] = MARKS[state];
  return (
    <span className={`light ${colour}`}>
      <span aria-hidden>{sign}</span> {say(`verify.state.${state}`)}
    </span>
  );
}
