import { AutoComplete } from 'antd';
import { type ReactNode, useId } from 'react';
import type { RuleInput, RuleProblem } from '../api/model.ts';
import { useText } from '../text/text.ts';
import { completions } from './completion.ts';

/** A condition with proposals while it is typed, and with its problem marked in the text. */
export function ConditionCell({
  value,
  label,
  inputs,
  problem,
  onChange,
}: {
  readonly value: string;
  readonly label: string;
  readonly inputs: readonly RuleInput[];
  readonly problem: RuleProblem | undefined;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const say = useText();
  const id = useId();
  const proposals = completions(value, inputs, say.language);
  return (
    <>
      <AutoComplete
        className="mono wide"
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        status={problem === undefined ? '' : 'error'}
        value={value}
        onChange={onChange}
        popupMatchSelectWidth={300}
        options={proposals.map((one) => ({
          value: one.value,
          label: `${one.put}${one.label === '' ? '' : `  ${one.label}`}`,
        }))}
      />
      {problem === undefined ? null : <ProblemNote id={id} text={value} problem={problem} onChange={onChange} />}
    </>
  );
}

function ProblemNote({
  id,
  text,
  problem,
  onChange,
}: {
  readonly id: string;
  readonly text: string;
  readonly problem: RuleProblem;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const say = useText();
  const { at = { from: 0, to: text.length }, suggestion } = problem;
  const mended = `${text.slice(0, at.from)}${suggestion ?? ''}${text.slice(at.to)}`;
  return (
    <div id={id} className="rule-problem">
      <code>
        {text.slice(0, at.from)}
        <mark>{text.slice(at.from, at.to)}</mark>
        {text.slice(at.to)}
      </code>
      <p>
        {say('rules.problemAt', { from: at.from + 1, to: Math.max(at.to, at.from + 1), reason: say.of(problem.text) })}
      </p>
      {suggestion === undefined ? null : (
        <button type="button" className="text-button" onClick={() => onChange(mended)}>
          {say('rules.takeSuggestion', { suggestion })}
        </button>
      )}
    </div>
  );
}
