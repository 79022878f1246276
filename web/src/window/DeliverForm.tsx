import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';

const methods = ['direct', 'mail', 'electronic', 'substitute', 'publicNotice'] as const;

/** Handing out a sealed decision. */
export function DeliverForm({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const sending = useAct(`/cases/${encodeURIComponent(found.caseNo)}/delivery`);
  if (!isOpen(found.can['deliverCase'])) return null;
  return (
    <section className="pane">
      <h2>{say('windowCase.deliver')}</h2>
      <Form
        name="deliver"
        layout="vertical"
        initialValues={{ method: 'direct', recipient: found.applicant.name }}
        onFinish={(fields: object) => sending.mutate(fields)}
      >
        <Form.Item name="method" label={say('windowCase.deliverMethod')}>
          <Select
            aria-label={say('windowCase.deliverMethod')}
            options={methods.map((value) => ({ value, label: say(`delivery.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="recipient"
          label={say('windowCase.recipient')}
          rules={[{ required: true, message: say('form.required') }]}
        >
          <Input />
        </Form.Item>
        {sending.error === null ? null : <Trouble error={sending.error} />}
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {say('windowCase.deliver')}
        </Button>
      </Form>
    </section>
  );
}
