import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from '../api/client.ts';
import type { LibraryItem, LibraryRow, SignListRow } from '../api/library-model.ts';
import type { Text } from '../api/model.ts';
import { readSchema, type SchemaNode } from './schema.ts';

/** What the item library's screens read. */

export function useLibrary(organ: string): UseQueryResult<readonly LibraryRow[]> {
  return useQuery({
    queryKey: ['library', organ],
    queryFn: async ({ signal }) => {
      const search = organ === '' ? '' : `?organ=${encodeURIComponent(organ)}`;
      const { items } = await ask<{ readonly items: readonly LibraryRow[] }>(`/library/items${search}`, signal);
      return items;
    },
    placeholderData: keepPreviousData,
  });
}

export function useLibraryItem(itemId: string): UseQueryResult<LibraryItem> {
  return useQuery({
    queryKey: ['library-item', itemId],
    queryFn: ({ signal }) => ask<LibraryItem>(`/library/items/${encodeURIComponent(itemId)}`, signal),
  });
}

export interface ItemGroup {
  readonly id: string;
  readonly name: Text;
  /** Names and descriptions of the group's elements, in order. */
  readonly elements: readonly (readonly [key: string, node: SchemaNode])[];
}

interface SchemaAnswer {
  readonly schema: unknown;
  readonly groups: readonly { readonly id: string; readonly name: Text; readonly elements: readonly string[] }[];
}

export function useItemGroups(): UseQueryResult<readonly ItemGroup[]> {
  return useQuery({
    queryKey: ['item-schema'],
    queryFn: async ({ signal }) => {
      const { schema, groups } = await ask<SchemaAnswer>('/library/schema', signal);
      const elements = new Map(readSchema(schema).children);
      return groups.map(({ id, name, elements: keys }) => ({
        id,
        name,
        elements: keys.flatMap((key) => {
          const node = elements.get(key);
          return node === undefined ? [] : [[key, node] as const];
        }),
      }));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export interface SignList {
  readonly signatures: number;
  readonly items: readonly SignListRow[];
}

/** Lists 0, 1 and 2 of an organ, as the library generates them. */
export function useSignLists(organ: string): UseQueryResult<readonly SignList[]> {
  return useQuery({
    queryKey: ['sign-lists', organ],
    queryFn: async ({ signal }) => {
      const search = `?organ=${encodeURIComponent(organ)}`;
      const { lists } = await ask<{ readonly lists: readonly SignList[] }>(`/sign-lists${search}`, signal);
      return lists;
    },
    staleTime: 60_000,
  });
}
