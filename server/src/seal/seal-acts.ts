import { type Journal, perform } from '../journal/actions.ts';
import type { Actor, Performed } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import {
  fileSeal,
  handBackSeal,
  offerSeal,
  putSealInUse,
  recordSealMade,
  requestSeal,
  type SealFacts,
  type SealStep,
  stopSeal,
  takeSeal,
} from './life-cycle.ts';
import { sealStream } from './seal.ts';

/** Every verb of a seal's life, performed through the journal; the rules are in the step of the same name. */
export const sealActs = {
  requestSeal: verb(requestSeal),
  makeSeal: verb(recordSealMade),
  fileSeal: verb(fileSeal),
  putSealInUse: verb(putSealInUse),
  offerSeal: verb(offerSeal),
  takeSeal: verb(takeSeal),
  stopSeal: verb(stopSeal),
  handBackSeal: verb(handBackSeal),
} as const;

export type SealAct = keyof typeof sealActs;

/** What the verbs work in. */
export interface SealRoom {
  readonly journal: Journal;
  readonly realm: string;
  readonly sealFacts: SealFacts;
}

/** Who does it to which seal, when, under which request id. */
export interface SealErrand {
  readonly sealId: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId: string;
}

function verb<Command>(step: SealStep<Command>) {
  return (
    { journal, realm, sealFacts }: SealRoom,
    errand: SealErrand,
    command: Command,
  ): Promise<Performed | Refusal> => {
    const { sealId, ...by } = errand;
    return perform(journal, step, { ...by, realm, stream: sealStream(sealId), command, facts: () => sealFacts });
  };
}
