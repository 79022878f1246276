import { Form, type FormItemProps, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Can } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { useText } from '../text/text.ts';
import { Trouble } from './Answers.tsx';
import { CanButton } from './WhyNot.tsx';

/** One field of a small act. */
export interface AskedField extends Pick<FormItemProps, 'name' | 'label' | 'valuePropName'> {
  readonly input: ReactNode;
  readonly isOptional?: boolean;
}

/** A button that asks a few things, names once more what will happen, and then acts. */
export function AskedAct({
  can,
  path,
  label,
  warning,
  danger = false,
  fields,
  initial = {},
  bodyOf = (values) => values,
}: {
  readonly can: Can | undefined;
  readonly path: string;
  readonly label: string;
  readonly warning?: string;
  readonly danger?: boolean;
  readonly fields: readonly AskedField[];
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly bodyOf?: (values: Readonly<Record<string, unknown>>) => unknown;
}): ReactNode {
  const say = useText();
  const [isAsking, setAsking] = useState(false);
  const [form] = Form.useForm<Readonly<Record<string, unknown>>>();
  const sending = useAct(path);
  if (can === undefined) return null;
  const close = (): void => {
    setAsking(false);
    sending.reset();
  };
  return (
    <>
      <CanButton can={can} danger={danger} block onClick={() => setAsking(true)}>
        {label}
      </CanButton>
      <Modal
        open={isAsking}
        title={label}
        okText={label}
        okButtonProps={{ danger, loading: sending.isPending }}
        cancelText={say('act.cancel')}
        onCancel={close}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        {warning === undefined ? null : <p>{warning}</p>}
        <Form
          form={form}
          layout="vertical"
          preserve={false}
          initialValues={initial}
          onFinish={(values) => sending.mutate(bodyOf(values), { onSuccess: close })}
        >
          {fields.map(({ input, isOptional = false, ...item }) => (
            <Form.Item
              key={String(item.name)}
              {...item}
              rules={isOptional ? [] : [{ required: true, message: say('form.required') }]}
            >
              {input}
            </Form.Item>
          ))}
        </Form>
        {sending.error === null ? null : <Trouble error={sending.error} />}
      </Modal>
    </>
  );
}
