import { Form, Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ItemInput } from '../api/model.ts';
import { optionText, useText } from '../text/text.ts';

/** One question of the item's form, in the kind of field that its answer needs. */
export function Question({
  input,
  name,
  required = true,
}: {
  readonly input: ItemInput;
  readonly name: readonly string[];
  readonly required?: boolean;
}): ReactNode {
  const say = useText();
  const rules = required ? [{ required: true, message: say('form.required') }] : [];
  return (
    <Form.Item name={[...name]} label={input.label} rules={rules}>
      <AnswerField input={input} />
    </Form.Item>
  );
}

/** The field alone; the form around it hands in its value. */
export function AnswerField({ input, ...held }: { readonly input: ItemInput }): ReactNode {
  const say = useText();
  const { type, label } = input;
  switch (type.kind) {
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
    case 'enum':
      return (
        <Radio.Group
          {...held}
          aria-label={label}
          options={(type.options ?? []).map((option) => ({ value: option, label: optionText(option, say) }))}
        />
      );
    case 'int':
    case 'number':
      return (
        <InputNumber
          {...held}
          className="wide"
          inputMode="decimal"
          {...(type.kind === 'int' ? { precision: 0 } : {})}
        />
      );
    case 'string':
      return <Input {...held} />;
    default:
      return type.kind satisfies never;
  }
}
