import { Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Can } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { CanButton, isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';

/** Withdrawal, asked once more before it is done. */
export function WithdrawButton({
  caseNo,
  can,
  isCounter = false,
}: {
  readonly caseNo: string;
  readonly can: Can | undefined;
  /** A clerk takes it in from somebody at his window. */
  readonly isCounter?: boolean;
}): ReactNode {
  const say = useText();
  const [isAsking, setAsking] = useState(false);
  const [form] = Form.useForm<{ readonly reason?: string }>();
  const sending = useAct(`/cases/${encodeURIComponent(caseNo)}/withdrawal`);
  // A finished case needs no word about why it cannot be withdrawn.
  if (!isOpen(can)) return null;
  return (
    <div className="no-print apart">
      <CanButton can={can} danger onClick={() => setAsking(true)}>
        {say('case.withdraw')}
      </CanButton>
      <Modal
        open={isAsking}
        title={say(isCounter ? 'window.withdrawAsk' : 'case.withdrawAsk')}
        okText={say('case.withdraw')}
        okButtonProps={{ danger: true, loading: sending.isPending }}
        cancelText={say('act.cancel')}
        onCancel={() => setAsking(false)}
        onOk={() => form.submit()}
      >
        <p>{say(isCounter ? 'window.withdrawNext' : 'case.withdrawNext')}</p>
        <Form
          name="withdraw"
          form={form}
          layout="vertical"
          onFinish={({ reason = '' }) => sending.mutate({ reason }, { onSuccess: () => setAsking(false) })}
        >
          <Form.Item name="reason" label={say('case.withdrawReason')}>
            <Input.TextArea rows={2} />
          </Form.Item>
        </Form>
        {sending.error === null ? null : <Trouble error={sending.error} />}
      </Modal>
    </div>
  );
}
