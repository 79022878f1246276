import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { MatterPlan } from '../api/matter-model.ts';
import { useText } from '../text/text.ts';
import { type Given, isDone, withoutAnswer } from './given.ts';
import { receiversOf } from './receivers.ts';
import { optionalIn } from './submission.ts';

/** What may be left out: lines that no form requires, and papers of some situations. Whoever has it opens it. */
export function OptionalQuestions({
  plan,
  given,
  take,
  open,
}: {
  readonly plan: MatterPlan;
  readonly given: Given;
  readonly take: (next: Given) => void;
  readonly open: (name: string) => void;
}): ReactNode {
  const say = useText();
  const optional = optionalIn(plan);
  if (optional.length === 0) return null;
  return (
    <section aria-label={say('optional.title')}>
      <h2>{say('optional.title')}</h2>
      <p className="quiet">{say('optional.hint')}</p>
      <ul className="cards">
        {optional.map((question) => {
          const { name, label, help } = question;
          const title = say.of(label);
          return (
            <li key={name} className="card">
              <strong>{title}</strong>
              <span className="quiet">
                {say('matter.givenTo', {
                  items: receiversOf(plan, question, say).join(say.language === 'zh' ? '、' : ', '),
                })}
                {help === undefined || help === null ? null : ` · ${say.of(help)}`}
              </span>
              {isDone(given, question) ? (
                <Button
                  size="small"
                  aria-label={say('optional.removeOne', { name: title })}
                  onClick={() => take(withoutAnswer(given, name))}
                >
                  {say('optional.remove')}
                </Button>
              ) : (
                <Button size="small" aria-label={say('optional.addOne', { name: title })} onClick={() => open(name)}>
                  {say('optional.add')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
