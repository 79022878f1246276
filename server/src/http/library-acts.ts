import type { Role } from './caller.ts';

const department = [
  'departmentStaff',
  'departmentHead',
  'legalReviewer',
  'postedOfficer',
  'chiefRepresentative',
] as const satisfies readonly Role[];

/** Who reads the item library as departments work on it. */
export const libraryReaders = [...department, 'supervisor', 'centreManager'] as const satisfies readonly Role[];

/** Who may knock with which verb of an item; whether it is his organ's item and his turn is the item's own question. */
export const libraryActs = {
  openItemDraft: department,
  editItemDraft: department,
  submitItemDraft: department,
  returnItemDraft: ['departmentHead', 'legalReviewer'],
  approveItemDraft: ['departmentHead', 'legalReviewer'],
  dropItemDraft: department,
  publishItemDraft: department,
  withdrawItem: ['departmentHead', 'legalReviewer'],
  signRuleSet: ['departmentHead'],
} as const satisfies Record<string, readonly Role[]>;

export type LibraryAct = keyof typeof libraryActs;
