import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { BundleDefinition } from '../api/matter-model.ts';
import { useText } from '../text/text.ts';
import type { ItemOption } from './WaveEditor.tsx';

type Field = BundleDefinition['fields'][number];
const types = ['bool', 'int', 'number', 'string', 'material'] as const;

/** The shared questions: each asked once, and for every item that receives it the line of that item's own list. */
export function FieldEditor({
  fields,
  options,
  change,
}: {
  readonly fields: readonly Field[];
  readonly options: readonly ItemOption[];
  readonly change: (fields: Field[]) => void;
}): ReactNode {
  const say = useText();
  const set = (index: number, field: Field): void => change(fields.with(index, field));
  return (
    <fieldset>
      <legend>{say('bundle.fields')}</legend>
      {fields.map((field, index) => (
        <details key={index}>
          <summary>
            {field.label.zh} <code>{field.name}</code>
          </summary>
          <div className="columns">
            <Input
              aria-label={say('bundle.fieldName', { no: index + 1 })}
              value={field.name}
              onChange={(e) => set(index, { ...field, name: e.target.value })}
            />
            <Input
              aria-label={say('bundle.fieldLabel', { no: index + 1 })}
              value={field.label.zh}
              onChange={(e) => set(index, { ...field, label: { ...field.label, zh: e.target.value } })}
            />
            <Select
              aria-label={say('bundle.fieldType', { no: index + 1 })}
              value={field.type}
              options={types.map((value) => ({ value, label: say(`bundleType.${value}`) }))}
              onChange={(type: string) => set(index, { ...field, type })}
            />
          </div>
          <Select
            mode="multiple"
            className="wide"
            aria-label={say('bundle.fieldItems', { no: index + 1 })}
            value={Object.keys(field.to)}
            options={[...options]}
            onChange={(items: string[]) =>
              set(index, { ...field, to: Object.fromEntries(items.map((item) => [item, field.to[item] ?? 'm.form'])) })
            }
          />
          {Object.entries(field.to).map(([item, line]) => (
            <Input
              key={item}
              className="mono"
              aria-label={say('bundle.line', { item, no: index + 1 })}
              prefix={item}
              value={line}
              onChange={(e) => set(index, { ...field, to: { ...field.to, [item]: e.target.value } })}
            />
          ))}
          <Button onClick={() => change(fields.toSpliced(index, 1))}>
            {say('bundle.removeField', { no: index + 1 })}
          </Button>
        </details>
      ))}
      <Button
        onClick={() =>
          change([
            ...fields,
            {
              name: `field${fields.length + 1}`,
              standard: `field${fields.length + 1}`,
              label: { zh: '…', en: '…' },
              type: 'string',
              from: { kind: 'asked' },
              to: {},
            },
          ])
        }
      >
        {say('bundle.addField')}
      </Button>
    </fieldset>
  );
}
