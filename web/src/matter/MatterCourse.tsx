import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { MatterPlan } from '../api/matter-model.ts';
import { DecidedByRules } from './DecidedByRules.tsx';
import { type Given, withAnswer, withoutAnswer } from './given.ts';
import { receiversOf } from './receivers.ts';
import { LaterPromises } from './LaterPromises.tsx';
import { OneQuestion } from './OneQuestion.tsx';
import { useText } from '../text/text.ts';
import { OptionalQuestions } from './OptionalQuestions.tsx';
import { PlanSummary } from './PlanSummary.tsx';
import { lastAnswered, nextUnanswered, optionalIn, questionsLeft } from './submission.ts';

/** The open question, or what follows from the answers once there is none, with what may be left out. */
export function MatterCourse({
  plan,
  given,
  take,
  startAnew,
  children,
}: {
  readonly plan: MatterPlan;
  readonly given: Given;
  readonly take: (next: Given) => void;
  readonly startAnew: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const say = useText();
  const [opened, open] = useState<string>();
  const question = nextUnanswered(plan, given);
  const last = lastAnswered(plan, given);
  const optional = optionalIn(plan).find(({ name }) => name === opened);
  if (plan.gone.length > 0) return <Gone plan={plan} startAnew={startAnew} />;
  if (question === undefined && optional !== undefined)
    return (
      <OneQuestion
        key={optional.name}
        question={optional}
        receivers={receiversOf(plan, optional, say)}
        answer={(answer) => {
          take(withAnswer(given, optional.name, answer));
          open(undefined);
        }}
        back={() => open(undefined)}
      />
    );
  if (question === undefined)
    return (
      <>
        <PlanSummary plan={plan} given={given} change={startAnew} />
        <OptionalQuestions plan={plan} given={given} take={take} open={open} />
        <LaterPromises plan={plan} given={given} take={take} />
        <DecidedByRules plan={plan} given={given} take={take} />
        {children}
      </>
    );
  const { done, all } = questionsLeft(plan, given);
  return (
    <OneQuestion
      key={question.known === undefined ? question.name : `${question.name} known`}
      question={question}
      receivers={receiversOf(plan, question, say)}
      place={{ no: done + 1, of: all }}
      answer={(answer) => take(withAnswer(given, question.name, answer))}
      {...(last === undefined ? {} : { back: () => take(withoutAnswer(given, last.name)) })}
    />
  );
}

/** Said as soon as it is known, not after thirty answers. */
function Gone({ plan, startAnew }: { readonly plan: MatterPlan; readonly startAnew: () => void }): ReactNode {
  const say = useText();
  const lines = plan.gone.map(({ itemId, name, nameEn, beginsOn }) => {
    const item = `${itemId} ${say.of({ zh: name, en: nameEn })}`;
    return beginsOn === undefined ? say('gone.item', { item }) : say('gone.notYet', { item, on: beginsOn });
  });
  return (
    <>
      <h1>{say('gone.title')}</h1>
      <Alert
        type="warning"
        showIcon
        className="note"
        title={lines.join(say.language === 'zh' ? '' : ' ')}
        description={say('gone.remedy')}
      />
      <Button block onClick={startAnew}>
        {say('matter.change')}
      </Button>
    </>
  );
}
