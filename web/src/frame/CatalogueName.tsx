import type { ReactNode } from 'react';
import { useFoundItems } from '../api/reads.ts';
import { ItemName } from './ItemName.tsx';

/** An item that a letter names in Chinese, with the English name that the catalogue gives it. */
export function CatalogueName({ itemId, name }: { readonly itemId: string; readonly name: string }): ReactNode {
  const { data: items = [] } = useFoundItems('');
  return <ItemName name={name} nameEn={items.find((item) => item.itemId === itemId)?.nameEn ?? name} />;
}
