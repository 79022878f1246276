import type { ReactNode } from 'react';
import { useDrafts, useGuide } from '../api/reads.ts';
import type { Draft } from '../api/model.ts';
import { ItemName } from '../frame/ItemName.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { dateText, instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** Drafts that were not sent yet, the newest first; nothing where there are none. */
export function MyDrafts(): ReactNode {
  const say = useText();
  const { data: drafts = [] } = useDrafts();
  if (drafts.length === 0) return null;
  return (
    <>
      <h2>{say('draft.mine')}</h2>
      <ul className="cards">
        {drafts.map((draft) => (
          <DraftCard key={draft.itemId} draft={draft} />
        ))}
      </ul>
    </>
  );
}

function DraftCard({ draft }: { readonly draft: Draft }): ReactNode {
  const say = useText();
  const { data: guide } = useGuide(draft.itemId);
  const todayOn = todayInChina();
  const at = instantText(draft.savedAt, todayOn, say.language);
  const last = new Date(Date.parse(draft.expiresAt) - 1).toISOString();
  return (
    <li className="card">
      <GoTo to={paths.apply(draft.itemId)} className="card-title">
        {guide === undefined ? draft.itemId : <ItemName name={guide.name} nameEn={guide.nameEn} />}
      </GoTo>
      <span className="quiet">{say('draft.line', { at, on: dateText(dateInChina(last), todayOn, say.language) })}</span>
    </li>
  );
}

/** The calendar date of an instant in China (UTC+8). */
function dateInChina(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
}
