import { Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { NotConfirmed, type PasskeyAsked, usePasskey, useWays, type Ways } from '../api/confirmation.ts';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { Loaded, Trouble } from './Answers.tsx';
import { Caution } from './Caution.tsx';
import { GoTo } from './navigation.tsx';
import { PinField } from './PinField.tsx';

interface Confirming {
  /** What is confirmed, exactly. */
  readonly asked: PasskeyAsked;
  /** What the button says it will do. */
  readonly label: string;
  readonly danger?: boolean;
  /** Sends the act with its confirmation. */
  readonly sign: (confirmation: object) => void;
  readonly isSigning: boolean;
  readonly error: Error | null;
}

/** The last step of signing: one's own confirmation, then one button that says everything it will do. */
export function ConfirmForm(confirming: Confirming): ReactNode {
  const query = useWays();
  return <Loaded query={query}>{(ways) => <WaysForm ways={ways} {...confirming} />}</Loaded>;
}

type Way = 'passkey' | 'code' | 'pin' | 'none';

function firstWay({ passkeys, codes, pinAlone }: Ways): Way {
  if (passkeys.length > 0) return 'passkey';
  if (codes) return 'code';
  return pinAlone ? 'pin' : 'none';
}

interface Fields {
  readonly pin?: string;
  readonly code?: string;
}

function WaysForm({ ways, asked, label, danger = false, ...signing }: Confirming & { readonly ways: Ways }): ReactNode {
  const say = useText();
  const [chosen, choose] = useState<Way>();
  const asking = usePasskey(asked);
  const way = chosen ?? firstWay(ways);
  const confirm = ({ pin, code }: Fields): void => {
    if (way === 'passkey') asking.mutate(undefined, { onSuccess: (passkey) => signing.sign({ passkey }) });
    else signing.sign(way === 'code' ? { pin, code } : { pin });
  };
  const other = way === 'passkey' ? 'code' : 'passkey';
  const isOther = ways.passkeys.length > 0 && ways.codes;
  if (way === 'none') return <NoWay />;
  return (
    <Form name="signature" layout="vertical" onFinish={confirm}>
      {way === 'passkey' ? null : <PinField />}
      {way === 'code' ? <CodeField /> : null}
      {isOther ? (
        <Button type="link" className="other-way" onClick={() => choose(other)}>
          {say(other === 'code' ? 'confirm.useCode' : 'confirm.usePasskey')}
        </Button>
      ) : null}
      <ConfirmTrouble error={asking.error ?? signing.error} />
      <Button
        type="primary"
        danger={danger}
        htmlType="submit"
        block
        className="sign-button"
        loading={asking.isPending || signing.isSigning}
      >
        {way === 'passkey' ? `${say('confirm.byPasskey')} · ${label}` : label}
      </Button>
      {way === 'pin' ? (
        <p className="quiet way-note">
          {say('confirm.pinAlone')} <GoTo to={paths.confirmation()}>{say('confirm.toWays')}</GoTo>
        </p>
      ) : null}
    </Form>
  );
}

/** The six digits of the authenticator. */
export function CodeField(): ReactNode {
  const say = useText();
  return (
    <Form.Item
      name="code"
      label={say('confirm.code')}
      extra={say('confirm.codeHint')}
      rules={[{ required: true, pattern: /^\d{6}$/, message: say('form.required') }]}
    >
      <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
    </Form.Item>
  );
}

/** What went wrong: the server’s reason, or that the device gave no answer. */
export function ConfirmTrouble({
  error,
  isNew = false,
}: {
  readonly error: Error | null;
  readonly isNew?: boolean;
}): ReactNode {
  const say = useText();
  if (error === null) return null;
  if (!(error instanceof NotConfirmed)) return <Trouble error={error} />;
  return <Caution title={say(isNew ? 'confirm.notMade' : 'confirm.notDone')}>{say('confirm.notDoneNext')}</Caution>;
}

function NoWay(): ReactNode {
  const say = useText();
  return (
    <Caution title={say('confirm.nothing')}>
      <GoTo to={paths.confirmation()}>{say('confirm.toWays')}</GoTo>
    </Caution>
  );
}
