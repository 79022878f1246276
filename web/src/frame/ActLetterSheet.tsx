import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { act } from '../api/client.ts';
import type { LicenceActDraft } from '../api/licence-reads.ts';
import { randomRequestId } from '../api/request-id.ts';
import { sessionQuery } from '../api/session.ts';
import { useText } from '../text/text.ts';
import { Code } from './Code.tsx';

/** Drafts the letter of an act. Nothing is done by it, so nothing on the screen is asked for anew. */
export function useDrafting(path: string): UseMutationResult<LicenceActDraft, Error, object> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => {
      const csrfToken = client.getQueryData(sessionQuery.queryKey)?.csrfToken;
      return act<LicenceActDraft>({ method: 'POST', path, body, requestId: randomRequestId(), csrfToken });
    },
  });
}

/** The letter exactly as it will be signed (R71). */
export function ActLetterSheet({
  draft,
}: {
  readonly draft: Pick<LicenceActDraft, 'docNo' | 'documentHash' | 'pdfUrl'> | undefined;
}): ReactNode {
  const say = useText();
  if (draft === undefined) return null;
  return (
    <>
      <iframe className="document" src={`${draft.pdfUrl}#navpanes=0&view=FitH`} title={say('sign.document')} />
      <p className="document-line">
        <a href={draft.pdfUrl} target="_blank" rel="noreferrer">
          {say('sign.documentOpen', { docNo: draft.docNo })}
        </a>
        <span className="quiet">
          {say('sign.documentHash')} <Code value={draft.documentHash} short />
        </span>
      </p>
    </>
  );
}
