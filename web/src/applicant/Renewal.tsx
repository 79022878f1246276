import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Guide } from '../api/model.ts';
import { useText } from '../text/text.ts';

/** R63: a licence that runs out is renewed in time; one without a term is not. */
export function Renewal({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText();
  if (!/\d\s*年/.test(guide.result.validity)) return null;
  return (
    <details className="apart">
      <summary>{say('apply.renewal')}</summary>
      <Form.Item name={['renewal', 'licenceNo']} label={say('apply.licenceNo')}>
        <Input className="mono" />
      </Form.Item>
      <Form.Item name={['renewal', 'expiresOn']} label={say('apply.expiresOn')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name={['paperLicence', 'kind']} label={say('paperLicence.kind')}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name={['paperLicence', 'issuer']} label={say('paperLicence.issuer')}>
        <Input maxLength={120} />
      </Form.Item>
    </details>
  );
}
