import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { NeededClaim, NeededClaims } from '../api/consent-model.ts';
import { comma } from '../consent/ChooseClaims.tsx';
import { useText } from '../text/text.ts';
import { type DeclinedByItem, toggled } from './sharing.ts';

/** 一次同意: item by item what leaves which source, to whom and why; each line can be declined by itself (个保法14, 16). */
export function MatterSharing({
  items,
  declined,
  change,
}: {
  readonly items: readonly NeededClaims[];
  readonly declined: DeclinedByItem;
  readonly change: (declined: DeclinedByItem) => void;
}): ReactNode {
  const say = useText();
  const shown = items.filter(({ claims }) => claims.some(({ isThere }) => isThere));
  if (shown.length === 0) return null;
  return (
    <section aria-label={say('matterSharing.title')}>
      <h2>{say('matterSharing.title')}</h2>
      <p>{say('matterSharing.hint')}</p>
      {shown.map(({ itemId, itemName, organName, claims }) => (
        <section key={itemId} aria-label={say.of(itemName)} className="card">
          <h3>{`${itemId} ${say.of(itemName)}`}</h3>
          <p className="quiet">{say('matterSharing.to', { organ: say.of(organName), name: say.of(itemName) })}</p>
          {claims
            .filter(({ isThere }) => isThere)
            .map((claim) => (
              <Line
                key={`${claim.kind}:${claim.code}`}
                claim={claim}
                item={say.of(itemName)}
                isDeclined={declined[itemId]?.includes(claim.code) === true}
                toggle={() => change(toggled(declined, itemId, claim.code))}
              />
            ))}
        </section>
      ))}
    </section>
  );
}

function Line({
  claim,
  item,
  isDeclined,
  toggle,
}: {
  readonly claim: NeededClaim;
  readonly item: string;
  readonly isDeclined: boolean;
  readonly toggle: () => void;
}): ReactNode {
  const say = useText();
  const { label, sources, statute, isSensitive, kind } = claim;
  const name = say.of(label);
  const from = [...new Set(sources.map((source) => say.of(source)))].join(comma(say.language));
  return (
    <div className="claim-line">
      <Checkbox checked={!isDeclined} onChange={toggle} aria-label={say('matterSharing.agree', { name, item })}>
        {name}
      </Checkbox>
      <p className="quiet">
        {say('show.from', { sources: from })}
        {statute === undefined ? null : ` · ${say('sharing.basis', { basis: statute })}`}
      </p>
      {isDeclined && statute === undefined ? (
        <p className="light-yellow">{say(isSensitive ? 'matterSharing.sensitive' : 'matterSharing.alone')}</p>
      ) : null}
      {isDeclined && kind === 'material' && statute !== undefined ? (
        <p className="light-yellow">{say('matterSharing.bring')}</p>
      ) : null}
    </div>
  );
}
