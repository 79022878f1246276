import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { caseStream } from '../src/application/actions.ts';
import { getPinnedVersion, openCaseNumbers } from '../src/application/application.ts';
import { officialNotices } from '../src/calendar/actions.ts';
import { workCalendar } from '../src/calendar/calendar.ts';
import { createItemRegister, publishItem, signRules } from '../src/catalogue/actions.ts';
import { Catalogue, codeLists, ruleSetHash } from '../src/catalogue/catalogue.ts';
import { type DeskPorts, evidenceOf } from '../src/decision/actions.ts';
import { projectCase } from '../src/desk/desk.ts';
import { type Identity, openIdentity } from '../src/identity/actions.ts';
import { DemoPeople, loadDemoPeople } from '../src/identity/demo-people.ts';
import { type Journal, openJournal, perform, readStream } from '../src/journal/actions.ts';
import type { Actor, NewEvent, Recorded, Step } from '../src/journal/journal.ts';
import { type Database, openDatabase } from '../src/kernel/database.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Instant } from '../src/kernel/time.ts';
import { defaultConsentPolicy } from '../src/consent/consent.ts';
import { usualLimits } from '../src/material/material.ts';
import { type MandateBook, openMandateBook } from '../src/mandate/actions.ts';
import type { Place, Shown } from './case-acts.ts';
import { decisionHash } from './outside.ts';
import { MandateLetter, mandateRefOf, mandateStream } from '../src/mandate/mandate.ts';

export const REALM = '110198';
const CENTRE = 'YH-CENTRE';
/** Long before the first case, inside the term of every demo mandate. */
const foundedAt: Instant = '2025-01-02T00:00:00.000Z';
const founder: Actor = { kind: 'operator', id: 'bench' };
/** The organs whose items the loads use. */
const organs = new Set(['HR', 'MK', CENTRE]);

/** A district in which cases can be carried, with everything real but the letters, the signatures and the shared data. */
export interface District extends Place {
  readonly database: Database;
  readonly mandates: MandateBook;
  readonly identity: Identity;
  readonly close: () => Promise<void>;
}

/** The demo district's people, items and mandates of two organs, entered through the journal unless they are there. */
export async function openDistrict(
  url: string,
  outside: Pick<DeskPorts, 'letters' | 'facts' | 'signer'>,
): Promise<District> {
  const database = openDatabase({ url, role: 'liangqian_app' });
  const journal = openJournal(database, (events) => projectCase(desk, events));
  const calendar = workCalendar(officialNotices);
  const identity = await openIdentity({ realm: REALM, journal });
  const items = createItemRegister(journal, REALM);
  journal.registers.push(items);
  const desk = {
    realm: REALM,
    calendar: () => calendar,
    version: (itemId: string, version: number) => getPinnedVersion({ items }, itemId, version),
  };
  const mandates = openMandateBook(journal, REALM);
  await Promise.all([items.catchUp(), mandates.register.catchUp()]);
  if (items.list().length === 0) {
    await found(identity, mandates);
  }
  const ports: DeskPorts = {
    journal,
    realm: REALM,
    items,
    people: identity.persons,
    organs: identity.organs,
    mandates,
    calendar: () => calendar,
    centre: CENTRE,
    caseNumbers: openCaseNumbers(database, REALM),
    namedLicences: { find: async () => undefined, numbered: async () => undefined },
    counts: () => ({ sums: false, perDay: false, priorRefusal: false }),
    sealKeeper: (organ) => `${organ.toLowerCase()}-keeper`,
    correctionWaitDays: 30,
    uploadLimits: usualLimits,
    consentPolicy: defaultConsentPolicy,
    sealHours: () => ({ from: '00:00', to: '24:00' }),
    ...outside,
  };
  return {
    database,
    mandates,
    identity,
    shown: (caseNo, { requestId }) => shownIn(ports, caseNo, requestId),
    ports,
    close: () => database.end(),
  };
}

/**
 * What a signer is shown of a case, before the request that signs it: a client that repeats the request sends what he was
 * shown then. The events are those that this process remembers, where it carried the case so far.
 */
async function shownIn({ journal, realm }: DeskPorts, caseNo: string, requestId: string): Promise<Shown> {
  const stream = caseStream(caseNo);
  const events = journal.recent.get(`${realm} ${stream}`) ?? (await readStream(journal, realm, stream));
  const own = events.findIndex((event) => event.requestId === requestId);
  const shown = own === -1 ? events : events.slice(0, own);
  return { documentHash: decisionHash(caseNo), evidenceHash: evidenceOf(shown) };
}

async function found(identity: Identity, mandates: MandateBook): Promise<void> {
  const { journal } = identity;
  const people = DemoPeople.parse(readDemo('people.json'));
  await loadDemoPeople(
    identity,
    {
      ...people,
      organs: people.organs.filter((organ) => organs.has(organ.code)),
      people: people.people.filter((person) => organs.has(person.organ)),
      applicants: [],
      demoSignIns: [],
    },
    foundedAt,
  );
  const catalogue = Catalogue.parse(readDemo('catalogue.json'));
  const { licenceList } = codeLists;
  for (const item of catalogue.items.filter(({ dept }) => organs.has(dept))) {
    const call = { realm: REALM, actor: founder, requestId: `bench/item/${item.id}`, at: foundedAt };
    const answer = await publishItem(journal, call, { item, effectiveFrom: foundedAt }, licenceList);
    if (isRefusal(answer)) throw new Error(`bench item ${item.id}: ${answer.code}`);
    if (item.signClass !== 0) continue;
    const signing = { ...call, requestId: `bench/rules/${item.id}`, itemId: item.id, head: founder.id };
    const signed = await signRules(journal, signing, { version: 1, ruleSetHash: ruleSetHash(item) });
    if (isRefusal(signed)) throw new Error(`bench rules ${item.id}: ${signed.code}`);
  }
  const { letters } = z.object({ letters: z.array(MandateLetter) }).parse(readDemo('mandates.json'));
  for (const letter of letters.filter(({ grantor }) => organs.has(grantor.code))) await enterMandate(journal, letter);
  await mandates.register.catchUp();
}

/** Enters `letter` as signed, accepted by all, filed and published. The formalities are not what is measured. */
export async function enterMandate(journal: Journal, letter: MandateLetter): Promise<void> {
  const stream = mandateStream(letter.mandateNo);
  const { version, hash } = mandateRefOf(letter);
  const persons = letter.construct === 'B' ? letter.grantees.map(({ personId }) => personId) : [];
  const keepers = letter.seals.map(({ keeperPersonId }) => keeperPersonId);
  const signers = letter.construct === 'B' ? [letter.grantor.code] : [letter.grantor.code, letter.grantee.code];
  const acceptors = new Set(letter.construct === 'B' ? [...persons, ...keepers] : [letter.grantee.code, ...keepers]);
  const events: readonly NewEvent[] = [
    { type: 'MandateDrafted', data: { letter } },
    { type: 'MandateReviewed', data: { version, hash, opinion: '合法', passed: true } },
    ...signers.map((organ) => ({ type: 'MandateSigned', data: { version, hash, organ } })),
    ...[...acceptors].map((by) => ({ type: 'MandateAccepted', data: { version, hash, by } })),
    { type: 'MandateFiled', data: { version, filingNo: 'bench' } },
    { type: 'MandatePublished', data: { version, places: ['web', 'window'], noticeNo: 'bench' } },
  ];
  await enterEvents(journal, stream, events, { requestId: `bench/${stream}`, at: foundedAt });
}

/** Appends ready-made events to a stream that others rely on, and leaves its fence open. */
export async function enterEvents(
  journal: Journal,
  stream: string,
  events: readonly NewEvent[],
  when: { readonly requestId: string; readonly at: Instant },
): Promise<void> {
  const act = { realm: REALM, stream, actor: founder, command: events, facts: () => undefined, ...when };
  const entered = await perform(journal, enter, act);
  if (isRefusal(entered)) throw new Error(`bench events of ${stream}: ${entered.code}`);
}

const enter: Step<readonly NewEvent[], readonly Recorded[], undefined> = {
  name: 'enter',
  view: (events) => events,
  decide: (_view, events, _facts, { stream }) => ({ events, sets: [{ key: stream, open: true }] }),
};

function readDemo(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../db/demo', name), 'utf8'));
}
