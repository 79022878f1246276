import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useGuideOf } from '../api/reads.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { CanNote, isOpen, isOwn } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';
import { OutcomePanel } from './OutcomePanel.tsx';

/** One of the five outcomes on a received case: at the window, or by the organ where the window may not judge (R23, R24). */
export function Settle({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const guide = useGuideOf(found);
  const settling = useAct(`/cases/${encodeURIComponent(found.caseNo)}/acceptance`);
  const can = found.can['settleAcceptance'];
  if (!isOwn(can)) return null;
  return (
    <section className="pane">
      <h2>{say('window.result')}</h2>
      {isOpen(can) && guide.data !== undefined ? (
        <OutcomePanel
          guide={guide.data}
          lines={found.intakeLines.filter(({ provenByRecord }) => !provenByRecord).map(({ check }) => check)}
          can={found.can}
          there={found.materials.map(({ code }) => code)}
          deferral={found.deferral}
          isBusy={settling.isPending}
          settle={(outcome) => settling.mutate(outcome)}
        />
      ) : (
        <CanNote can={can} />
      )}
      {settling.error === null ? null : <Trouble error={settling.error} />}
    </section>
  );
}
