import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { MatterPlan } from '../api/matter-model.ts';
import { useText } from '../text/text.ts';
import { type Given, withPersonFor } from './given.ts';

/** R79: for each item that a rule set may decide, the wish that a person does; as in an application for the item alone. */
export function DecidedByRules({
  plan,
  given,
  take,
}: {
  readonly plan: MatterPlan;
  readonly given: Given;
  readonly take: (next: Given) => void;
}): ReactNode {
  const say = useText();
  const ruled = plan.children.filter(({ byRules }) => byRules);
  if (ruled.length === 0) return null;
  return (
    <section aria-label={say('byRules.title')}>
      <h2>{say('byRules.title')}</h2>
      <p className="quiet">{say('byRules.hint')}</p>
      {ruled.map(({ itemId, name, nameEn }) => (
        <p key={itemId} className="tick">
          <Checkbox
            checked={given.humanDecision.includes(itemId)}
            onChange={({ target }) => take(withPersonFor(given, itemId, target.checked))}
          >
            {say('byRules.tick', { item: say.of({ zh: name, en: nameEn }) })}
          </Checkbox>
        </p>
      ))}
    </section>
  );
}
