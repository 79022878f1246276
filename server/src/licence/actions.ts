import { type CasePorts, findOrgan, getPinnedVersion, holderKey, viewApplication } from '../application/application.ts';
import { type Journal, type Part, part, perform, readStream } from '../journal/actions.ts';
import type { Consequence } from '../journal/consequence.ts';
import type { Actor, Performed, Recorded } from '../journal/journal.ts';
import { createRegister, type Register } from '../journal/register.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { MandateBook } from '../mandate/actions.ts';
import type { Power } from '../mandate/mandate.ts';
import { type GrantedLicence, issueLicence, licenceOf, renewLicence } from './granting.ts';
import {
  defineLicenceType,
  type Licence,
  licenceStreamOf,
  type LicenceType,
  licenceTypeStream,
  viewLicence,
  viewLicenceType,
} from './licence.ts';
import { listHeld } from './store.ts';

/** A licence follows its decision by itself: the machine that makes it out carries no person's name (promise 4). */
export const licenceRobot: Actor = { kind: 'robot', id: 'robot/licences' };

export interface LicencePorts extends Pick<CasePorts, 'journal' | 'realm' | 'organs' | 'items'> {
  readonly licenceTypes: Register<LicenceType | undefined>;
  readonly mandateBook: Pick<MandateBook, 'get'>;
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

/**
 * The licence that a grant brings about, in the commit of the decision (ADR 26): issued, or for a renewal the held one renewed.
 * A mandate that does not give the power to issue leaves the licence to the organ.
 */
export function licencesBrought(
  ports: Omit<LicencePorts, 'journal'>,
  events: readonly Recorded[],
  made: readonly Recorded[],
): readonly Consequence[] {
  if (events[0]?.stream.startsWith('case/') !== true || !made.some(({ type }) => type === 'DecisionMade')) return [];
  const granted = grantedLicence(ports, events);
  if (granted === undefined) return [];
  const { licenceNo, basis, continues } = granted.issued;
  if (!gives(ports, granted, continues === undefined ? 'issueLicence' : 'renew')) return [];
  const stream = licenceStreamOf(licenceNo);
  if (stream === undefined) throw new Error(`${licenceNo} names no licence`);
  const issue = { stream, requestId: `licence/${basis.caseNo}`, actor: licenceRobot };
  const held = continues === undefined ? undefined : licenceStreamOf(continues);
  if (held === undefined) return [{ ...issue, parts: [part(issueLicence, granted, () => undefined)] }];
  return renewedOrIssued(granted, held, issue);
}

/**
 * For a renewal: the held licence is renewed; one that the library does not have is issued into it. Silence never fails for want
 * of a licence that can be renewed (R63).
 */
function renewedOrIssued(
  granted: GrantedLicence,
  held: string,
  issue: Omit<Consequence, 'parts'>,
): readonly Consequence[] {
  const { basis } = granted.issued;
  let isHeld = false;
  const renewing = part(renewLicence, granted, () => undefined);
  const issuing = part(issueLicence, granted, () => undefined);
  const renew: Part = {
    ...renewing,
    async decide(before, context) {
      isHeld = viewLicence(before) !== undefined;
      if (!isHeld) return { events: [] };
      const decided = await renewing.decide(before, context);
      return isRefusal(decided) && basis.outcome === 'DEEMED_RENEWED' ? { events: [] } : decided;
    },
  };
  const issueElse: Part = {
    ...issuing,
    decide: async (before, context) => (isHeld ? { events: [] } : issuing.decide(before, context)),
  };
  const requestId = `licence/renewed/${basis.caseNo}`;
  return [
    { stream: held, requestId, actor: licenceRobot, parts: [renew] },
    { ...issue, parts: [issueElse] },
  ];
}

function grantedLicence(ports: Omit<LicencePorts, 'journal'>, events: readonly Recorded[]): GrantedLicence | undefined {
  const { received } = viewApplication(events);
  if (received === undefined) return undefined;
  const version = getPinnedVersion(ports, received.itemId, received.itemVersion);
  const held = ports.licenceTypes.get(licenceTypeStream(version.item.result.licenceType ?? ''));
  const organ = findOrgan(ports, version.item.dept);
  if (held?.view === undefined || organ === undefined) return undefined;
  const { code, name, uscc } = organ;
  const granted = licenceOf(events, { realm: ports.realm, type: held.view, organ: { code, name, uscc }, version });
  return granted === undefined
    ? undefined
    : { ...granted, fences: [{ key: held.key, epoch: held.epoch, mode: 'pass' }] };
}

/** What the mandate of the decision gives; the head of the organ, and statute, need none. */
function gives({ mandateBook }: Pick<LicencePorts, 'mandateBook'>, { mandate }: GrantedLicence, power: Power): boolean {
  if (mandate === undefined) return true;
  const letter = mandateBook
    .get(mandate.mandateNo)
    ?.versions.find(({ letter: { version } }) => version === mandate.version)?.letter;
  return letter?.powers.includes(power) ?? false;
}

/** The licence under this identifier, whichever of its versions that names; undefined where the library has none. */
export async function licenceByNo(
  ports: Pick<LicencePorts, 'journal' | 'realm'>,
  licenceNo: string,
): Promise<Licence | undefined> {
  const stream = licenceStreamOf(licenceNo);
  if (stream === undefined) return undefined;
  const licence = viewLicence(await readStream(ports.journal, ports.realm, stream));
  return licence?.numbers.includes(licenceNo) === true ? licence : undefined;
}

/** More than anybody holds; a list that is cut says so by its length. */
const HELD_LIMIT = 200;

/** The licences of whoever has this number, the newest first, ended ones among them. */
export async function licencesOf(
  ports: Pick<LicencePorts, 'journal' | 'realm'>,
  idNo: string,
): Promise<readonly Licence[]> {
  const { journal, realm } = ports;
  const places = await listHeld(journal.pool, realm, holderKey(realm, idNo), HELD_LIMIT);
  const streams = await Promise.all(places.map(({ stream }) => readStream(journal, realm, stream)));
  return streams.flatMap((events) => viewLicence(events) ?? []);
}
