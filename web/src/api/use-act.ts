import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { act, Refused } from './client.ts';
import { createPendingActs, randomRequestId } from './request-id.ts';
import { sessionQuery } from './session.ts';

const pending = createPendingActs(sessionStorage, randomRequestId);

/** One act on the server. Done or refused, everything on the screen is asked for anew: the server alone knows what follows. */
export function useAct<Answer = unknown>(path: string): UseMutationResult<Answer, Error, unknown> {
  const client = useQueryClient();
  return useMutation<Answer, Error, unknown>({
    mutationFn: (body) => send<Answer>(path, body, client.getQueryData(sessionQuery.queryKey)?.csrfToken),
    onSuccess: () => client.invalidateQueries(),
  });
}

async function send<Answer>(path: string, body: unknown, csrfToken: string | undefined): Promise<Answer> {
  const requestId = pending.idFor(path, body);
  try {
    const answer = await act<Answer>({ method: 'POST', path, body, requestId, csrfToken });
    pending.settle(path);
    return answer;
  } catch (error) {
    // A refusal is an answer; only silence leaves the id in place.
    if (error instanceof Refused) pending.settle(path);
    throw error;
  }
}
