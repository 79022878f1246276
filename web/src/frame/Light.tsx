import type { ReactNode } from 'react';
import type { Clock, Clocks } from '../api/model.ts';
import { useText } from '../text/text.ts';
import { clockSentence, clockWord } from '../time/dates.ts';
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

/** Both clocks of a case as sentences (R66). */
export function ClockLines({ clocks }: { readonly clocks: Clocks | undefined | null }): ReactNode {
  const say = useText();
  if (clocks === undefined || clocks === null) return <p className="quiet">{say('clock.none')}</p>;
  const todayOn = todayInChina();
  return (
    <dl className="clocks">
      {(['promised', 'statutory'] as const).map((name) => (
        <div key={name}>
          <dt>{say(`clock.${name}`)}</dt>
          <dd className={`light light-${clocks[name].light}`}>
            <span aria-hidden>{shapes[clocks[name].light]}</span> {clockSentence(clocks[name], todayOn, say)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
