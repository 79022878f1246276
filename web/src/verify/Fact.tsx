import type { ReactNode } from 'react';

/** One line of a list of facts; none where nothing is known. */
export function Fact({ term, value }: { readonly term: string; readonly value: string | undefined }): ReactNode {
  if (value === undefined) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
