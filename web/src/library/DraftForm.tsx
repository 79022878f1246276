import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { LibraryDraft } from '../api/library-model.ts';
import type { RuleSet } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { RuleWorkshop } from '../rules/RuleWorkshop.tsx';
import { useText } from '../text/text.ts';
import { ElementField } from './ElementField.tsx';
import { nameOf, type Path } from './fields.ts';
import { Folded } from './Folded.tsx';
import type { ItemGroup } from './reads.ts';
import { entriesOf, put } from './schema.ts';

interface DraftFormProps {
  readonly itemId: string;
  readonly draft: LibraryDraft;
  readonly groups: readonly ItemGroup[];
}

/**
 * The draft to be written. What somebody has begun to write stays on the screen when another saves meanwhile: he is told,
 * and his own is not saved over the other's.
 */
export function DraftForm({ itemId, draft, groups }: DraftFormProps): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const [begun, begin] = useState<LibraryDraft>();
  const saving = useAct(`/library/items/${encodeURIComponent(itemId)}/draft/content`);
  // One's own save comes back as the next revision.
  const isOwn = begun !== undefined && saving.isPending && draft.revision === begun.revision + 1;
  const shown = isOwn ? draft : (begun ?? draft);
  const isBehind = shown.revision !== draft.revision;
  const meanwhile = (
    <div role="alert">
      <p className="light light-yellow">{say('rules.savedMeanwhile', { revision: draft.revision })}</p>
      <Button onClick={() => begin(undefined)}>{say('rules.takeTheirs', { revision: draft.revision })}</Button>
    </div>
  );
  return (
    <WrittenDraft
      key={shown.revision}
      groups={groups}
      draft={shown}
      onBegin={() => begin(shown)}
      isSaving={saving.isPending}
      note={isBehind ? meanwhile : saving.error === null ? null : <Trouble error={saving.error} />}
      onSave={(item) =>
        saving.mutate(
          { revision: shown.revision, item },
          {
            onSuccess: () => begin((now) => (now?.revision === shown.revision ? undefined : now)),
            // Refused because another saved first: what he saved is read, and then told.
            onError: () => void client.invalidateQueries({ queryKey: ['library-item', itemId] }),
          },
        )
      }
    />
  );
}

interface WrittenProps extends Omit<DraftFormProps, 'itemId'> {
  readonly isSaving: boolean;
  /** What came of the last save, told where the hand is. */
  readonly note: ReactNode;
  readonly onBegin: () => void;
  readonly onSave: (item: Readonly<Record<string, unknown>>) => void;
}

/** A form that follows from the description of the item, group by group, and the table in the workshop. */
function WrittenDraft({ draft, groups, onBegin, isSaving, note, onSave }: WrittenProps): ReactNode {
  const say = useText();
  const [item, setItem] = useState<unknown>(draft.item);
  const [table, setTable] = useState(draft.ruleTable?.rules);
  const words = draft.ruleTable;
  const entries = entriesOf(item);
  const isChanged = item !== draft.item || table !== draft.ruleTable?.rules;
  const change = (path: Path, content: unknown): void => {
    setItem((known: unknown) => put(known, path, content));
    onBegin();
  };
  const changeTable = (rules: RuleSet): void => {
    setTable(rules);
    onBegin();
  };
  const faultsAt = (path: string): readonly string[] =>
    draft.faults.filter((fault) => fault.path === path).map((fault) => `${fault.rule} ${say.of(fault.message)}`);
  const faulty = new Set(draft.faults.map(({ path }) => path.split(/[.[]/)[0]));
  return (
    <section className="pane">
      <h2>{say('library.edit')}</h2>
      {words === null || table === undefined ? null : (
        <Folded
          className="element-groups"
          holds={[...ofTable].join(' ')}
          title={
            <GroupTitle name={say('rules.draftTable')} isMarked={[...ofTable].some((element) => faulty.has(element))} />
          }
        >
          {() => <RuleWorkshop table={words} rules={withClass(table, entries)} onChange={changeTable} />}
        </Folded>
      )}
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
        {note === null ? null : <div className="save-note">{note}</div>}
        <Button
          type="primary"
          disabled={!isChanged}
          loading={isSaving}
          onClick={() => onSave(withTable(entries, table))}
        >
          {say('library.save')}
        </Button>
        <span className="quiet" aria-live="polite">
          {isChanged ? say('library.unsaved') : ''}
        </span>
      </div>
    </section>
  );
}

/** Elements that the workshop writes instead of plain fields. */
const ofTable: ReadonlySet<string> = new Set(['inputs', 'effects', 'decide', 'cases']);

/** The draft's content with its table as the workshop has it. */
function withTable(item: Readonly<Record<string, unknown>>, table: RuleSet | undefined): Record<string, unknown> {
  if (table === undefined) return { ...item };
  const { inputs, effects, decide, cases } = table;
  return { ...item, inputs, effects, decide, cases };
}

const signClasses = [0, 1, 2] as const;

/** The class is written among the plain fields, and says who signs what the examples decide. */
function withClass(table: RuleSet, { signClass, adverseSigns }: Readonly<Record<string, unknown>>): RuleSet {
  return {
    ...table,
    signClass: signClasses.find((one) => one === signClass) ?? table.signClass,
    adverseSigns: signClasses.find((one) => one === adverseSigns) ?? table.adverseSigns,
  };
}

function GroupTitle({ name, isMarked }: { readonly name: string; readonly isMarked: boolean }): ReactNode {
  const say = useText();
  return (
    <>
      {name} {isMarked ? <span className="light light-yellow">{say('library.marked')}</span> : null}
    </>
  );
}
