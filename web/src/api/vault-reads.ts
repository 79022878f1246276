import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { act, ask } from './client.ts';
import type { components } from './contract.generated.ts';
import { randomRequestId } from './request-id.ts';
import { sessionQuery } from './session.ts';

/** What the screens of a holder's vault read and do. */
export type Vault = components['schemas']['Vault'];
export type VaultFile = components['schemas']['VaultFile'];
export type VaultShare = components['schemas']['VaultShare'];

/** What an application names: one file, shared for one of its requirements. */
export interface SharedFile {
  readonly uploadId: string;
  readonly name: string;
  readonly size: number;
}

export function useVault(enabled = true): UseQueryResult<Vault> {
  return useQuery({ queryKey: ['vault'], queryFn: ({ signal }) => ask<Vault>('/my/vault', signal), enabled });
}

/** Takes a file away; asking twice takes nothing else away. */
export function useDropFile(fileId: string): UseMutationResult<unknown, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => {
      const csrfToken = client.getQueryData(sessionQuery.queryKey)?.csrfToken;
      return act({ method: 'DELETE', path: vaultFilePath(fileId), requestId: randomRequestId(), csrfToken });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['vault'] }),
  });
}

/** Shares a file for a requirement. Only the vault is read anew: an application that is being written stays as it is. */
export function useShare(): UseMutationResult<SharedFile, Error, { fileId: string; itemId: string; code: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ fileId, ...body }) => {
      const csrfToken = client.getQueryData(sessionQuery.queryKey)?.csrfToken;
      const path = `${vaultFilePath(fileId)}/shares`;
      return act<SharedFile>({ method: 'POST', path, body, requestId: randomRequestId(), csrfToken });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['vault'] }),
  });
}

export function vaultFilePath(fileId: string): string {
  return `/my/vault/${encodeURIComponent(fileId)}`;
}
