import { Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ItemForm } from '../api/model.ts';
import { useText } from '../text/text.ts';
import { PaperLicenceFields } from './PaperLicenceFields.tsx';

/** Who applies for another, at the window or as his agent, reads the number from the licence; receipt looks whether it is his. */
export function LicenceFields({ form: { licence } }: { readonly form: Pick<ItemForm, 'licence'> }): ReactNode {
  const say = useText();
  const act: unknown = Form.useWatch(['onLicence', 'act']);
  const onPaper: unknown = Form.useWatch(['onLicence', 'onPaper']);
  if (licence === undefined || licence === null) return null;
  const { acts, isForNew, typeName } = licence;
  const required = [{ required: true, message: say('form.required') }];
  const label = say('onLicence.kind', { type: typeName });
  const options = [
    { value: 'none', label: say(isForNew ? 'onLicence.kind.new' : 'onLicence.kind.notListed') },
    ...acts.map((value) => ({ value, label: say(`onLicence.act.${value}`) })),
  ];
  const isNamed = acts.some((one) => one === act);
  return (
    <>
      <Form.Item
        name={['onLicence', 'act']}
        label={label}
        {...(isForNew ? { initialValue: 'none' } : { rules: required })}
      >
        <Select aria-label={label} options={options} />
      </Form.Item>
      {isNamed ? (
        <Form.Item name={['onLicence', 'licenceNo']} label={say('onLicence.number')} rules={required}>
          <Input className="mono" autoComplete="off" />
        </Form.Item>
      ) : null}
      {act === 'renew' ? (
        <Form.Item name={['onLicence', 'expiresOn']} label={say('onLicence.lastDay')} rules={required}>
          <Input type="date" />
        </Form.Item>
      ) : null}
      {act === 'renew' ? (
        <Form.Item name={['onLicence', 'onPaper']} valuePropName="checked" className="tick">
          <Checkbox>{say('paperLicence.tick')}</Checkbox>
        </Form.Item>
      ) : null}
      {act === 'renew' && onPaper === true ? <PaperLicenceFields isNumbered={false} /> : null}
      {act === 'none' && !isForNew ? <PaperLicenceFields isNumbered /> : null}
    </>
  );
}
