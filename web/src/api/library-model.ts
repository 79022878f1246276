import type { components } from './contract.generated.ts';

type Schemas = components['schemas'];

export type LibraryRow = Schemas['LibraryRow'];
export type LibraryItem = Schemas['LibraryItem'];
export type LibraryDraft = NonNullable<LibraryItem['draft']>;
export type ItemFault = Schemas['ItemFault'];
export type ItemChange = Schemas['ItemChange'];
export type SignListRow = Schemas['SignListRow'];
export type ImportPreview = Schemas['ImportPreview'];
export type ImportFault = Schemas['ImportFault'];
export type ImportRow = Schemas['ImportRow'];
export type ItemImport = Schemas['ItemImport'];
