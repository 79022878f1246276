import { type ReactNode, useState } from 'react';
import { useNeededClaims } from '../api/consent-reads.ts';
import type { GivenConsent, NeededClaim, NeededClaims } from '../api/consent-model.ts';
import { useSession } from '../api/session.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded, MustSignIn, Nothing } from '../frame/Answers.tsx';
import { GoTo, useNamed, useViewed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { ChooseClaims } from './ChooseClaims.tsx';
import { ShownCode } from './ShownCode.tsx';

/** 一码通办: the holder chooses what the window may have for one item, and shows a code for it. */
export function ShowPapersPage(): ReactNode {
  const say = useText();
  const session = useSession();
  return (
    <Loaded query={session}>
      {(account) => {
        if (account === null) return <MustSignIn />;
        const { applicant } = account.account;
        if (applicant !== undefined) return <Asked />;
        return (
          <Airy>
            <Nothing title={say('show.staffOnly')} />
          </Airy>
        );
      }}
    </Loaded>
  );
}

function Asked(): ReactNode {
  const query = useNeededClaims(useNamed('itemId'), useViewed('letter'));
  return (
    <Loaded query={query} isPage>
      {(needed) => <ShowPapers needed={needed} />}
    </Loaded>
  );
}

interface Shown {
  readonly given: GivenConsent;
  readonly claims: readonly NeededClaim[];
}

function ShowPapers({ needed }: { readonly needed: NeededClaims }): ReactNode {
  const say = useText();
  const caseNo = useViewed('caseNo');
  const [shown, setShown] = useState<Shown>();
  const letterId = useViewed('letter');
  const { itemId, itemName, organName, claims, principalName } = needed;
  const name = say.of(itemName);
  return (
    <Airy>
      <h1>{say('show.title')}</h1>
      <p className="lead">{say('show.item', { name })}</p>
      {principalName === undefined ? null : (
        <p>
          <strong>{say('show.forPrincipal', { name: principalName })}</strong>
        </p>
      )}
      {shown === undefined ? (
        <ChooseClaims
          needed={needed}
          caseNo={caseNo}
          letterId={letterId}
          agreed={(given, chosen) => setShown({ given, claims: chosen })}
        />
      ) : (
        <ShownCode {...shown} organName={say.of(organName)} again={() => setShown(undefined)} />
      )}
      {claims.length === 0 || letterId !== '' || shown !== undefined ? null : (
        <GoTo to={paths.giveLetter(itemId)}>{say('giveLetter.open')}</GoTo>
      )}
      {claims.length === 0 ? (
        <Nothing title={say('show.nothing')}>
          <p>{say('show.nothingNext')}</p>
        </Nothing>
      ) : null}
    </Airy>
  );
}
