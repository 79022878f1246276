import { type Call, type CasePorts } from '../application/application.ts';
import { perform } from '../journal/actions.ts';
import type { FenceUse, Performed, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { agreedToServiceOnline, staffOf } from '../licence/actions.ts';
import { type Licence, viewLicence } from '../licence/licence.ts';
import { licenceRefusals } from '../licence/refusals.ts';
import type { Deliver } from './delivery.ts';
import { deliveryRefusals } from './refusals.ts';

/** Which letter about a licence is served, and how (R87). */
export interface ServeLetter extends Deliver {
  readonly docNo: string;
}

export interface ServeFacts {
  /** The organ serves its own letters; the robot electronically, on the holder's consent. */
  readonly entry: readonly FenceUse[] | Refusal;
  readonly isAgreed: boolean;
}

/** Ways of service that nobody signs for at the desk: the mail's number, or where and when the public notice stands (R87). */
const NAMED: ReadonlySet<Deliver['method']> = new Set(['mail', 'publicNotice']);

/** Service of a letter about a licence on its holder: what was announced and what was decided runs from it (R68, R87). */
export const serveLicenceLetter: Step<ServeLetter, Licence | undefined, ServeFacts> = {
  name: 'serveLicenceLetter',
  view: viewLicence,
  decide(view, command, { entry, isAgreed }, { actor }) {
    const letter = view?.course.letters.find(({ applied }) => applied.docNo === command.docNo);
    if (letter === undefined) return refuse(licenceRefusals, 'unknown-letter', { docNo: command.docNo });
    // The terms run from the first service, and no later one starts them again.
    if (letter.served !== undefined) return refuse(licenceRefusals, 'letter-served', { docNo: command.docNo });
    if (command.method === 'electronic' && !isAgreed)
      return refuse(deliveryRefusals, 'no-consent-to-electronic-service');
    if (actor.kind === 'robot' && command.method !== 'electronic')
      return refuse(deliveryRefusals, 'service-method-not-for-robot', { method: command.method });
    if (NAMED.has(command.method) && (command.reference ?? '') === '')
      return refuse(deliveryRefusals, 'service-without-reference', { method: command.method });
    if (isRefusal(entry)) return entry;
    return { events: [{ type: 'LicenceLetterServed', data: command }], fences: entry };
  },
};

/** Serves a letter about a licence. */
export function serveLetter(
  ports: Pick<CasePorts, 'journal' | 'realm' | 'people'>,
  call: Call,
  { stream }: Pick<Licence, 'stream'>,
  command: ServeLetter,
): Promise<Performed | Refusal> {
  return perform(ports.journal, serveLicenceLetter, {
    realm: ports.realm,
    ...call,
    stream,
    command,
    async facts(events) {
      const view = viewLicence(events);
      const isAgreed = view !== undefined && (await agreedToServiceOnline(ports, view));
      const entry = call.actor.kind === 'robot' ? [] : staffOf(ports, call, view?.organ.code ?? '');
      return { entry, isAgreed };
    },
  });
}
