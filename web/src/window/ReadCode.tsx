import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ClaimsReceived } from '../api/consent-model.ts';
import type { Applicant, Value } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { RefusalNote, Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { dateText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { Camera } from './Camera.tsx';
import { PaperConsent } from './PaperConsent.tsx';

/** The code that a holder shows: typed, scanned by a scanner that types, or seen by the camera. */
export function ReadCode({
  itemId,
  caseNo,
  answered,
  holder,
  received,
  take,
}: {
  readonly itemId: string;
  readonly caseNo?: string;
  /** What has been answered so far: it decides which lines are asked. */
  readonly answered?: () => Readonly<Record<string, Value>>;
  /** Who stands at the window, or whose case is open; undefined until it has been entered. */
  readonly holder: () => Applicant | undefined;
  readonly received: ClaimsReceived | undefined;
  readonly take: (received: ClaimsReceived) => void;
}): ReactNode {
  const say = useText();
  const reading = useAct<ClaimsReceived>('/consent-codes/readings');
  const [code, setCode] = useState('');
  const read = (text: string): void => {
    if (text.trim() === '') return;
    const body = {
      code: text.trim(),
      itemId,
      ...(caseNo === undefined ? {} : { caseNo }),
      ...(answered === undefined ? {} : { form: answered() }),
    };
    reading.mutate(body, {
      onSuccess: (answer) => {
        setCode('');
        take(answer);
      },
    });
  };
  return (
    <section className="read-code" aria-label={say('read.title')}>
      <h3>{say('read.title')}</h3>
      <Input.Search
        aria-label={say('read.label')}
        placeholder={say('read.label')}
        className="mono"
        inputMode="numeric"
        autoComplete="off"
        value={code}
        loading={reading.isPending}
        enterButton={say('read.do')}
        onChange={({ target }) => setCode(target.value)}
        onSearch={read}
      />
      <Camera seen={read} />
      <PaperConsent
        itemId={itemId}
        holder={holder}
        take={take}
        {...(caseNo === undefined ? {} : { caseNo })}
        {...(answered === undefined ? {} : { answered })}
      />
      {reading.error === null ? null : <Trouble error={reading.error} />}
      {received === undefined ? null : <Received received={received} />}
    </section>
  );
}

/** What the window got, and nothing beyond it. */
function Received({ received }: { readonly received: ClaimsReceived }): ReactNode {
  const say = useText();
  const { subject, agent, papers, answers, unusable } = received;
  return (
    <output className="received">
      <p>
        <strong>{say('read.received', { name: subject.name })}</strong>
      </p>
      {agent === undefined ? null : <p>{say('read.agent', { name: agent.name })}</p>}
      <p className="quiet">{say('read.once')}</p>
      {papers.length + answers.length === 0 ? <p>{say('read.nothing')}</p> : null}
      <ul className="have">
        {papers.map(({ code, label, sourceName, organName, validUntilOn }) => (
          <li key={code}>
            {say.of(label)}{' '}
            <span className="quiet">
              {`${say('read.paper')} · ${sourceName} · ${say.of(organName)}`}
              {validUntilOn === null
                ? null
                : ` · ${say('read.validUntil', { on: dateText(validUntilOn, todayInChina(), say.language) })}`}
            </span>
          </li>
        ))}
        {answers.map(({ name, label, value, sourceName }) => (
          <li key={name}>
            {say.of(label)} <strong>{String(value)}</strong> <span className="quiet">{sourceName}</span>
          </li>
        ))}
      </ul>
      {unusable.map(({ code, label, refusal }) => (
        <div key={code}>
          <p>
            <strong>{say.of(label)}</strong> {say('read.unusable')}
          </p>
          <RefusalNote refusal={refusal} />
        </div>
      ))}
    </output>
  );
}
