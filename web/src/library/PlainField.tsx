import { Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '../text/text.ts';
import { choiceText, type FieldProps } from './fields.ts';
import { listOf } from './schema.ts';

/** A field for content without parts. */
export function Plain({ node, path, value, name, change }: FieldProps): ReactNode {
  const say = useText();
  if (node.choices.length > 0) {
    const options = node.choices.map((choice) => ({ value: choice, label: choiceText(node, choice, say) }));
    const chosen = typeof value === 'string' || typeof value === 'number' ? value : null;
    return <Select aria-label={name} value={chosen} options={options} onChange={(next) => change(path, next)} />;
  }
  if (node.fixed !== undefined) return <code>{node.fixed}</code>;
  switch (node.type) {
    case 'boolean':
      return (
        <Checkbox checked={value === true} onChange={({ target }) => change(path, target.checked)}>
          <span className="unseen">{name}</span>
        </Checkbox>
      );
    case 'integer':
    case 'number':
      return (
        <InputNumber
          aria-label={name}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => change(path, next ?? 0)}
        />
      );
    case 'string':
      return <Words isLong={node.maxLength > 400} {...{ path, value, name, change }} />;
    default:
      return <Raw {...{ path, value, name, change }} />;
  }
}

type WordsProps = Pick<FieldProps, 'path' | 'value' | 'name' | 'change'>;

function Words({ path, value, name, change, isLong }: WordsProps & { readonly isLong: boolean }): ReactNode {
  const text = typeof value === 'string' ? value : '';
  return isLong ? (
    <Input.TextArea
      aria-label={name}
      autoSize={{ minRows: 1, maxRows: 8 }}
      value={text}
      onChange={({ target }) => change(path, target.value)}
    />
  ) : (
    <Input aria-label={name} value={text} onChange={({ target }) => change(path, target.value)} />
  );
}

/** Content without a shape of its own, such as the inputs of an example case. */
function Raw({ path, value, name, change }: WordsProps): ReactNode {
  const say = useText();
  const [text, setText] = useState(() => JSON.stringify(value ?? {}));
  const [isBad, setBad] = useState(false);
  const take = (): void => {
    try {
      change(path, JSON.parse(text));
      setBad(false);
    } catch {
      setBad(true);
    }
  };
  return (
    <>
      <Input.TextArea
        className="mono"
        aria-label={name}
        autoSize
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
      />
      {isBad ? <p className="why-not">{say('library.badJson')}</p> : null}
    </>
  );
}

/** Several words or several of a choice. */
export function PlainList({ node, path, value, name, change }: FieldProps): ReactNode {
  const say = useText();
  const line = node.line;
  const chosen = listOf(value).map(String);
  const options = (line?.choices ?? []).map((choice) => ({
    value: String(choice),
    label: line === undefined ? String(choice) : choiceText(line, choice, say),
  }));
  return (
    <Select
      mode={options.length === 0 ? 'tags' : 'multiple'}
      aria-label={name}
      value={chosen}
      options={options}
      onChange={(next: readonly string[]) => change(path, next)}
    />
  );
}
