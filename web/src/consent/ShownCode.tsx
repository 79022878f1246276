import { Button, QRCode } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useConsents } from '../api/consent-reads.ts';
import type { GivenConsent, NeededClaim } from '../api/consent-model.ts';
import { useAct } from '../api/use-act.ts';
import { Nothing, Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';

/** The code in digits that one can read across a counter, with its time, until a window has read it. */
export function ShownCode({
  given,
  claims,
  organName,
  again,
}: {
  readonly given: GivenConsent;
  readonly claims: readonly NeededClaim[];
  readonly organName: string;
  readonly again: () => void;
}): ReactNode {
  const say = useText();
  const left = useCountdown(given.secondsLeft);
  const withdrawing = useAct(`/consents/${encodeURIComponent(given.consentId)}/withdrawal`);
  const { data } = useConsents(left > 0);
  const state = data?.consents.find(({ consentId }) => consentId === given.consentId)?.state ?? 'open';
  const code = given.code ?? '';
  if (state !== 'open' || left === 0)
    return (
      <Over state={state === 'open' ? 'expired' : state}>
        <Button type="primary" onClick={again}>
          {say('code.again')}
        </Button>
      </Over>
    );
  return (
    <section className="shown-code" aria-label={say('show.title')}>
      <p>{say('code.title')}</p>
      <QRCode value={code} type="svg" size={220} bordered={false} aria-hidden />
      <output aria-label={say('code.digits', { code: code.split('').join(' ') })} className="digits">
        {`${code.slice(0, 4)} ${code.slice(4)}`}
      </output>
      <p role="timer" className={left <= 30 ? 'light-yellow' : ''}>
        {say('code.left', { time: clockOf(left) })}
      </p>
      <p className="quiet">{say('code.careful')}</p>
      <h2>{say('code.shown')}</h2>
      <p>{say('show.toWhom', { organ: organName })}</p>
      <ul className="have">
        {claims.map(({ kind, code: name, label }) => (
          <li key={`${kind}:${name}`}>{say.of(label)}</li>
        ))}
      </ul>
      {withdrawing.error === null ? null : <Trouble error={withdrawing.error} />}
      <Button block loading={withdrawing.isPending} onClick={() => withdrawing.mutate({})}>
        {say('consent.withdraw')}
      </Button>
    </section>
  );
}

function Over({
  state,
  children,
}: {
  readonly state: 'expired' | 'redeemed' | 'used' | 'withdrawn';
  readonly children: ReactNode;
}): ReactNode {
  const say = useText();
  const key = state === 'expired' ? 'over' : state === 'withdrawn' ? 'withdrawn' : 'read';
  return (
    <output>
      <Nothing title={say(`code.${key}`)}>
        <p>{say(`code.${key}Next`)}</p>
        {children}
      </Nothing>
    </output>
  );
}

/** Whole seconds left, told by how long ago the answer came: the clock of the phone may be wrong. */
function useCountdown(seconds: number): number {
  const [began] = useState(() => performance.now());
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => {
      setLeft(Math.max(0, seconds - Math.floor((performance.now() - began) / 1000)));
    }, 500);
    return () => clearInterval(timer);
  }, [began, seconds]);
  return left;
}

function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
