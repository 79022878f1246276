import type { Inspection } from '@liangqian/verify/inspect.ts';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { Fact } from './Fact.tsx';
import { kindText } from './kinds.ts';

/** What the file says of itself: by whom it was sealed, when, and under which mandate. Worth as much as the checks. */
export function FoundFacts({ inspection }: { readonly inspection: Inspection }): ReactNode {
  const say = useText();
  const { seal, coSeal, letter, licence } = inspection;
  const time = (instant: string | undefined): string | undefined =>
    instant === undefined ? undefined : instantText(instant, todayInChina(), say.language);
  const mandate = letter?.mandate;
  return (
    <dl className="facts">
      <Fact term={say('verify.kind')} value={letter?.kind === undefined ? undefined : kindText(letter.kind, say)} />
      <Fact term={say('check.docNo')} value={letter?.docNo} />
      <Fact
        term={say('verify.mandate')}
        value={mandate === undefined ? undefined : say('verify.mandateValue', { ...mandate })}
      />
      <Fact
        term={say('verify.sealedBy')}
        value={seal === undefined ? undefined : say('verify.sealValue', { name: seal.sealName, id: seal.sealId })}
      />
      {coSeal === undefined ? null : (
        <>
          <Fact
            term={say('verify.alsoSealedBy')}
            value={say('verify.sealValue', { name: coSeal.sealName, id: coSeal.sealId })}
          />
          <Fact term={say('verify.alsoSigner')} value={coSeal.signer} />
        </>
      )}
      <Fact term={say('verify.signer')} value={seal?.signer ?? licence?.issuer} />
      <Fact term={say('verify.claimedAt')} value={time(seal?.sealedAt)} />
      <Fact term={say('verify.licenceType')} value={licence?.type} />
      <Fact term={say('verify.issuedAt')} value={time(licence?.issuedAt)} />
      <Fact term={say('verify.untilAt')} value={time(licence?.untilAt)} />
      {(licence?.claims ?? []).map(([name, value]) => (
        <Fact key={name} term={name} value={value} />
      ))}
    </dl>
  );
}
