import type { ReactNode } from 'react';
import type { FoundItem } from '../api/model.ts';
import { useText } from '../text/text.ts';

/** Why an item was found, in words that let the person judge. */
export function FoundBy({ reason }: Pick<FoundItem, 'reason'>): ReactNode {
  const say = useText();
  if (reason === undefined) return null;
  const { field, text, how } = reason;
  const hint = how === 'same' || how === 'part' ? '' : `（${say(`found.how.${how}`)}）`;
  return (
    <span className="quiet found-by">
      {say(`found.because.${field}`, { text })}
      {say.language === 'zh' ? hint : hint.replace('（', ' (').replace('）', ')')}
    </span>
  );
}
