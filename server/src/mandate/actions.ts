import { type Ceremony, signAct } from '../confirmation/actions.ts';
import { type Journal, perform } from '../journal/actions.ts';
import type { Actor, Performed, Recorded, StepContext } from '../journal/journal.ts';
import { createRegister, type Register } from '../journal/register.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Act, Granted } from './act.ts';
import {
  type RecordObjection,
  recordObjection,
  type RecordOverstep,
  recordOverstep,
  type SettleOverstep,
  settleOverstep,
} from './answerability.ts';
import {
  type ExpireMandate,
  expireMandate,
  type ResumeMandate,
  resumeMandate,
  type RevokeMandate,
  revokeMandate,
  type SuspendMandate,
  suspendMandate,
} from './halting.ts';
import type { HeldVersion } from './held.ts';
import { type MandateLetter, mandateRefOf, mandateStream } from './letter.ts';
import { heldVersions, type MandateView, type VersionView, viewMandate } from './life-cycle.ts';
import type { HeldPower, MandateFacts, SigningFacts } from './mandate.ts';
import { createMandateIndex, type MandateIndex } from './mandate-index.ts';
import type { CheckRefusalCode } from './refusals.ts';
import {
  type AcceptMandate,
  acceptMandate,
  amendMandate,
  type DraftMandate,
  draftMandate,
  type FileMandate,
  fileMandate,
  type MandateStep,
  type PublishMandate,
  publishMandate,
  type ReviewMandate,
  reviewMandate,
  type SignedMandateStep,
  type SignMandate,
  signMandate,
} from './steps.ts';

export { ResumeMandate, RevokeMandate, SuspendMandate } from './halting.ts';
export { DraftMandate, FileMandate, PublishMandate, ReviewMandate, SignMandate } from './steps.ts';

/** What `main.ts` hands to every verb. */
export interface MandateRoom {
  readonly journal: Journal;
  readonly realm: string;
  readonly facts: MandateFacts;
}

/** Who does it to which mandate, when, under which request id. */
export interface MandateErrand {
  readonly mandateNo: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId: string;
}

type Answer = Promise<Performed | Refusal>;
type Verb<Command> = (room: MandateRoom, errand: MandateErrand, command: Command) => Answer;

/** With what a person signs an act: his ceremony, and where he signs the letter itself, the letter as it is shown to him. */
export interface MandateSigning {
  readonly ceremony: Ceremony;
  /** SM3 of the letter of a version as it is printed at an instant. */
  readonly shown?: (version: VersionView, at: Instant) => Promise<string | Refusal>;
}

/** Without `signing` it was signed on paper (letters taken over), or a robot acts. */
type SignedVerb<Command> = (
  room: MandateRoom,
  errand: MandateErrand,
  command: Command,
  signing?: MandateSigning,
) => Answer;

/** Every verb of a mandate's life, performed through the journal; rules are in the step of the same name. */
export const mandates = {
  draft: verb<DraftMandate>(draftMandate),
  review: verb<ReviewMandate>(reviewMandate),
  sign: signedVerb<SignMandate>(signMandate),
  accept: signedVerb<AcceptMandate>(acceptMandate),
  file: verb<FileMandate>(fileMandate),
  publish: verb<PublishMandate>(publishMandate),
  amend: verb<DraftMandate>(amendMandate),
  suspend: signedVerb<SuspendMandate>(suspendMandate),
  resume: signedVerb<ResumeMandate>(resumeMandate),
  revoke: signedVerb<RevokeMandate>(revokeMandate),
  expire: verb<ExpireMandate>(expireMandate),
  recordObjection: verb<RecordObjection>(recordObjection),
  recordOverstep: verb<RecordOverstep>(recordOverstep),
  settleOverstep: verb<SettleOverstep>(settleOverstep),
} as const;

/** Who does what on a letter's way into force. */
export interface LetterActors {
  readonly drafter: string;
  readonly reviewer: string;
  /** Heads, in the order in which they sign. */
  readonly signers: readonly string[];
  readonly accepters: readonly string[];
  readonly filer: string;
  /** With what each of them signs; absent where they signed on paper. */
  readonly ceremonyOf?: (personId: string) => Ceremony;
}

/** Takes `letter` the whole way from draft to publication at `at`, for the demo district and for taking over paper letters. */
export async function enactLetter(
  room: MandateRoom,
  letter: MandateLetter,
  actors: LetterActors,
  at: Instant,
): Promise<Refusal | undefined> {
  const { mandateNo, version, publicNotice } = letter;
  const { hash } = mandateRefOf(letter);
  const by = (id: string, step: string): MandateErrand => ({
    mandateNo,
    actor: { kind: 'person', id },
    at,
    requestId: `${mandateNo}/${version}/${step}/${id}`,
  });
  // Who signs a whole district of letters in one go signs the record of each; nothing is printed for him.
  const signing = (id: string): MandateSigning | undefined =>
    actors.ceremonyOf === undefined ? undefined : { ceremony: actors.ceremonyOf(id) };
  const way: readonly (() => Answer)[] = [
    () => mandates.draft(room, by(actors.drafter, 'draft'), { letter }),
    () => mandates.review(room, by(actors.reviewer, 'review'), { opinion: '合法性审核通过', passed: true }),
    ...actors.signers.map((id) => () => mandates.sign(room, by(id, 'sign'), { hash }, signing(id))),
    ...actors.accepters.map((id) => () => mandates.accept(room, by(id, 'accept'), { hash }, signing(id))),
    () => mandates.file(room, by(actors.filer, 'file'), { filingNo: `备-${mandateNo}-${version}` }),
    () =>
      mandates.publish(room, by(actors.filer, 'publish'), {
        places: ['web', 'window'],
        noticeNo: publicNotice.noticeNo || mandateNo,
      }),
  ];
  for (const go of way) {
    const answer = await go();
    if (isRefusal(answer)) return answer;
  }
  return undefined;
}

/** All mandates of a realm, kept as fresh as the register: exact because every act passes the fence it names. */
export interface MandateBook {
  readonly register: Register<MandateView>;
  /** The mandate that carries `act`, or why none does. */
  readonly find: (act: Act) => Granted | Refusal<CheckRefusalCode>;
  /** Powers held now under a published mandate; the fact that R101 needs. */
  readonly powersHeldBy: (holder: string) => readonly HeldPower[];
  readonly get: (mandateNo: string) => MandateView | undefined;
  readonly list: () => readonly MandateView[];
}

/** Opens the book and joins its register to the journal, so that mandates changed here are seen at once. Call `register.catchUp()` before the first use. */
export function openMandateBook(journal: Journal, realm: string): MandateBook {
  const register = createRegister(journal.pool, realm, 'mandate/', viewMandate);
  journal.registers.push(register);
  const index = createMandateIndex();
  const epochs = new Map<string, number>();
  let generation = -1;

  function fresh(): MandateIndex {
    if (generation === register.generation()) return index;
    generation = register.generation();
    for (const { key, view, epoch } of register.list()) {
      if (epochs.get(key) === epoch) continue;
      epochs.set(key, epoch);
      index.put(key.slice('mandate/'.length), heldVersions(view, epoch));
    }
    return index;
  }

  return {
    register,
    find: (act) => fresh().find(act),
    powersHeldBy: (holder) =>
      register
        .list()
        .flatMap(({ view, epoch }) => heldVersions(view, epoch).flatMap((version) => powersOf(version, view, holder))),
    get: (mandateNo) => register.get(mandateStream(mandateNo))?.view,
    list: () => register.list().map(({ view }) => view),
  };
}

function powersOf({ ref, status, holders }: HeldVersion, view: MandateView, holder: string): readonly HeldPower[] {
  const letter = view.versions.find((version) => version.letter.version === ref.version)?.letter;
  if (
    letter === undefined ||
    (status !== 'usable' && status !== 'suspended') ||
    !holders.some(({ id }) => id === holder)
  )
    return [];
  return letter.items.flatMap(({ itemId }) =>
    letter.powers.map((power) => ({ mandateNo: ref.mandateNo, itemId, power })),
  );
}

function verb<Command>(step: MandateStep<Command>): Verb<Command> {
  return (room, { mandateNo, actor, at, requestId }, command) =>
    perform(room.journal, step, {
      realm: room.realm,
      stream: mandateStream(mandateNo),
      command,
      facts: () => room.facts,
      actor,
      requestId,
      at,
    });
}

function signedVerb<Command>(step: SignedMandateStep<Command>): SignedVerb<Command> {
  return (room, { mandateNo, actor, at, requestId }, command, signing) =>
    perform(room.journal, step, {
      realm: room.realm,
      stream: mandateStream(mandateNo),
      command,
      facts: (events, context) =>
        signing === undefined ? room.facts : signedFacts(room.facts, step, { events, command, signing }, context),
      actor,
      requestId,
      at,
    });
}

interface Attempt<Command> {
  readonly events: readonly Recorded[];
  readonly command: Command;
  readonly signing: MandateSigning;
}

/** Neither is a letter printed nor a key opened for an act that the law refuses anyway. */
async function signedFacts<Command>(
  facts: MandateFacts,
  step: SignedMandateStep<Command>,
  { events, command, signing }: Attempt<Command>,
  context: StepContext,
): Promise<SigningFacts> {
  const view = step.view(events);
  const last = view.versions.at(-1);
  if (last === undefined || isRefusal(step.decide(view, command, facts, context))) return facts;
  const documentHash = await signing.shown?.(last, context.at);
  const shown: SigningFacts = documentHash === undefined ? facts : { ...facts, documentHash };
  const tried = step.decide(view, command, shown, context);
  const event = isRefusal(tried) ? undefined : tried.events[0];
  if (event === undefined) return shown;
  const place = { stream: context.stream, type: event.type, signer: context.actor.id };
  const signed = await signAct(signing.ceremony, place, { data: event.data, declared: {} }, context);
  return { ...shown, signed };
}
