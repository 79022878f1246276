import type { ReactNode } from 'react';
import { documentAddress } from '../api/client.ts';
import type { CaseDocument } from '../api/model.ts';
import { useDocumentCheck } from '../api/reads.ts';
import { Nothing } from '../frame/Answers.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { isTextKey, useText } from '../text/text.ts';
import { OfdDownload } from './OfdDownload.tsx';

type ShownLetter = Omit<CaseDocument, 'documentHash'>;

/** The letters of a case, each with its PDF and whether seal and content hold. */
export function Letters<Letter extends ShownLetter>({
  documents,
  said,
}: {
  readonly documents: readonly Letter[];
  /** What else there is to say of a letter. */
  readonly said?: (letter: Letter) => ReactNode;
}): ReactNode {
  const say = useText();
  if (documents.length === 0) return <Nothing title={say('case.noLetters')} />;
  return (
    <ul className="letters">
      {documents.map((letter) => (
        <LetterLine key={letter.sealedHash} letter={letter} said={said?.(letter)} />
      ))}
    </ul>
  );
}

function LetterLine({ letter, said }: { readonly letter: ShownLetter; readonly said: ReactNode }): ReactNode {
  const say = useText();
  const key = `letterKind.${letter.kind}`;
  return (
    <li>
      <span>
        <strong>{isTextKey(key) ? say(key) : letter.kind}</strong> <span className="quiet">{letter.docNo}</span>
      </span>
      <span className="letter-acts">
        <a href={documentAddress(letter.sealedHash)} target="_blank" rel="noreferrer">
          {say('case.openLetter')}
        </a>
        {letter.hasOfd && <OfdDownload letter={letter} />}
        <CheckWord documentHash={letter.sealedHash} />
        <GoTo to={paths.check(letter.sealedHash)}>{say('check.again')}</GoTo>
      </span>
      {said}
    </li>
  );
}

function CheckWord({ documentHash }: { readonly documentHash: string }): ReactNode {
  const say = useText();
  const { data, error } = useDocumentCheck(documentHash);
  if (error !== null) return <span className="quiet">{say('check.unavailable')}</span>;
  if (data === undefined) return <span className="quiet">{say('check.pending')}</span>;
  return (
    <span className={data.valid ? 'light light-green' : 'light light-red'}>
      <span aria-hidden>{data.valid ? '✔' : '✘'}</span> {say(`check.${data.result}`)}
    </span>
  );
}
