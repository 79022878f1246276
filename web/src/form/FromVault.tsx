import { Select } from 'antd';
import type { ReactNode } from 'react';
import { type SharedFile, useShare, useVault } from '../api/vault-reads.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';

/** A file of one's own vault instead of another upload: it is shared for this requirement of this item, and for nothing else. */
export function FromVault({
  itemId,
  code,
  onShared,
}: {
  readonly itemId: string;
  readonly code: string;
  readonly onShared: (file: SharedFile) => void;
}): ReactNode {
  const say = useText();
  const { data } = useVault();
  const sharing = useShare();
  if (data === undefined || data.files.length === 0) return null;
  return (
    <>
      <Select
        className="from-vault"
        aria-label={say('vault.from')}
        placeholder={say('vault.from')}
        value={null}
        loading={sharing.isPending}
        options={data.files.map(({ fileId, name }) => ({ value: fileId, label: name }))}
        onChange={(fileId: string | null) => {
          if (fileId !== null) sharing.mutate({ fileId, itemId, code }, { onSuccess: onShared });
        }}
      />
      {sharing.error === null ? null : <Trouble error={sharing.error} />}
    </>
  );
}
