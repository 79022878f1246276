import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { ItemInput } from '../api/model.ts';
import { optionText, type Say, useText } from '../text/text.ts';
import { type AskedField, QuestionField } from './FormQuestion.tsx';

/** What a rule of the item reads, asked of somebody. */
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
  const { label, type } = input;
  return <QuestionField question={fieldOf({ zh: label, en: label }, type, say)} {...held} />;
}

/** The field that a type of the rule language needs. */
export function fieldOf(label: AskedField['label'], { kind, options = [] }: ItemInput['type'], say: Say): AskedField {
  if (kind !== 'enum') return { label, type: kind, options: [] };
  const named = (options ?? []).map((value) => {
    const words = optionText(value, say);
    return { value, label: { zh: words, en: words } };
  });
  return { label, type: 'choice', options: named };
}
