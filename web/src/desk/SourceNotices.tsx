import type { ReactNode } from 'react';
import { useDiscrepancies } from '../api/reads.ts';
import { chunked } from '../frame/Code.tsx';
import { useText } from '../text/text.ts';

/** R47: what applicants corrected in the sources that this organ keeps; nothing where there is nothing. */
export function SourceNotices(): ReactNode {
  const say = useText();
  const { data: told = [] } = useDiscrepancies();
  if (told.length === 0) return null;
  return (
    <details className="pane">
      <summary>{say('notices.title', { count: told.length })}</summary>
      <p className="quiet">{say('notices.hint')}</p>
      <ul>
        {told.map(({ caseNo, name, sourceName, value, stated, receipt }) => (
          <li key={`${caseNo} ${name}`}>
            {say('notices.line', { source: sourceName, name, value, stated })}{' '}
            <span className="quiet">
              <code>{chunked(caseNo)}</code> <code>{receipt}</code>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
