import { Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Outcome, RuleCheck, RuleExample, RuleInput, RuleSet, RulesView, Value } from '../api/model.ts';
import { anchorOf } from '../library/schema.ts';
import { useText } from '../text/text.ts';
import { blankValue, optionsOf, withExample } from './rule-set.ts';

/** The example cases beside the table, each with what the rules now say. */
export function ExamplesPane({
  rules,
  outcomes,
  check,
  onChange,
}: {
  readonly rules: RuleSet;
  readonly outcomes: RulesView['outcomes'];
  readonly check: RuleCheck | undefined;
  readonly onChange: ((rules: RuleSet) => void) | undefined;
}): ReactNode {
  const say = useText();
  const put = (cases: RuleExample[]): void => onChange?.({ ...rules, cases });
  const blank = (): RuleExample => ({
    inputs: Object.fromEntries(rules.inputs.map(({ name, type }) => [name, blankValue(type)])),
    expect: 'APPROVE',
  });
  return (
    <>
      <ol className="rule-examples">
        {rules.cases.map((example, index) => (
          <li key={index} id={anchorOf(`cases[${index}]`)} tabIndex={-1}>
            <Verdict result={check?.examples[index]} outcomes={outcomes} />
            <details>
              <summary>{say('rules.example', { row: index + 1 })}</summary>
              <ExampleFields
                example={example}
                row={index + 1}
                inputs={rules.inputs}
                outcomes={outcomes}
                onChange={onChange === undefined ? undefined : (changed) => put(rules.cases.with(index, changed))}
              />
              {onChange === undefined ? null : (
                <button type="button" className="text-button" onClick={() => put(rules.cases.toSpliced(index, 1))}>
                  {say('rules.deleteExample', { row: index + 1 })}
                </button>
              )}
            </details>
          </li>
        ))}
      </ol>
      {onChange === undefined ? null : (
        <button type="button" className="text-button" onClick={() => onChange(withExample(rules, blank()))}>
          {say('rules.addExample')}
        </button>
      )}
    </>
  );
}

function Verdict({
  result,
  outcomes,
}: {
  readonly result: RuleCheck['examples'][number] | undefined;
  readonly outcomes: RulesView['outcomes'];
}): ReactNode {
  const say = useText();
  if (result === undefined || result.kind === 'not-run') return <p className="quiet">{say('rules.notRun')}</p>;
  if (result.kind === 'refused') return <p className="bad">{say.of(result.refusal.message)}</p>;
  const { evaluation, signing, asExpected } = result;
  const name = outcomes.find(({ outcome }) => outcome === evaluation.outcome)?.name;
  const effects = [...new Set(evaluation.effects.map(({ kind }) => say(`effect.${kind}`)))];
  return (
    <p className={asExpected ? 'good' : 'bad'}>
      {say(asExpected ? 'rules.passes' : 'rules.fails', {
        row: evaluation.row + 1,
        outcome: name === undefined ? evaluation.outcome : say.of(name),
      })}{' '}
      <span className="quiet">
        {say(`signClass.${signing.signatures}`)} · {say.of(signing.reason)}
        {effects.length === 0 ? null : ` · ${effects.join(say.language === 'zh' ? '、' : ', ')}`}
      </span>
    </p>
  );
}

function ExampleFields({
  example,
  row,
  inputs,
  outcomes,
  onChange,
}: {
  readonly example: RuleExample;
  readonly row: number;
  readonly inputs: readonly RuleInput[];
  readonly outcomes: RulesView['outcomes'];
  readonly onChange: ((example: RuleExample) => void) | undefined;
}): ReactNode {
  const say = useText();
  const set = (name: string, value: Value): void =>
    onChange?.({ ...example, inputs: { ...example.inputs, [name]: value } });
  return (
    <div className="rule-example">
      <Select<Outcome>
        className="wide"
        aria-label={say('rules.expectOf', { row })}
        value={example.expect}
        disabled={onChange === undefined}
        onChange={(expect) => onChange?.({ ...example, expect })}
        options={outcomes.map(({ outcome, name }) => ({ value: outcome, label: say.of(name) }))}
      />
      {inputs.map((input) => (
        <ExampleValue
          key={input.name}
          input={input}
          label={say('rules.valueOf', {
            row,
            name: say.language === 'en' ? input.labelEn || input.label : input.label,
          })}
          value={example.inputs[input.name]}
          isRead={onChange === undefined}
          set={(value) => set(input.name, value)}
        />
      ))}
    </div>
  );
}

function ExampleValue({
  input: { name, type },
  label,
  value,
  isRead,
  set,
}: {
  readonly input: RuleInput;
  readonly label: string;
  readonly value: Value | undefined;
  readonly isRead: boolean;
  readonly set: (value: Value) => void;
}): ReactNode {
  const options = optionsOf(type);
  const common = { 'aria-label': label, disabled: isRead };
  return (
    <div className="rule-value">
      <code>{name}</code>
      {options === undefined ? null : (
        <Select
          {...common}
          value={typeof value === 'string' ? value : null}
          onChange={(one) => set(one ?? '')}
          options={options.map((one) => ({ value: one, label: one }))}
        />
      )}
      {type === 'bool' ? (
        <Checkbox {...common} checked={value === true} onChange={({ target }) => set(target.checked)} />
      ) : null}
      {type === 'int' || type === 'number' ? (
        <InputNumber {...common} value={typeof value === 'number' ? value : null} onChange={(one) => set(one ?? 0)} />
      ) : null}
      {type === 'string' ? (
        <Input
          {...common}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => set(target.value)}
        />
      ) : null}
    </div>
  );
}
