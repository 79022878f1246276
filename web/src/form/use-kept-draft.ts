import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { act, Refused } from '../api/client.ts';
import { randomRequestId } from '../api/request-id.ts';
import { sessionQuery } from '../api/session.ts';

export type Saving = 'nothing' | 'saved' | 'moved' | 'failed';

export interface KeptDraft {
  readonly state: Saving;
  /** Saves over the revision that this device has seen; one saving at a time, the newest last. */
  readonly save: (body: object) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** A draft on the server under `path`, of which this device has seen `revision`; the query `key` is forgotten with it. */
export function useKeptDraft(path: string, key: readonly string[], revision: number): KeptDraft {
  const client = useQueryClient();
  const seen = useRef(revision);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const [state, setState] = useState<Saving>('nothing');
  const send = (method: 'POST' | 'DELETE', body?: object): Promise<{ readonly revision: number }> => {
    const csrfToken = client.getQueryData(sessionQuery.queryKey)?.csrfToken;
    const given = body === undefined ? {} : { body };
    return act<{ readonly revision: number }>({ method, path, requestId: randomRequestId(), csrfToken, ...given });
  };
  const save = async (body: object): Promise<void> => {
    try {
      const saved = await send('POST', { ...body, revision: seen.current });
      seen.current = saved.revision;
      setState('saved');
    } catch (error) {
      setState(error instanceof Refused && error.problem.code === 'draft-moved' ? 'moved' : 'failed');
    }
  };
  return {
    state,
    save(body) {
      turn.current = turn.current.then(() => save(body));
      return turn.current;
    },
    async drop() {
      await turn.current;
      await send('DELETE').catch(() => undefined);
      seen.current = 0;
      client.removeQueries({ queryKey: key });
      setState('nothing');
    },
  };
}
