import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { LogAlarm, LogStatus, LogWitness } from '../api/model.ts';
import { useLogStatus } from '../api/reads.ts';
import { QuorumNote } from '../explorer/Witnesses.tsx';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** How the transparency log and its witnesses stand, and what somebody must see to today. */
export function LogStatePage(): ReactNode {
  const say = useText();
  const query = useLogStatus();
  return (
    <div className="desk-page">
      <h1>{say('logState.title')}</h1>
      <p className="quiet">{say('logState.what')}</p>
      <Loaded query={query}>
        {(status) => (
          <>
            <StateLine status={status} />
            <h2>{say('logState.alarms')}</h2>
            {status.alarms.length === 0 ? (
              <Nothing title={say('logState.noAlarms')} />
            ) : (
              status.alarms.map((alarm) => <AlarmNote key={`${alarm.code} ${alarm.about}`} alarm={alarm} />)
            )}
            {status.witnesses.length === 0 ? null : (
              <>
                <h2>{say('logState.witnesses')}</h2>
                <QuorumNote log={status} />
              </>
            )}
            <ul className="log-witnesses">
              {status.witnesses.map((witness) => (
                <WitnessLine key={witness.name} witness={witness} />
              ))}
            </ul>
            <Figures status={status} />
          </>
        )}
      </Loaded>
    </div>
  );
}

const lights = {
  alone: ['◔', 'light-yellow'],
  witnessed: ['✔', 'light-green'],
  late: ['◔', 'light-yellow'],
  waiting: ['◔', 'light-yellow'],
  behind: ['✘', 'light-red'],
  forked: ['✘', 'light-red'],
} as const satisfies Record<LogStatus['state'], readonly [string, string]>;

/** As shape, word and colour. That acts go on is said wherever somebody could fear that they do not. */
function StateLine({ status: { state, lateSince } }: { readonly status: LogStatus }): ReactNode {
  const say = useText();
  const [shape, light] = lights[state];
  return (
    <p>
      <strong className={`light ${light}`}>
        <span aria-hidden>{shape}</span> {say(`logState.state.${state}`, { since: when(lateSince ?? '', say) })}
      </strong>{' '}
      {state === 'witnessed' || state === 'alone' ? null : <span>{say('logState.actsGoOn')}</span>}
    </p>
  );
}

function AlarmNote({ alarm: { code, since, about, text } }: { readonly alarm: LogAlarm }): ReactNode {
  const say = useText();
  const isStopped = code === 'log-behind-witnesses' || code === 'log-forked' || code === 'disk-full';
  return (
    <Alert
      className="log-alarm"
      type={isStopped ? 'error' : 'warning'}
      showIcon
      title={say.of(text)}
      description={
        <>
          {say('logState.alarmSince', { since: when(since, say) })} · <span className="mono">{about}</span>
        </>
      }
    />
  );
}

const shapes = { cosigned: '✔', 'never-asked': '○', knows: '✘', refused: '✘', silent: '◔' } as const;

function WitnessLine({
  witness: { name, size, state, lateSince, isOutside },
}: {
  readonly witness: LogWitness;
}): ReactNode {
  const say = useText();
  const light = state === 'cosigned' ? 'light-green' : state === 'refused' || state === 'knows' ? 'light-red' : '';
  return (
    <li>
      <span className="mono">{name}</span>{' '}
      <span className={`light ${light}`}>
        <span aria-hidden>{shapes[state]}</span> {say(`logState.witness.${state}`)}
      </span>{' '}
      <span className="quiet">
        {say(isOutside ? 'explorer.outside' : 'explorer.inside')} ·{' '}
        {say('logState.witnessSize', { size: String(size) })}
        {lateSince === undefined ? null : ` · ${say('logState.witnessLate', { since: when(lateSince, say) })}`}
      </span>
    </li>
  );
}

function Figures({ status }: { readonly status: LogStatus }): ReactNode {
  const say = useText();
  const { size, witnessed, waiting, signedAt, generation, origin } = status;
  const lines = [
    ['logState.size', String(size)],
    ['logState.witnessed', String(witnessed)],
    ['logState.backlog', String(waiting)],
    ['logState.signedAt', signedAt === undefined ? '—' : when(signedAt, say)],
    ['logState.generation', String(generation)],
    ['logState.origin', origin],
  ] as const;
  return (
    <dl className="facts log-figures">
      {lines.map(([key, value]) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd className={key === 'logState.origin' ? 'mono' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function when(at: string, say: Say): string {
  return at === '' ? '' : instantText(at, todayInChina(), say.language);
}
