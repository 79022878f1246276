import { type Call, findOrgan } from '../application/application.ts';
import { type Journal, perform } from '../journal/actions.ts';
import type { Consequence } from '../journal/consequence.ts';
import type { Actor, Performed, Recorded } from '../journal/journal.ts';
import { createRegister, type Register } from '../journal/register.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type LicencePorts, licenceRobot, licencesBrought } from './bringing.ts';
import { type TakenOver, takeOverLicence } from './granting.ts';
import { defineLicenceType, type LicenceType, licenceTypeStream, viewLicenceType } from './licence.ts';
import { recordExpiry, recordResumption } from './life.ts';
import { sharesUsed } from './vault-acts.ts';

export { agreedToServiceOnline, answerAnnouncement, answerUntil, enterHearing, staffOf } from './course-acts.ts';
export { act, authorityToAct, draftAct, licenceActToConfirm } from './acting.ts';
export { type CodeRegistry, type LicencePorts, licenceRobot, licencesBrought } from './bringing.ts';
export { type CredentialKeys, credentialType, HolderJwk, presentCredential } from './credential.ts';
export { mayAnswer, mayFollow } from './ending-course.ts';
export { ActOnLicence, LetteredAct, type LicenceVerb, maySuffer } from './life.ts';
export { licenceByNo, licencesOf, licencesOfOrgan } from './finding.ts';
export { libraryFacts } from './library-facts.ts';
export { namedBy, namedLicences } from './naming.ts';
export { coveredNo, documentOf } from './sealed-document.ts';
export {
  authorityToMakeOut,
  IssueLater,
  laterToConfirm,
  licenceOfCase,
  makeOutLater,
  type OwedLicence,
} from './issuing-later.ts';
export { credentialOf, type ShowPorts, statusListToken } from './showing.ts';
export {
  dropFile,
  fileInCase,
  fileOf,
  filesOf,
  keepFile,
  keepUpload,
  share,
  SharePurpose,
  sharesOf,
  takeBack,
  type VaultCall,
} from './vault-acts.ts';
export { LIST_SECONDS } from './status-list.ts';

/** What an act on a case brings about in the library: its licence, and the record of what it used of a vault. */
export function broughtAbout(
  ports: Omit<LicencePorts, 'journal'>,
  events: readonly Recorded[],
  made: readonly Recorded[],
): readonly Consequence[] {
  return [...licencesBrought(ports, events, made), ...sharesUsed(ports.realm, events, made)];
}

/** The types of licences of a realm in memory. */
export function createLicenceTypeRegister(journal: Journal, realm: string): Register<LicenceType | undefined> {
  return createRegister(journal.pool, realm, licenceTypeStream(''), viewLicenceType);
}

/** Defines a type of licence. */
export function defineType(
  ports: Pick<LicencePorts, 'journal' | 'realm' | 'organs'>,
  call: { readonly actor: Actor; readonly requestId: string; readonly at: Instant },
  command: LicenceType,
): Promise<Performed | Refusal> {
  return perform(ports.journal, defineLicenceType, {
    realm: ports.realm,
    ...call,
    stream: licenceTypeStream(command.typeId),
    command,
    facts: () => ({ organ: findOrgan(ports, command.organ) }),
  });
}

/** Enters a licence from before the library. */
export function takeOver(
  ports: Pick<LicencePorts, 'journal' | 'realm'>,
  call: { readonly actor: Actor; readonly requestId: string; readonly at: Instant },
  command: TakenOver,
): Promise<Performed | Refusal> {
  const stream = `licence/${command.type.code}.${command.organ.uscc}.${command.serial}`;
  const frame = { realm: ports.realm, ...call, stream };
  return perform(ports.journal, takeOverLicence, { ...frame, command, facts: () => undefined });
}

/** Records the end of a term; a licence renewed meanwhile, or ended otherwise, stays as it is. */
export function expire(
  ports: Pick<LicencePorts, 'journal' | 'realm'>,
  call: Pick<Call, 'requestId' | 'at'>,
  stream: string,
): Promise<Performed | Refusal> {
  const frame = { realm: ports.realm, ...call, actor: licenceRobot, stream };
  return perform(ports.journal, recordExpiry, { ...frame, command: undefined, facts: () => undefined });
}

/** Records that a suspension for a time is over; a licence reinstated or ended meanwhile stays as it is. */
export function resume(
  ports: Pick<LicencePorts, 'journal' | 'realm'>,
  call: Pick<Call, 'requestId' | 'at'>,
  stream: string,
): Promise<Performed | Refusal> {
  const frame = { realm: ports.realm, ...call, actor: licenceRobot, stream };
  return perform(ports.journal, recordResumption, { ...frame, command: undefined, facts: () => undefined });
}
