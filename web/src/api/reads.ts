import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask, Refused } from './client.ts';
import type {
  CasePage,
  CaseView,
  DocumentCheck,
  Draft,
  FoundDraft,
  FoundItem,
  Guide,
  ItemForm,
  ItemsFound,
  KnownToUs,
  LogStatus,
  MandateDraft,
  MandatePageView,
  MandateRow,
  MandatesFound,
  PublicGuide,
  SayingsFound,
  Situation,
  SealPageView,
  SealsFound,
  SealUsesFound,
  SourceNotices,
  SourceNoticesFound,
} from './model.ts';

/** Everything the screens read, one question each. */

export function useFoundItems(q: string): UseQueryResult<readonly FoundItem[]> {
  return useQuery({ ...foundQuery(q), select: ({ items }) => items });
}

/** The hits, or where there are none what comes nearest. */
export function useFinding(q: string): UseQueryResult<ItemsFound> {
  return useQuery(foundQuery(q));
}

function foundQuery(q: string) {
  return {
    queryKey: ['items', q],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask<ItemsFound>(`/items?${view({ q })}`, signal),
    placeholderData: keepPreviousData<ItemsFound>,
  };
}

export function usePublicGuide(itemId: string, version: string): UseQueryResult<PublicGuide> {
  return useQuery({
    queryKey: ['guide', itemId, version],
    queryFn: ({ signal }) =>
      ask<PublicGuide>(`/items/${encodeURIComponent(itemId)}/guide?${view({ version })}`, signal),
    staleTime: 60_000,
  });
}

export function useSituation(itemId: string, answers: string): UseQueryResult<Situation> {
  return useQuery({
    queryKey: ['situation', itemId, answers],
    queryFn: ({ signal }) =>
      ask<Situation>(`/items/${encodeURIComponent(itemId)}/situation?${view({ answers })}`, signal),
    enabled: itemId !== '',
    placeholderData: keepPreviousData,
  });
}

export function useSayings(): UseQueryResult<SayingsFound> {
  return useQuery({ queryKey: ['sayings'], queryFn: ({ signal }) => ask<SayingsFound>('/sayings', signal) });
}

/** What a case is handled by: the version of its receipt, whatever has come after it (R13). */
type PinnedItem = Pick<CaseView, 'itemId' | 'itemVersion'>;

export function useGuideOf({ itemId, itemVersion }: PinnedItem): UseQueryResult<Guide> {
  return useGuide(itemId, itemVersion);
}

export function useFormOf({ itemId, itemVersion }: PinnedItem): UseQueryResult<ItemForm> {
  return useItemForm(itemId, itemVersion);
}

/** The guide in force, or that of a version. */
export function useGuide(itemId: string | undefined, version?: number): UseQueryResult<Guide> {
  return useQuery({
    queryKey: ['item', itemId, version],
    queryFn: ({ signal }) => ask<Guide>(`/items/${encodeURIComponent(itemId ?? '')}${versionOf(version)}`, signal),
    enabled: itemId !== undefined,
    staleTime: 60_000,
  });
}

export function useItemForm(itemId: string, version?: number): UseQueryResult<ItemForm> {
  return useQuery({
    queryKey: ['item-form', itemId, version],
    queryFn: ({ signal }) => ask<ItemForm>(`/items/${encodeURIComponent(itemId)}/form${versionOf(version)}`, signal),
    staleTime: 60_000,
  });
}

/** What need not be asked again; nothing for somebody who is no applicant. */
export function useKnownAnswers(itemId: string, isApplicant: boolean): UseQueryResult<KnownToUs> {
  return useQuery({
    queryKey: ['known', itemId],
    queryFn: ({ signal }) => ask<KnownToUs>(`/items/${encodeURIComponent(itemId)}/known`, signal),
    enabled: isApplicant,
    // What was shown while somebody fills in does not change under his hands.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The draft kept for this item; null where there is none. Asked once, when the form opens. */
export function useDraft(itemId: string, isApplicant: boolean): UseQueryResult<FoundDraft | null> {
  return useQuery({
    queryKey: ['draft', itemId],
    queryFn: ({ signal }) =>
      ask<FoundDraft>(`/drafts/${encodeURIComponent(itemId)}`, signal).catch((error: unknown) => {
        if (error instanceof Refused && error.problem.code === 'no-draft') return null;
        throw error;
      }),
    enabled: isApplicant,
    staleTime: Number.POSITIVE_INFINITY,
    // Opened again it is asked again: what was saved since has another revision.
    gcTime: 0,
  });
}

/** What applicants corrected in the sources of one's own organ; nothing for who has none (R47). */
export function useDiscrepancies(): UseQueryResult<SourceNotices> {
  return useQuery({
    queryKey: ['discrepancies'],
    queryFn: async ({ signal }) => {
      const { discrepancies } = await ask<SourceNoticesFound>('/discrepancies', signal);
      return discrepancies;
    },
    retry: false,
  });
}

export function useDrafts(): UseQueryResult<readonly Draft[]> {
  return useQuery({
    queryKey: ['drafts'],
    queryFn: async ({ signal }) => {
      const { drafts } = await ask<{ readonly drafts: readonly Draft[] }>('/drafts', signal);
      return drafts;
    },
  });
}

export function useCases(state: string, cursor: string): UseQueryResult<CasePage> {
  return useQuery({
    queryKey: ['cases', state, cursor],
    queryFn: ({ signal }) => ask<CasePage>(`/cases?${view({ state, cursor })}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function useCase(caseNo: string): UseQueryResult<CaseView> {
  return useQuery({
    queryKey: ['case', caseNo],
    queryFn: ({ signal }) => ask<CaseView>(`/cases/${encodeURIComponent(caseNo)}`, signal),
  });
}

export function useMandates(state: string): UseQueryResult<readonly MandateRow[]> {
  return useQuery({
    queryKey: ['mandates', state],
    queryFn: async ({ signal }) => {
      const found = await ask<MandatesFound>(`/mandates?${view({ state })}`, signal);
      return found.mandates;
    },
    placeholderData: keepPreviousData,
  });
}

export function useMandate(mandateNo: string): UseQueryResult<MandatePageView> {
  return useQuery({
    queryKey: ['mandate', mandateNo],
    queryFn: ({ signal }) => ask<MandatePageView>(`/mandates/${encodeURIComponent(mandateNo)}`, signal),
    enabled: mandateNo !== '',
  });
}

/** The letter of a version as its signers are shown it. */
export function useMandateDraft(mandateNo: string, version: number): UseQueryResult<MandateDraft> {
  return useQuery({
    queryKey: ['mandate', mandateNo, 'draft', version],
    queryFn: ({ signal }) =>
      ask<MandateDraft>(`/mandates/${encodeURIComponent(mandateNo)}/versions/${version}/draft`, signal),
  });
}

export function useSeals(): UseQueryResult<SealsFound> {
  return useQuery({ queryKey: ['seals'], queryFn: ({ signal }) => ask<SealsFound>('/seals', signal) });
}

/** Asked again every ten seconds: whoever looks waits for witnesses to come back. */
export function useLogStatus(): UseQueryResult<LogStatus> {
  return useQuery({
    queryKey: ['log-status'],
    queryFn: ({ signal }) => ask<LogStatus>('/log-status', signal),
    refetchInterval: 10_000,
  });
}

export function useSeal(sealId: string): UseQueryResult<SealPageView> {
  return useQuery({
    queryKey: ['seal', sealId],
    queryFn: ({ signal }) => ask<SealPageView>(`/seals/${encodeURIComponent(sealId)}`, signal),
    enabled: sealId !== '',
  });
}

export function useSealUses(sealId: string, cursor: string): UseQueryResult<SealUsesFound> {
  return useQuery({
    queryKey: ['seal-uses', sealId, cursor],
    queryFn: ({ signal }) =>
      ask<SealUsesFound>(`/seals/${encodeURIComponent(sealId)}/uses?${view({ cursor })}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function useDocumentCheck(documentHash: string): UseQueryResult<DocumentCheck> {
  return useQuery({
    queryKey: ['document', documentHash],
    queryFn: ({ signal }) => ask<DocumentCheck>(`/documents/${encodeURIComponent(documentHash)}/check`, signal),
    staleTime: 60_000,
  });
}

function view(fields: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== '') search.set(name, value);
  return search.toString();
}

function versionOf(version: number | undefined): string {
  return version === undefined ? '' : `?version=${version}`;
}
