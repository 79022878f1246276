import { Checkbox, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { limitText } from '../applicant/item-words.ts';
import type { MatterPlan } from '../api/matter-model.ts';
import { useText } from '../text/text.ts';
import { type Given, withPromise } from './given.ts';

/** What stands in the field before somebody chooses. */
const USUAL_DAYS = 5;

/** R32 容缺: for each item that takes it, a promise of the papers that may follow; nobody has to make one. */
export function LaterPromises({
  plan,
  given,
  take,
}: {
  readonly plan: MatterPlan;
  readonly given: Given;
  readonly take: (next: Given) => void;
}): ReactNode {
  const say = useText();
  const open = plan.children.filter(({ deferrable }) => deferrable !== undefined);
  if (open.length === 0) return null;
  return (
    <section aria-label={say('promising.title')}>
      <h2>{say('promising.title')}</h2>
      <p className="quiet">{say('promising.hint')}</p>
      {open.map((child) => (
        <OneItem
          key={child.itemId}
          child={child}
          workingDays={given.later[child.itemId]}
          promise={(days) => take(withPromise(given, child.itemId, days))}
        />
      ))}
    </section>
  );
}

function OneItem({
  child: { itemId, name, nameEn, deferrable },
  workingDays,
  promise,
}: {
  readonly child: MatterPlan['children'][number];
  readonly workingDays: number | undefined;
  readonly promise: (workingDays: number | undefined) => void;
}): ReactNode {
  const say = useText();
  if (deferrable === undefined || deferrable === null) return null;
  const { papers, limit } = deferrable;
  const title = say.of({ zh: name, en: nameEn });
  return (
    <fieldset className="beside">
      <legend>
        {itemId} {title}
      </legend>
      <p>{papers.map((paper) => say.of(paper.name)).join('、')}</p>
      <p className="tick">
        <Checkbox
          checked={workingDays !== undefined}
          onChange={({ target }) => promise(target.checked ? Math.min(limit.value, USUAL_DAYS) : undefined)}
        >
          {say('promising.tick', { item: title })}
        </Checkbox>
      </p>
      {workingDays === undefined ? null : (
        <>
          <blockquote className="wording">
            {say('promising.wording', { days: workingDays, limit: limitText(limit, say) })}
          </blockquote>
          <p>
            {say('promising.days')}{' '}
            <InputNumber
              aria-label={say('promising.daysOf', { item: title })}
              min={1}
              precision={0}
              value={workingDays}
              onChange={(days) => promise(days ?? 1)}
            />
          </p>
        </>
      )}
    </fieldset>
  );
}
