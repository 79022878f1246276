import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import type { Challenge } from './asked.ts';

/** Bytes of a nonce that nobody guesses. */
const NONCE_BYTES = 16;

/** What the reader asked the holder to put into the proof of his credential, so that nobody shows another's, or an old one. */
export function ChallengeFields({
  challenge,
  onAsk,
}: {
  readonly challenge: Challenge;
  readonly onAsk: (challenge: Challenge) => void;
}): ReactNode {
  const say = useText();
  const { nonce, audience } = challenge;
  return (
    <details>
      <summary>{say('challenge.open')}</summary>
      <p className="quiet">{say('challenge.why')}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={say('challenge.nonce')} htmlFor="challenge-nonce" extra={say('challenge.nonceHint')}>
          <Input
            id="challenge-nonce"
            className="mono"
            autoComplete="off"
            maxLength={200}
            value={nonce}
            onChange={({ target }) => onAsk({ nonce: target.value, audience })}
          />
        </Form.Item>
        <Button size="small" onClick={() => onAsk({ nonce: freshNonce(), audience })}>
          {say('challenge.draw')}
        </Button>
        <Form.Item label={say('challenge.audience')} htmlFor="challenge-audience" extra={say('challenge.audienceHint')}>
          <Input
            id="challenge-audience"
            className="mono"
            autoComplete="off"
            maxLength={400}
            value={audience}
            onChange={({ target }) => onAsk({ nonce, audience: target.value })}
          />
        </Form.Item>
      </Form>
      <p className="quiet">{say('challenge.means')}</p>
    </details>
  );
}

function freshNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
