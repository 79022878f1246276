import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { act, ask, Refused } from './client.ts';
import type {
  BundleChecked,
  BundleDefinition,
  BundleRow,
  BundlesFound,
  BundleView,
  FoundMatterDraft,
  MatterClaims,
  MatterDraft,
  MatterPlan,
  MatterRow,
  MattersFound,
  MatterView,
} from './matter-model.ts';
import type { Value } from './model.ts';
import { randomRequestId } from './request-id.ts';
import { useSession } from './session.ts';

/** What the screens of one matter 一件事 read. */

export function useBundles(): UseQueryResult<readonly BundleRow[]> {
  return useQuery({
    queryKey: ['bundles'],
    queryFn: async ({ signal }) => {
      const { bundles } = await ask<BundlesFound>('/bundles', signal);
      return bundles;
    },
  });
}

export function useMatters(): UseQueryResult<readonly MatterRow[]> {
  return useQuery({
    queryKey: ['matters'],
    queryFn: async ({ signal }) => {
      const { matters } = await ask<MattersFound>('/matters', signal);
      return matters;
    },
  });
}

/** A matter moves by itself while its first items are decided by rules, so it is asked again for a while; one that is refused is not. */
export function useMatter(matterNo: string): UseQueryResult<MatterView> {
  return useQuery({
    queryKey: ['matter', matterNo],
    queryFn: ({ signal }) => ask<MatterView>(`/matters/${encodeURIComponent(matterNo)}`, signal),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'completed' ? false : 3_000),
  });
}

/** Answers to shared questions, and to those of single items by item. */
export interface GivenAnswers {
  readonly answers: Readonly<Record<string, Value>>;
  readonly own: Readonly<Record<string, Readonly<Record<string, Value>>>>;
}

/** What follows from the answers so far, and which questions are open. */
export function usePlan(
  bundleId: string,
  given: GivenAnswers & {
    readonly who?: { readonly name: string; readonly idNo: string; readonly phone?: string };
    /** What he brings himself, by item. */
    readonly declined?: Readonly<Record<string, readonly string[]>>;
  },
): UseQueryResult<MatterPlan> {
  const { data: session } = useSession();
  return useQuery({
    // Before the session is known the server would refuse, and the refusal would stay.
    enabled: session !== undefined,
    queryKey: ['plan', bundleId, given, session?.csrfToken],
    queryFn: () =>
      act<MatterPlan>({
        method: 'POST',
        path: `/bundles/${encodeURIComponent(bundleId)}/plan`,
        body: given,
        requestId: randomRequestId(),
        csrfToken: session?.csrfToken,
      }),
    placeholderData: keepPreviousData,
  });
}

/** What is fetched for each item that follows from the answers, for the holder of the account. */
export function useMatterClaims(bundleId: string, given: GivenAnswers, isAsked: boolean): UseQueryResult<MatterClaims> {
  const { data: session } = useSession();
  return useQuery({
    enabled: isAsked && session !== undefined,
    queryKey: ['matter-claims', bundleId, given, session?.csrfToken],
    queryFn: () =>
      act<MatterClaims>({
        method: 'POST',
        path: `/bundles/${encodeURIComponent(bundleId)}/claims`,
        body: given,
        requestId: randomRequestId(),
        csrfToken: session?.csrfToken,
      }),
    // What was shown while somebody chooses does not change under his hands.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}

export function useBundle(bundleId: string): UseQueryResult<BundleView> {
  return useQuery({
    queryKey: ['bundle', bundleId],
    queryFn: ({ signal }) => ask<BundleView>(`/bundles/${encodeURIComponent(bundleId)}`, signal),
  });
}

/** Every fault of the draft as it stands on the screen. */
export function useBundleCheck(bundle: BundleDefinition): UseQueryResult<BundleChecked> {
  const { data: session } = useSession();
  return useQuery({
    enabled: session !== undefined,
    queryKey: ['bundleCheck', bundle, session?.csrfToken],
    queryFn: () =>
      act<BundleChecked>({
        method: 'POST',
        path: '/bundles/check',
        body: { bundle },
        requestId: randomRequestId(),
        csrfToken: session?.csrfToken,
      }),
    placeholderData: keepPreviousData,
  });
}

/** The draft kept for this matter; null where there is none. Asked once, when the questions begin. */
export function useMatterDraft(bundleId: string, isApplicant: boolean): UseQueryResult<FoundMatterDraft | null> {
  return useQuery({
    queryKey: ['matter-draft', bundleId],
    queryFn: ({ signal }) =>
      ask<FoundMatterDraft>(`/matter-drafts/${encodeURIComponent(bundleId)}`, signal).catch((error: unknown) => {
        if (error instanceof Refused && error.problem.code === 'no-draft') return null;
        throw error;
      }),
    enabled: isApplicant,
    staleTime: Number.POSITIVE_INFINITY,
    // Opened again it is asked again: what was saved since has another revision.
    gcTime: 0,
  });
}

export function useMatterDrafts(): UseQueryResult<readonly MatterDraft[]> {
  return useQuery({
    queryKey: ['matter-drafts'],
    queryFn: async ({ signal }) => {
      const { drafts } = await ask<{ readonly drafts: readonly MatterDraft[] }>('/matter-drafts', signal);
      return drafts;
    },
  });
}
