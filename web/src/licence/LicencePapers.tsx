import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { askFile } from '../api/client.ts';
import { licencePath, type LicenceView } from '../api/licence-reads.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { saveFile } from '../frame/save-file.ts';
import { useText } from '../text/text.ts';

/** The licence as sealed PDF and OFD, and for its holder as data. Each is made when it is first asked for. */
export function LicencePapers({
  found,
  isHolder,
}: {
  readonly found: LicenceView;
  readonly isHolder: boolean;
}): ReactNode {
  const say = useText();
  const { licenceNo, typeName, status, paperNo } = found.licence;
  const document = `${licencePath(licenceNo)}/document`;
  if (paperNo !== undefined) return <p>{say('licence.onPaper', { no: paperNo })}</p>;
  if (status !== 'valid') return <p className="quiet">{say('licence.noPapers')}</p>;
  return (
    <>
      <div className="letter-acts">
        <Saved path={document} name={`${typeName}.pdf`} label={say('licence.pdf')} isPrimary />
        <Saved path={`${document}/ofd`} name={`${typeName}.ofd`} label={say('licence.ofd')} />
        {isHolder ? <Credential licenceNo={licenceNo} name={typeName} /> : null}
      </div>
      {isHolder ? <p className="quiet">{say('licence.credentialAbout')}</p> : null}
    </>
  );
}

function Saved(asked: {
  readonly path: string;
  readonly name: string;
  readonly label: string;
  readonly isPrimary?: boolean;
}): ReactNode {
  const { path, name, label, isPrimary = false } = asked;
  const fetching = useMutation({ mutationFn: () => askFile(path), onSuccess: (file) => saveFile(file, name) });
  return (
    <>
      <Button
        {...(isPrimary ? { type: 'primary' as const } : {})}
        loading={fetching.isPending}
        onClick={() => fetching.mutate()}
      >
        {label}
      </Button>
      {fetching.error === null ? null : <Trouble error={fetching.error} retry={() => fetching.mutate()} />}
    </>
  );
}

function Credential({ licenceNo, name }: { readonly licenceNo: string; readonly name: string }): ReactNode {
  const say = useText();
  const making = useAct<{ readonly credential: string }>(`${licencePath(licenceNo)}/credential`);
  const keep = ({ credential }: { readonly credential: string }): void =>
    saveFile(new Blob([credential], { type: 'application/dc+sd-jwt' }), `${name}.sd-jwt`);
  return (
    <>
      <Button loading={making.isPending} onClick={() => making.mutate({}, { onSuccess: keep })}>
        {say('licence.credential')}
      </Button>
      {making.error === null ? null : <Trouble error={making.error} />}
    </>
  );
}
