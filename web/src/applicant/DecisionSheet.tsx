import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { isTextKey, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** The decision as a readable letter: conclusion, reasons, and what can be done against it. */
export function DecisionSheet({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const made = found.decided;
  const told = found.notAccepted;
  if (made === undefined || made === null) {
    return told === undefined || told === null ? null : (
      <section className="decision">
        <h2>{say(`outcome.${told.outcome}`)}</h2>
        <p>{told.reason}</p>
        <Remedies />
      </section>
    );
  }
  const key = `outcome.${made.outcome}`;
  const outcome = isTextKey(key) ? say(key) : made.outcome;
  const on = instantText(made.at, todayInChina(), say.language);
  return (
    <section className="decision">
      <h2>{say('case.decision')}</h2>
      <p className="sentence">{say('case.decidedOn', { outcome, on })}</p>
      <h3>{say('case.reason')}</h3>
      <p>{made.reason}</p>
      {made.paper === undefined ? null : <p>{say('paper.told', { no: made.paper.paperNo })}</p>}
      <Remedies />
    </section>
  );
}

function Remedies(): ReactNode {
  const say = useText();
  return (
    <details>
      <summary>{say('case.remedies')}</summary>
      <p>{say('case.remedy.review')}</p>
      <p>{say('case.remedy.court')}</p>
      <p className="quiet">{say('case.remedy.letter')}</p>
    </details>
  );
}
