import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { keyOf } from './application.ts';

/** R8: who made the report of an intermediary, asked once a file of it is there. */
export function MakerFields({ code }: { readonly code: string }): ReactNode {
  const say = useText();
  const files: unknown = Form.useWatch(['files', keyOf(code)]);
  if (!Array.isArray(files) || files.length === 0) return null;
  const rules = [{ required: true, message: say('form.required') }];
  const name = (field: string): string[] => ['makers', keyOf(code), field];
  return (
    <fieldset className="beside">
      <legend>{say('maker.title')}</legend>
      <Form.Item name={name('name')} label={say('maker.name')} rules={rules}>
        <Input />
      </Form.Item>
      <Form.Item name={name('idNo')} label={say('maker.idNo')} rules={rules}>
        <Input className="mono" />
      </Form.Item>
      <Form.Item name={name('reportNo')} label={say('maker.reportNo')} rules={rules}>
        <Input className="mono" />
      </Form.Item>
      <Form.Item name={name('issuedOn')} label={say('maker.issuedOn')} rules={rules}>
        <Input type="date" />
      </Form.Item>
    </fieldset>
  );
}
