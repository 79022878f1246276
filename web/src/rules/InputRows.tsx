import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { RuleInput, RuleSet } from '../api/model.ts';
import { useText } from '../text/text.ts';

const sources = ['form', 'share', 'review', 'rule', 'joint', 'config'] as const;

/** What the rules may look at: name, type and source of each input. */
export function InputRows({
  rules,
  onChange,
}: {
  readonly rules: RuleSet;
  readonly onChange: ((rules: RuleSet) => void) | undefined;
}): ReactNode {
  const say = useText();
  const put = (inputs: RuleInput[]): void => onChange?.({ ...rules, inputs });
  const blank: RuleInput = {
    name: `input${rules.inputs.length + 1}`,
    type: 'bool',
    source: 'form',
    label: say('rules.newInput'),
    labelEn: '',
  };
  return (
    <details className="pane">
      <summary>{say('rules.inputs', { count: rules.inputs.length })}</summary>
      <ul className="rule-lines">
        {rules.inputs.map((input, index) => (
          <li key={index}>
            {onChange === undefined ? (
              <>
                <code>{input.name}</code> <code>{input.type}</code> {say(`source.${input.source}`)}{' '}
                {say.language === 'en' && input.labelEn !== '' ? input.labelEn : input.label}
              </>
            ) : (
              <InputFields
                input={input}
                row={index + 1}
                onChange={(changed) => put(rules.inputs.with(index, changed))}
                onDelete={() => put(rules.inputs.toSpliced(index, 1))}
              />
            )}
          </li>
        ))}
      </ul>
      {onChange === undefined ? null : (
        <button type="button" className="text-button" onClick={() => put([...rules.inputs, blank])}>
          {say('rules.addInput')}
        </button>
      )}
    </details>
  );
}

function InputFields({
  input,
  row,
  onChange,
  onDelete,
}: {
  readonly input: RuleInput;
  readonly row: number;
  readonly onChange: (input: RuleInput) => void;
  readonly onDelete: () => void;
}): ReactNode {
  const say = useText();
  return (
    <div className="rule-line">
      <Input
        className="mono"
        aria-label={say('rules.nameOf', { row })}
        value={input.name}
        onChange={({ target }) => onChange({ ...input, name: target.value })}
      />
      <Input
        className="mono"
        aria-label={say('rules.typeOf', { row })}
        value={input.type}
        onChange={({ target }) => onChange({ ...input, type: target.value })}
      />
      <Select
        aria-label={say('rules.sourceOf', { row })}
        value={input.source}
        onChange={(source) => onChange({ ...input, source })}
        options={sources.map((value) => ({ value, label: say(`source.${value}`) }))}
      />
      <Input
        aria-label={say('rules.labelOf', { row })}
        value={input.label}
        onChange={({ target }) => onChange({ ...input, label: target.value })}
      />
      <button type="button" className="tool" aria-label={say('rules.deleteInput', { row })} onClick={onDelete}>
        {'✕'}
      </button>
    </div>
  );
}
