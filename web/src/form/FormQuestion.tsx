import { Form, Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { FormQuestion, Value } from '../api/model.ts';
import { type Say, useText } from '../text/text.ts';

/** One question of the item's form, in the kind of field that its answer needs. */
export function AskedQuestion({ question }: { readonly question: FormQuestion }): ReactNode {
  const say = useText();
  const { name, label, help, required } = question;
  const rules = required ? [{ required: true, message: say('form.required') }] : [];
  const extra = say.of(help);
  return (
    <Form.Item name={['form', name]} label={say.of(label)} rules={rules} {...(extra === '' ? {} : { extra })}>
      <QuestionField question={question} />
    </Form.Item>
  );
}

/** What a field has to know of its question. */
export type AskedField = Pick<FormQuestion, 'label' | 'type' | 'options'>;

/** The field alone; the form around it hands in its value. */
export function QuestionField({ question, ...held }: { readonly question: AskedField }): ReactNode {
  const say = useText();
  const label = say.of(question.label);
  switch (question.type) {
    case 'bool':
      return (
        <Radio.Group
          {...held}
          aria-label={label}
          options={[
            { value: true, label: say('form.yes') },
            { value: false, label: say('form.no') },
          ]}
        />
      );
    case 'choice':
      return (
        <Radio.Group
          {...held}
          aria-label={label}
          className="stacked"
          options={question.options.map((option) => ({ value: option.value, label: say.of(option.label) }))}
        />
      );
    case 'int':
      return <InputNumber {...held} className="wide" inputMode="numeric" precision={0} />;
    case 'number':
      return <InputNumber {...held} className="wide" inputMode="decimal" />;
    case 'money':
      return <InputNumber {...held} className="wide" inputMode="decimal" min={0} precision={2} />;
    case 'date':
      return <Input {...held} type="date" />;
    case 'string':
      return <Input {...held} maxLength={2000} />;
    default:
      return question.type satisfies never;
  }
}

/** An answer as people read it. */
export function answerText(value: Value, question: FormQuestion | undefined, say: Say): string {
  if (typeof value === 'boolean') return say(value ? 'form.yes' : 'form.no');
  const option = question?.options.find((one) => one.value === value);
  return option === undefined ? String(value) : say.of(option.label);
}
