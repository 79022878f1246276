import { Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { CanNote, isOpen, isOwn } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';
import { exceptionCodes } from './conclusion.ts';

/** What a signature seldom needs: a departure from the rules (R50), haste (R71), a third signature with its code (R75). */
export function Exceptions({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const forward = found.can['signDecision.forwardToHead'];
  const isForwarded: unknown = Form.useWatch('forwardToHead');
  const isThird = found.signatures.length > 1 || isForwarded === true;
  return (
    <details className="exceptions" open={isThird}>
      <summary>{say('third.title')}</summary>
      <Form.Item name="departure" label={say('sign.departure')}>
        <Input />
      </Form.Item>
      <Form.Item name="handlingReason" label={say('third.handling')}>
        <Input />
      </Form.Item>
      {isOwn(forward) ? (
        <>
          <Form.Item name="forwardToHead" valuePropName="checked" className="tick">
            <Checkbox disabled={!isOpen(forward)}>{say('third.forward')}</Checkbox>
          </Form.Item>
          <CanNote can={forward} />
        </>
      ) : null}
      {isThird ? (
        <Form.Item
          name="exceptionCode"
          label={say('third.code')}
          rules={[{ required: true, message: say('form.required') }]}
        >
          <Select
            aria-label={say('third.code')}
            options={exceptionCodes.map((value) => ({ value, label: say(`exception.${value}`) }))}
          />
        </Form.Item>
      ) : null}
    </details>
  );
}
