import { Alert, Button, Form, Input, QRCode, Select } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNewPasskey, useProof, useWays, type Ways } from '../api/confirmation.ts';
import { useAct } from '../api/use-act.ts';
import { Loaded, Trouble } from '../frame/Answers.tsx';
import { AskedActs, type AskedField } from '../frame/AskedAct.tsx';
import { Code } from '../frame/Code.tsx';
import { CodeField, ConfirmTrouble } from '../frame/ConfirmForm.tsx';
import { PinField } from '../frame/PinField.tsx';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { ChangePin } from './ChangePin.tsx';

const reasons = ['lost', 'compromised', 'replaced'] as const;

/** One's own passkeys and one-time codes; the head of an organ helps those who lost theirs. */
export function ConfirmationPage(): ReactNode {
  const say = useText();
  const query = useWays();
  return (
    <div className="page narrow">
      <h1>{say('confirm.title')}</h1>
      <p>{say('confirm.why')}</p>
      <Loaded query={query}>
        {(ways) => (
          <>
            {ways.pinAlone ? <Alert type="info" showIcon className="note" title={say('confirm.pinAlone')} /> : null}
            {ways.codes || ways.passkeys.length > 0 ? <p className="quiet">{say('confirm.proof')}</p> : null}
            <Passkeys ways={ways} />
            <Codes ways={ways} />
            <ChangePin />
            {ways.mayReset ? <Reset /> : null}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Passkeys({ ways }: { readonly ways: Ways }): ReactNode {
  const { passkeys, addressFits } = ways;
  const say = useText();
  const prove = useProof(ways);
  const proofFields = useProofFields(ways);
  const todayOn = todayInChina();
  return (
    <section className="pane">
      <h2>{say('confirm.passkeys')}</h2>
      {passkeys.length === 0 ? <p className="quiet">{say('confirm.noPasskey')}</p> : null}
      {passkeys.map(({ credentialId, label, registeredAt, usedAt, backedUp }) => (
        <div key={credentialId} className="way">
          <p>
            <strong>{label}</strong>{' '}
            <span className="quiet">
              {say('confirm.registered', { at: instantText(registeredAt, todayOn, say.language) })}
              {typeof usedAt === 'string'
                ? ` · ${say('confirm.used', { at: instantText(usedAt, todayOn, say.language) })}`
                : ''}
              {backedUp ? ` · ${say('confirm.backedUp')}` : ''}
            </span>
          </p>
          <AskedActs
            acts={[
              {
                can: { allowed: true },
                path: '/confirmation/passkeys/removal',
                label: say('confirm.remove', { label }),
                warning: say('confirm.removeWarning'),
                danger: true,
                fields: [{ name: 'reason', label: say('confirm.reason'), input: <ReasonSelect /> }, ...proofFields],
                bodyOf: async ({ reason, code }) => ({
                  reason,
                  credentialId,
                  ...(await prove('removePasskey', code)),
                }),
              },
            ]}
          />
        </div>
      ))}
      {addressFits ? (
        <NewPasskeyForm ways={ways} />
      ) : (
        <Alert type="warning" showIcon className="note" title={say('confirm.addressUnfit')} />
      )}
    </section>
  );
}

function NewPasskeyForm({ ways }: { readonly ways: Ways }): ReactNode {
  const say = useText();
  const making = useNewPasskey(ways);
  const [form] = Form.useForm<{ readonly pin: string; readonly label: string; readonly code?: string }>();
  return (
    <Form
      name="passkey"
      form={form}
      layout="vertical"
      onFinish={(fields) => making.mutate(fields, { onSuccess: () => form.resetFields() })}
    >
      <Form.Item
        name="label"
        label={say('confirm.label')}
        extra={say('confirm.labelHint')}
        rules={[{ required: true, message: say('form.required') }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <PinField />
      <ProofField ways={ways} />
      <ConfirmTrouble error={making.error} isNew />
      <Button type="primary" htmlType="submit" loading={making.isPending}>
        {say('confirm.register')}
      </Button>
    </Form>
  );
}

/** Where codes are enabled, one of them confirms the change; a passkey, if there is one, may instead. */
function useProofFields({ codes, passkeys }: Ways): readonly AskedField[] {
  const say = useText();
  if (!codes) return [];
  const isOptional = passkeys.length > 0;
  const label = `${say('confirm.code')} · ${say(isOptional ? 'confirm.codeOrPasskey' : 'confirm.codeHint')}`;
  const input = <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} />;
  return [{ name: 'code', label, input, isOptional }];
}

function ProofField({ ways }: { readonly ways: Ways }): ReactNode {
  const say = useText();
  const [field] = useProofFields(ways);
  if (field === undefined) return null;
  const { input, isOptional = false, name, label } = field;
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : [{ required: true, message: say('form.required') }]}>
      {input}
    </Form.Item>
  );
}

function Codes({ ways }: { readonly ways: Ways }): ReactNode {
  const { codes } = ways;
  const say = useText();
  const prove = useProof(ways);
  const proofFields = useProofFields(ways);
  const acting = useAct<{ readonly address: string }>('/confirmation/codes');
  const beginning = useMutation({
    mutationFn: async (pin: string) => acting.mutateAsync({ pin, ...(await prove('addCodes')) }),
  });
  // The secret is shown this once: it lives in this page and nowhere else.
  const [address, setAddress] = useState<string>();
  return (
    <section className="pane">
      <h2>{say('confirm.codes')}</h2>
      <p className={codes ? '' : 'quiet'}>{say(codes ? 'confirm.codesOn' : 'confirm.codesOff')}</p>
      {codes ? (
        <AskedActs
          acts={[
            {
              can: { allowed: true },
              path: '/confirmation/codes/removal',
              label: say('confirm.codesRemove'),
              danger: true,
              fields: [{ name: 'reason', label: say('confirm.reason'), input: <ReasonSelect /> }, ...proofFields],
              bodyOf: async ({ reason, code }) => ({ reason, ...(await prove('removeCodes', code)) }),
            },
          ]}
        />
      ) : address === undefined ? (
        <Form
          name="codes"
          layout="vertical"
          onFinish={({ pin }: { readonly pin: string }) =>
            beginning.mutate(pin, { onSuccess: (begun) => setAddress(begun.address) })
          }
        >
          <PinField />
          <ConfirmTrouble error={beginning.error} isNew />
          <Button htmlType="submit" loading={beginning.isPending}>
            {say('confirm.codesBegin')}
          </Button>
        </Form>
      ) : (
        <StartCodes address={address} />
      )}
    </section>
  );
}

function StartCodes({ address }: { readonly address: string }): ReactNode {
  const say = useText();
  const starting = useAct('/confirmation/codes/start');
  const secret = new URL(address).searchParams.get('secret') ?? '';
  return (
    <>
      <p>{say('confirm.codesScan')}</p>
      <QRCode value={address} size={200} />
      <p>
        {say('confirm.codesSecret')} <Code value={secret} />
      </p>
      <Form name="codes-start" layout="vertical" onFinish={(fields: object) => starting.mutate(fields)}>
        <CodeField />
        {starting.error === null ? null : <Trouble error={starting.error} />}
        <Button type="primary" htmlType="submit" loading={starting.isPending}>
          {say('confirm.codesStart')}
        </Button>
      </Form>
    </>
  );
}

function Reset(): ReactNode {
  const say = useText();
  return (
    <section className="pane">
      <AskedActs
        acts={[
          {
            can: { allowed: true },
            path: '/confirmation/reset',
            label: say('confirm.reset'),
            warning: say('confirm.resetWarning'),
            danger: true,
            fields: [{ name: 'personId', label: say('confirm.resetPerson'), input: <Input maxLength={80} /> }],
          },
        ]}
      />
    </section>
  );
}

function ReasonSelect(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}): ReactNode {
  const say = useText();
  return (
    <Select
      aria-label={say('confirm.reason')}
      options={reasons.map((value) => ({ value, label: say(`confirm.reason.${value}`) }))}
      {...props}
    />
  );
}
