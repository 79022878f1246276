import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from '../api/use-act.ts';
import { useDropFile, useVault, type VaultFile, vaultFilePath, type VaultShare } from '../api/vault-reads.ts';
import { FileField, sizeText } from '../form/FileField.tsx';
import { Loaded, Trouble } from '../frame/Answers.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { dateText, instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** The files that somebody keeps, and who used them for what. */
export function VaultSection(): ReactNode {
  const say = useText();
  const query = useVault();
  const keeping = useAct('/my/vault');
  return (
    <section>
      <h2>{say('vault.title')}</h2>
      <p className="quiet">{say('vault.about')}</p>
      <Loaded query={query}>
        {({ files, shares }) => (
          <>
            {files.length === 0 ? <p>{say('vault.none')}</p> : null}
            <ul className="have">
              {files.map((file) => (
                <FileLine key={file.fileId} file={file} />
              ))}
            </ul>
            <FileField
              label={say('vault.file')}
              onChange={(held) => {
                const uploadId = held.at(-1)?.uploadId;
                if (uploadId !== undefined) keeping.mutate({ uploadId });
              }}
            />
            {keeping.error === null ? null : <Trouble error={keeping.error} />}
            <h3>{say('vault.uses')}</h3>
            {shares.length === 0 ? <p className="quiet">{say('vault.usesNone')}</p> : null}
            <ul className="cards">
              {shares.map((share) => (
                <ShareLine key={share.shareId} share={share} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}

function FileLine({ file }: { readonly file: VaultFile }): ReactNode {
  const say = useText();
  const { fileId, name, size, mediaType } = file;
  const dropping = useDropFile(fileId);
  return (
    <li>
      <a className="beside-text" href={`/api${vaultFilePath(fileId)}`} download>
        {name}
      </a>{' '}
      <span className="quiet">
        {say(mediaType.startsWith('image/') ? 'vault.photo' : 'vault.document')} {sizeText(size)}
      </span>{' '}
      <Button
        size="small"
        aria-label={say('vault.drop', { name })}
        loading={dropping.isPending}
        onClick={() => dropping.mutate()}
      >
        {say('act.remove')}
      </Button>
      {dropping.error === null ? null : <Trouble error={dropping.error} />}
    </li>
  );
}

function ShareLine({ share }: { readonly share: VaultShare }): ReactNode {
  const say = useText();
  const todayOn = todayInChina();
  const { shareId, itemName, materialName, at, untilAt, state, caseNo } = share;
  const revoking = useAct(`/my/vault/shares/${encodeURIComponent(shareId)}/revocation`);
  return (
    <li className="card">
      <strong>{say('vault.for', { item: itemName, material: materialName })}</strong>
      <span className="quiet">{instantText(at, todayOn, say.language)}</span>
      {state === 'open' ? (
        <span>
          {say('vault.open', { on: dateText(untilAt, todayOn, say.language) })}{' '}
          <Button size="small" loading={revoking.isPending} onClick={() => revoking.mutate(undefined)}>
            {say('vault.revoke')}
          </Button>
        </span>
      ) : null}
      {state === 'used' && caseNo !== undefined ? (
        <span className="breakable">
          {say('vault.used')} <GoTo to={paths.myCase(caseNo)}>{caseNo}</GoTo>
        </span>
      ) : null}
      {state === 'revoked' ? <span>{say('vault.revoked')}</span> : null}
      {revoking.error === null ? null : <Trouble error={revoking.error} />}
    </li>
  );
}
