import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { act, ask, Refused } from './client.ts';
import type { DemoSignIn, Session } from './model.ts';
import { randomRequestId } from './request-id.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => findSession(signal),
  staleTime: 60_000,
});

/** The session, or null for somebody who is not signed in. */
export function useSession(): UseQueryResult<Session | null> {
  return useQuery(sessionQuery);
}

/** The demonstration's sign-ins; none where the server is no demonstration. */
export function useDemoSignIns(): UseQueryResult<readonly DemoSignIn[]> {
  return useQuery({ queryKey: ['demo-sign-ins'], queryFn: ({ signal }) => findDemoSignIns(signal) });
}

export function signIn(login: string, password: string): Promise<Session> {
  const body = { login, password };
  return act<Session>({ method: 'POST', path: '/session', body, requestId: randomRequestId(), csrfToken: undefined });
}

export function signOut(csrfToken: string): Promise<unknown> {
  return act({ method: 'DELETE', path: '/session', requestId: randomRequestId(), csrfToken });
}

async function findSession(signal: AbortSignal): Promise<Session | null> {
  return ask<Session>('/session', signal).catch(nullWhen(401));
}

async function findDemoSignIns(signal: AbortSignal): Promise<readonly DemoSignIn[]> {
  const found = await ask<{ readonly signIns: readonly DemoSignIn[] }>('/demo', signal).catch(nullWhen(404));
  return found?.signIns ?? [];
}

function nullWhen(status: number): (error: unknown) => null {
  return (error) => {
    if (error instanceof Refused && error.problem.status === status) return null;
    throw error;
  };
}
