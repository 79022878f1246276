import type { Role } from './caller.ts';

const department = [
  'departmentStaff',
  'departmentHead',
  'legalReviewer',
  'postedOfficer',
  'chiefRepresentative',
] as const;
const grantee = ['postedOfficer', 'chiefRepresentative', 'sealKeeper', 'departmentHead', 'departmentStaff'] as const;

/** Who may knock with which verb of a mandate; whether the verb is lawful is the mandate’s own question. */
export const mandateActs = {
  draftMandate: department,
  reviewMandate: ['legalReviewer', 'departmentStaff', 'departmentHead'],
  signMandate: ['departmentHead'],
  acceptMandate: grantee,
  fileMandate: ['legalReviewer', 'departmentStaff', 'departmentHead', 'centreManager'],
  publishMandate: [...department, 'centreManager'],
  amendMandate: department,
  suspendMandate: ['departmentHead', 'supervisor'],
  resumeMandate: ['departmentHead', 'supervisor'],
  revokeMandate: ['departmentHead'],
} as const satisfies Record<string, readonly Role[]>;

export type MandateAct = keyof typeof mandateActs;
