import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';

/** An item by name; who reads English also sees the Chinese name, which is the one in law and on every letter. */
export function ItemName({ name, nameEn }: { readonly name: string; readonly nameEn: string }): ReactNode {
  const say = useText();
  if (say.language === 'zh' || nameEn === name) return name;
  return (
    <>
      {nameEn}{' '}
      <span className="quiet beside-name" lang="zh-CN">
        {name}
      </span>
    </>
  );
}
