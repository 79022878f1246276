import type { Draft } from '../api/model.ts';
import { answersOf, keyOf } from '../form/application.ts';
import { type KeptDraft, useKeptDraft } from '../form/use-kept-draft.ts';
import type { ApplyFields } from './ForOther.tsx';

interface SavedDraft extends Pick<KeptDraft, 'state' | 'drop'> {
  readonly save: (fields: ApplyFields, step: number) => Promise<void>;
}

/** Saves the draft of an item over the revision that this device has seen. */
export function useSavedDraft(
  { itemId, version, codes }: { readonly itemId: string; readonly version: number; readonly codes: readonly string[] },
  kept: Draft | undefined,
): SavedDraft {
  const path = `/drafts/${encodeURIComponent(itemId)}`;
  const { state, save, drop } = useKeptDraft(path, ['draft', itemId], kept?.revision ?? 0);
  return {
    state,
    save: (fields, step) => save({ itemVersion: version, body: bodyOf(fields, codes, step) }),
    drop,
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
