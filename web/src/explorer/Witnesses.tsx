import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import type { LogTrust, WitnessSeen } from './reads.ts';

/** Who has signed, when by his own clock, and whether he answers to the operator. */
export function Witnesses({ seen }: { readonly seen: readonly WitnessSeen[] }): ReactNode {
  const say = useText();
  const todayOn = todayInChina();
  if (seen.length === 0) return <p className="light light-yellow">{say('explorer.noWitness')}</p>;
  return (
    <ul className="witnesses">
      {seen.map(({ name, at, isOutside }) => (
        <li key={name}>
          <span className="mono">{name}</span>{' '}
          <span className="quiet">
            {say(isOutside ? 'explorer.outside' : 'explorer.inside')} ·{' '}
            <time dateTime={at}>{instantText(at, todayOn, say.language)}</time>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What the quorum of this log is worth, said plainly. */
export function QuorumNote({ log }: { readonly log: Pick<LogTrust, 'needsOutside' | 'isOneMachine'> }): ReactNode {
  const say = useText();
  return (
    <p className="quiet">
      {say(log.needsOutside ? 'explorer.needsOutside' : 'explorer.mayBeInside')}{' '}
      {log.isOneMachine ? say('explorer.oneMachine') : null}
    </p>
  );
}
