import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { CanNote, isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';

const methods = ['direct', 'mail', 'electronic', 'substitute', 'publicNotice'] as const;

interface DeliverFields {
  readonly method: (typeof methods)[number];
  readonly recipient: string;
  readonly reference?: string;
}

/** Handing out a sealed decision; each way of service has its own proof, and its own reason when it is closed (R87). */
export function DeliverForm({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const [form] = Form.useForm<DeliverFields>();
  const method = Form.useWatch('method', form) ?? 'direct';
  const sending = useAct(`/cases/${encodeURIComponent(found.caseNo)}/delivery`);
  if (!isOpen(found.can['deliverCase'])) return null;
  const can = found.can[`deliverCase.${method}`];
  const rules = [{ required: true, message: say('form.required') }];
  const deliver = ({ reference = '', ...fields }: DeliverFields): void =>
    sending.mutate(reference.trim() === '' ? fields : { ...fields, reference });
  return (
    <section className="pane">
      <h2>{say('windowCase.deliver')}</h2>
      <Form
        name="deliver"
        form={form}
        layout="vertical"
        initialValues={{ method: 'direct', recipient: found.applicant.name }}
        onFinish={deliver}
      >
        <Form.Item name="method" label={say('windowCase.deliverMethod')}>
          <Select
            aria-label={say('windowCase.deliverMethod')}
            options={methods.map((value) => ({ value, label: say(`delivery.${value}`) }))}
          />
        </Form.Item>
        <CanNote can={can} />
        <Form.Item name="recipient" label={say(`delivery.recipient.${method}`)} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="reference" label={say(`delivery.reference.${method}`)}>
          <Input className="mono" />
        </Form.Item>
        {sending.error === null ? null : <Trouble error={sending.error} />}
        <Button type="primary" htmlType="submit" disabled={!isOpen(can)} loading={sending.isPending}>
          {say('windowCase.deliver')}
        </Button>
      </Form>
    </section>
  );
}
