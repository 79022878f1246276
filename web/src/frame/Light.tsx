import type { ReactNode } from 'react';
import type { Clock, Clocks } from '../api/model.ts';
import { useText } from '../text/text.ts';
import { clockSentence, clockWord, dateText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

const shapes = { green: '○', yellow: '◔', red: '●' } as const satisfies Record<Clock['light'], string>;

/** A clock as shape, word and colour: never colour alone. */
export function Light({ clock }: { readonly clock: Clock }): ReactNode {
  const say = useText();
  return (
    <span className={`light light-${clock.light}`}>
      <span aria-hidden>{shapes[clock.light]}</span> {clockWord(clock, say)}
    </span>
  );
}

/** The clocks of a case as sentences (R66), with those of an examination (R40) and the other reading of its limit (R65). */
export function ClockLines({ clocks }: { readonly clocks: Clocks | undefined | null }): ReactNode {
  const say = useText();
  if (clocks === undefined || clocks === null) return <p className="quiet">{say('clock.none')}</p>;
  const todayOn = todayInChina();
  return (
    <dl className="clocks">
      {(['promised', 'statutory', 'inspectors', 'onTheSpot'] as const).map((name) => {
        const clock = clocks[name];
        return clock === undefined ? null : (
          <div key={name}>
            <dt>{say(`clock.${name}`)}</dt>
            <dd className={`light light-${clock.light}`}>
              <span aria-hidden>{shapes[clock.light]}</span> {clockSentence(clock, todayOn, say)}
            </dd>
          </div>
        );
      })}
      {clocks.readings === undefined ? null : (
        <div>
          <dt>{say('clock.reading')}</dt>
          <dd className="quiet">
            {say('clock.readingLine', { on: dateText(clocks.readings.applicant.dueOn, todayOn, say.language) })}
          </dd>
        </div>
      )}
    </dl>
  );
}
