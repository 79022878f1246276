import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { act, ask } from './client.ts';
import type {
  BundleChecked,
  BundleDefinition,
  BundleRow,
  BundlesFound,
  BundleView,
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

/** A matter moves by itself while its first items are decided by rules, so it is asked again for a while. */
export function useMatter(matterNo: string): UseQueryResult<MatterView> {
  return useQuery({
    queryKey: ['matter', matterNo],
    queryFn: ({ signal }) => ask<MatterView>(`/matters/${encodeURIComponent(matterNo)}`, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'completed' ? false : 3_000),
  });
}

/** What follows from the answers so far, and which questions are open. */
export function usePlan(bundleId: string, answers: Readonly<Record<string, Value>>): UseQueryResult<MatterPlan> {
  const { data: session } = useSession();
  const shared = Object.fromEntries(Object.entries(answers).filter(([name]) => !name.includes(' ')));
  return useQuery({
    // Before the session is known the server would refuse, and the refusal would stay.
    enabled: session !== undefined,
    queryKey: ['plan', bundleId, shared, session?.csrfToken],
    queryFn: () =>
      act<MatterPlan>({
        method: 'POST',
        path: `/bundles/${encodeURIComponent(bundleId)}/plan`,
        body: { answers: shared },
        requestId: randomRequestId(),
        csrfToken: session?.csrfToken,
      }),
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
