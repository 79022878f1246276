import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { LibraryDraft } from '../api/library-model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { ElementField } from './ElementField.tsx';
import { nameOf, type Path } from './fields.ts';
import { Folded } from './Folded.tsx';
import type { ItemGroup } from './reads.ts';
import { entriesOf, put } from './schema.ts';

/** The draft to be written: a form that follows from the description of the item, group by group. */
export function DraftForm({
  itemId,
  draft,
  groups,
}: {
  readonly itemId: string;
  readonly draft: LibraryDraft;
  readonly groups: readonly ItemGroup[];
}): ReactNode {
  const say = useText();
  const [item, setItem] = useState<unknown>(draft.item);
  const saving = useAct(`/library/items/${encodeURIComponent(itemId)}/draft/content`);
  const entries = entriesOf(item);
  const isChanged = item !== draft.item;
  const change = (path: Path, content: unknown): void => setItem((known: unknown) => put(known, path, content));
  const faultsAt = (path: string): readonly string[] =>
    draft.faults.filter((fault) => fault.path === path).map((fault) => `${fault.rule} ${say.of(fault.message)}`);
  const faulty = new Set(draft.faults.map(({ path }) => path.split(/[.[]/)[0]));
  return (
    <section className="pane">
      <h2>{say('library.edit')}</h2>
      {groups.map(({ id, name, elements }) => (
        <Folded
          key={id}
          className="element-groups"
          holds={elements.map(([key]) => key).join(' ')}
          title={<GroupTitle name={say.of(name)} isMarked={elements.some(([key]) => faulty.has(key))} />}
        >
          {() =>
            elements.map(([key, node]) =>
              key === 'id' || key === 'dept' ? null : (
                <ElementField
                  key={key}
                  node={node}
                  path={[key]}
                  value={entries[key]}
                  name={nameOf(node, key, say)}
                  change={change}
                  faultsAt={faultsAt}
                />
              ),
            )
          }
        </Folded>
      ))}
      <div className="save-line">
        <Button
          type="primary"
          disabled={!isChanged}
          loading={saving.isPending}
          onClick={() => saving.mutate({ revision: draft.revision, item })}
        >
          {say('library.save')}
        </Button>
        <span className="quiet" aria-live="polite">
          {isChanged ? say('library.unsaved') : ''}
        </span>
      </div>
      {saving.error === null ? null : <Trouble error={saving.error} />}
    </section>
  );
}

function GroupTitle({ name, isMarked }: { readonly name: string; readonly isMarked: boolean }): ReactNode {
  const say = useText();
  return (
    <>
      {name} {isMarked ? <span className="light light-yellow">{say('library.marked')}</span> : null}
    </>
  );
}
