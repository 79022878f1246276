import type { ReactNode } from 'react';
import type { RuleCoverage, Value } from '../api/model.ts';
import { useText } from '../text/text.ts';

type Values = Readonly<Record<string, Value>>;

/** Rows that never decide, the case without an answer, and rows whose order decides, each to be tried. */
export function CoveragePane({
  coverage,
  onRule,
  onExample,
}: {
  readonly coverage: RuleCoverage | undefined;
  readonly onRule: ((values: Values) => void) | undefined;
  readonly onExample: ((values: Values) => void) | undefined;
}): ReactNode {
  const say = useText();
  if (coverage === undefined) return <p>{say('rules.coverageLater')}</p>;
  const { unreachable, gap, overlaps, undecided } = coverage;
  const isClean = unreachable.length + overlaps.length + undecided.length === 0 && gap === undefined;
  const line = (rows: readonly number[]): string => rows.map((row) => row + 1).join('、');
  return (
    <ul className="rule-findings">
      {isClean ? <li className="good">{say('rules.clean')}</li> : null}
      {gap === undefined ? null : (
        <li className="bad">
          {say('rules.gap')} <Witness values={gap} />
          <Tool label={say('rules.addForGap')} act={onRule} values={gap} />
          <Tool label={say('rules.tryExample')} act={onExample} values={gap} />
        </li>
      )}
      {unreachable.map(({ row, shadowedBy }) => (
        <li key={row} className="bad">
          {shadowedBy.length === 0
            ? say('rules.contradicts', { row: row + 1 })
            : say('rules.unreachable', { row: row + 1, rows: line(shadowedBy) })}
        </li>
      ))}
      {overlaps.length === 0 ? null : (
        <li>
          <details>
            <summary>{say('rules.overlaps', { count: overlaps.length })}</summary>
            <ul className="rule-findings">
              {overlaps.map(({ first, second, witness }) => (
                <li key={`${first}/${second}`}>
                  {say('rules.overlap', { first: first + 1, second: second + 1 })} <Witness values={witness} />
                  <Tool
                    label={say('rules.tryOverlap', { first: first + 1, second: second + 1 })}
                    act={onExample}
                    values={witness}
                  />
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
      {undecided.length === 0 ? null : (
        <li className="warn">
          {say('rules.undecided', {
            count: undecided.length,
            rows: line([...new Set(undecided.flatMap(({ rows }) => rows))]),
          })}
        </li>
      )}
    </ul>
  );
}

function Witness({ values }: { readonly values: Values }): ReactNode {
  return (
    <code>
      {Object.entries(values)
        .map(([name, value]) => `${name}=${String(value)}`)
        .join(' ')}
    </code>
  );
}

function Tool({
  label,
  act,
  values,
}: {
  readonly label: string;
  readonly act: ((values: Values) => void) | undefined;
  readonly values: Values;
}): ReactNode {
  if (act === undefined) return null;
  return (
    <button type="button" className="text-button" onClick={() => act(values)}>
      {label}
    </button>
  );
}
