import type { ReactNode } from 'react';
import type { Text } from '../api/model.ts';
import { useText } from '../text/text.ts';

/** A text of the item library; where nobody has written English, the Chinese stands as Chinese. */
export function Said({ text }: { readonly text: Text }): ReactNode {
  const say = useText();
  if (say.language === 'zh' || text.en !== '') return say.of(text);
  return <span lang="zh-CN">{text.zh}</span>;
}
