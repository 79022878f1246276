import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import {
  useInfiniteQuery,
  useMutation,
  type UseMutationResult,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { ask } from './client.ts';
import type { components, operations } from './contract.generated.ts';
import type { CasePage } from './model.ts';
import { useAct } from './use-act.ts';

type Schemas = components['schemas'];

export type Ways = Schemas['ConfirmationWays'];
export type BatchDraft = Schemas['BatchDraft'];
export type BatchAnswer = Schemas['BatchAnswer'];
export type SigningChallenge = Schemas['SigningChallenge'];
type ChangeChallenge = operations['askToChangeWays']['responses'][200]['content']['application/json'];
export type WayChange = operations['askToChangeWays']['requestBody']['content']['application/json']['change'];
type RegisterChallenge = operations['askToRegisterPasskey']['responses'][200]['content']['application/json'];

/** One decision as its signer was shown it. */
export interface Ticked {
  readonly caseNo: string;
  readonly decision: object;
}

/** With what the one who is signed in confirms. */
export function useWays(): UseQueryResult<Ways> {
  return useQuery({ queryKey: ['confirmation'], queryFn: ({ signal }) => ask<Ways>('/confirmation', signal) });
}

/** The cases on one's desk, page after page. */
export function useAllCases() {
  return useInfiniteQuery({
    queryKey: ['cases', 'all'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask<CasePage>(pageParam === '' ? '/cases' : `/cases?cursor=${encodeURIComponent(pageParam)}`, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

/** The device did not answer: its owner cancelled, was too late, or it holds no such key. */
export class NotConfirmed extends Error {}

/** What a passkey is asked: where the server puts the question, and about what exactly. */
export interface PasskeyAsked {
  readonly path: string;
  readonly body: object;
}

/** The question whether exactly these decisions are meant. */
export function askedOfDecisions(decisions: readonly Ticked[]): PasskeyAsked {
  return { path: '/decisions/challenge', body: { decisions } };
}

/** Lets the passkey confirm exactly what is asked. The server says what that is; the browser only carries the question. */
export function usePasskey({ path, body }: PasskeyAsked): UseMutationResult<object, Error, void> {
  const asking = useAct<Pick<SigningChallenge, 'nonce' | 'options'>>(path);
  return useMutation({
    mutationFn: async () => answerOf(await asking.mutateAsync(body)),
  });
}

/** The passkey's answer to a question of the server. */
async function answerOf({ nonce, options }: Pick<SigningChallenge, 'nonce' | 'options'>): Promise<object> {
  const { id, rawId, type, response } = await orNotConfirmed(
    startAuthentication({
      optionsJSON: {
        ...options,
        allowCredentials: options.allowCredentials.map((one) => ({ ...one, transports: [...one.transports] })),
      },
    }),
  );
  const { clientDataJSON, authenticatorData, signature } = response;
  return { nonce, credential: { id, rawId, type, response: { clientDataJSON, authenticatorData, signature } } };
}

/** The answer by a way that one holds, which a change of one's ways needs: the code typed, else the passkey; nothing where one holds none. */
export function useProof({
  passkeys,
}: Pick<Ways, 'passkeys'>): (change: WayChange, code?: unknown) => Promise<{ readonly proof?: object }> {
  const asking = useAct<ChangeChallenge>('/confirmation/challenge');
  return async (change, code) => {
    if (typeof code === 'string' && code !== '') return { proof: { code } };
    if (passkeys.length === 0) return {};
    return { proof: { passkey: await answerOf(await asking.mutateAsync({ change })) } };
  };
}

interface NewPasskeyFields {
  readonly pin: string;
  readonly label: string;
  readonly code?: string;
}

/** Makes a passkey on this device and registers it. */
export function useNewPasskey(ways: Ways): UseMutationResult<unknown, Error, NewPasskeyFields> {
  const prove = useProof(ways);
  const asking = useAct<RegisterChallenge>('/confirmation/passkeys/challenge');
  const keeping = useAct('/confirmation/passkeys');
  return useMutation({
    mutationFn: async ({ pin, label, code }) => {
      const proved = await prove('addPasskey', code);
      const { nonce, options } = await asking.mutateAsync({});
      const made = await orNotConfirmed(
        startRegistration({
          optionsJSON: {
            ...options,
            pubKeyCredParams: [...options.pubKeyCredParams],
            excludeCredentials: [...options.excludeCredentials],
          },
        }),
      );
      const { clientDataJSON, attestationObject, transports = [] } = made.response;
      const response = { clientDataJSON, attestationObject, transports };
      const credential = { id: made.id, rawId: made.rawId, type: made.type, response };
      return keeping.mutateAsync({ pin, label, answer: { nonce, credential }, ...proved });
    },
  });
}

async function orNotConfirmed<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (cause) {
    throw new NotConfirmed('the authenticator gave no answer', { cause });
  }
}
