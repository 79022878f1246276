import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useDemo } from '../api/session.ts';
import { useText } from '../text/text.ts';

/** The PIN that opens one's own key for one signature; a demonstration says what it is. */
export function PinField(): ReactNode {
  const say = useText();
  const { data: demo } = useDemo();
  const hint = demo === undefined || demo === null ? say('sign.pinHint') : say('sign.pinDemo', { pin: demo.pin });
  return (
    <Form.Item
      name="pin"
      label={say('sign.pin')}
      extra={hint}
      rules={[{ required: true, message: say('form.required') }]}
    >
      <Input.Password autoComplete="off" inputMode="numeric" />
    </Form.Item>
  );
}
