import type { ReactNode } from 'react';
import { documentAddress } from '../api/client.ts';
import type { DocumentCheck } from '../api/model.ts';
import { useDocumentCheck } from '../api/reads.ts';
import { useSession } from '../api/session.ts';
import { Loaded } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { GoTo, useNamed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { Airy } from '../frame/Airy.tsx';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** What anybody sees who follows the code printed on a letter. */
export function CheckPage(): ReactNode {
  const say = useText();
  const documentHash = useNamed('documentHash');
  const query = useDocumentCheck(documentHash);
  return (
    <Airy>
      <h1>{say('check.title')}</h1>
      <Loaded query={query}>{(result) => <Result result={result} documentHash={documentHash} />}</Loaded>
    </Airy>
  );
}

function Result({
  result,
  documentHash,
}: {
  readonly result: DocumentCheck;
  readonly documentHash: string;
}): ReactNode {
  const say = useText();
  const { data: session } = useSession();
  const { docNo, sealName, sealedAt } = result;
  const at = sealedAt === undefined ? undefined : instantText(sealedAt, todayInChina(), say.language);
  const facts = [
    [say('check.docNo'), docNo],
    [say('check.seal'), sealName],
    [say('check.sealedAt'), at],
  ].filter(([, value]) => value !== undefined);
  return (
    <>
      <output className={`sentence light ${result.valid ? 'light-green' : 'light-red'}`}>
        <span aria-hidden>{result.valid ? '✔' : '✘'}</span> {say(`check.${result.result}`)}
      </output>
      <ul>
        {result.reasons.map((reason) => (
          <li key={reason.en}>{say.of(reason)}</li>
        ))}
      </ul>
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{say('check.hash')}</dt>
          <dd>
            <Code value={documentHash} short />
          </dd>
        </div>
      </dl>
      <p className="quiet">{say('check.explain')}</p>
      <p>
        <GoTo to={paths.log()}>{say('explorer.title')}</GoTo>
      </p>
      {session === null || session === undefined ? null : (
        <p>
          <a href={documentAddress(documentHash)} target="_blank" rel="noreferrer">
            {say('case.openLetter')}
          </a>
        </p>
      )}
    </>
  );
}
