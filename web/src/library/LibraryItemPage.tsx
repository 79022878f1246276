import type { ReactNode } from 'react';
import type { LibraryItem } from '../api/library-model.ts';
import { Loaded } from '../frame/Answers.tsx';
import { useNamed } from '../frame/navigation.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { Comparison } from './Comparison.tsx';
import { DraftForm } from './DraftForm.tsx';
import { ElementView } from './ElementView.tsx';
import { nameOf } from './fields.ts';
import { FaultList } from './FaultList.tsx';
import { Folded } from './Folded.tsx';
import { LibraryActs } from './LibraryActs.tsx';
import { type ItemGroup, useItemGroups, useLibraryItem } from './reads.ts';
import { RuleSetSigning } from './RuleSetSigning.tsx';
import { entriesOf } from './schema.ts';

/** One item as its department works on it: what it says, the draft beside it, what is wrong, and what can be done. */
export function LibraryItemPage(): ReactNode {
  const query = useLibraryItem(useNamed('itemId'));
  const groups = useItemGroups();
  return (
    <Loaded query={query} isPage>
      {(found) => <Loaded query={groups}>{(known) => <ItemSheet found={found} groups={known} />}</Loaded>}
    </Loaded>
  );
}

interface SheetProps {
  readonly found: LibraryItem;
  readonly groups: readonly ItemGroup[];
}

function ItemSheet({ found, groups }: SheetProps): ReactNode {
  const say = useText();
  const { row, draft } = found;
  return (
    <div className="desk-page">
      <header className="case-head">
        <h1>
          <span className="mono">{row.itemId}</span> {say.language === 'zh' ? row.name : row.nameEn}{' '}
          <span className="quiet">{say(`libraryState.${row.state}`)}</span>
        </h1>
      </header>
      <div className="case-grid">
        <div>
          {draft === null ? null : <DraftPane found={found} groups={groups} />}
          {draft === null && found.faults.length > 0 ? <FaultList faults={found.faults} /> : null}
          {draft === null ? <Elements found={found} groups={groups} /> : null}
        </div>
        <aside className="rail" aria-label={say('library.acts')}>
          <LibraryActs found={found} />
          <ClassPane found={found} />
          <Versions found={found} />
        </aside>
      </div>
    </div>
  );
}

function DraftPane({ found, groups }: SheetProps): ReactNode {
  const say = useText();
  const { draft } = found;
  if (draft === null) return null;
  const names = draft.writers.join(say.language === 'zh' ? '、' : ', ');
  return (
    <>
      <section className="pane">
        <h2>
          {say('library.draftHead', { revision: draft.revision })}{' '}
          <span className="quiet">{say(`draftState.${draft.state}`)}</span>
        </h2>
        <p className="quiet">
          {say('library.writers', { names })}
          {draft.approvedBy === null ? '' : ` · ${say('library.approvedBy', { name: draft.approvedBy })}`}
        </p>
        {draft.returned === null ? null : (
          <p className="light light-yellow">
            {say('library.returnedBy', { name: draft.returned.by, reason: draft.returned.reason })}
          </p>
        )}
      </section>
      <FaultList faults={draft.faults} />
      <Comparison changes={draft.changes} />
      {isOpen(found.can['editItemDraft']) ? (
        <DraftForm itemId={found.row.itemId} draft={draft} groups={groups} />
      ) : (
        <Elements found={{ ...found, item: draft.item }} groups={groups} />
      )}
    </>
  );
}

/** The elements in their groups; the first stands open. */
function Elements({ found, groups }: SheetProps): ReactNode {
  const say = useText();
  const item = entriesOf(found.item);
  return (
    <section className="pane">
      {groups.map(({ id, name, elements }) => (
        <Folded key={id} className="element-groups" title={say.of(name)} isOpen={id === 'identity'}>
          {() => (
            <dl>
              {elements.map(([key, node]) => (
                <ElementView key={key} node={node} value={item[key]} name={nameOf(node, key, say)} />
              ))}
            </dl>
          )}
        </Folded>
      ))}
    </section>
  );
}

/** The class that follows from the facts, and why the item has another where it has. */
function ClassPane({ found }: { readonly found: LibraryItem }): ReactNode {
  const say = useText();
  const { derived, row } = found;
  if (derived === null || row.signClass === null) return null;
  const deviation = entriesOf(entriesOf(found.item)['signing'])['deviation'];
  const reasons = derived.reasons.map((reason) => say.of(reason)).join(say.language === 'zh' ? '；' : '; ');
  return (
    <section className="pane">
      <h2>
        {say('library.class')} <span className="quiet">{say('library.class.is', { signClass: row.signClass })}</span>
      </h2>
      <p>{say('library.class.derived', { signClass: derived.signClass, reasons })}</p>
      {typeof deviation === 'string' && deviation !== '' ? (
        <p className="light light-yellow">{say('library.class.deviation', { reason: deviation })}</p>
      ) : null}
      <RuleSetSigning found={found} />
    </section>
  );
}

function Versions({ found }: { readonly found: LibraryItem }): ReactNode {
  const say = useText();
  if (found.versions.length === 0) return null;
  return (
    <section className="pane">
      <h2>{say('library.versions')}</h2>
      <ul className="letters">
        {found.versions.toReversed().map((version) => (
          <li key={version.version}>
            {versionLine(version, todayInChina(), say)}{' '}
            <span className="quiet">{say(`libraryState.${version.state}`)}</span>
            {version.withdrawn === undefined || version.withdrawn === null ? null : (
              <p className="quiet">
                {say('library.withdrawnLine', {
                  on: instantText(version.withdrawn.at, todayInChina(), say.language),
                  reason: version.withdrawn.reason,
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function versionLine({ version, effectiveFrom }: LibraryItem['versions'][number], todayOn: string, say: Say): string {
  return say('library.versionLine', { version, on: instantText(effectiveFrom, todayOn, say.language) });
}
