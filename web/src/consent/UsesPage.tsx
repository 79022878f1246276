import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useConsents } from '../api/consent-reads.ts';
import type { ClaimUse, Consent } from '../api/consent-model.ts';
import { useAct } from '../api/use-act.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded, Nothing, Trouble } from '../frame/Answers.tsx';
import { chunked } from '../frame/Code.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { comma } from './ChooseClaims.tsx';

/** 谁用过我的证照: every use of one's papers, and what was agreed and not used yet (R20, 个保法44). */
export function UsesPage(): ReactNode {
  const say = useText();
  const query = useConsents();
  return (
    <Airy>
      <h1>{say('paperUse.title')}</h1>
      <p className="quiet">{say('paperUse.hint')}</p>
      <GoTo to={paths.sharingLetters()}>{say('letters.title')}</GoTo>
      <Loaded query={query}>
        {({ consents, uses }) => {
          const open = consents.filter(({ state }) => state === 'open');
          const ended = consents.filter(({ state }) => state === 'expired' || state === 'withdrawn');
          if (consents.length + uses.length === 0)
            return (
              <Nothing title={say('paperUse.none')}>
                <p>{say('paperUse.noneNext')}</p>
              </Nothing>
            );
          return (
            <>
              <Consents title={say('paperUse.open')} consents={open} />
              <ul className="cards">
                {uses.map((use) => (
                  <UseCard key={`${use.at} ${use.caseNo ?? ''} ${groundKey(use)}`} use={use} />
                ))}
              </ul>
              <Consents title={say('paperUse.ended')} consents={ended} />
            </>
          );
        }}
      </Loaded>
    </Airy>
  );
}

function groundKey({ ground }: ClaimUse): string {
  return ground.kind === 'consent' ? ground.consentId : ground.basis;
}

function UseCard({ use }: { readonly use: ClaimUse }): ReactNode {
  const say = useText();
  const { at, organName, place, by, caseNo, itemName, claims, ground, agentName } = use;
  const where = say.of(place ?? organName);
  return (
    <li className="card">
      <strong>{by === undefined ? say.of(organName) : say('paperUse.by', { place: where, name: by })}</strong>
      <span>
        {say.of(itemName)}{' '}
        <Tag>{ground.kind === 'consent' ? say('paperUse.consent') : say('paperUse.statute', ground)}</Tag>
      </span>
      {agentName === undefined ? null : <span>{say('paperUse.agent', { name: agentName })}</span>}
      <span>{claims.map(({ label }) => say.of(label)).join(comma(say.language))}</span>
      <span className="quiet">
        {instantText(at, todayInChina(), say.language)}
        {by === undefined ? ` · ${say('paperUse.machine')}` : null}
        {' · '}
        {caseNo === undefined ? say('paperUse.noCase') : <GoTo to={paths.myCase(caseNo)}>{chunked(caseNo)}</GoTo>}
      </span>
    </li>
  );
}

function Consents({ title, consents }: { readonly title: string; readonly consents: readonly Consent[] }): ReactNode {
  if (consents.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul className="cards">
        {consents.map((consent) => (
          <ConsentCard key={consent.consentId} consent={consent} />
        ))}
      </ul>
    </>
  );
}

function ConsentCard({ consent }: { readonly consent: Consent }): ReactNode {
  const say = useText();
  const { consentId, itemName, organName, claims, expiresAt, state, canWithdraw, agentName } = consent;
  const withdrawing = useAct(`/consents/${encodeURIComponent(consentId)}/withdrawal`);
  return (
    <li className="card">
      <strong>{say.of(itemName)}</strong>
      <span>
        {say.of(organName)} <Tag>{say(`consentState.${state}`)}</Tag>
      </span>
      {agentName === undefined ? null : <span>{say('paperUse.agent', { name: agentName })}</span>}
      <span>{claims.map(({ label }) => say.of(label)).join(comma(say.language))}</span>
      <span className="quiet">
        {say('paperUse.until', { at: instantText(expiresAt, todayInChina(), say.language) })}
      </span>
      {withdrawing.error === null ? null : <Trouble error={withdrawing.error} />}
      {canWithdraw ? (
        <Button size="small" loading={withdrawing.isPending} onClick={() => withdrawing.mutate({})}>
          {say('consent.withdraw')}
        </Button>
      ) : null}
    </li>
  );
}
