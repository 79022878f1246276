import { locksFrom } from '../identity/identity.ts';
import { askedLines, type InputValue, type Item } from '../catalogue/catalogue.ts';
import { type Part, part, performParts, readStream } from '../journal/actions.ts';
import { performTogether, type TogetherAct } from '../journal/together.ts';
import { sha256Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { type ClaimQuery, type ConsentCall, type ConsentPorts, itemVersion } from './ports.ts';
import { codeDigest, readCode } from './code.ts';
import {
  type Claim,
  claimKey,
  consentStream,
  type ConsentView,
  type Grounds,
  type RedeemCode,
  Subject,
  viewConsent,
} from './consent.ts';
import { findLetter, type FoundLetter, letterNow, sweepLetters } from './letters.ts';
import { checkPaper, type Paper } from './paper.ts';
import { consentRefusals } from './refusals.ts';
import { checkReading, type HandedOut, type Reading, redeemConsent } from './steps.ts';
import { chargeTries, deleteOldCodes, deleteOldTries, findCode, type LiveCode, returnTries } from './store.ts';

/** The window at which a code is read, as the door sees it. */
export interface ReadAt {
  /** The organ or centre of the clerk. */
  readonly place: string;
  /** The centre receives for every department (construct A). */
  readonly isCentre: boolean;
  /** The address of the machine. */
  readonly address: string;
  /** Whose case it is, where the code is read for an open one. */
  readonly applicantKey?: string | undefined;
  /** What that case has been answered already. */
  readonly answered?: Readonly<Record<string, InputValue>> | undefined;
}

/** An answer to a question of a form, with its source. */
interface Told {
  readonly name: string;
  readonly value: InputValue;
  readonly source: string;
}

/** What licences and shares answer under a consent; the source in front of which the gate stands. */
export interface ClaimSource<Answer> {
  readonly known: (query: ClaimQuery & { readonly lines: ReadonlySet<string> }) => Promise<readonly Answer[]>;
  readonly papers: (query: ClaimQuery) => Promise<readonly Paper[]>;
}

/** What the window receives: the claims that the item needs and the holder agreed to, no others, and once. */
export interface Redeemed<Answer> {
  readonly consentId: string;
  readonly subject: Subject;
  /** The letter under which an agent showed it, and who he is. */
  readonly letter: FoundLetter | undefined;
  readonly claims: readonly Claim[];
  readonly answers: readonly Answer[];
  readonly papers: readonly { readonly paper: Paper; readonly refusal: Refusal | undefined }[];
}

/** An act on the open case that belongs to the same moment, such as taking the papers on record. */
export type Company = (consentId: string) => TogetherAct;

/**
 * Reads a code. Every try is charged first, to the clerk and to the window; of two windows that read one code in the same
 * instant the stream of the consent lets one win. Repeated under its request id within a minute, it answers as before; later it
 * names what was handed out and gives no value.
 */
export async function redeemCode<Answer extends Told>(
  ports: ConsentPorts & { readonly facts: ClaimSource<Answer> },
  call: ConsentCall,
  command: RedeemCode,
  { where, company }: { readonly where: ReadAt; readonly company?: Company | undefined },
): Promise<Redeemed<Answer> | Refusal> {
  const tries = triesOf(ports, call, where.address);
  const lockedUntil = await chargeTries(ports.journal.pool, ports.realm, tries, {
    at: call.at,
    forgetMs: FORGET_MS,
  });
  if (lockedUntil !== undefined) return refuse(consentRefusals, 'code-tries-over', { lockedUntil });
  const live = await codeShown(ports, command.code);
  if (live === undefined) return refuse(consentRefusals, 'code-unknown');
  const version = itemVersion(ports, command.itemId, call.at);
  if (isRefusal(version)) return version;
  const { itemId, caseNo } = command;
  const { place, isCentre, applicantKey } = where;
  const answered = { ...where.answered, ...command.form };
  const reading = { itemId, caseNo, organ: version.item.dept, place, isCentre, applicantKey };
  const subject = Subject.parse(JSON.parse(live.subject));
  const stream = consentStream(live.consentId);
  const read = await performReading(ports, call, { stream, subject, reading, item: version.item, answered, company });
  // Digits that hit what is meant for others count as a guess; what is over or used was no secret any more.
  const isGuess = isRefusal(read) && guesses.has(read.code);
  if (!isGuess) await returnTries(ports.journal.pool, ports.realm, tries, call.at);
  return read;
}

const guesses: ReadonlySet<string> = new Set([
  'consent-other-item',
  'consent-other-organ',
  'consent-other-case',
  'consent-other-holder',
]);

/** The robot that takes codes and tries away: a day after their time nobody needs to be told of them; and names in old letters. */
export async function sweepCodes(ports: ConsentPorts, at: Instant): Promise<number> {
  const { journal, realm } = ports;
  const before = shifted(at, -DAY_MS);
  await deleteOldTries(journal.pool, realm, before);
  const letters = await sweepLetters(ports, at);
  return letters + (await deleteOldCodes(journal.pool, realm, before));
}

const DAY_MS = 86_400_000;
/** A round of failures fades within an hour, one after the other. */
const FORGET_MS = 3_600_000;

export interface AskedReading {
  readonly stream: string;
  readonly subject: Subject;
  readonly reading: Reading;
  readonly item: Item;
  readonly answered: Readonly<Record<string, InputValue>>;
  readonly company: Company | undefined;
  /** What the holder signed at this very window, taken down in the same commit. */
  readonly first?: Part;
  readonly asked?: object;
}

/** Reads what a consent opens, in one commit with all that belongs to the moment. */
export async function performReading<Answer extends Told>(
  ports: ConsentPorts & { readonly facts: ClaimSource<Answer> },
  call: ConsentCall,
  { stream, subject, reading, item, answered, company, first, asked: wish }: AskedReading,
): Promise<Redeemed<Answer> | Refusal> {
  const asked = { ports, call, item, subject, answered };
  const nothing: Fetched<Answer> = { answers: [], papers: [], handed: { claims: [], papers: [] } };
  let fetched = nothing;
  const facts = async (events: Parameters<typeof viewConsent>[0]) => {
    const view = viewConsent(events);
    const letter = view.state === 'none' ? undefined : await letterNow(ports, view.given.letterId);
    if (checkReading(view, reading, call.at, letter) !== undefined) return { reading, handed: nothing.handed, letter };
    fetched = await fetchFor(asked, view);
    return { reading, handed: fetched.handed, letter };
  };
  const frame = { realm: ports.realm, ...call, stream, asked: wish ?? { redeem: idOf(stream), reading } };
  const parts = [...(first === undefined ? [] : [first]), part(redeemConsent, undefined, facts)];
  const done =
    company === undefined
      ? await performParts(ports.journal, frame, parts)
      : await performTogether(ports.journal, [{ frame, parts }, company(idOf(stream))]);
  if (isRefusal(done)) return done;
  const [own] = Array.isArray(done) ? done : [done];
  const kept = own?.stream ?? stream;
  const view = viewConsent(await readStream(ports.journal, ports.realm, kept));
  if (own?.repeated === true) {
    const again = await fetchAgain(asked, view);
    if (isRefusal(again)) return again;
    fetched = again;
  }
  const { answers, papers, handed } = fetched;
  const letter = view.state === 'none' ? undefined : await letterOf(ports, view.given);
  return { consentId: idOf(kept), subject, letter, claims: handed.claims, answers, papers };
}

function letterOf(ports: ConsentPorts, { letterId }: { readonly letterId: string | undefined }) {
  return letterId === undefined ? undefined : findLetter(ports, letterId);
}

function idOf(stream: string): string {
  return stream.slice('consent/'.length);
}

interface Fetched<Answer> {
  readonly answers: readonly Answer[];
  readonly papers: readonly { readonly paper: Paper; readonly refusal: Refusal | undefined }[];
  readonly handed: HandedOut;
}

interface Asking<Answer> {
  readonly ports: ConsentPorts & { readonly facts: ClaimSource<Answer> };
  readonly call: ConsentCall;
  readonly item: Item;
  readonly subject: Subject;
  /** What is answered already, at the window or in the case. */
  readonly answered: Readonly<Record<string, InputValue>>;
}

/** How long a window whose answer was lost on the way may ask for it again: a code is good for one look, not for a day. */
const REPEAT_MS = 60_000;

/** The answer to a reading that is repeated: what was handed out, and nothing that has come to the sources since. */
async function fetchAgain<Answer extends Told>(
  asked: Asking<Answer>,
  view: ConsentView,
): Promise<Fetched<Answer> | Refusal> {
  const redeemed = view.state === 'redeemed' || view.state === 'used' ? view.redeemed : undefined;
  if (redeemed === undefined) return refuse(consentRefusals, 'consent-used');
  if (asked.call.at >= shifted(redeemed.at, REPEAT_MS)) {
    const claims = redeemed.claims.map(({ code }) => code);
    return refuse(consentRefusals, 'consent-used', { usedAt: redeemed.at, claims });
  }
  const { answers, papers, handed } = await fetchFor(asked, view);
  const before = new Set(redeemed.claims.map(claimKey));
  return {
    answers: answers.filter(({ name }) => before.has(claimKey({ kind: 'answer', code: name }))),
    papers: papers.filter(
      ({ paper: { code }, refusal }) => refusal !== undefined || before.has(claimKey({ kind: 'material', code })),
    ),
    handed: { ...handed, claims: redeemed.claims },
  };
}

/** Asks the sources for what the consent opens, and looks at every licence now (R46). */
async function fetchFor<Answer extends Told>(asked: Asking<Answer>, view: ConsentView): Promise<Fetched<Answer>> {
  const { ports, call, item, subject } = asked;
  if (view.state === 'none') return { answers: [], papers: [], handed: { claims: [], papers: [] } };
  const grounds: Grounds = { kind: 'shown', consent: view.given };
  const query = {
    applicant: subject,
    item,
    operator: call.actor.id,
    purpose: view.given.purpose,
    grounds,
    at: call.at,
  };
  const [answers, found] = await Promise.all([askedAnswers(asked, query), ports.facts.papers(query)]);
  const todayOn = dateInChina(call.at);
  const looked = inOrder(item, found).map((paper) => ({ paper, refusal: checkPaper(paper, subject.idNo, todayOn) }));
  const refused = looked.filter(({ refusal }) => refusal !== undefined);
  // One proof of each paper is enough, the one that the item names first (个保法6).
  const usable = looked.filter(({ refusal }) => refusal === undefined).toReversed();
  const papers = [...new Map(usable.map((one) => [one.paper.code, one])).values(), ...refused];
  const claims = [
    ...answers.map(({ name }) => ({ kind: 'answer' as const, code: name })),
    ...papers.flatMap(({ paper: { code }, refusal }) =>
      refusal === undefined ? [{ kind: 'material' as const, code }] : [],
    ),
  ];
  const kept = papers.map(({ paper: { code, source, receipt }, refusal }) => {
    return { code, source, receipt, result: refusal === undefined ? ('usable' as const) : refusal.code };
  });
  return { answers, papers, handed: { claims, papers: kept } };
}

/** One answer to each question: of the source that the form names first. */
function bestOf<Answer extends Told>(item: Item, told: readonly Answer[]): readonly Answer[] {
  return item.form.flatMap(({ name, prefill }) => {
    const own = told.filter((answer) => answer.name === name);
    const best = own.toSorted((a, b) => prefill.indexOf(a.source) - prefill.indexOf(b.source))[0];
    return best === undefined ? [] : [best];
  });
}

/**
 * R11, 个保法6: a source is asked for the lines that somebody who has answered as far as this is asked, and for no others. What one
 * line is told may open the next, so it goes round until no line is new.
 */
async function askedAnswers<Answer extends Told>(
  { ports, item, answered }: Asking<Answer>,
  query: ClaimQuery,
): Promise<readonly Answer[]> {
  const queried = new Set<string>();
  let told: readonly Answer[] = [];
  for (;;) {
    const known = Object.fromEntries(told.map(({ name, value }) => [name, value]));
    const open = askedLines(item.form, { ...known, ...answered }).filter(({ name }) => !queried.has(name));
    if (open.length === 0) return askedOf(item, told, answered);
    const lines = new Set(open.map(({ name }) => name));
    for (const name of lines) queried.add(name);
    told = [...told, ...bestOf(item, await ports.facts.known({ ...query, lines }))];
  }
}

/** R11: only the answers to lines that are asked of somebody who has answered as far as this; the receipt takes no others. */
function askedOf<Answer extends Told>(
  item: Item,
  answers: readonly Answer[],
  answered: Readonly<Record<string, InputValue>>,
): readonly Answer[] {
  const told = Object.fromEntries(answers.map(({ name, value }) => [name, value]));
  const asked = new Set(askedLines(item.form, { ...told, ...answered }).map(({ name }) => name));
  return answers.filter(({ name }) => asked.has(name));
}

/** The sources of a material in the order in which the item names them. */
function inOrder(item: Item, papers: readonly Paper[]): readonly Paper[] {
  const rank = ({ code, source }: Paper): number =>
    item.materials.find((material) => material.code === code)?.replaceableBy.indexOf(source) ?? -1;
  return papers.toSorted((a, b) => rank(a) - rank(b));
}

async function codeShown({ journal, realm, codeKey }: ConsentPorts, text: string): Promise<LiveCode | undefined> {
  const code = readCode(text);
  return code === undefined ? undefined : findCode(journal.pool, realm, codeDigest(codeKey, code));
}

function triesOf(
  { realm, consentPolicy: { clerk, window } }: ConsentPorts,
  { actor, at }: ConsentCall,
  address: string,
) {
  return [
    { source: sha256Hex(`${realm}\nclerk\n${actor.id}`), failures: clerk.failures, locks: locksFrom(at, clerk) },
    { source: sha256Hex(`${realm}\nwindow\n${address}`), failures: window.failures, locks: locksFrom(at, window) },
  ];
}

function shifted(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}
