import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { act, Refused } from '../api/client.ts';
import type { Draft } from '../api/model.ts';
import { randomRequestId } from '../api/request-id.ts';
import { sessionQuery } from '../api/session.ts';
import { keyOf, answersOf } from '../form/application.ts';
import type { ApplyFields } from './ForOther.tsx';

export type Saving = 'nothing' | 'saved' | 'moved' | 'failed';

interface SavedDraft {
  readonly state: Saving;
  readonly save: (fields: ApplyFields, step: number) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** Saves the draft of an item over the revision that this device has seen; one saving at a time, the newest last. */
export function useSavedDraft(
  { itemId, version, codes }: { readonly itemId: string; readonly version: number; readonly codes: readonly string[] },
  kept: Draft | undefined,
): SavedDraft {
  const client = useQueryClient();
  const revision = useRef(kept?.revision ?? 0);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const [state, setState] = useState<Saving>('nothing');
  const path = `/drafts/${encodeURIComponent(itemId)}`;
  const send = (method: 'POST' | 'DELETE', body?: object): Promise<Draft> => {
    const csrfToken = client.getQueryData(sessionQuery.queryKey)?.csrfToken;
    return act<Draft>({
      method,
      path,
      requestId: randomRequestId(),
      csrfToken,
      ...(body === undefined ? {} : { body }),
    });
  };
  const save = async (fields: ApplyFields, step: number): Promise<void> => {
    const body = { itemVersion: version, revision: revision.current, body: bodyOf(fields, codes, step) };
    try {
      const saved = await send('POST', body);
      revision.current = saved.revision;
      setState('saved');
    } catch (error) {
      setState(error instanceof Refused && error.problem.code === 'draft-moved' ? 'moved' : 'failed');
    }
  };
  return {
    state,
    save(fields, step) {
      turn.current = turn.current.then(() => save(fields, step));
      return turn.current;
    },
    async drop() {
      await turn.current;
      await send('DELETE').catch(() => undefined);
      revision.current = 0;
      client.removeQueries({ queryKey: ['draft', itemId] });
      setState('nothing');
    },
  };
}

/** The fields as the server keeps them; the rest of the screen goes along as it is. */
function bodyOf(
  { form, files = {}, materials = {}, byPromise, ...more }: ApplyFields,
  codes: readonly string[],
  step: number,
) {
  const held = Object.fromEntries(
    codes.flatMap((code) => {
      const some = files[keyOf(code)] ?? [];
      return some.length === 0 ? [] : [[code, some]];
    }),
  );
  // What is not said is left away: a draft keeps JSON.
  const plain: object = JSON.parse(JSON.stringify(more));
  return {
    form: answersOf(form),
    files: held,
    ticked: codes.filter((code) => materials[keyOf(code)] === true),
    route: byPromise === true ? 'promise' : 'normal',
    more: plain,
    step,
  };
}

/** The fields of the screen as a draft has them. */
export function fieldsOfDraft({ body }: Draft): ApplyFields {
  const { form, files, ticked, route, more } = body;
  return {
    ...more,
    form,
    files: Object.fromEntries(Object.entries(files).map(([code, some]) => [keyOf(code), some])),
    materials: Object.fromEntries(ticked.map((code) => [keyOf(code), true])),
    byPromise: route === 'promise',
  };
}
