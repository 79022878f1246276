import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type PublishedTrust, useTrust } from '../api/verifying.ts';
import { Loaded } from '../frame/Answers.tsx';
import { Airy } from '../frame/Airy.tsx';
import { useViewed } from '../frame/navigation.tsx';
import { useText } from '../text/text.ts';
import { ChallengeFields } from './ChallengeFields.tsx';
import { FileDrop } from './FileDrop.tsx';
import { NumberField, StandingCard } from './StandingCard.tsx';
import { TrustFields } from './TrustFields.tsx';
import { useInspection } from './use-inspection.ts';
import { Verdict } from './Verdict.tsx';

/** What anybody opens who holds a document: it is checked here, in the browser, and sent to nobody. */
export function VerifyPage(): ReactNode {
  const say = useText();
  const asked = useViewed('no');
  const [number, setNumber] = useState(asked);
  const trust = useTrust();
  return (
    <Airy>
      <h1>{say('verify.title')}</h1>
      <p>{say('verify.intro')}</p>
      <Loaded query={trust}>{(published) => <Checking published={published} asked={asked} />}</Loaded>
      <h2>{say('verify.byNumber')}</h2>
      <p className="quiet">{say('verify.byNumberHint')}</p>
      <NumberField value={number} onAsk={setNumber} />
      {number === '' ? null : <StandingCard no={number} signedHash={undefined} />}
    </Airy>
  );
}

/** The file and what is said of it. */
function Checking({ published, asked }: { readonly published: PublishedTrust; readonly asked: string }): ReactNode {
  const say = useText();
  const { state, setFile, setOwnTrust, setStatusList, setChallenge, tryLonger } = useInspection(published.text);
  const { file, ownTrust, statusList, challenge, outcome } = state;
  return (
    <section aria-label={say('verify.file')}>
      <FileDrop label={say('verify.choose')} hint={say('verify.kinds')} held={file} onFile={setFile} />
      <ChallengeFields challenge={challenge} onAsk={setChallenge} />
      <TrustFields ownTrust={ownTrust} statusList={statusList} onTrust={setOwnTrust} onStatusList={setStatusList} />
      <div aria-live="polite">
        {file !== undefined && outcome === undefined ? <p>{say('verify.running')}</p> : null}
        {outcome === undefined ? null : (
          <Verdict
            outcome={outcome}
            asked={asked}
            isOwnTrust={ownTrust !== undefined}
            isDevelopment={ownTrust === undefined && published.development}
          />
        )}
        {outcome?.kind === 'tooSlow' ? <Button onClick={tryLonger}>{say('verify.longer')}</Button> : null}
      </div>
    </section>
  );
}
