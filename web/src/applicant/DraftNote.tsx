import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { FoundDraft } from '../api/model.ts';
import type { Saving } from '../form/use-kept-draft.ts';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** What was kept, what has changed in the guide since, and how to be rid of it. */
export function DraftNote({ kept, drop }: { readonly kept: FoundDraft; readonly drop: () => void }): ReactNode {
  const say = useText();
  const { draft, change, isWithdrawn } = kept;
  const at = instantText(draft.savedAt, todayInChina(), say.language);
  return (
    <Alert
      type={isWithdrawn || change !== undefined ? 'warning' : 'info'}
      showIcon
      className="note"
      title={say(isWithdrawn ? 'draft.withdrawn' : 'draft.resumed', { at })}
      description={
        <>
          {change === undefined || change === null ? null : (
            <>
              <p>{say('draft.changed')}</p>
              <ul>
                {change.newQuestions.map((label) => (
                  <li key={label.zh}>{say('draft.newQuestion', { label: say.of(label) })}</li>
                ))}
                {change.goneQuestions.map(({ name, label, answer }) => (
                  <li key={name}>{say('draft.goneQuestion', { label: say.of(label), answer: String(answer) })}</li>
                ))}
                {change.newMaterials.map((name) => (
                  <li key={`new ${name}`}>{say('draft.newMaterial', { name })}</li>
                ))}
                {change.goneMaterials.map((name) => (
                  <li key={`gone ${name}`}>{say('draft.goneMaterial', { name })}</li>
                ))}
              </ul>
            </>
          )}
          <Button size="small" onClick={drop}>
            {say('draft.delete')}
          </Button>
        </>
      }
    />
  );
}

/** Whether what was filled in is kept. */
export function SavingLine({ state }: { readonly state: Saving }): ReactNode {
  const say = useText();
  return (
    <output className={state === 'moved' || state === 'failed' ? 'light-yellow' : 'quiet'}>
      {state === 'nothing' ? '' : say(`draft.state.${state}`)}
    </output>
  );
}
