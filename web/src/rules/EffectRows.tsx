import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { RuleCheck, RuleEffect, RuleSet, RulesView } from '../api/model.ts';
import { useText } from '../text/text.ts';
import { Cell } from './Cell.tsx';
import { ConditionCell } from './ConditionCell.tsx';

/** What else the rules set in motion; every effect whose condition holds counts. */
export function EffectRows({
  rules,
  kinds,
  check,
  onChange,
}: {
  readonly rules: RuleSet;
  readonly kinds: RulesView['effectKinds'];
  readonly check: RuleCheck | undefined;
  readonly onChange: ((rules: RuleSet) => void) | undefined;
}): ReactNode {
  const say = useText();
  const put = (effects: RuleEffect[]): void => onChange?.({ ...rules, effects });
  const blank: RuleEffect = { when: 'true', kind: 'TAG', arg: say('rules.newInput'), why: say('rules.newWhy') };
  return (
    <details className="pane">
      <summary>{say('rules.effects', { count: rules.effects.length })}</summary>
      <ul className="rule-lines">
        {rules.effects.map((effect, index) => (
          <li key={index}>
            {onChange === undefined ? (
              <>
                <code>{effect.when}</code> <strong>{say(`effect.${effect.kind}`)}</strong> {effect.arg} {effect.why}
              </>
            ) : (
              <EffectFields
                rules={rules}
                index={index}
                kinds={kinds}
                check={check}
                onChange={(changed) => put(rules.effects.with(index, changed))}
                onDelete={() => put(rules.effects.toSpliced(index, 1))}
              />
            )}
          </li>
        ))}
      </ul>
      {onChange === undefined ? null : (
        <button type="button" className="text-button" onClick={() => put([...rules.effects, blank])}>
          {say('rules.addEffect')}
        </button>
      )}
    </details>
  );
}

function EffectFields({
  rules,
  index,
  kinds,
  check,
  onChange,
  onDelete,
}: {
  readonly rules: RuleSet;
  readonly index: number;
  readonly kinds: RulesView['effectKinds'];
  readonly check: RuleCheck | undefined;
  readonly onChange: (effect: RuleEffect) => void;
  readonly onDelete: () => void;
}): ReactNode {
  const say = useText();
  const effect = rules.effects[index];
  if (effect === undefined) return null;
  const row = index + 1;
  return (
    <div className="rule-line">
      <ConditionCell
        place={`effects[${index}].when`}
        value={effect.when}
        label={say('rules.effectWhenOf', { row })}
        inputs={rules.inputs}
        check={check}
        onChange={(when) => onChange({ ...effect, when })}
      />
      <Select
        aria-label={say('rules.kindOf', { row })}
        value={effect.kind}
        onChange={(kind) => onChange({ ...effect, kind })}
        options={kinds.map((value) => ({ value, label: say(`effect.${value}`) }))}
      />
      {(['arg', 'why'] as const).map((field) => (
        <Cell key={field} place={`effects[${index}].${field}`} check={check}>
          {(marks) => (
            <Input
              {...marks}
              aria-label={say(field === 'arg' ? 'rules.argOf' : 'rules.effectWhyOf', { row })}
              value={effect[field]}
              onChange={({ target }) => onChange({ ...effect, [field]: target.value })}
            />
          )}
        </Cell>
      ))}
      <button type="button" className="tool" aria-label={say('rules.deleteEffect', { row })} onClick={onDelete}>
        {'✕'}
      </button>
    </div>
  );
}
