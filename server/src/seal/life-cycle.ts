import type { Step, StepContext } from '../journal/journal.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';
import {
  type SealFiled,
  type SealHandedBack,
  type SealInUse,
  type SealMade,
  type SealOffered,
  type SealRequested,
  type SealStopped,
  type SealView,
  viewSeal,
} from './seal.ts';

/** What the steps of a seal's life ask about people. */
export interface SealFacts {
  /** Whether the person keeps seals of this organ, by its USCC, at the instant (R80). */
  readonly isKeeper: (personId: string, organ: string, at: Instant) => boolean;
  /** Whether the person is the head of this organ. */
  readonly isHead: (personId: string, organ: string, at: Instant) => boolean;
  /** Whether the person watches over all organs of the district. */
  readonly isSupervisor: (personId: string, at: Instant) => boolean;
}

export type SealStep<Command> = Step<Command, SealView, SealFacts, SealRefusalCode>;

/** 申请: the head asks for a seal of his organ. Nothing can be done with it yet. */
export const requestSeal: SealStep<SealRequested> = {
  name: 'requestSeal',
  view: viewSeal,
  decide: (view, command, facts, context) =>
    fromState(view, ['absent']) ??
    onlyHead(command.organ, facts, context) ??
    event('SealRequested', command, context, false),
};

/** 制作: the seal as it was asked for is made. Its fence is closed until it is filed and put in use. */
export const recordSealMade: SealStep<SealMade> = {
  name: 'recordSealMade',
  view: viewSeal,
  decide: (view, command, facts, context) =>
    fromState(view, ['requested']) ??
    asRequested(view, command) ??
    onlyHead(command.organ, facts, context) ??
    event('SealMade', command, context, false),
};

/** 备案: the seal is filed with the authority. */
export const fileSeal: SealStep<SealFiled> = {
  name: 'fileSeal',
  view: viewSeal,
  decide: (view, command, facts, context) =>
    fromState(view, ['made']) ?? onlyHead(organOf(view), facts, context) ?? event('SealFiled', command, context, false),
};

/** 启用: the head entrusts the seal to a keeper; from this commit on its fence is open. */
export const putSealInUse: SealStep<SealInUse> = {
  name: 'putSealInUse',
  view: viewSeal,
  decide: (view, command, facts, context) =>
    fromState(view, ['filed']) ??
    onlyHead(organOf(view), facts, context) ??
    keeperFits(view, command.keeper, facts, context) ??
    event('SealInUse', command, context, true),
};

/** 移交: the keeper, or the head for him, offers the seal to another keeper. Until that one takes it nothing changes. */
export const offerSeal: SealStep<SealOffered> = {
  name: 'offerSeal',
  view: viewSeal,
  decide(view, command, facts, context) {
    const closed = fromState(view, ['inUse']) ?? keeperFits(view, command.to, facts, context);
    if (closed !== undefined) return closed;
    const { id } = context.actor;
    if (id !== view.keeper && !isTrusted(context, facts, organOf(view))) return notTheKeeper(view);
    if (command.to === view.keeper) return refuse(sealRefusals, 'keeper-unfit', { keeper: command.to });
    return { events: [{ type: 'SealOffered', data: command }] };
  },
};

/** 接收: whom the seal was offered to takes it, and is its keeper from then on. */
export const takeSeal: SealStep<object> = {
  name: 'takeSeal',
  view: viewSeal,
  decide(view, _, facts, context) {
    const { actor } = context;
    const closed = fromState(view, ['inUse']);
    if (closed !== undefined) return closed;
    if (view.offered?.to !== actor.id) return notTheKeeper(view);
    const taken = { from: view.keeper ?? '', to: actor.id };
    return keeperFits(view, actor.id, facts, context) ?? { events: [{ type: 'SealTaken', data: taken }] };
  },
};

/** 停用: keeper, head or supervisor stop the seal: no act that needs it commits after this (T12, T13). */
export const stopSeal: SealStep<SealStopped> = {
  name: 'stopSeal',
  view: viewSeal,
  decide(view, command, facts, context) {
    const closed = fromState(view, ['requested', 'made', 'filed', 'inUse']);
    if (closed !== undefined) return closed;
    const { id } = context.actor;
    const may = id === view.keeper || facts.isSupervisor(id, context.at) || isTrusted(context, facts, organOf(view));
    return may ? event('SealStopped', command, context, false) : notTheKeeper(view);
  },
};

/** 交回: the stopped seal goes back to the authority; its key signs nothing and its number is not used again. */
export const handBackSeal: SealStep<SealHandedBack> = {
  name: 'handBackSeal',
  view: viewSeal,
  decide(view, command, facts, context) {
    const closed = fromState(view, ['stopped']);
    if (closed !== undefined) return closed;
    const may = context.actor.id === view.keeper || isTrusted(context, facts, organOf(view));
    return may ? event('SealHandedBack', command, context, false) : notTheKeeper(view);
  },
};

type Recordable = SealRequested | SealMade | SealFiled | SealInUse | SealStopped | SealHandedBack;

function event(type: string, data: Recordable, { stream }: StepContext, open: boolean) {
  return { events: [{ type, data }], sets: [{ key: stream, open }] };
}

function fromState(view: SealView, allowed: readonly SealView['state'][]): Refusal<SealRefusalCode> | undefined {
  return allowed.includes(view.state) ? undefined : refuse(sealRefusals, 'seal-state', { state: view.state });
}

/** The organ whose seal it is, as asked for or as made before there was a request. */
function organOf({ requested, made }: SealView): string {
  return made?.organ ?? requested?.organ ?? '';
}

function asRequested({ requested }: SealView, made: SealMade): Refusal<SealRefusalCode> | undefined {
  const same =
    requested !== undefined &&
    requested.sealId === made.sealId &&
    requested.kind === made.kind &&
    requested.organ === made.organ &&
    requested.bearer?.personId === made.bearer?.personId;
  return same ? undefined : refuse(sealRefusals, 'seal-not-as-requested', { sealId: made.sealId });
}

/** The head of the organ, or an operator who enters what the head has signed on paper. */
function isTrusted({ actor, at }: StepContext, facts: SealFacts, organ: string): boolean {
  return actor.kind === 'operator' || facts.isHead(actor.id, organ, at);
}

function onlyHead(organ: string, facts: SealFacts, context: StepContext): Refusal<SealRefusalCode> | undefined {
  return isTrusted(context, facts, organ) ? undefined : refuse(sealRefusals, 'seal-of-another-organ', { organ });
}

function keeperFits(
  view: SealView,
  personId: string,
  facts: SealFacts,
  { at }: StepContext,
): Refusal<SealRefusalCode> | undefined {
  const fits = facts.isKeeper(personId, organOf(view), at);
  return fits ? undefined : refuse(sealRefusals, 'keeper-unfit', { keeper: personId });
}

function notTheKeeper({ keeper }: SealView): Refusal<SealRefusalCode> {
  return refuse(sealRefusals, 'not-the-keeper', { keeper: keeper ?? null });
}
