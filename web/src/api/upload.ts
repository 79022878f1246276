import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask, Failed, Refused } from './client.ts';
import type { ProblemBody, Upload } from './model.ts';

/** The kinds that the server takes in, told to the file dialog; the server looks at the content itself. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.ofd,application/pdf,image/jpeg,image/png';

/** How large a file may be, as the server says. */
export function useUploadLimits(): UseQueryResult<{ readonly fileBytes: number }> {
  return useQuery({
    queryKey: ['upload-limits'],
    queryFn: ({ signal }) => ask<{ readonly fileBytes: number }>('/upload-limits', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Sends a file; `progress` hears the share that has gone out, from 0 to 1. */
export function uploadFile(
  file: File,
  csrfToken: string | undefined,
  progress: (share: number) => void,
): Promise<Upload> {
  return sendFile<Upload>(file, { path: `/uploads?name=${encodeURIComponent(file.name)}`, csrfToken, progress });
}

export interface Sending {
  /** Relative to `/api`. */
  readonly path: string;
  readonly csrfToken: string | undefined;
  readonly requestId?: string;
  readonly progress: (share: number) => void;
}

/** Sends a file as the body of a request; `progress` hears the share that has gone out, from 0 to 1. */
export function sendFile<Answer>(file: File, { path, csrfToken, requestId, progress }: Sending): Promise<Answer> {
  // The only way in a browser to hear how much has gone out.
  const request = new XMLHttpRequest();
  request.open('POST', `/api${path}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  if (csrfToken !== undefined) request.setRequestHeader('X-CSRF-Token', csrfToken);
  if (requestId !== undefined) request.setRequestHeader('Request-Id', requestId);
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total));
  return new Promise((resolve, reject) => {
    request.addEventListener('error', () => reject(new Failed(undefined, undefined)));
    request.addEventListener('abort', () => reject(new Failed(undefined, undefined)));
    request.addEventListener('load', () => {
      const { status, responseText } = request;
      if (status === 200) resolve(parsed<Answer>(responseText, status));
      else reject(new Refused(parsed<ProblemBody>(responseText, status)));
    });
    request.send(file);
  });
}

/** Where a file of a case is saved from. */
export function caseFileAddress(caseNo: string, hash: string): string {
  return `/api/cases/${encodeURIComponent(caseNo)}/files/${encodeURIComponent(hash)}`;
}

/** Where one's own waiting upload is saved from. */
export function uploadAddress(uploadId: string): string {
  return `/api/uploads/${encodeURIComponent(uploadId)}`;
}

function parsed<Answer>(text: string, status: number): Answer {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Failed(status, undefined, cause);
  }
}
