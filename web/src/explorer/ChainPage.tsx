import type { ReactNode } from 'react';
import type { Session } from '../api/model.ts';
import { useSession } from '../api/session.ts';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { useNamed } from '../frame/navigation.tsx';
import { useText } from '../text/text.ts';
import { ActList } from './ActList.tsx';
import { CheckedSum, useChecked } from './Checked.tsx';
import { LineageList } from './LineageList.tsx';
import { ReadingsPane } from './ReadingsPane.tsx';
import { type LogChain, useCaseChain, useMandateChain } from './reads.ts';
import { ReasonDoor } from './ReasonDoor.tsx';
import { QuorumNote } from './Witnesses.tsx';

/** One case in the log: its acts, who witnessed them, what its result came from, and who has read it. */
export function CaseChainPage(): ReactNode {
  const say = useText();
  const caseNo = useNamed('caseNo');
  const query = useCaseChain(caseNo);
  const { data: session } = useSession();
  const mayAskWhoRead = isReader(session ?? null);
  return (
    <ReasonDoor query={query} of={`/cases/${encodeURIComponent(caseNo)}`}>
      {(chain) => (
        <div className="desk-page">
          <h1>{say('explorer.title')}</h1>
          <p className="quiet">
            {say('case.number')} <Code value={caseNo} />
          </p>
          <Chain chain={chain} />
          <LineageList steps={chain.lineage} />
          {mayAskWhoRead ? <ReadingsPane caseNo={caseNo} /> : null}
        </div>
      )}
    </ReasonDoor>
  );
}

/** Whose business it is who has read a case: the party’s, and that of who supervises. */
function isReader(session: Session | null): boolean {
  const account = session?.account;
  return account?.kind === 'applicant' || account?.posts?.some(({ kind }) => kind === 'supervisor') === true;
}

/** A published mandate in the log. */
export function MandateChainPage(): ReactNode {
  const say = useText();
  const mandateNo = useNamed('mandateNo');
  const query = useMandateChain(mandateNo);
  return (
    <Loaded query={query} isPage>
      {(chain) => (
        <div className="desk-page">
          <h1>{say('explorer.title')}</h1>
          <p className="mono">{mandateNo}</p>
          <Chain chain={chain} />
        </div>
      )}
    </Loaded>
  );
}

function Chain({ chain }: { readonly chain: LogChain }): ReactNode {
  const say = useText();
  const { acts, log, waiting } = chain;
  const checked = useChecked(log.trust, acts);
  return (
    <section className="pane">
      <h2>{say('explorer.acts')}</h2>
      {acts.length === 0 ? <Nothing title={say('explorer.noActs')} /> : <CheckedSum checked={checked} />}
      <QuorumNote log={log} />
      {waiting === 0 ? null : <p className="light light-yellow">{say('explorer.waiting', { count: waiting })}</p>}
      <ActList acts={acts} held={checked.data} />
    </section>
  );
}
