import { Form, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { OpenLicence } from '../api/licence-reads.ts';
import type { ItemForm } from '../api/model.ts';
import { PaperLicenceFields } from '../form/PaperLicenceFields.tsx';
import { useText } from '../text/text.ts';
import { dateText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

interface Shown {
  readonly form: ItemForm;
  readonly licences: readonly OpenLicence[];
}

/** One of the applicant's own licences, or none of them; then which of the acts that are open on it now. */
export function LicenceStep({ form: { licence }, licences }: Shown): ReactNode {
  const say = useText();
  const form = Form.useFormInstance();
  const todayOn = todayInChina();
  const licenceNo: unknown = Form.useWatch(['onLicence', 'licenceNo']);
  if (licence === undefined || licence === null) return null;
  const { isForNew, typeName } = licence;
  const chosen = licences.find((one) => one.licenceNo === licenceNo);
  const rules = [{ required: true, message: say('form.required') }];
  const choose = (no: unknown): void => {
    const found = licences.find((one) => one.licenceNo === no);
    const [only, ...others] = found?.acts ?? [];
    const act = others.length === 0 ? only : undefined;
    form.setFieldsValue({ onLicence: { act, expiresOn: found?.validToOn ?? undefined } });
  };
  const options = licences.map(({ licenceNo: no, validToOn }) => ({
    value: no,
    label:
      validToOn === null
        ? say('onLicence.optionOpen', { no })
        : say('onLicence.option', { no, on: dateText(validToOn, todayOn, say.language) }),
  }));
  const none = { value: 'none', label: say(isForNew ? 'onLicence.new' : 'onLicence.notListed') };
  return (
    <>
      <h2>{say('onLicence.title')}</h2>
      <p className="quiet">{say('onLicence.hint', { type: typeName })}</p>
      <Form.Item name={['onLicence', 'licenceNo']} {...(isForNew ? { initialValue: 'none' } : {})} rules={rules}>
        <Radio.Group
          className="stacked numbers"
          aria-label={say('onLicence.title')}
          onChange={({ target }) => choose(target.value)}
          options={[...options, none]}
        />
      </Form.Item>
      <Form.Item name={['onLicence', 'expiresOn']} hidden>
        <input type="hidden" />
      </Form.Item>
      {licenceNo === 'none' && !isForNew ? <PaperLicenceFields isNumbered /> : null}
      {chosen === undefined ? null : (
        <Form.Item name={['onLicence', 'act']} label={say('onLicence.act')} rules={rules}>
          <Radio.Group
            className="stacked"
            aria-label={say('onLicence.act')}
            options={chosen.acts.map((value) => ({ value, label: say(`onLicence.act.${value}`) }))}
          />
        </Form.Item>
      )}
    </>
  );
}
