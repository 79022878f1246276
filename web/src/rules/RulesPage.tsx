import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RuleSet, RulesView } from '../api/model.ts';
import { Loaded } from '../frame/Answers.tsx';
import { useNamed } from '../frame/navigation.tsx';
import { useLibraryItem } from '../library/reads.ts';
import { RuleSetSigning } from '../library/RuleSetSigning.tsx';
import { useText } from '../text/text.ts';
import { RuleWorkshop } from './RuleWorkshop.tsx';
import { useRules } from './use-rule-check.ts';

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
  const library = useLibraryItem(view.rules.id);
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
      <Loaded query={library}>
        {(found) => (
          <section className="pane">
            <RuleSetSigning found={found} canSignHere />
          </section>
        )}
      </Loaded>
      <RuleWorkshop
        table={{ ...view, inForce: view.hash }}
        rules={copy ?? view.rules}
        onChange={copy === undefined ? undefined : edit}
      />
    </div>
  );
}
