import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';

/** What stands on a licence that the library does not have: who decides looks at the paper by it (R46). */
export function PaperLicenceFields({ isNumbered }: { readonly isNumbered: boolean }): ReactNode {
  const say = useText();
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <>
      <p className="quiet">{say('paperLicence.hint')}</p>
      <Form.Item name={['paperLicence', 'kind']} label={say('paperLicence.kind')} rules={rules}>
        <Input maxLength={120} />
      </Form.Item>
      {isNumbered ? (
        <Form.Item name={['paperLicence', 'licenceNo']} label={say('paperLicence.number')} rules={rules}>
          <Input className="mono" maxLength={120} autoComplete="off" />
        </Form.Item>
      ) : null}
      <Form.Item name={['paperLicence', 'issuer']} label={say('paperLicence.issuer')} rules={rules}>
        <Input maxLength={120} />
      </Form.Item>
    </>
  );
}
