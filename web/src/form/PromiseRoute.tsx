import { Form, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ItemForm } from '../api/model.ts';
import { useText } from '../text/text.ts';

/** R33: the text that is promised stands before the choice, and the normal route beside it. */
export function PromiseRoute({ form }: { readonly form: ItemForm }): ReactNode {
  const say = useText();
  const { promise } = form;
  if (promise === undefined || promise === null) return null;
  return (
    <>
      <h2>{say('promise.title')}</h2>
      <blockquote className="wording">{say.of(promise.wording)}</blockquote>
      <p className="quiet">{say('promise.hint')}</p>
      <Form.Item name="byPromise" rules={[{ required: true, message: say('form.required') }]}>
        <Radio.Group
          className="stacked"
          aria-label={say('promise.title')}
          options={[
            { value: true, label: say('apply.byPromise') },
            { value: false, label: say('promise.normal') },
          ]}
        />
      </Form.Item>
    </>
  );
}
