import type { Role } from './caller.ts';

/**
 * Who may knock with which act on a case. This opens doors only: whether the act is lawful is decided by the mandate, the
 * office and the state of the case, each time anew.
 */
export const caseActs = {
  settleAcceptance: ['windowClerk', 'postedOfficer', 'chiefRepresentative', 'departmentHead'],
  issueOwedLetter: ['windowClerk', 'postedOfficer', 'chiefRepresentative', 'departmentHead'],
  supplyCorrections: ['applicant', 'windowClerk'],
  supplyDeferred: ['applicant', 'windowClerk'],
  correctStatement: ['applicant', 'windowClerk'],
  withdrawApplication: ['applicant', 'windowClerk'],
  reviewCase: ['postedOfficer', 'chiefRepresentative', 'departmentHead', 'departmentStaff', 'applicant'],
  signDecision: ['postedOfficer', 'chiefRepresentative', 'departmentHead', 'departmentStaff'],
  recordPaperDecision: ['postedOfficer', 'chiefRepresentative', 'departmentHead'],
  returnProposal: ['chiefRepresentative', 'departmentHead'],
  recuseOfficer: ['postedOfficer', 'chiefRepresentative', 'departmentHead'],
  requestRecusal: ['applicant', 'windowClerk'],
  decideRecusal: ['chiefRepresentative', 'departmentHead'],
  escalateCase: ['postedOfficer', 'chiefRepresentative'],
  terminateCase: ['postedOfficer', 'chiefRepresentative', 'departmentHead'],
  deliverCase: ['windowClerk'],
  payFee: ['applicant'],
  reduceFee: ['chiefRepresentative', 'departmentHead'],
  refundFee: ['chiefRepresentative', 'departmentHead'],
  recordMisconduct: ['departmentHead'],
} as const satisfies Record<string, readonly Role[]>;

export type CaseAct = keyof typeof caseActs;

/** Who reads cases in full: the parties, and the posts that have to do with them. The centre's managers see lists only. */
export const caseReaders = [
  'applicant',
  'windowClerk',
  'postedOfficer',
  'chiefRepresentative',
  'sealKeeper',
  'departmentHead',
  'departmentStaff',
  'legalReviewer',
  'supervisor',
] as const satisfies readonly Role[];
