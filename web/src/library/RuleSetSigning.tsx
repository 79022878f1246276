import type { ReactNode } from 'react';
import type { LibraryItem } from '../api/library-model.ts';
import { RulesToSign } from '../rules/RulesToSign.tsx';
import { type Asked, AskedActs } from '../frame/AskedAct.tsx';
import { Code } from '../frame/Code.tsx';
import { type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** Whether the head has signed the rules in force: who and when, or that class 0 may not use them yet. */
export function RuleSetSigning({
  found,
  canSignHere = false,
}: {
  readonly found: LibraryItem;
  /** The act of signing stands beside it; a page that lists all acts has it there. */
  readonly canSignHere?: boolean;
}): ReactNode {
  const say = useText();
  const { ruleSetHash, ruleSetSigned } = found;
  if (ruleSetHash === null) return <p className="quiet">{say('rules.signingNotNeeded')}</p>;
  return (
    <>
      <p className="quiet">
        {say('library.ruleSet')} <Code value={ruleSetHash} short />
      </p>
      {ruleSetSigned === null ? (
        <p className="light light-yellow">{say('rules.signingOpen')}</p>
      ) : (
        <p className="light light-green">
          {say('rules.signingDone', {
            name: ruleSetSigned.by,
            at: instantText(ruleSetSigned.at, todayInChina(), say.language),
          })}
        </p>
      )}
      {canSignHere && ruleSetSigned === null ? <AskedActs acts={signRules(found, say)} /> : null}
    </>
  );
}

/** The head's act on the rules of the version in force; none where the class asks for no signed rules. */
export function signRules({ can, row, ruleSetHash }: LibraryItem, say: Say): readonly Asked[] {
  if (ruleSetHash === null) return [];
  return [
    {
      can: can['signRuleSet'],
      path: `/library/items/${encodeURIComponent(row.itemId)}/rule-set-signature`,
      label: say('library.sign'),
      warning: say('library.signWarning', { hash: ruleSetHash.slice(0, 16) }),
      fields: [],
      challengePath: `/library/items/${encodeURIComponent(row.itemId)}/rule-set-signature/challenge`,
      sheet: (confirm) => <RulesToSign itemId={row.itemId} version={row.version ?? 1} confirm={confirm} />,
    },
  ];
}
