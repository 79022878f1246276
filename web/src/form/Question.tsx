import { Form, Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ItemInput } from '../api/model.ts';
import { optionText, type Say, useText } from '../text/text.ts';

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
      {fieldOf(input, say)}
    </Form.Item>
  );
}

function fieldOf({ type, label }: ItemInput, say: Say): ReactNode {
  switch (type.kind) {
    case 'bool':
      return (
        <Radio.Group
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
          aria-label={label}
          options={(type.options ?? []).map((option) => ({ value: option, label: optionText(option, say) }))}
        />
      );
    case 'int':
    case 'number':
      return <InputNumber className="wide" inputMode="decimal" {...(type.kind === 'int' ? { precision: 0 } : {})} />;
    case 'string':
      return <Input />;
    default:
      return type.kind satisfies never;
  }
}
