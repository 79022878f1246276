import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from './client.ts';
import type { Standing, Trust } from './model.ts';

/** Whom the platform says one may believe: the trust file that it publishes, and whether its authorities are for development. */
export interface PublishedTrust {
  readonly text: string;
  readonly development: boolean;
}

export function useTrust(): UseQueryResult<PublishedTrust> {
  return useQuery({
    queryKey: ['trust'],
    queryFn: async ({ signal }) => {
      const trust = await ask<Trust>('/trust', signal);
      return { text: JSON.stringify(trust), development: trust.development };
    },
    staleTime: 60_000,
    // A new list of what was called back would check the file again under the reader's eyes.
    refetchOnWindowFocus: false,
  });
}

/** What the register says of a document, asked by nothing but its number. */
export function useStanding(no: string): UseQueryResult<Standing> {
  return useQuery({
    queryKey: ['standing', no],
    queryFn: ({ signal }) => ask<Standing>(`/standing?${new URLSearchParams({ no }).toString()}`, signal),
  });
}
