/** The verbs of identity: what other modules and the doors call. */
export { DemoPeople, loadDemoPeople } from './demo-people.ts';
export {
  changePassword,
  chargeGuess,
  defaultIdentitySettings,
  findApplicant,
  findSession,
  forgiveGuesses,
  openAccount,
  openAccounts,
  registerApplicant,
  resetPassword,
  signIn,
  signOut,
  sweepSessions,
} from './sign-in.ts';
export type { Door, IdentitySettings, OpenAccount, SignedIn, SignIn } from './sign-in.ts';
export {
  appointHead,
  assignPost,
  declareAbsence,
  declareRelation,
  dissolveOrgan,
  endAbsence,
  endPost,
  enrolPerson,
  establishOrgan,
  findOrgan,
  findPerson,
  issueCertificate,
  listOrgans,
  listPersons,
  matchAccounts,
  openIdentity,
  recordLeaving,
  reinstatePerson,
  revokeCertificate,
  rosterOf,
  suspendPerson,
} from './staff-acts.ts';
export type { Identity, IdentityAct, IdentityAnswer, IdentityOptions, OrganAct, PersonAct } from './staff-acts.ts';
