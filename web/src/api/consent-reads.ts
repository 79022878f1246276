import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from './client.ts';
import type { ConsentsFound, NeededClaims } from './consent-model.ts';

/** Which of one's claims an item needs, or of one's principal under a letter: to whom they go and on which ground. */
export function useNeededClaims(itemId: string, letterId = ''): UseQueryResult<NeededClaims> {
  const letter = letterId === '' ? '' : `?${new URLSearchParams({ letterId }).toString()}`;
  return useQuery({
    queryKey: ['claims', itemId, letterId],
    queryFn: ({ signal }) => ask<NeededClaims>(`/items/${encodeURIComponent(itemId)}/claims${letter}`, signal),
    // What was shown while somebody chooses does not change under his hands.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** One's consents and every use of one's papers; while a code is shown it is asked again every few seconds. */
export function useConsents(isWatching = false): UseQueryResult<ConsentsFound> {
  return useQuery({
    queryKey: ['consents'],
    queryFn: ({ signal }) => ask<ConsentsFound>('/consents', signal),
    refetchInterval: isWatching ? 3_000 : false,
  });
}
