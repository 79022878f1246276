import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { askFile } from '../api/client.ts';
import type { CaseDocument } from '../api/model.ts';
import { Trouble } from '../frame/Answers.tsx';
import { saveFile } from '../frame/save-file.ts';
import { useText } from '../text/text.ts';

/** Fetches the OFD twin, which is sealed for the first who asks; where it no longer can be, the reason stands here and no file is saved. */
export function OfdDownload({ letter }: { readonly letter: Pick<CaseDocument, 'docNo' | 'sealedHash'> }): ReactNode {
  const say = useText();
  const fetching = useMutation({
    mutationFn: () => askFile(`/documents/${encodeURIComponent(letter.sealedHash)}/ofd`),
    onSuccess: (file) => saveFile(file, `${letter.docNo}.ofd`),
  });
  return (
    <>
      <Button type="link" size="small" loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {say('letters.ofd')}
      </Button>
      {fetching.error === null ? null : <Trouble error={fetching.error} retry={() => fetching.mutate()} />}
    </>
  );
}
