import type { ReactNode } from 'react';
import { Code } from '../frame/Code.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import type { Held } from './check.ts';
import { HeldWord } from './Checked.tsx';
import type { ChainedAct } from './reads.ts';
import { Witnesses } from './Witnesses.tsx';

/** The acts of one stream, each with its place in the log and what this browser says of it. */
export function ActList({
  acts,
  held,
}: {
  readonly acts: readonly ChainedAct[];
  readonly held: readonly Held[] | undefined;
}): ReactNode {
  return (
    <ol className="chain">
      {acts.map((act, nth) => (
        <ActLine key={act.index} act={act} held={held?.[nth]} />
      ))}
    </ol>
  );
}

function ActLine({ act, held }: { readonly act: ChainedAct; readonly held: Held | undefined }): ReactNode {
  const say = useText();
  const { at, actor, what, mandate, index, isOpen, checkpointSize } = act;
  const told = what.map((text) => say.of(text)).join(say.language === 'zh' ? '，' : ', ');
  return (
    <li>
      <div>
        <strong>{told}</strong>{' '}
        <span className="quiet">
          <time dateTime={at}>{instantText(at, todayInChina(), say.language)}</time> · {actor}
        </span>
      </div>
      <div className="letter-acts">
        <GoTo to={paths.logEntry(index, act.generation)}>{say('explorer.entry', { index })}</GoTo>
        <span className="quiet">{say('explorer.inCheckpoint', { size: checkpointSize })}</span>
        <span className="quiet">
          {say('explorer.seenBy', {
            count: act.witnesses.length,
            outside: act.witnesses.filter(({ isOutside }) => isOutside).length,
          })}
        </span>
        <HeldWord held={held} />
      </div>
      <details>
        <summary>
          {say('explorer.leaf')} <span className="quiet">{say(isOpen ? 'explorer.open' : 'explorer.closed')}</span>
        </summary>
        <Code value={act.leafHash} short />
        {mandate === undefined ? null : (
          <p>
            <GoTo to={paths.mandateChain(mandate.mandateNo)}>
              {say('explorer.mandate', { mandateNo: mandate.mandateNo, version: mandate.version })}
            </GoTo>
          </p>
        )}
        <Witnesses seen={act.witnesses} />
        <h3>{say('explorer.record')}</h3>
        <Bytes text={act.record} />
        <h3>{say('explorer.proof')}</h3>
        <Bytes text={act.proof} />
      </details>
    </li>
  );
}

/** What a program reads, shown whole: it wraps, and stays apart from what is written for people. */
export function Bytes({ text }: { readonly text: string }): ReactNode {
  return <pre className="bytes">{text.trimEnd()}</pre>;
}
