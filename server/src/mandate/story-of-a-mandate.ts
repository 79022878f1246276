import { afterOne } from '../journal/one-event-act.ts';
import type { Actor, Decided, Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { check } from './check.ts';
import { authorisation, facts as district, grantAct, noonAt } from './example-mandates.ts';
import { type MandateLetter, mandateStream } from './letter.ts';
import { heldVersions, stateAt, viewMandate } from './life-cycle.ts';
import type { MandateFacts } from './mandate.ts';
import {
  acceptMandate,
  draftMandate,
  fileMandate,
  type SignedMandateStep,
  publishMandate,
  type PublishMandate,
  reviewMandate,
  signMandate,
} from './steps.ts';

/** A mandate's stream without a database: acts append what the steps decide, refusals leave it alone. */
export class Story {
  readonly facts: MandateFacts;
  readonly letter: MandateLetter;
  events: readonly Recorded[] = [];
  open = false;

  constructor(letter: MandateLetter = authorisation, facts: MandateFacts = district) {
    this.letter = letter;
    this.facts = facts;
  }

  act<C>(
    step: SignedMandateStep<C>,
    command: C,
    actor: string | Actor,
    at = '2024-12-01T02:00:00.000Z',
  ): Refusal | Decided {
    const stream = mandateStream(this.letter.mandateNo);
    const by: Actor = typeof actor === 'string' ? { kind: 'person', id: actor } : actor;
    const answer = step.decide(step.view(this.events), command, this.facts, { actor: by, at, stream });
    if (isRefusal(answer)) return answer;
    for (const { type, data } of answer.events) {
      this.events = afterOne(this.events, { stream, at, actor: by, requestId: `r${this.events.length}`, type, data });
    }
    this.open = answer.sets?.[0]?.open ?? this.open;
    return answer;
  }

  /** The code of the refusal, or `done`. */
  say<C>(step: SignedMandateStep<C>, command: C, actor: string | Actor, at?: string): string {
    const answer = this.act(step, command, actor, at);
    return isRefusal(answer) ? `${answer.rule} ${answer.code}` : 'done';
  }

  get hash(): string {
    return viewMandate(this.events).versions.at(-1)?.hash ?? '';
  }

  get state(): string {
    return this.stateAt(noonAt);
  }

  stateAt(at: string, no = 1): string {
    const view = viewMandate(this.events);
    const version = view.versions.find(({ letter }) => letter.version === no);
    return version === undefined ? 'none' : stateAt(view, version, at);
  }

  verdict(at = noonAt): string {
    const codes = heldVersions(viewMandate(this.events), this.events.length).map((version) => {
      const answer = check(version, { ...grantAct, at });
      return 'granted' in answer ? `granted v${answer.ref.version}` : answer.code;
    });
    return codes.find((code) => code.startsWith('granted')) ?? codes.at(-1) ?? 'none';
  }
}

export const publish: PublishMandate = { places: ['web', 'window'], noticeNo: '公示1号' };
export const everyone = ['mk-officer-1', 'mk-officer-2', 'mk-chief'];

export function signed(letter?: MandateLetter): Story {
  const story = new Story(letter);
  story.act(draftMandate, { letter: story.letter }, 'mk-drafter');
  story.act(reviewMandate, { opinion: '合法', passed: true }, 'mk-legal');
  story.act(signMandate, { hash: story.hash }, 'mk-head');
  return story;
}

export function inForce(letter?: MandateLetter): Story {
  const story = signed(letter);
  for (const person of [...everyone, 'mk-keeper']) story.act(acceptMandate, { hash: story.hash }, person);
  story.act(fileMandate, { filingNo: '备1号' }, 'zw-filer');
  story.act(publishMandate, publish, 'mk-drafter');
  return story;
}
