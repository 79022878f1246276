import { type ReactNode, useId } from 'react';
import type { RuleCheck } from '../api/model.ts';
import { anchorOf } from '../library/schema.ts';
import { useText } from '../text/text.ts';

/** What a field says of itself when its content is wrong. */
export interface Marks {
  readonly status: '' | 'error';
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

/** The field at `place` of the table, with what is wrong with it below; faults lead to it by its place. */
export function Cell({
  place,
  check,
  children,
}: {
  readonly place: string;
  readonly check: RuleCheck | undefined;
  readonly children: (marks: Marks) => ReactNode;
}): ReactNode {
  const say = useText();
  const id = useId();
  const problem = check?.problems.find((one) => one.place === place);
  const isWrong = problem !== undefined;
  return (
    <div id={anchorOf(place)} className="rule-cell" tabIndex={-1}>
      {children({
        status: isWrong ? 'error' : '',
        'aria-invalid': isWrong,
        'aria-describedby': isWrong ? id : undefined,
      })}
      {isWrong ? (
        <p id={id} className="rule-problem">
          {say.of(problem.text)}
        </p>
      ) : null}
    </div>
  );
}
