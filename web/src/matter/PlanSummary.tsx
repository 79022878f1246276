import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { MatterPlan } from '../api/matter-model.ts';
import type { Value } from '../api/model.ts';
import { type Given, isDone } from './given.ts';
import { optionText, type Say, useText } from '../text/text.ts';

/** What follows from the answers, before anything is submitted: which items, in which order, and why these. */
export function PlanSummary({
  plan,
  given,
  change,
}: {
  readonly plan: MatterPlan;
  readonly given: Given;
  readonly change: () => void;
}): ReactNode {
  const say = useText();
  const words = (value: Value): string =>
    typeof value === 'boolean' ? say(value ? 'form.yes' : 'form.no') : optionText(String(value), say);
  return (
    <>
      <h1>{say('matter.result', { count: plan.children.length })}</h1>
      <ol className="cards">
        {plan.children.map(({ itemId, name, nameEn, organName, organNameEn, why, insteadOf, wave }) => (
          <li key={itemId} className="card">
            <strong>
              {itemId} {say.of({ zh: name, en: nameEn })}
            </strong>
            <span className="quiet">
              {say('matter.wave', { no: wave + 1 })} {' · '} {say.of({ zh: organName, en: organNameEn })}
            </span>
            {why === undefined ? null : (
              <span>
                {insteadOf === undefined
                  ? null
                  : say('matter.becomes', {
                      from: `${insteadOf.itemId} ${say.of({ zh: insteadOf.name, en: insteadOf.nameEn })}`,
                      to: itemId,
                    })}{' '}
                {say.of(why)}
              </span>
            )}
          </li>
        ))}
      </ol>
      {[...plan.leftOut, ...plan.prompts].map(({ itemId, name, nameEn, why }) => (
        <p key={itemId} className="quiet">
          {itemId} {say.of({ zh: name, en: nameEn })}
          {'：'}
          {say.of(why)}
        </p>
      ))}
      {plan.holds.map(({ items, why }) => (
        <p key={items.join()} className="light light-yellow">
          <span aria-hidden>{'◔'}</span> {say('matter.held', { items: items.join('、') })} {say.of(why)}
        </p>
      ))}
      <h2>{say('matter.yourAnswers')}</h2>
      <ul className="have">
        {plan.questions
          .filter((question) => question.isOptional !== true || isDone(given, question))
          .map(({ name, label, known, type, options }) => {
            const value = given.answers[name] ?? known?.value;
            const chosen = options?.find((option) => option.value === value);
            return (
              <li key={name}>
                {say.of(label)}
                {'：'}
                {type === 'material' ? paperWords(given, name, say) : null}
                {type === 'material' || value === undefined
                  ? ''
                  : chosen === undefined
                    ? words(value)
                    : say.of(chosen.label)}
              </li>
            );
          })}
      </ul>
      <Button block onClick={change}>
        {say('matter.change')}
      </Button>
    </>
  );
}

function paperWords({ files, ticked }: Given, name: string, say: Say): string {
  const some = files[name] ?? [];
  if (some.length > 0) return some.map((file) => file.name).join('、');
  return say(ticked.includes(name) ? 'matter.paper' : 'matter.paperLater');
}
