import { perform, readStream } from '../journal/actions.ts';
import type { Performed } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { barAgainst, barredBy, Misconduct, personsAsked, recordMisconduct } from './misconduct.ts';
import { type Application, getPinnedVersion, holderKey, viewApplication } from './application.ts';
import { type Call, type CasePorts, isHeadOf, personFence } from './ports.ts';
import { applicationRefusals } from './refusals.ts';
import { insertBars, insertDiscrepancies, listDiscrepancies, readBars, type ToldDiscrepancy } from './store.ts';

type Ports = Pick<CasePorts, 'journal' | 'realm' | 'items' | 'organs' | 'people'>;

/** R35: the head of the organ enters what a decision found about the applicant. */
export function enterMisconduct(
  ports: Ports,
  call: Call,
  caseNo: string,
  command: Misconduct,
): Promise<Performed | Refusal> {
  return perform(ports.journal, recordMisconduct, {
    realm: ports.realm,
    ...call,
    stream: `case/${caseNo}`,
    command,
    facts: (events) => {
      const { received } = viewApplication(events);
      const none = { item: undefined, authority: refuse(applicationRefusals, 'unknown-case') };
      if (received === undefined) return none;
      const { item } = getPinnedVersion(ports, received.itemId, received.itemVersion);
      if (!isHeadOf(ports, call.actor, item.dept))
        return { item, authority: refuse(applicationRefusals, 'not-staff', { actor: call.actor.id }) };
      return { item, authority: { fences: [personFence(ports, call.actor.id)] } };
    },
  });
}

/** The robot that makes a finding known to every window of the district. */
export async function spreadMisconduct(ports: Ports, caseNo: string): Promise<void> {
  const events = await readStream(ports.journal, ports.realm, `case/${caseNo}`);
  const { received } = viewApplication(events);
  if (received === undefined) return;
  const found = events.filter(({ type }) => type === 'MisconductFound').map(({ data }) => Misconduct.parse(data));
  const bars = found.flatMap((misconduct) => {
    const { cause, decidedOn, decisionNo } = misconduct;
    const { itemId } = received;
    return barredBy(misconduct, received).map((idNo) => ({
      holderKey: holderKey(ports.realm, idNo),
      caseNo,
      cause,
      itemId,
      decidedOn,
      decisionNo,
    }));
  });
  await insertBars(ports.journal.pool, ports.realm, bars);
}

/** R35: the bar that closes the item to this application now, with its article and its last day. */
export async function findBar(
  ports: Pick<CasePorts, 'journal' | 'realm'>,
  item: Parameters<typeof barAgainst>[0],
  application: Pick<Application, 'applicant'>,
  at: Instant,
): Promise<Refusal | undefined> {
  if (item.intake.bars.length === 0) return undefined;
  const { realm } = ports;
  const holderKeys = personsAsked(application).map((idNo) => holderKey(realm, idNo));
  const entered = await readBars(ports.journal.pool, { realm, holderKeys });
  return barAgainst(item, entered, holderKey(realm, application.applicant.idNo), at);
}

/** R47: the robot that tells the organs of the sources what applicants say otherwise. */
export async function tellDiscrepancies(ports: Pick<CasePorts, 'journal' | 'realm'>, caseNo: string): Promise<void> {
  const events = await readStream(ports.journal, ports.realm, `case/${caseNo}`);
  const noted = events.find(({ type }) => type === 'DiscrepancyNoted');
  if (noted === undefined) return;
  const told = viewApplication(events).discrepancies.map((one): ToldDiscrepancy => {
    const { name, organ, source, sourceName, receipt } = one;
    const words = { value: String(one.value), stated: String(one.stated) };
    return { caseNo, name, organ, source, sourceName, receipt, notedAt: noted.at, ...words };
  });
  await insertDiscrepancies(ports.journal.pool, ports.realm, told);
}

/** How many notices an organ sees at once. */
const SHOWN = 200;

/** What applicants say otherwise than the sources of this organ, the newest first. */
export function discrepanciesOf(
  ports: Pick<CasePorts, 'journal' | 'realm'>,
  organ: string,
): Promise<readonly ToldDiscrepancy[]> {
  return listDiscrepancies(ports.journal.pool, { realm: ports.realm, organ, limit: SHOWN });
}
