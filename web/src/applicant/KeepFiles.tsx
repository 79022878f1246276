import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';

interface HeldFile {
  readonly hash: string;
  readonly name: string;
}

/** The files that somebody handed in with a case, each to be kept in his vault for the next time. */
export function KeepFiles({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const files = found.materials.flatMap((material): readonly HeldFile[] =>
    'file' in material && material.file !== undefined ? [material.file] : [],
  );
  if (found.agent !== undefined || files.length === 0) return null;
  return (
    <section>
      <h2>{say('vault.fromCase')}</h2>
      <p className="quiet">{say('vault.fromCaseAbout')}</p>
      <ul className="have">
        {files.map((file) => (
          <KeepLine key={file.hash} caseNo={found.caseNo} file={file} />
        ))}
      </ul>
    </section>
  );
}

function KeepLine({ caseNo, file: { hash, name } }: { readonly caseNo: string; readonly file: HeldFile }): ReactNode {
  const say = useText();
  const keeping = useAct('/my/vault/from-case');
  return (
    <li>
      <span className="beside-text">{name}</span>{' '}
      {keeping.isSuccess ? (
        <span className="light light-green">{say('vault.kept')}</span>
      ) : (
        <Button
          size="small"
          aria-label={say('vault.keepNamed', { name })}
          loading={keeping.isPending}
          onClick={() => keeping.mutate({ caseNo, fileHash: hash })}
        >
          {say('vault.keep')}
        </Button>
      )}
      {keeping.error === null ? null : <Trouble error={keeping.error} />}
    </li>
  );
}
