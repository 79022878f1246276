import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { PinField } from '../frame/PinField.tsx';
import { useText } from '../text/text.ts';

interface Fields {
  readonly pin: string;
  readonly newPin: string;
}

/** The PIN of one's own signing key: whoever was given one changes it before anything else. */
export function ChangePin(): ReactNode {
  const say = useText();
  const changing = useAct('/confirmation/pin');
  const [form] = Form.useForm<Fields>();
  return (
    <details className="pane">
      <summary>{say('confirm.pin')}</summary>
      <p className="quiet">{say(changing.isSuccess ? 'confirm.pinChanged' : 'confirm.pinWhy')}</p>
      <Form
        name="change-pin"
        form={form}
        layout="vertical"
        onFinish={(fields) => changing.mutate(fields, { onSuccess: () => form.resetFields() })}
      >
        <PinField />
        <Form.Item
          name="newPin"
          label={say('confirm.pinNew')}
          rules={[{ required: true, min: 6, max: 32, message: say('confirm.pinRule') }]}
        >
          <Input.Password autoComplete="new-password" inputMode="numeric" />
        </Form.Item>
        {changing.error === null ? null : <Trouble error={changing.error} />}
        <Button htmlType="submit" loading={changing.isPending}>
          {say('confirm.pin')}
        </Button>
      </Form>
    </details>
  );
}
