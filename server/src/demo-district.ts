import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { FactSource } from './application/application.ts';
import { demoFactSource, DemoShares, type ShareAnswers } from './application/demo-facts.ts';
import { publishItem, signRules } from './catalogue/actions.ts';
import { type Ceremony, openCeremony } from './confirmation/actions.ts';
import { Catalogue, codeLists, type ELicenceType, type Item, ruleSetHash } from './catalogue/catalogue.ts';
import { DemoLicence, loadDemoLicences, loadLicenceTypes } from './demo-licences.ts';
import { DemoPeople, loadDemoPeople } from './identity/actions.ts';
import { organStream } from './identity/identity.ts';
import { keepSaying } from './guide/actions.ts';
import { perform, readStream } from './journal/actions.ts';
import type { Actor, Performed } from './journal/journal.ts';
import { isRefusal, type Refusal } from './kernel/refusal.ts';
import { dateInChina, type Instant } from './kernel/time.ts';
import { enactLetter, type LetterActors } from './mandate/actions.ts';
import { MandateLetter } from './mandate/mandate.ts';
import { namedPersons } from './mandate/letter.ts';
import { requiredSigners } from './mandate/life-cycle.ts';
import { bundles, itemsInForce } from './matter/actions.ts';
import { Bundle, bundleHash } from './matter/matter.ts';
import type { Platform } from './platform.ts';
import { type SealAct, sealActs } from './seal/seal-acts.ts';
import { sealIdOf, type SealKind } from './seal/seal.ts';

/** The fictional district 云河区, read from `db/demo/`. */
export interface DemoDistrict {
  readonly items: readonly Item[];
  readonly bundles: readonly Bundle[];
  readonly licenceList: ReadonlySet<string>;
  readonly licenceTypes: readonly ELicenceType[];
  readonly licences: readonly DemoLicence[];
  readonly people: DemoPeople;
  readonly letters: readonly MandateLetter[];
  readonly shares: DemoShares;
  /** What people say, and the items it leads to, the likeliest first. */
  readonly sayings: Readonly<Record<string, readonly string[]>>;
}

const LOADER: Actor = { kind: 'operator', id: 'demo-loader' };

/** Everybody's signing PIN in the demo; the keys are made at the first ceremony. */
export const DEMO_PIN = '246810';

/** Reads and checks the demo files; a fault when one does not fit its schema. */
export function readDemoDistrict(): DemoDistrict {
  const catalogue = Catalogue.parse(readDemo('catalogue.json'));
  return {
    items: catalogue.items,
    bundles: z.object({ bundles: z.array(Bundle) }).parse(readDemo('bundles.json')).bundles,
    licenceList: codeLists.licenceList,
    licenceTypes: catalogue.eLicenceTypes,
    licences: z.object({ licences: z.array(DemoLicence) }).parse(readDemo('licences.json')).licences,
    people: DemoPeople.parse(readDemo('people.json')),
    letters: z.object({ letters: z.array(MandateLetter) }).parse(readDemo('mandates.json')).letters,
    shares: DemoShares.parse(readDemo('shares.json')),
    sayings: z.record(z.string(), z.array(z.string()).min(1)).parse(readDemo('sayings.json')),
  };
}

/** What shares and licences answer in the demo district, with the answers of one case over them; asked anew at each query. */
export function demoFacts(demo: DemoDistrict, answers: () => ShareAnswers): FactSource {
  return {
    gather: (query) => demoFactSource(demo.shares, answers()).gather(query),
    credit: (query) => demoFactSource(demo.shares, answers()).credit(query),
    known: (query) => demoFactSource(demo.shares, answers()).known(query),
    papers: (query) => demoFactSource(demo.shares, answers()).papers(query),
  };
}

/**
 * Enters the district as it stands at the beginning of the year of `at`: organs and people, items, seals, mandates. Safe
 * to repeat and to continue after an interruption, since every act has a fixed request id; a finished load is skipped.
 */
export async function loadDemoDistrict(platform: Platform, demo: DemoDistrict, at: Instant): Promise<void> {
  const year = Number(dateInChina(at).slice(0, 4));
  const loadedAt = `${year}-01-01T00:00:01.000Z`;
  const started = loadedAt <= at ? loadedAt : `${year - 1}-01-01T00:00:01.000Z`;
  if ((await readStream(platform.journal, platform.realm, MARK)).length > 0) return;
  const shift = Number(started.slice(0, 4)) - LETTER_YEAR;
  await loadDemoPeople(platform.identity, demo.people, started);
  const ceremonyOf = ceremonies(platform);
  const items = demo.items.map((item) => loadItem(platform, demo, item, { at: started, ceremonyOf }));
  await Promise.all([...items, loadSeals(platform, demo, started)]);
  await loadSayings(platform, demo, started);
  await loadLicenceTypes(platform, demo.licenceTypes, started);
  await loadDemoLicences(platform, demo, started);
  await Promise.all(demo.bundles.map((bundle) => loadBundle(platform, bundle, started)));
  // Side by side, since acts on different streams share commits; the letters of one organ in their order.
  const byGrantor = Map.groupBy(demo.letters, ({ grantor }) => grantor.code).values();
  await Promise.all(
    Array.from(byGrantor, (letters) => loadLetters(platform, letters, { shift, at: started, ceremonyOf })),
  );
  await mark(platform, started);
}

/** The year in which the terms of the demo letters begin. */
const LETTER_YEAR = 2025;
const MARK = 'district/demo';

type CeremonyOf = (personId: string) => Ceremony;

/** One ceremony for each person, in which he signs all that is his to sign: his key opens once. */
function ceremonies({ signer, demoSigner = signer }: Platform): CeremonyOf {
  const opened = new Map<string, Ceremony>();
  return (personId) => {
    const known = opened.get(personId) ?? openCeremony(demoSigner, { pin: DEMO_PIN }, `demo/ceremony/${personId}`);
    opened.set(personId, known);
    return known;
  };
}

/** When the district is loaded, and with what its people sign. */
interface Loading {
  readonly at: Instant;
  readonly ceremonyOf: CeremonyOf;
}

async function loadItem(platform: Platform, demo: DemoDistrict, item: Item, loading: Loading): Promise<void> {
  const { at } = loading;
  const call = { realm: platform.realm, actor: LOADER, requestId: `demo/item/${item.id}`, at };
  done(await publishItem(platform.journal, call, { item, effectiveFrom: at }, demo.licenceList));
  if (item.signClass === 0) await signRulesOf(platform, item, loading);
}

/** R78: the head's standing signature, without which no rule set decides. */
async function signRulesOf(platform: Platform, item: Item, { at, ceremonyOf }: Loading): Promise<void> {
  const head = platform.identity.organs.get(organStream(item.dept))?.view?.headPersonId ?? '';
  const actor: Actor = { kind: 'person', id: head };
  const frame = { realm: platform.realm, actor, requestId: `demo/rules/${item.id}`, at };
  const call = { ...frame, itemId: item.id, head, ceremony: ceremonyOf(head) };
  done(await signRules(platform.journal, call, { version: 1, ruleSetHash: ruleSetHash(item) }));
}

async function loadBundle(platform: Platform, bundle: Bundle, at: Instant): Promise<void> {
  const { journal, realm } = platform;
  const call = { journal, realm, actor: LOADER, at, items: itemsInForce(platform, at), organs: undefined };
  const request = (name: string) => `demo/bundle/${bundle.id}/${name}`;
  done(await bundles.draft({ ...call, requestId: request('draft') }, { bundle }));
  const published = { bundleId: bundle.id, hash: bundleHash(bundle), effectiveFrom: at };
  done(await bundles.publish({ ...call, requestId: request('published') }, published));
}

const sealKinds = ['approvalSeal', 'organSeal'] as const satisfies readonly SealKind[];
async function loadSayings(platform: Platform, demo: DemoDistrict, at: Instant): Promise<void> {
  const { journal, realm, items, people } = platform;
  const known = new Set(demo.items.map(({ id }) => id));
  const acts = Object.entries(demo.sayings).map(async ([saying, ids]) => {
    const itemIds = ids.filter((id) => known.has(id));
    if (itemIds.length === 0) return;
    const errand = { actor: LOADER, requestId: `demo/saying/${saying}`, at };
    done(
      await keepSaying({ journal, realm, items, people }, errand, { saying, itemIds, why: '示范数据：群众常用说法' }),
    );
  });
  await Promise.all(acts);
}

/** Seal numbers of the demo: region, organ, kind, serial. */
export function demoSealId(realm: string, organIndex: number, kind: SealKind): string {
  return sealIdOf({ realm, organNo: organIndex + 1, kind, serial: 1 });
}

async function loadSeals(platform: Platform, demo: DemoDistrict, at: Instant): Promise<void> {
  const departments = demo.people.organs.filter((organ) => organ.kind === 'department');
  // Who takes over acceptance or licensing seals the agreement too, and nothing else: the organ's seal, in the hands of its keeper.
  const keepers = new Map(
    demo.people.people.flatMap(({ personId, posts }) =>
      posts.flatMap(({ kind, organ }) => (kind === 'sealKeeper' ? [[organ, personId] as const] : [])),
    ),
  );
  const others = demo.people.organs.filter(({ kind, code }) => kind !== 'department' && keepers.has(code));
  await Promise.all(
    [...departments, ...others].map((organ, index) => loadSealsOf(platform, organ, { index, keepers, at })),
  );
}

async function loadSealsOf(
  platform: Platform,
  organ: DemoPeople['organs'][number],
  of: { readonly index: number; readonly keepers: ReadonlyMap<string, string>; readonly at: Instant },
): Promise<void> {
  const { index, keepers, at } = of;
  const validToAt = `${Number(at.slice(0, 4)) + 5}-01-01T00:00:00.000Z`;
  for (const kind of organ.kind === 'department' ? sealKinds : (['organSeal'] as const)) {
    const sealId = demoSealId(platform.realm, index, kind);
    const made = await platform.sealMaker.make({
      sealId,
      kind,
      organ: organ.uscc,
      organName: organ.name,
      validFromAt: at,
      validToAt,
    });
    const errand = (step: SealAct) => ({ sealId, actor: LOADER, at, requestId: `demo/seal/${sealId}/${step}` });
    const { organ: uscc, organName } = made;
    const requested = { sealId, kind, organ: uscc, organName, purpose: '进驻事项的受理和审批' };
    done(await sealActs.requestSeal(platform, errand('requestSeal'), requested));
    done(await sealActs.makeSeal(platform, errand('makeSeal'), made));
    const filed = { filedWith: '云河区公安分局(演示)', filingNo: `演示备-${sealId}` };
    done(await sealActs.fileSeal(platform, errand('fileSeal'), filed));
    const keeper = keepers.get(organ.code) ?? `${organ.code.toLowerCase()}-keeper`;
    const inUse = { keeper, approval: '授权书载明的用印授权' };
    done(await sealActs.putSealInUse(platform, errand('putSealInUse'), inUse));
  }
}

async function loadLetters(
  platform: Platform,
  letters: readonly MandateLetter[],
  { shift, ...loading }: Loading & { readonly shift: number },
): Promise<void> {
  for (const letter of letters) await loadLetter(platform, inYears(letter, shift), loading);
}

async function loadLetter(platform: Platform, letter: MandateLetter, { at, ceremonyOf }: Loading): Promise<void> {
  const room = { journal: platform.journal, realm: platform.realm, facts: platform.mandateFacts };
  const refusal = await enactLetter(room, letter, { ...actorsOf(platform, letter), ceremonyOf }, at);
  if (refusal !== undefined)
    throw new Error(`demo letter ${letter.mandateNo}: ${refusal.code} ${JSON.stringify(refusal.detail)}`);
}

/** Who takes a demo letter on its way; heads and officers are named after their organ. */
function actorsOf(platform: Platform, letter: MandateLetter): LetterActors {
  const dept = letter.grantor.code.toLowerCase();
  const heads = requiredSigners(letter).map((code) => platform.mandateFacts.organ(code)?.headPersonId ?? '');
  const accepters = letter.construct === 'B' ? namedPersons(letter) : heads.slice(1);
  return { drafter: `${dept}-officer-1`, reviewer: `${dept}-legal`, signers: heads, accepters, filer: 'zw-legal' };
}

/** The same letter with its term moved by whole years. */
function inYears(letter: MandateLetter, years: number): MandateLetter {
  const move = (at: Instant) => `${Number(at.slice(0, 4)) + years}${at.slice(4)}`;
  return { ...letter, term: { from: move(letter.term.from), to: move(letter.term.to) } };
}

async function mark(platform: Platform, at: Instant): Promise<void> {
  const loaded = {
    name: 'markDemoLoaded',
    view: () => undefined,
    decide: () => ({ events: [{ type: 'DemoDistrictLoaded', data: {} }] }),
  };
  const frame = { realm: platform.realm, stream: MARK, actor: LOADER, requestId: 'demo/loaded', at };
  done(await perform(platform.journal, loaded, { ...frame, command: null, facts: () => undefined }));
}

/** Demo data that the rules refuse is a fault of the data. */
function done(answer: Performed | Refusal): void {
  if (isRefusal(answer)) throw new Error(`demo district: ${answer.code} ${JSON.stringify(answer.detail)}`);
}

function readDemo(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../db/demo/${name}`, import.meta.url), 'utf8'));
}
