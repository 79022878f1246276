import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { BundleDefinition } from '../api/matter-model.ts';
import { useText } from '../text/text.ts';
import { LineSelect } from './LineSelect.tsx';
import { SourceEditor } from './SourceEditor.tsx';
import type { ItemOption } from './WaveEditor.tsx';

type Field = BundleDefinition['fields'][number];
const types = ['bool', 'int', 'number', 'string', 'date', 'material', 'enum'] as const;
/** The choices of an enum as the definition writes them. */
const ENUM = 'enum(';

function kindOf(type: string): (typeof types)[number] {
  return type.startsWith(ENUM) ? 'enum' : (types.find((one) => one === type) ?? 'string');
}

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
            <Form.Item label={say('bundle.fieldName', { no: index + 1 })}>
              <Input
                aria-label={say('bundle.fieldName', { no: index + 1 })}
                value={field.name}
                onChange={(e) => set(index, { ...field, name: e.target.value })}
              />
            </Form.Item>
            <Form.Item label={say('bundle.fieldLabel', { no: index + 1 })}>
              <Input
                aria-label={say('bundle.fieldLabel', { no: index + 1 })}
                value={field.label.zh}
                onChange={(e) => set(index, { ...field, label: { ...field.label, zh: e.target.value } })}
              />
            </Form.Item>
            <Select
              aria-label={say('bundle.fieldType', { no: index + 1 })}
              value={kindOf(field.type)}
              options={types.map((value) => ({ value, label: say(`bundleType.${value}`) }))}
              onChange={(type: string) => set(index, { ...field, type: type === 'enum' ? `${ENUM}yes,no)` : type })}
            />
            {kindOf(field.type) === 'enum' ? (
              <Select
                mode="tags"
                aria-label={say('bundle.fieldChoices', { no: index + 1 })}
                value={field.type.slice(ENUM.length, -1).split(',')}
                onChange={(choices: string[]) => set(index, { ...field, type: `${ENUM}${choices.join(',')})` })}
              />
            ) : null}
            <Form.Item label={say('bundle.fieldLabelEn', { no: index + 1 })}>
              <Input
                aria-label={say('bundle.fieldLabelEn', { no: index + 1 })}
                value={field.label.en}
                onChange={(e) => set(index, { ...field, label: { ...field.label, en: e.target.value } })}
              />
            </Form.Item>
            <Form.Item label={say('bundle.fieldStandard', { no: index + 1 })}>
              <Input
                className="mono"
                aria-label={say('bundle.fieldStandard', { no: index + 1 })}
                value={field.standard}
                onChange={(e) => set(index, { ...field, standard: e.target.value })}
              />
            </Form.Item>
          </div>
          <SourceEditor
            from={field.from}
            no={index + 1}
            options={options}
            change={(from) => set(index, { ...field, from })}
          />
          <Select
            mode="multiple"
            className="wide"
            aria-label={say('bundle.fieldItems', { no: index + 1 })}
            value={Object.keys(field.to)}
            options={[...options]}
            onChange={(items: string[]) =>
              set(index, {
                ...field,
                to: Object.fromEntries(items.map((item) => [item, field.to[item] ?? `form.${field.name}`])),
              })
            }
          />
          {Object.entries(field.to).map(([item, line]) => (
            <LineSelect
              key={item}
              item={item}
              no={index + 1}
              line={line}
              isPaper={field.type === 'material'}
              change={(next) => set(index, { ...field, to: { ...field.to, [item]: next } })}
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
