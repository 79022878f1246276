import { join } from 'node:path';
import type { Policy } from '@liangqian/verify/policy.ts';
import type { Pool } from 'pg';
import { consentTaken } from './application/actions.ts';
import { type CasePorts, type FactSource, gateFacts, openCaseNumbers } from './application/application.ts';
import { getPinnedVersion } from './application/application.ts';
import { readWorkCalendar } from './calendar/actions.ts';
import type { WorkCalendar } from './calendar/calendar.ts';
import { type ConsentPolicy, defaultConsentPolicy } from './consent/consent.ts';
import { createDraftRegister, createItemRegister } from './catalogue/actions.ts';
import {
  districtLists,
  type DistrictLists,
  type DraftView,
  type ItemView,
  ruleSetHash,
  versionInForce,
} from './catalogue/catalogue.ts';
import { projectCase } from './desk/desk.ts';
import { createSayingRegister } from './guide/actions.ts';
import { type ItemSearch, openItemSearch, type SayingView } from './guide/guide.ts';
import type { FileStore, LetterRenderer } from './document/document.ts';
import { fileStore } from './document/file-store.ts';
import { openReadings, type Readings } from './reading/actions.ts';
import { developmentOffice, type PaymentOffice } from './fee/fee.ts';
import { materialFiles } from './document/material-files.ts';
import { rememberLetters } from './document/recent-letters.ts';
import { letterRenderer } from './document/render.ts';
import { findOrgan, type Identity, openIdentity } from './identity/actions.ts';
import { organStream, personStream, postsAt } from './identity/identity.ts';
import { catchUp, type Journal, openJournal } from './journal/actions.ts';
import type { Recorded } from './journal/journal.ts';
import { createRegister, type Register } from './journal/register.ts';
import { randomIds, randomText } from './kernel/ids.ts';
import { createWaysRegister } from './confirmation/actions.ts';
import {
  type ConfirmationOptions,
  custodianOf,
  keeperOf,
  openKeys,
  openStaffSigning,
  sealFacts,
  type StaffSigning,
} from './district-keys.ts';
import { countsOver } from './district-counts.ts';
import { districtLedger } from './district-ledger.ts';
import { letterPlace } from './district-letters.ts';
import { consentStore } from './district-consents.ts';
import type { Ledger } from './ledger/actions.ts';
import {
  type CodeRegistry,
  createLicenceTypeRegister,
  type CredentialKeys,
  libraryFacts,
  namedLicences,
  broughtAbout,
} from './licence/actions.ts';
import type { LicenceType } from './licence/licence.ts';
import type { Clock } from './kernel/time.ts';
import { type MandateBook, openMandateBook } from './mandate/actions.ts';
import type { MandateFacts } from './mandate/mandate.ts';
import { type MaterialFiles, type UploadLimits, usualLimits } from './material/material.ts';
import { createBundleRegister, type MatterPorts } from './matter/actions.ts';
import { followMatter, matterConsents, noResults, type ResultSource } from './matter/matter.ts';
import { caseLetters, type LetterPlace } from './seal/case-letters.ts';
import type { SealPorts } from './seal/actions.ts';
import { type DevelopmentAuthority } from './seal/development-ca.ts';
import { type DevelopmentSeals } from './seal/development-seals.ts';
import { mandateLetters, type MandateLetters } from './seal/read-mandate-letter.ts';
import { type FileKeyStore } from './seal/key-store.ts';
import type { SealFacts } from './seal/life-cycle.ts';
import { type SealView, viewSeal } from './seal/seal.ts';
import { sm2SelfTest } from './seal/sm2.ts';

/** For the command line, which audits the log beside a running platform, or begins a new one. */
export { logKeyPlace, signaturesOf } from './district-ledger.ts';

export interface PlatformOptions extends ConfirmationOptions {
  readonly pool: Pool;
  readonly realm: string;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** The online channel for review applications that letters name (R69). */
  readonly reviewUrl: string;
  readonly keyPassphrase: string;
  /** Hours on the wall clock in which people use seals (T12). */
  readonly sealHours: { readonly from: string; readonly to: string };
  /** Natural days that an applicant has for answering a correction notice. */
  readonly correctionWaitDays: number;
  /** How much may be handed in, and how long it waits; the usual figures where nothing is said. */
  readonly uploadLimits?: UploadLimits;
  /** Natural days for which a draft waits. */
  readonly draftDays?: number;
  /** The figures of codes and consents; the usual ones where nothing is said. */
  readonly consentPolicy?: ConsentPolicy;
  readonly renderWorkers: number;
  /** The authority outside that gives time stamps; without it the one inside does, for development. */
  readonly timeStampUrl?: string;
  readonly factSource: FactSource;
  /** What items are checked against; the lists that come with the program where nothing is said. */
  readonly codeLists?: DistrictLists;
  /** Whose signatures the log waits for; absent: the log signs alone. */
  readonly logPolicy?: Promise<Policy | undefined>;
  /** What registers say that a grant brought; a district without them hands nothing on. */
  readonly resultSource?: ResultSource;
  /** Demo only: who signs for the first time with this PIN gets his development key made with it. */
  readonly demoPin?: string;
}

/** Everything that the doors act through: one district on one database. */
export interface Platform extends MatterPorts, StaffSigning {
  readonly clock: Clock;
  readonly identity: Identity;
  readonly sayings: Register<SayingView>;
  readonly search: ItemSearch;
  readonly codeLists: DistrictLists;
  /** Drafts of items that departments are writing. */
  readonly drafts: Register<DraftView>;
  readonly mandateBook: MandateBook;
  readonly mandateFacts: MandateFacts;
  readonly seals: Register<SealView>;
  readonly licenceTypes: Register<LicenceType | undefined>;
  readonly registry: CodeRegistry;
  readonly sealFacts: SealFacts;
  readonly sealMaker: DevelopmentSeals;
  readonly sealPorts: SealPorts;
  readonly credentialKeys: CredentialKeys;
  readonly salt: (bytes: number) => string;
  readonly authority: DevelopmentAuthority;
  readonly keys: FileKeyStore;
  readonly files: FileStore;
  readonly mandateLetters: MandateLetters;
  readonly pool: Pool;
  readonly materialFiles: MaterialFiles;
  readonly uploadId: () => string;
  readonly draftDays: number;
  /** The key of the digests of codes that holders show at windows. */
  readonly codeKey: Buffer;
  readonly random: (size: number) => Uint8Array;
  readonly consentId: () => string;
  readonly paymentOffice: PaymentOffice;
  readonly renderer: LetterRenderer;
  readonly place: LetterPlace;
  readonly publicUrl: string;
  readonly ledger: Ledger;
  /** Who read what of whom. */
  readonly readings: Readings;
  /** Reads the calendar again, after an operator loaded a notice. */
  readonly reloadCalendar: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The events of a stream after an act, and those that the act made. */
type Seen = readonly [events: readonly Recorded[], made: readonly Recorded[]];

/** Opens the district: registers, letters, seals and keys on top of a migrated database. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  // A later Node may change what `createSign` does with SM2 keys; better no start than a signature nobody can verify.
  sm2SelfTest();
  const { pool, realm, clock } = options;
  let calendar = await readWorkCalendar(pool, realm);
  const project = (events: readonly Recorded[]) => projectCase({ realm, calendar: () => calendar, version }, events);
  const consents = consentStore(options);
  const bring = (...seen: Seen) => [
    ...broughtAbout(library, ...seen),
    ...consentTaken({ ...consents, journal }, ...seen),
    ...matterConsents({ ...consents, items }, ...seen),
  ];
  const journal: Journal = openJournal(pool, project, followMatter, bring);
  const { ways, ...registers } = openRegisters(journal, options);
  const { items, seals, licenceTypes, registry } = registers;
  const version = (itemId: string, number: number) => getPinnedVersion({ items }, itemId, number);
  const identity = await openIdentity({ realm, journal });
  const mandateBook = openMandateBook(journal, realm);
  const library = { realm, items, organs: identity.organs, licenceTypes, registry, mandateBook };
  await catchUp(journal);
  const ledger = await districtLedger(options);
  const { keys, authority, sealMaker, readers, credentialKeys } = await openKeys(options);
  const letterRoom = openLetterRoom(options, items);
  const { renderer, files, place } = letterRoom;
  const sealPorts = { renderer, files, signer: sealMaker, readers };
  const sealing = { sealMaker, sealPorts, credentialKeys, salt: randomText, authority, keys, ...letterRoom };
  const ports: CasePorts = {
    journal,
    realm,
    items,
    ...peopleOf(identity),
    mandates: mandateBook,
    calendar: () => calendar,
    letters: caseLetters({ ...sealPorts, organs: identity.organs, seals, place }),
    centre: CENTRE,
    ...chosen(options, journal),
  };
  return {
    ...ports,
    ...consents,
    clock,
    caseNumbers: openCaseNumbers(pool, realm),
    namedLicences: namedLicences({ journal, realm }),
    ...registers,
    results: options.resultSource ?? noResults,
    ...openStaffSigning(options, { keys, authority }, identity, ways),
    counts: countsOver(mandateBook),
    ...custody(options, identity, seals),
    identity,
    search: searchOver(registers, identity),
    mandateBook,
    mandateFacts: mandateFacts(identity, items, mandateBook, options.clock),
    ...sealing,
    mandateLetters: mandateLetters({ ...ports, ...sealPorts, seals, place, mandates: mandateBook.register }),
    ...storesOf(options, journal),
    publicUrl: options.publicUrl,
    ledger,
    reloadCalendar: async () => void (calendar = await readCalendar(pool, realm)),
    close: async () => void (await Promise.all([ledger.close(), renderer.close()])),
  };
}

/** Where letters are rendered and kept, and what they print of the place. */
function openLetterRoom(options: PlatformOptions, items: Register<ItemView>) {
  return {
    renderer: rememberLetters(letterRenderer({ workers: options.renderWorkers })),
    files: fileStore(join(options.dataDir, 'documents')),
    place: letterPlace(options, items, options.clock),
  };
}

function peopleOf({ persons, organs }: Identity): Pick<CasePorts, 'people' | 'organs'> {
  return { people: persons, organs };
}

/** Who keeps the seals, and when they are used. */
function custody(
  { sealHours, clock }: PlatformOptions,
  identity: Identity,
  seals: Register<SealView>,
): Pick<Platform, 'sealKeeper' | 'sealHours' | 'sealFacts'> {
  return {
    sealKeeper: (organ) => custodianOf(identity, seals, organ) ?? keeperOf(identity, organ, clock),
    sealHours: () => sealHours,
    sealFacts: sealFacts(identity),
  };
}

/** What the operator has chosen for all cases. */
function chosen(options: PlatformOptions, journal: Journal) {
  const { correctionWaitDays, uploadLimits = usualLimits, factSource, realm, consentPolicy } = options;
  // From here on nobody has the sources but behind their gate.
  const facts = gateFacts(libraryFacts(factSource, { journal, realm }));
  return { facts, correctionWaitDays, uploadLimits, consentPolicy: consentPolicy ?? defaultConsentPolicy };
}

function uploadStore({
  pool,
  dataDir,
  draftDays = 30,
}: PlatformOptions): Pick<Platform, 'pool' | 'materialFiles' | 'uploadId' | 'draftDays' | 'paymentOffice'> {
  return {
    pool,
    draftDays,
    paymentOffice: developmentOffice,
    materialFiles: materialFiles(join(dataDir, 'materials')),
    uploadId: randomIds.next,
  };
}

/** What lies in tables beside the journal. */
function storesOf(options: PlatformOptions, journal: Journal) {
  const { pool, realm, codeLists = districtLists(undefined) } = options;
  return {
    ...uploadStore(options),
    codeLists,
    readings: openReadings({ journal, pool, realm, batchId: randomIds.next }),
  };
}

/** The one service centre of the district (construct A). */
export const CENTRE = 'YH-CENTRE';
/** Organs that keep the register of mandates. */
const FILING_ORGANS = ['ZW', CENTRE];

/** The registers that no module keeps for itself. */
function openRegisters(journal: Journal, options: PlatformOptions) {
  const { realm } = options;
  const items = createItemRegister(journal, realm);
  const drafts = createDraftRegister(journal, realm);
  const seals = createRegister(journal.pool, realm, 'seal/', viewSeal);
  const sayings = createSayingRegister(journal, realm);
  const bundles = createBundleRegister(journal, realm);
  const licenceTypes = createLicenceTypeRegister(journal, realm);
  const ways = createWaysRegister(journal, realm);
  journal.registers.push(items, drafts, seals, sayings, bundles, licenceTypes, ways);
  return { items, drafts, seals, sayings, bundles, licenceTypes, ways, registry: codeRegistry(options) };
}

/** Which code the registry gave to what a case founded. */
function codeRegistry({ resultSource = noResults }: PlatformOptions): CodeRegistry {
  return { codeOf: async (granted) => (await resultSource.resultsOf(granted))['uscc'] };
}

function searchOver({ items, sayings }: Pick<Platform, 'items' | 'sayings'>, identity: Identity): ItemSearch {
  function organNames(code: string): readonly string[] {
    const organ = findOrgan(identity, code);
    return organ === undefined ? [] : [organ.name, organ.nameEn];
  }
  return openItemSearch({ items, sayings, organNames });
}

function readCalendar(pool: Pool, realm: string): Promise<WorkCalendar> {
  return readWorkCalendar(pool, realm);
}

function mandateFacts(identity: Identity, items: Register<ItemView>, book: MandateBook, clock: Clock): MandateFacts {
  return {
    person(personId) {
      const person = identity.persons.get(personStream(personId))?.view;
      if (person === undefined) return undefined;
      const active = person.status === 'active' && person.certificate !== 'revoked';
      return { organ: person.organ, employment: person.employment, posts: postsAt(person, clock.now()), active };
    },
    organ(code) {
      const organ = identity.organs.get(organStream(code))?.view;
      return organ === undefined ? undefined : { ...organ };
    },
    item(itemId) {
      const held = items.get(`item/${itemId}`);
      const version = held === undefined ? undefined : versionInForce(held.view, clock.now());
      if (version === undefined) return undefined;
      const { item } = version;
      const level = identity.organs.get(organStream(item.dept))?.view?.level ?? 'district';
      const rules = item.signClass === 0 ? ruleSetHash(item) : null;
      const { dept, signClass, decidableOnTheSpot } = item;
      return { dept, level, signClass, ruleSetHash: rules, decidableOnTheSpot, inForce: true };
    },
    powersHeldBy: (holder) => book.powersHeldBy(holder),
    centre: CENTRE,
    filingOrgans: FILING_ORGANS,
  };
}
