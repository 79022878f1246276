import { Form, Input, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Can } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { CanButton, isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';

const proofs = ['identityDocument', 'signedPaper'] as const;

interface WithdrawFields {
  readonly reason?: string;
  /** Only at the window, where the clerk says how he knows who asks (R15). */
  readonly proof?: { readonly kind: (typeof proofs)[number]; readonly idNo: string; readonly reference: string };
}

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
  const [form] = Form.useForm<WithdrawFields>();
  const kind: (typeof proofs)[number] = Form.useWatch(['proof', 'kind'], form) ?? 'identityDocument';
  const sending = useAct(`/cases/${encodeURIComponent(caseNo)}/withdrawal`);
  const rules = [{ required: true, message: say('form.required') }];
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
          initialValues={isCounter ? { proof: { kind: 'identityDocument' } } : {}}
          onFinish={({ reason = '', ...rest }) =>
            sending.mutate({ reason, ...rest }, { onSuccess: () => setAsking(false) })
          }
        >
          {isCounter ? (
            <>
              <Form.Item name={['proof', 'kind']} label={say('window.withdrawProof')}>
                <Radio.Group
                  aria-label={say('window.withdrawProof')}
                  options={proofs.map((value) => ({ value, label: say(`window.withdrawProof.${value}`) }))}
                />
              </Form.Item>
              <Form.Item name={['proof', 'idNo']} label={say(`window.withdrawIdNo.${kind}`)} rules={rules}>
                <Input className="mono" />
              </Form.Item>
              <Form.Item name={['proof', 'reference']} label={say(`window.withdrawReference.${kind}`)} rules={rules}>
                <Input className="mono" />
              </Form.Item>
            </>
          ) : null}
          <Form.Item name="reason" label={say('case.withdrawReason')}>
            <Input.TextArea rows={2} />
          </Form.Item>
        </Form>
        {sending.error === null ? null : <Trouble error={sending.error} />}
      </Modal>
    </div>
  );
}
