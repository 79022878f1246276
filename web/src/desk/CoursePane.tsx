import type { ReactNode } from 'react';
import { type Asked, AskedActs } from '../frame/AskedAct.tsx';
import { isOwn } from '../frame/WhyNot.tsx';

/** One thing that runs beside the review: what has happened, and what can be done next. Nothing where neither is. */
export function CoursePane({
  title,
  lines,
  acts,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly acts: readonly Asked[];
}): ReactNode {
  if (lines.length === 0 && !acts.some(({ can }) => isOwn(can))) return null;
  return (
    <details className="pane" open={lines.length > 0}>
      <summary>{title}</summary>
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className="acts in-line no-print">
        <AskedActs acts={acts} />
      </div>
    </details>
  );
}
