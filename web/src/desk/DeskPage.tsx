import type { ReactNode } from 'react';
import { Nothing } from '../frame/Answers.tsx';
import { CaseTable } from '../frame/CaseTable.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { SourceNotices } from './SourceNotices.tsx';

const states = ['received', 'accepted', 'proposed', 'correcting', 'sealed'] as const;

/** The officer's work, most urgent first as the server orders it. */
export function DeskPage(): ReactNode {
  const say = useText();
  return (
    <div className="desk-page">
      <h1>{say('desk.title')}</h1>
      <p className="desk-ways no-print">
        <GoTo to={paths.batch()}>{say('batch.title')}</GoTo>
        <GoTo to={paths.confirmation()}>{say('confirm.title')}</GoTo>
      </p>
      <CaseTable
        states={states}
        listAt={paths.desk}
        caseAt={paths.deskCase}
        empty={
          <Nothing title={say('desk.none')}>
            <p>{say('desk.noneNext')}</p>
          </Nothing>
        }
      />
      <SourceNotices />
    </div>
  );
}
