import { type CasePorts, findOrgan, getPinnedVersion, viewApplication } from '../application/application.ts';
import { type Part, part } from '../journal/actions.ts';
import type { Consequence } from '../journal/consequence.ts';
import type { Actor, Recorded, Step } from '../journal/journal.ts';
import type { Register } from '../journal/register.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { MandateBook } from '../mandate/actions.ts';
import type { Power } from '../mandate/mandate.ts';
import {
  changeLicence,
  closeLicence,
  DECIDED,
  foundedHolder,
  type GrantedLicence,
  issueLicence,
  licenceOf,
  renewLicence,
} from './granting.ts';
import { type Licence, licenceStreamOf, type LicenceType, licenceTypeStream, viewLicence } from './licence.ts';

/** A licence follows its decision by itself: the machine that makes it out carries no person's name (promise 4). */
export const licenceRobot: Actor = { kind: 'robot', id: 'robot/licences' };

export interface LicencePorts extends Pick<CasePorts, 'journal' | 'realm' | 'organs' | 'items'> {
  readonly licenceTypes: Register<LicenceType | undefined>;
  readonly mandateBook: Pick<MandateBook, 'get'>;
  readonly registry: CodeRegistry;
}

/** The registry that gives a new company or business its unified social credit code; undefined while it has not. */
export interface CodeRegistry {
  readonly codeOf: (granted: {
    readonly caseNo: string;
    readonly itemId: string;
    readonly grantedAt: Instant;
  }) => Promise<string | undefined>;
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
  if (events[0]?.stream.startsWith('case/') !== true || !made.some(({ type }) => DECIDED.has(type))) return [];
  const granted = grantedLicence(ports, events);
  if (granted === undefined || !gives(ports, granted, POWERS[granted.act])) return [];
  const { licenceNo, basis, continues } = granted.issued;
  const stream = licenceStreamOf(licenceNo);
  if (stream === undefined) throw new Error(`${licenceNo} names no licence`);
  const issue = { stream, requestId: `licence/${basis.caseNo}`, actor: licenceRobot };
  const held = continues === undefined ? undefined : licenceStreamOf(continues);
  switch (granted.act) {
    case 'issue':
      return granted.founds === undefined
        ? [{ ...issue, parts: [part(issueLicence, granted, () => undefined)] }]
        : [{ ...issue, parts: [part(issueFounded, granted, (_events, { at }) => codeFor(ports, granted, at))] }];
    case 'renew':
      // A number of another form is of a licence from before the library.
      return held === undefined
        ? [{ ...issue, parts: [part(issueLicence, granted, () => undefined)] }]
        : renewedOrIssued(granted, held, issue);
    case 'change':
      return [{ ...issue, stream: held ?? stream, parts: [part(changeLicence, granted, () => undefined)] }];
    case 'cancel':
      return [{ ...issue, stream: held ?? stream, parts: [part(closeLicence, granted, () => undefined)] }];
    default:
      return granted.act satisfies never;
  }
}

interface Coded {
  readonly realm: string;
  readonly uscc: string | undefined;
}

/** The licence of what a registration founds; without its code it is left, and owed until the registry gave one. */
const issueFounded: Step<GrantedLicence, Licence | undefined, Coded> = {
  name: 'issueLicenceOfFounded',
  view: viewLicence,
  decide(view, granted, { realm, uscc }, context) {
    const issued = foundedHolder(granted, realm, { uscc });
    return issued === undefined
      ? { events: [] }
      : issueLicence.decide(view, { ...granted, issued }, undefined, context);
  },
};

/** What the registry assigned. A registry that is down holds up no decision: the licence is then owed. */
export async function codeFor(
  { registry, realm }: Pick<LicencePorts, 'registry' | 'realm'>,
  { issued: { basis } }: GrantedLicence,
  grantedAt: Instant,
): Promise<Coded> {
  const { caseNo, itemId } = basis;
  const uscc = await registry.codeOf({ caseNo, itemId, grantedAt }).catch(() => undefined);
  return { realm, uscc };
}

/** The power of the mandate that each outcome of a case needs besides the grant. */
export const POWERS = {
  issue: 'issueLicence',
  renew: 'renew',
  change: 'change',
  cancel: 'cancel',
} as const satisfies Record<GrantedLicence['act'], Power>;

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

/** What the case granted, as far as its item ends with a licence; undefined where it did not. */
export function grantedLicence(
  ports: Omit<LicencePorts, 'journal' | 'mandateBook' | 'registry'>,
  events: readonly Recorded[],
): GrantedLicence | undefined {
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

/** The stream on which the granted act lands: the held licence, or a new one. */
export function heldOrNew({ act, issued: { licenceNo, continues } }: GrantedLicence): string {
  const held = act === 'issue' || continues === undefined ? undefined : licenceStreamOf(continues);
  const stream = held ?? licenceStreamOf(licenceNo);
  if (stream === undefined) throw new Error(`${licenceNo} names no licence`);
  return stream;
}

/** What the mandate of the decision gives; the head of the organ, and statute, need none. */
export function gives(
  { mandateBook }: Pick<LicencePorts, 'mandateBook'>,
  { mandate }: GrantedLicence,
  power: Power,
): boolean {
  if (mandate === undefined) return true;
  const letter = mandateBook
    .get(mandate.mandateNo)
    ?.versions.find(({ letter: { version } }) => version === mandate.version)?.letter;
  return letter?.powers.includes(power) ?? false;
}
