import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ClaimsReceived } from '../api/consent-model.ts';
import type { Value } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { hasCamera, scanCode } from '../consent/camera.ts';
import { RefusalNote, Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { dateText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** The code that a holder shows: typed, scanned by a scanner that types, or seen by the camera. */
export function ReadCode({
  itemId,
  caseNo,
  answered,
  received,
  take,
}: {
  readonly itemId: string;
  readonly caseNo?: string;
  /** What has been answered so far: it decides which lines are asked. */
  readonly answered?: () => Readonly<Record<string, Value>>;
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
      {hasCamera() ? <Camera seen={read} /> : null}
      {reading.error === null ? null : <Trouble error={reading.error} />}
      {received === undefined ? null : <Received received={received} />}
    </section>
  );
}

function Camera({ seen }: { readonly seen: (code: string) => void }): ReactNode {
  const say = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [isOn, setOn] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const tell = useEffectEvent(seen);
  // The camera belongs to the device: it is opened and closed with what is on the screen.
  useEffect(() => {
    const shown = video.current;
    if (!isOn || shown === null) return;
    const ending = new AbortController();
    scanCode(shown, ending.signal)
      .then((code) => {
        setOn(false);
        if (code !== undefined) tell(code);
      })
      .catch(() => {
        setOn(false);
        setBroken(true);
      });
    return () => ending.abort();
  }, [isOn]);
  return (
    <>
      <Button size="small" onClick={() => setOn(!isOn)}>
        {say(isOn ? 'read.cameraStop' : 'read.camera')}
      </Button>
      {isBroken ? <p role="alert">{say('read.cameraNo')}</p> : null}
      {isOn ? <video ref={video} muted playsInline className="camera" /> : null}
    </>
  );
}

/** What the window got, and nothing beyond it. */
function Received({ received }: { readonly received: ClaimsReceived }): ReactNode {
  const say = useText();
  const { subject, papers, answers, unusable } = received;
  return (
    <output className="received">
      <p>
        <strong>{say('read.received', { name: subject.name })}</strong>
      </p>
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
