import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { RuleCheck, RuleInput, RuleSet } from '../api/model.ts';
import { useText } from '../text/text.ts';
import { Cell } from './Cell.tsx';
import { kindOf, kinds, optionsOf, typeOf } from './rule-set.ts';

const sources = ['form', 'share', 'review', 'rule', 'joint', 'config'] as const;

/** What the rules may look at: name, type and source of each input. */
export function InputRows({
  rules,
  check,
  onChange,
}: {
  readonly rules: RuleSet;
  readonly check: RuleCheck | undefined;
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
                index={index}
                check={check}
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

interface Fields {
  readonly input: RuleInput;
  readonly index: number;
  readonly check: RuleCheck | undefined;
  readonly onChange: (input: RuleInput) => void;
}

function InputFields({ onDelete, ...fields }: Fields & { readonly onDelete: () => void }): ReactNode {
  const say = useText();
  const { input, index, check, onChange } = fields;
  const row = index + 1;
  return (
    <div className="rule-line rule-input">
      <Cell place={`inputs[${index}].name`} check={check}>
        {(marks) => (
          <Input
            {...marks}
            className="mono"
            aria-label={say('rules.nameOf', { row })}
            value={input.name}
            onChange={({ target }) => onChange({ ...input, name: target.value })}
          />
        )}
      </Cell>
      <TypeField {...fields} />
      <Select
        aria-label={say('rules.sourceOf', { row })}
        value={input.source}
        onChange={(source) => onChange({ ...input, source })}
        options={sources.map((value) => ({ value, label: say(`source.${value}`) }))}
      />
      <Cell place={`inputs[${index}].label`} check={check}>
        {(marks) => (
          <Input
            {...marks}
            aria-label={say('rules.labelOf', { row })}
            value={input.label}
            onChange={({ target }) => onChange({ ...input, label: target.value })}
          />
        )}
      </Cell>
      <Input
        aria-label={say('rules.labelEnOf', { row })}
        placeholder={say('rules.labelEnHint')}
        lang="en"
        maxLength={200}
        value={input.labelEn}
        onChange={({ target }) => onChange({ ...input, labelEn: target.value })}
      />
      <button type="button" className="tool" aria-label={say('rules.deleteInput', { row })} onClick={onDelete}>
        {'✕'}
      </button>
    </div>
  );
}

/** The type from a list; a list of words has its words beside it. */
function TypeField({ input, index, check, onChange }: Fields): ReactNode {
  const say = useText();
  const row = index + 1;
  const words = optionsOf(input.type);
  return (
    <Cell place={`inputs[${index}].type`} check={check}>
      {(marks) => (
        <>
          <Select
            {...(words === undefined ? marks : {})}
            className="wide"
            aria-label={say('rules.typeOf', { row })}
            value={kindOf(input.type)}
            onChange={(kind) => onChange({ ...input, type: typeOf(kind, words ?? []) })}
            options={kinds.map((value) => ({ value, label: say(`rules.type.${value}`) }))}
          />
          {words === undefined ? null : (
            <Select<string[]>
              {...marks}
              mode="tags"
              className="wide mono"
              aria-label={say('rules.wordsOf', { row })}
              placeholder={say('rules.wordsHint')}
              value={[...words]}
              onChange={(written) => onChange({ ...input, type: typeOf('enum', written) })}
              tokenSeparators={[',', '，', '、', ' ']}
              open={false}
              suffixIcon={null}
            />
          )}
        </>
      )}
    </Cell>
  );
}
