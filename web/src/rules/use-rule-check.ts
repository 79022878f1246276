import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { act } from '../api/client.ts';
import type { RuleCheck, RuleSet, RulesView } from '../api/model.ts';
import { ask } from '../api/client.ts';
import { randomRequestId } from '../api/request-id.ts';
import { useSession } from '../api/session.ts';

/** Milliseconds without a keystroke before the rules are sent. */
const PAUSE = 250;

/** The rules of an item: of the version in force, or of this one. */
export function useRules(itemId: string, version?: number): UseQueryResult<RulesView> {
  const asked = version === undefined ? '' : `?version=${version}`;
  return useQuery({
    queryKey: ['rules', itemId, version],
    queryFn: ({ signal }) => ask<RulesView>(`/items/${encodeURIComponent(itemId)}/rules${asked}`, signal),
  });
}

/** What the server finds in the rules as they are being written; the last answer stays until the next one comes. */
export function useRuleCheck(rules: RuleSet): UseQueryResult<RuleCheck> {
  const { data: session } = useSession();
  const [settled, settle] = useState(rules);
  useEffect(() => {
    const timer = setTimeout(() => settle(rules), PAUSE);
    return () => clearTimeout(timer);
  }, [rules]);
  return useQuery({
    enabled: session !== undefined,
    queryKey: ['rule-check', settled, session?.csrfToken],
    queryFn: () =>
      act<RuleCheck>({
        method: 'POST',
        path: '/rule-checks',
        body: settled,
        requestId: randomRequestId(),
        csrfToken: session?.csrfToken,
      }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
