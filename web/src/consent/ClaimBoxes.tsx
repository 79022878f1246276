import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { NeededClaim } from '../api/consent-model.ts';
import { useText } from '../text/text.ts';
import { comma } from './ChooseClaims.tsx';

/** Names a claim within its item, as the boxes keep it. */
export function boxOf({ kind, code }: Pick<NeededClaim, 'kind' | 'code'>): string {
  return `${kind}:${code}`;
}

/** The claims that are ticked, as the server takes them. */
export function tickedOf(
  claims: readonly NeededClaim[],
  ticked: ReadonlySet<string>,
): readonly Pick<NeededClaim, 'kind' | 'code'>[] {
  return claims.filter((claim) => ticked.has(boxOf(claim))).map(({ kind, code }) => ({ kind, code }));
}

/** Claims one by one, none ticked before somebody ticks it (个保法14). */
export function ClaimBoxes({
  claims,
  ticked,
  tick,
}: {
  readonly claims: readonly NeededClaim[];
  readonly ticked: ReadonlySet<string>;
  readonly tick: (ticked: ReadonlySet<string>) => void;
}): ReactNode {
  const say = useText();
  const toggle = (claim: NeededClaim): void => {
    const rest = new Set(ticked);
    if (!rest.delete(boxOf(claim))) rest.add(boxOf(claim));
    tick(rest);
  };
  return claims.map((claim) => (
    <div key={boxOf(claim)} className="claim-line">
      <Checkbox checked={ticked.has(boxOf(claim))} onChange={() => toggle(claim)}>
        {say.of(claim.label)}
      </Checkbox>
      <p className="quiet">
        {say('show.from', { sources: [...new Set(claim.sources.map(say.of))].join(comma(say.language)) })}
        {claim.isSensitive ? ` · ${say('show.sensitive')}` : null}
      </p>
    </div>
  ));
}
