import { Button, Checkbox, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import type { GivenConsent, NeededClaim, NeededClaims } from '../api/consent-model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';

/** Line by line what is shown, to whom and for how long; nothing is ticked before he ticks it (个保法14). */
export function ChooseClaims({
  needed,
  caseNo,
  letterId,
  agreed,
}: {
  readonly needed: NeededClaims;
  readonly caseNo: string;
  /** The letter under which an agent shows them; empty for one's own. */
  readonly letterId: string;
  readonly agreed: (given: GivenConsent, claims: readonly NeededClaim[]) => void;
}): ReactNode {
  const say = useText();
  const giving = useAct<GivenConsent>('/consents');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { itemId, organName, codeMinutes, claims, verified } = needed;
  const there = claims.filter(({ isThere }) => isThere);
  // Sensitive data are agreed to one by one (个保法29).
  const ordinary = there.filter(({ isSensitive }) => !isSensitive);
  const picked = there.filter((claim) => chosen.has(keyOf(claim)));
  const toggle = (claim: NeededClaim): void => {
    const rest = new Set(chosen);
    if (!rest.delete(keyOf(claim))) rest.add(keyOf(claim));
    setChosen(rest);
  };
  const show = (): void => {
    const names = picked.map(({ kind, code }) => ({ kind, code }));
    const letter = letterId === '' ? {} : { letterId };
    const body = { way: 'code', itemId, claims: names, ...(caseNo === '' ? {} : { caseNo }), ...letter };
    giving.mutate(body, { onSuccess: (given) => agreed(given, picked) });
  };
  if (claims.length === 0) return null;
  const groups = [
    ['material', 'show.papers'],
    ['answer', 'show.answers'],
  ] as const;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{say('show.to')}</dt>
          <dd>{say('show.toWhom', { organ: say.of(organName) })}</dd>
        </div>
        <div>
          <dt>{say('show.for')}</dt>
          <dd>{say('show.minutes', { count: codeMinutes })}</dd>
        </div>
      </dl>
      <div className="choose-head">
        <h2>{say('show.choose')}</h2>
        <Button size="small" onClick={() => setChosen(new Set([...chosen, ...ordinary.map(keyOf)]))}>
          {say('show.all')}
        </Button>
      </div>
      {groups.map(([kind, title]) => {
        // An agent is shown what his letter names and nothing besides.
        const lines = claims.filter((claim) => claim.kind === kind && (letterId === '' || claim.isThere));
        if (lines.length === 0) return null;
        return (
          <section key={kind} aria-label={say(title)}>
            <h3>{say(title)}</h3>
            {lines.map((claim) => (
              <ClaimLine key={keyOf(claim)} claim={claim} isChosen={chosen.has(keyOf(claim))} toggle={toggle} />
            ))}
          </section>
        );
      })}
      {verified.length === 0 ? null : (
        <p className="quiet">
          {say('show.verified', { names: verified.map(({ label }) => say.of(label)).join(comma(say.language)) })}
        </p>
      )}
      {giving.error === null ? null : <Trouble error={giving.error} retry={show} />}
      <div className="step-acts">
        <Button type="primary" block disabled={picked.length === 0} loading={giving.isPending} onClick={show}>
          {say('show.do')}
        </Button>
      </div>
    </>
  );
}

function ClaimLine({
  claim,
  isChosen,
  toggle,
}: {
  readonly claim: NeededClaim;
  readonly isChosen: boolean;
  readonly toggle: (claim: NeededClaim) => void;
}): ReactNode {
  const say = useText();
  const { label, sources, isSensitive, isThere } = claim;
  const names = [...new Set(sources.map((source) => say.of(source)))].join(comma(say.language));
  return (
    <div className="claim-line">
      <Checkbox checked={isChosen} disabled={!isThere} onChange={() => toggle(claim)}>
        {say.of(label)}
      </Checkbox>
      {isSensitive ? <Tag color="warning">{say('show.sensitive')}</Tag> : null}
      <p className="quiet">{isThere ? say('show.from', { sources: names }) : say('show.noneHere')}</p>
    </div>
  );
}

function keyOf({ kind, code }: NeededClaim): string {
  return `${kind}:${code}`;
}

export function comma(language: 'zh' | 'en'): string {
  return language === 'zh' ? '、' : ', ';
}
