import { Button, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { SayingsFound } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { itemName } from '../applicant/item-words.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';

interface Added {
  readonly saying: string;
  readonly itemIds: readonly string[];
  readonly why: string;
}

/** Lets a saying lead to items that the person keeps, with the reason. */
export function AddSaying({
  own,
  saying = '',
  itemIds = [],
  label,
}: {
  readonly own: SayingsFound['own'];
  readonly saying?: string;
  readonly itemIds?: readonly string[];
  readonly label: string;
}): ReactNode {
  const say = useText();
  const id = useId();
  const [form] = Form.useForm<Added>();
  const adding = useAct('/sayings');
  const needed = [{ required: true, message: say('form.required') }];
  return (
    <Form<Added>
      name={id}
      form={form}
      layout="vertical"
      initialValues={{ saying, itemIds }}
      onFinish={(values) => adding.mutate(values, { onSuccess: () => form.resetFields() })}
    >
      <Form.Item name="saying" label={say('saying.text')} rules={needed}>
        <Input maxLength={40} lang="zh-CN" autoComplete="off" />
      </Form.Item>
      <Form.Item name="itemIds" label={say('saying.items')} rules={needed}>
        <Select
          mode="multiple"
          aria-label={say('saying.items')}
          showSearch={{ optionFilterProp: 'label' }}
          options={own.map((item) => ({
            value: item.itemId,
            label: `${item.itemId} ${itemName(item, say.language)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="why" label={say('saying.why')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      {adding.error === null ? null : <Trouble error={adding.error} />}
      <Button type="primary" htmlType="submit" loading={adding.isPending}>
        {label}
      </Button>
    </Form>
  );
}

/** A small act that asks for nothing but its reason. */
export function ReasonedAct({
  path,
  label,
  title,
  bodyOf,
}: {
  readonly path: string;
  readonly label: string;
  /** The act with its object, for those who hear the button alone. */
  readonly title: string;
  readonly bodyOf: (why: string) => unknown;
}): ReactNode {
  const say = useText();
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  const [form] = Form.useForm<{ readonly why: string }>();
  const sending = useAct(path);
  const close = (): void => {
    setAsking(false);
    sending.reset();
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)} aria-label={title}>
        {label}
      </Button>
      <Modal
        open={isAsking}
        title={title}
        okText={label}
        okButtonProps={{ loading: sending.isPending }}
        cancelText={say('act.cancel')}
        onCancel={close}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <Form
          name={id}
          form={form}
          layout="vertical"
          onFinish={({ why }) => sending.mutate(bodyOf(why), { onSuccess: close })}
        >
          <Form.Item name="why" label={say('saying.why')} rules={[{ required: true, message: say('form.required') }]}>
            <Input maxLength={200} />
          </Form.Item>
        </Form>
        {sending.error === null ? null : <Trouble error={sending.error} />}
      </Modal>
    </>
  );
}
