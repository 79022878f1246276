import { type CreditUse, mergedGrounds } from '../consent/consent.ts';
import { type Part, part, performParts, perform } from '../journal/actions.ts';
import type { Performed, Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { takeFiles } from '../material/actions.ts';
import {
  type Application,
  type Authority,
  correctStatement,
  type ReceiveFacts,
  receiveCase,
  type Supply,
  type SupplyFacts,
  type SuppliedMaterial,
  type Handed,
  uploadsIn,
  viewApplication,
  type Withdrawal,
  withdrawApplication,
} from './application.ts';
import type { CaseNumbers } from './case-numbers.ts';
import { PURPOSE } from './gate.ts';
import { gatherAgain } from './gather-again.ts';
import { namedIn, type NamedLicences } from './licence-acts.ts';
import { authorityFor, type Call, type CasePorts, getPinnedVersion, intakeAct, pinnedItem } from './ports.ts';
import { applicationRefusals } from './refusals.ts';
import { findBar } from './reporting.ts';
import { inOwnWords, type Opened, openedFor } from './sharing.ts';

export { discrepanciesOf, enterMisconduct, findBar, spreadMisconduct, tellDiscrepancies } from './reporting.ts';
export { papersShown } from './papers-shown.ts';
export { consentTaken } from './sharing.ts';
export { type AsksCredit, type CaseUse, type LicenceUse, usesInCases, usesOfLicence } from './uses.ts';
export { type DraftRow, draftTable } from './store.ts';
export {
  type DraftPorts,
  dropDraft,
  earlierAnswers,
  findDraft,
  findDrafts,
  findKnown,
  findKnownAtCounter,
  finishDraft,
  type FoundDraft,
  saveDraft,
  sweepDrafts,
} from './drafting.ts';

export interface ReceivePorts extends CasePorts {
  readonly caseNumbers: CaseNumbers;
  readonly namedLicences: NamedLicences;
}

/** Case streams are named by their number. */
export function caseStream(caseNo: string): string {
  return `case/${caseNo}`;
}

/**
 * Receives an application 收件 and, in the same commit, whatever `further` steps the law treats as the same moment
 * (acceptance at the window, a rule's decision). A refused application uses up no case number.
 */
export async function receive(
  ports: ReceivePorts,
  call: Call,
  application: Application,
  further: { readonly parts: readonly Part[]; readonly asked?: unknown } = { parts: [] },
): Promise<Performed | Refusal> {
  const pinned = pinnedItem(ports, application.itemId, call.at);
  if (pinned === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId: application.itemId });
  const item = pinned.inForce?.item;
  if (item === undefined) return refuse(applicationRefusals, 'item-not-in-force', { itemId: application.itemId });
  const opened = await openedFor(ports, application, item, call.at);
  if (isRefusal(opened)) return opened;
  const reserved: string[] = [];
  const asked = { call, ...opened };
  const parts = [
    part(receiveCase, opened.application, (_events, { stream }) => receiveFacts(ports, asked, stream)),
    ...further.parts,
  ];
  const result = await performParts(
    ports.journal,
    {
      realm: ports.realm,
      ...call,
      asked: further.asked ?? application,
      stream: async (attempt) => {
        const caseNo = await ports.caseNumbers.reserve(item.implCode, call.at, attempt > 0);
        if (caseNo === undefined) return refuse(applicationRefusals, 'serials-exhausted', { itemId: item.id });
        reserved.push(caseNo);
        return caseStream(caseNo);
      },
    },
    parts,
  );
  const used = isRefusal(result) || result.repeated ? undefined : result.stream;
  const [last] = reserved.slice(-1);
  if (last !== undefined && caseStream(last) !== used) ports.caseNumbers.release(last);
  return isRefusal(result) ? inOwnWords(result) : result;
}

async function receiveFacts(
  ports: ReceivePorts,
  asked: { readonly call: Call } & Opened,
  stream: string,
): Promise<ReceiveFacts> {
  const { call, application, grounds } = asked;
  const item = pinnedItem(ports, application.itemId, call.at);
  const authority =
    call.actor.kind === 'person' ? authorityFor(ports, call, intakeAct('receive', application)) : undefined;
  const { printedAs, name } = application.applicant;
  const missing = await ports.letters.missingIn(printedAs ?? name);
  // Nobody waits at the counter because too many letters are being printed: then the letter itself will tell.
  const isChild = call.actor.kind === 'robot' && application.matter !== undefined;
  const handed = isChild ? handedByMatter(ports, application) : await handedFor(ports, call, application.materials);
  const licence = await licenceNamed(ports, call, application);
  const inLibraryAs = licence === undefined ? await paperInLibrary(ports, application) : undefined;
  const known = { item, authority, handed, licence, inLibraryAs, unprintable: isRefusal(missing) ? [] : missing };
  const version = item?.inForce;
  if (version === undefined) return { ...known, ...nothingFound };
  const caseNo = stream.slice('case/'.length);
  const query = { item: version.item, operator: call.actor.id, grounds, at: call.at };
  const found = await ports.facts.gather({ ...query, caseNo, application });
  const bar = await findBar(ports, version.item, application, call.at);
  const of = { ...query, applicant: application.applicant, purpose: PURPOSE };
  const { credit, grounds: onCredit } = await ports.facts.credit({ ...of, uses: creditUsesOf(application) });
  // R47: lines that he has answered are compared, and no others are asked for it (个保法6).
  const lines = new Set(Object.keys(application.form));
  const { answers: sources, grounds: onAnswers } = await ports.facts.compared({ ...of, lines });
  const used = mergedGrounds(found.grounds, onAnswers, onCredit);
  return { ...known, gathered: found.facts, fetched: found.materials, grounds: used, credit, sources, bar };
}

/** R46: looked at in the moment of receipt, under the number that the application gives. */
async function licenceNamed({ namedLicences }: ReceivePorts, { at }: Call, application: Application) {
  const named = namedIn(application);
  if (named === undefined) return undefined;
  return namedLicences.find({ licenceNo: named.licenceNo, idNo: application.applicant.idNo, at });
}

/** R6: whether what is said to be on paper is in the library after all, under the number that its paper bears. */
async function paperInLibrary({ namedLicences }: ReceivePorts, application: Application): Promise<string | undefined> {
  const { paperLicence, renewal, applicant } = application;
  const paperNo = paperLicence?.licenceNo ?? renewal?.licenceNo;
  return paperNo === undefined ? undefined : namedLicences.numbered({ paperNo, idNo: applicant.idNo });
}

const nothingFound = {
  gathered: [],
  fetched: [],
  grounds: [],
  sources: [],
  credit: { unrepairedFalsePromise: false },
  bar: undefined,
};

/** R35 is asked of everybody whose item knows such bars, R33 of those who want to be granted on their word. */
function creditUsesOf({ route, form }: Application): readonly CreditUse[] {
  return ['bar', ...(route === 'promise' || form['byPromise'] === true ? (['promise'] as const) : [])];
}

/** Asks shares and licences again, in the moment in which the corrections come in. */
export function gatherAgainPart(ports: CasePorts): Part {
  return part(gatherAgain, { purpose: '补正后复核' }, async (events, { actor, at }) => {
    const { received, form } = viewApplication(events);
    if (received === undefined) return { facts: [], materials: [], grounds: [] };
    const { caseNo, itemId, itemVersion, itemHash: _hash, ...application } = received;
    const { item } = getPinnedVersion(ports, itemId, itemVersion);
    const asked = { ...application, itemId, form: { ...form } };
    // The consent was good for one use; what is asked again rests on the statute, and what was declined stays closed.
    const grounds = { kind: 'case' as const, declined: received.sharing?.declined ?? [] };
    return ports.facts.gather({ caseNo, item, application: asked, operator: actor.id, grounds, at });
  });
}

/** The applicant corrects a statement (R47). */
export function correctOwnStatement(
  ports: CasePorts,
  call: Call,
  caseNo: string,
  supply: Supply,
): Promise<Performed | Refusal> {
  return perform(ports.journal, correctStatement, supplyAct(ports, call, caseNo, { supply, owed: () => [] }));
}

/** The applicant withdraws the application. */
export function withdraw(
  ports: CasePorts,
  call: Call,
  caseNo: string,
  withdrawal: Withdrawal,
): Promise<Performed | Refusal> {
  return perform(ports.journal, withdrawApplication, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command: withdrawal,
    facts: (events) => ({ authority: counterAuthority(ports, call, events) }),
  });
}

/** What a notice or promise still waits for; acceptance knows, and hands the question in. */
type OwedOf = (events: readonly Recorded[]) => readonly string[];

/** What every act that brings materials to a case has in common. */
export function supplyAct(
  ports: CasePorts,
  call: Call,
  caseNo: string,
  given: { readonly supply: Supply; readonly owed: OwedOf },
): Parameters<typeof perform<Supply, ReturnType<typeof viewApplication>, SupplyFacts, string>>[2] {
  return {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command: given.supply,
    facts: async (events) => ({
      ...supplyFacts(ports, events, given.owed),
      handed: await handedFor(ports, call, given.supply.materials),
      authority: counterAuthority(ports, call, events),
    }),
  };
}

/** Takes the uploads that the materials name for this act; taken again by the same act they are the same. */
export function handedFor(ports: CasePorts, call: Call, materials: readonly SuppliedMaterial[]): Promise<Handed> {
  return handedUploads(ports, call, uploadsIn(materials));
}

/** Takes uploads for this act by their names. */
export async function handedUploads(ports: CasePorts, call: Call, uploadIds: readonly string[]): Promise<Handed> {
  const files = await takeFiles({ pool: ports.journal.pool, realm: ports.realm }, call, uploadIds);
  return { files, caseBytes: ports.uploadLimits.caseBytes };
}

/** A child of a matter comes with the files that the matter took; no person can apply as one. */
function handedByMatter({ uploadLimits }: CasePorts, { materials }: Application): Handed {
  const files = materials.flatMap(({ reference, file }) =>
    reference === undefined || file === undefined ? [] : [[reference, file] as const],
  );
  return { files: new Map(files), caseBytes: uploadLimits.caseBytes };
}

/** A clerk takes in for somebody at his window what he could also receive from him (construct A). */
function counterAuthority(ports: CasePorts, call: Call, events: readonly Recorded[]): Authority | Refusal | undefined {
  const { received } = viewApplication(events);
  if (received === undefined || call.actor.kind !== 'person') return undefined;
  return authorityFor(ports, call, intakeAct('receive', received));
}

function supplyFacts(
  ports: CasePorts,
  events: readonly Recorded[],
  owed: OwedOf,
): Pick<SupplyFacts, 'version' | 'owed'> {
  const { received } = viewApplication(events);
  if (received === undefined) return { version: undefined, owed: [] };
  return { version: getPinnedVersion(ports, received.itemId, received.itemVersion), owed: owed(events) };
}
