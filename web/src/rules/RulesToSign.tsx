import type { ReactNode } from 'react';
import { Loaded } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { useText } from '../text/text.ts';
import { RuleRows } from './RuleRows.tsx';
import { useRules } from './use-rule-check.ts';

const NONE: ReadonlySet<number> = new Set();

/** The rules of a version from top to bottom, and under them the confirmation of exactly these (R71, R78). */
export function RulesToSign({
  itemId,
  version,
  confirm,
}: {
  readonly itemId: string;
  readonly version: number;
  readonly confirm: (body: object) => ReactNode;
}): ReactNode {
  const say = useText();
  const query = useRules(itemId, version);
  return (
    <Loaded query={query}>
      {({ rules, outcomes, hash }) => (
        <>
          <RuleRows rules={rules} outcomes={outcomes} check={undefined} fired={NONE} onChange={undefined} />
          <p className="document-line">
            <span className="quiet">
              {say('library.ruleSet')} <Code value={hash} short />
            </span>
          </p>
          {confirm({ command: { version, ruleSetHash: hash } })}
        </>
      )}
    </Loaded>
  );
}
