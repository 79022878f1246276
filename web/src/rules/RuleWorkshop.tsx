import type { ReactNode } from 'react';
import type { RuleCheck, RuleSet, RulesView, Value } from '../api/model.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { CoveragePane } from './CoveragePane.tsx';
import { EffectRows } from './EffectRows.tsx';
import { ExamplesPane } from './ExamplesPane.tsx';
import { InputRows } from './InputRows.tsx';
import { withExample, withRowFor } from './rule-set.ts';
import { RuleRows } from './RuleRows.tsx';
import { useRuleCheck } from './use-rule-check.ts';
import './rules.css';

/** The words to write with, and the hash of the rules in force; null where none are. */
export interface RuleTable extends Pick<RulesView, 'outcomes' | 'effectKinds'> {
  readonly inForce: string | null;
}

/** Table and findings side by side; whoever gives `onChange` keeps what is written. */
export function RuleWorkshop({
  table,
  rules,
  onChange,
}: {
  readonly table: RuleTable;
  readonly rules: RuleSet;
  readonly onChange: ((rules: RuleSet) => void) | undefined;
}): ReactNode {
  const say = useText();
  const query = useRuleCheck(rules);
  const check = query.data;
  const fired = new Set(check?.examples.flatMap((one) => (one.kind === 'decided' ? [one.evaluation.row] : [])));
  const common = { rules, check, onChange };
  return (
    <div className="case-grid rules">
      <div>
        <InputRows {...common} />
        <EffectRows {...common} kinds={table.effectKinds} />
        <RuleRows {...common} outcomes={table.outcomes} fired={fired} />
      </div>
      <section className="pane rail" aria-label={say('rules.findings')}>
        {query.error === null ? <Summary check={check} inForce={table.inForce} /> : <Trouble error={query.error} />}
        <h2>{say('rules.coverage')}</h2>
        <CoveragePane
          coverage={check?.coverage}
          onRule={onChange && ((values) => onChange(withRowFor(rules, values, say('rules.newWhy'))))}
          onExample={onChange && ((values) => onChange(withExample(rules, exampleOf(values))))}
        />
        <h2>{say('rules.examples')}</h2>
        <ExamplesPane {...common} outcomes={table.outcomes} />
      </section>
    </div>
  );
}

function exampleOf(values: Readonly<Record<string, Value>>): RuleSet['cases'][number] {
  return { inputs: { ...values }, expect: 'SIGN1' };
}

function Summary({
  check,
  inForce,
}: {
  readonly check: RuleCheck | undefined;
  readonly inForce: string | null;
}): ReactNode {
  const say = useText();
  if (check === undefined) return <p>{say('state.loading')}</p>;
  const failed = check.examples.filter((one) => one.kind !== 'decided' || !one.asExpected).length;
  return (
    <div aria-live="polite">
      {check.problems.length === 0 ? (
        <p className="good">{say('rules.noProblem')}</p>
      ) : (
        <p className="bad">{say('rules.problems', { count: check.problems.length })}</p>
      )}
      {check.problems.length > 0 || failed === 0 ? null : (
        <p className="bad">{say('rules.failed', { count: failed })}</p>
      )}
      <p className="rule-hash">
        {say('rules.hash')} <code>{check.hash}</code>
      </p>
      <p className="quiet">{say(check.hash === inForce ? 'rules.sameHash' : 'rules.otherHash')}</p>
    </div>
  );
}
