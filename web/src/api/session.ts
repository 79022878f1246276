import { type QueryClient, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { act, ask, Refused } from './client.ts';
import type { Demo, Session } from './model.ts';
import { randomRequestId } from './request-id.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask<Session>('/session', signal).catch(nullWhen(401)),
  staleTime: 60_000,
});

/** The session, or null for somebody who is not signed in. */
export function useSession(): UseQueryResult<Session | null> {
  return useQuery(sessionQuery);
}

/** The demonstration's sign-ins and signing PIN; null where the server is no demonstration. */
export function useDemo(): UseQueryResult<Demo | null> {
  return useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => ask<Demo>('/demo', signal).catch(nullWhen(404)),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function signIn(login: string, password: string): Promise<Session> {
  const body = { login, password };
  return act<Session>({ method: 'POST', path: '/session', body, requestId: randomRequestId(), csrfToken: undefined });
}

export function signOut(csrfToken: string): Promise<unknown> {
  return act({ method: 'DELETE', path: '/session', requestId: randomRequestId(), csrfToken });
}

/** The account has changed: what the screens knew was another's to see. */
export function changeAccount(client: QueryClient, session: Session | null): void {
  client.setQueryData(sessionQuery.queryKey, session);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'demo' });
}

function nullWhen(status: number): (error: unknown) => null {
  return (error) => {
    if (error instanceof Refused && error.problem.status === status) return null;
    throw error;
  };
}
