import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from './client.ts';
import type { NeededClaims } from './consent-model.ts';
import type { components, operations } from './contract.generated.ts';

/** Letters under which agents show papers of their principals (R15). */
export type SharingLetter = components['schemas']['SharingLetter'];
type LettersFound = operations['listSharingLetters']['responses'][200]['content']['application/json'];

/** The letters that one gave, and those under which one acts for others. */
export function useSharingLetters(isAsked = true): UseQueryResult<LettersFound> {
  return useQuery({
    enabled: isAsked,
    queryKey: ['sharing-letters'],
    queryFn: ({ signal }) => ask<LettersFound>('/sharing-letters', signal),
  });
}

/** What may be fetched for an item at all, for everybody; it says nothing of anybody. */
export function useDataList(itemId: string, isAsked = true): UseQueryResult<NeededClaims> {
  return useQuery({
    enabled: isAsked,
    queryKey: ['data-list', itemId],
    queryFn: ({ signal }) => ask<NeededClaims>(`/items/${encodeURIComponent(itemId)}/data-list`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
