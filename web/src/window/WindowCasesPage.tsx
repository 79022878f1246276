import type { ReactNode } from 'react';
import { Nothing } from '../frame/Answers.tsx';
import { CaseTable } from '../frame/CaseTable.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';

const states = ['received', 'correcting', 'accepted', 'proposed', 'sealed', 'delivered', 'notAccepted'] as const;

/** What came in at the window. */
export function WindowCasesPage(): ReactNode {
  const say = useText();
  return (
    <div className="desk-page">
      <h1>{say('windowCases.title')}</h1>
      <CaseTable
        states={states}
        listAt={paths.windowCases}
        caseAt={paths.windowCase}
        empty={
          <Nothing title={say('windowCases.none')}>
            <p>{say('windowCases.noneNext')}</p>
            <GoTo to={paths.window()}>{say('nav.window')}</GoTo>
          </Nothing>
        }
      />
    </div>
  );
}
