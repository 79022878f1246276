/**
 * Who people are: organs, staff and their posts, applicants and their agents, and who may not act with whom. Roles decide
 * screens only; power to act comes from a mandate. Other modules import identity from this file.
 */
export { AgentLetter, AgentPower, checkAgent, checkOpposing, checkPresence } from './agency.ts';
export type { AgentAct, Appearance, Side } from './agency.ts';
export { Applicant, checkRealName, IdType } from './applicant.ts';
export { checkCitizenId, checkCitizenId as validateCitizenId, citizenIdOf, normalCitizenId } from './citizen-id.ts';
export { checkGrantee, GRANTEE_POSTS } from './grantee.ts';
export { holderKey } from './holder-key.ts';
export { type Brake, locksFrom } from './lockout.ts';
export {
  AppointHead,
  DissolveOrgan,
  EstablishOrgan,
  isAdministrativeOrgan,
  OrganEvent,
  OrganKind,
  OrganLevel,
  organStream,
  viewOrgan,
} from './organ.ts';
export type { Organ } from './organ.ts';
export {
  checkCertificate,
  CertificateReason,
  checkInOffice,
  holdsPost,
  isAbsentAt,
  normalIdNo,
  PersonEvent,
  personStream,
  postsAt,
  RelationKind,
  relationDigest,
  viewPerson,
} from './person.ts';
export type { Absence, Person, Relation } from './person.ts';
export {
  AssignPost,
  DeclareAbsence,
  DeclareRelation,
  EndAbsence,
  EndPost,
  EnrolPerson,
  IssueCertificate,
  PERSON_BARRED_TOPIC,
  Reason,
  RecordLeaving,
  RevokeCertificate,
} from './person-steps.ts';
export { Employment, InstantText, isWithin, Post, PostKind, postRules } from './post.ts';
export { checkRecusal, conflictOf } from './recusal.ts';
export type { Conflict, Party, RecusalDeclaration } from './recusal.ts';
export { FALLBACK, isAvailable, substituteFor, whoMayAct } from './roster.ts';
export type { ActingAnswer, ActingQuestion, Candidate, FallbackRank, Roster } from './roster.ts';
export { SCREENS, screensOf, screensOfPost } from './screens.ts';
export type { Screen } from './screens.ts';
export { separate } from './separation.ts';
export type { Human, Parts } from './separation.ts';
export { checkRequestToken, requestToken, sessionCookie } from './session.ts';
export type { AccountKind, Session } from './session.ts';
export { circumstanceOf, defaultWorkplace } from './workplace.ts';
export type { Circumstance, Workplace } from './workplace.ts';
export {
  checkUscc,
  checkUscc as validateUscc,
  isUsccOverridable,
  normalUscc,
  USCC_CHARSET,
  USCC_WEIGHTS,
  usccOf,
} from './uscc.ts';
