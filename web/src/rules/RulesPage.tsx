import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RuleCheck, RuleSet, RulesView, Value } from '../api/model.ts';
import { Loaded, Trouble } from '../frame/Answers.tsx';
import { useNamed } from '../frame/navigation.tsx';
import { useText } from '../text/text.ts';
import { CoveragePane } from './CoveragePane.tsx';
import { EffectRows } from './EffectRows.tsx';
import { ExamplesPane } from './ExamplesPane.tsx';
import { InputRows } from './InputRows.tsx';
import { withExample, withRowFor } from './rule-set.ts';
import { RuleRows } from './RuleRows.tsx';
import { useRuleCheck, useRules } from './use-rule-check.ts';
import './rules.css';

/** The decision table of an item: as it is in force to read, and a copy of it in the workshop to try changes on. */
export function RulesPage(): ReactNode {
  const query = useRules(useNamed('itemId'));
  return (
    <Loaded query={query} isPage>
      {(view) => <RulesSheet key={view.hash} view={view} />}
    </Loaded>
  );
}

function RulesSheet({ view }: { readonly view: RulesView }): ReactNode {
  const say = useText();
  const [copy, edit] = useState<RuleSet>();
  return (
    <div className="desk-page">
      <div className="title-line">
        <h1>
          {say('rules.title', { name: say.of(view.name) })} <span className="mono">{view.rules.id}</span>
        </h1>
        {copy === undefined ? (
          <Button type="primary" onClick={() => edit(view.rules)}>
            {say('rules.edit')}
          </Button>
        ) : (
          <Button onClick={() => edit(undefined)}>{say('rules.leave')}</Button>
        )}
      </div>
      <p className="quiet">
        {copy === undefined ? say('rules.inForce', { version: view.version }) : say('rules.inWorkshop')}
      </p>
      <RuleWorkshop view={view} rules={copy ?? view.rules} onChange={copy === undefined ? undefined : edit} />
    </div>
  );
}

/** Table and findings side by side; whoever gives `onChange` keeps what is written. */
function RuleWorkshop({
  view,
  rules,
  onChange,
}: {
  readonly view: RulesView;
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
        <InputRows rules={rules} onChange={onChange} />
        <EffectRows {...common} kinds={view.effectKinds} />
        <RuleRows {...common} outcomes={view.outcomes} fired={fired} />
      </div>
      <section className="pane rail" aria-label={say('rules.findings')}>
        {query.error === null ? <Summary check={check} inForce={view.hash} /> : <Trouble error={query.error} />}
        <h2>{say('rules.coverage')}</h2>
        <CoveragePane
          coverage={check?.coverage}
          onRule={onChange && ((values) => onChange(withRowFor(rules, values, say('rules.newWhy'))))}
          onExample={onChange && ((values) => onChange(withExample(rules, exampleOf(values))))}
        />
        <h2>{say('rules.examples')}</h2>
        <ExamplesPane {...common} outcomes={view.outcomes} />
      </section>
    </div>
  );
}

function exampleOf(values: Readonly<Record<string, Value>>): RuleSet['cases'][number] {
  return { inputs: { ...values }, expect: 'SIGN1' };
}

function Summary({ check, inForce }: { readonly check: RuleCheck | undefined; readonly inForce: string }): ReactNode {
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
