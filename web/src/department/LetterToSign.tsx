import type { ReactNode } from 'react';
import { useMandateDraft } from '../api/reads.ts';
import { Loaded } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { useText } from '../text/text.ts';

/** The letter as its signers read it, and under it the confirmation of exactly this letter and the record behind it (R71). */
export function LetterToSign({
  mandateNo,
  version,
  confirm,
}: {
  readonly mandateNo: string;
  readonly version: number;
  readonly confirm: (body: object) => ReactNode;
}): ReactNode {
  const say = useText();
  const query = useMandateDraft(mandateNo, version);
  return (
    <Loaded query={query}>
      {({ hash, documentHash, pdfUrl }) => (
        <>
          <iframe className="document" src={`${pdfUrl}#navpanes=0&view=FitH`} title={say('letterSign.letter')} />
          <p className="document-line">
            <a href={pdfUrl} target="_blank" rel="noreferrer">
              {say('letterSign.open', { no: `${mandateNo}-${version}` })}
            </a>
            <span className="quiet">
              {say('sign.documentHash')} <Code value={documentHash} short />
            </span>
          </p>
          {confirm({ command: { hash, documentHash } })}
        </>
      )}
    </Loaded>
  );
}
