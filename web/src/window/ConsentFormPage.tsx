import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { NeededClaims } from '../api/consent-model.ts';
import { useDataList } from '../api/sharing-letters.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded } from '../frame/Answers.tsx';
import { useNamed } from '../frame/navigation.tsx';
import { comma } from '../consent/ChooseClaims.tsx';
import { useText } from '../text/text.ts';

/** 用证同意书: what somebody without a telephone signs at the counter; printed, signed and scanned (个保法14, 17). */
export function ConsentFormPage(): ReactNode {
  const query = useDataList(useNamed('itemId'));
  return (
    <Loaded query={query} isPage>
      {(needed) => <ConsentForm needed={needed} />}
    </Loaded>
  );
}

function ConsentForm({ needed }: { readonly needed: NeededClaims }): ReactNode {
  const say = useText();
  const { itemName, organName, claims } = needed;
  const lines = ['holder', 'idNo', 'agent', 'signature', 'signedOn', 'clerk'] as const;
  return (
    <Airy>
      <div className="no-print">
        <Button onClick={() => window.print()}>{say('paper.print')}</Button>
      </div>
      <h1>{say('consentForm.title')}</h1>
      <p>{say('consentForm.purpose', { organ: say.of(organName), name: say.of(itemName) })}</p>
      <ul className="boxes">
        {claims.map(({ kind, code, label, sources, isSensitive }) => (
          <li key={`${kind}:${code}`}>
            <span aria-hidden>{'☐'}</span> {say.of(label)}{' '}
            <span className="quiet">
              {say('show.from', { sources: [...new Set(sources.map(say.of))].join(comma(say.language)) })}
              {isSensitive ? ` · ${say('show.sensitive')}` : null}
            </span>
          </li>
        ))}
      </ul>
      <p>{say('consentForm.rights')}</p>
      <dl className="facts to-fill">
        {lines.map((line) => (
          <div key={line}>
            <dt>{say(`consentForm.${line}`)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </Airy>
  );
}
