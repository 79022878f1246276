import { z } from 'zod';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { finishMatterDraft, lift, mattersOf, submit, withdrawChild, withdrawWhole } from '../matter/actions.ts';
import { LiftHold, SubmitMatter, WithdrawMatter, WithdrawPlanned } from '../matter/matter.ts';
import type { Platform } from '../platform.ts';
import { checkApplicant } from './application.ts';
import { caseReaders } from './case-acts.ts';
import type { Role } from './caller.ts';
import { MatterAnswer, matterAnswer, MatterRow, matterRow } from './matter-view.ts';
import { openMatter, type OpenedMatter, organsOf } from './matter-access.ts';
import { MatterParams, matterReasonRoute, readMatter } from './matter-reading.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const MatterPerformed = z.object({ matterNo: z.string(), seq: z.int() }).meta({ id: 'MatterPerformed' });

/** Beyond this many a person's own list says no more. */
const LISTED = 20;

/** Beginning a matter and following it. */
export function matterRoutes(platform: Platform): readonly Route[] {
  return [
    submitRoute(platform),
    listRoute(platform),
    getRoute(platform),
    matterReasonRoute(platform),
    ...verbs(platform),
  ];
}

function submitRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/matters',
    operationId: 'submitMatter',
    summary: 'Begins a matter: one application, whose items become cases in their order',
    access: ['applicant', 'windowClerk'],
    asks: z.strictObject({ body: SubmitMatter }),
    answer: MatterPerformed,
    async handle({ body, caller, requestId, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const isAtDoor = (caller.kind === 'staff') === (body.channel === 'window');
      if (!isAtDoor) return refuse(httpRefusals, 'not-permitted');
      const refusal = checkApplicant(caller, body, undefined, at);
      if (refusal !== undefined) return refusal;
      const done = await submit(platform, { actor: caller.actor, requestId, at }, body);
      if (!isRefusal(done)) await finishMatterDraft(platform, caller.actor, body.bundleId);
      return performed(done);
    },
  });
}

function listRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/matters',
    operationId: 'listMatters',
    summary: 'One’s own matters, the newest first',
    access: ['applicant'],
    asks: z.strictObject({}),
    answer: z.object({ matters: z.array(MatterRow) }),
    async handle({ caller, at }) {
      if (caller?.kind !== 'applicant') return refuse(httpRefusals, 'not-signed-in');
      const numbers = await mattersOf(platform, caller.applicant.idNo, LISTED);
      const opened = await Promise.all(numbers.map((matterNo) => openMatter(platform, caller, matterNo)));
      const matters = await Promise.all(
        opened.flatMap((one) => (isRefusal(one) ? [] : [matterRow(platform, one, at)])),
      );
      return { matters };
    },
  });
}

function getRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/matters/:matterNo',
    operationId: 'getMatter',
    summary: 'How far the matter is: every item with its organ, clock, state and reasons',
    access: caseReaders,
    asks: z.strictObject({ params: MatterParams }),
    answer: MatterAnswer,
    async handle({ params: { matterNo }, caller, at }) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const opened = await readMatter(platform, caller, { matterNo, at });
      return isRefusal(opened) ? opened : matterAnswer(platform, caller, opened, at);
    },
  });
}

interface Verb<Body> {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly access: readonly Role[];
  readonly body: z.ZodType<Body>;
  readonly perform: (
    call: {
      readonly actor: OpenedMatter['caller']['actor'];
      readonly requestId: string;
      readonly at: string;
      readonly organs: readonly string[];
    },
    matterNo: string,
    body: Body,
  ) => Promise<Performed | Refusal>;
}

function verbs(platform: Platform): readonly Route[] {
  const verb = <Body>(of: Verb<Body>): Route =>
    route({
      method: 'POST',
      path: `/matters/:matterNo/${of.path}`,
      operationId: of.operationId,
      summary: of.summary,
      access: of.access,
      asks: z.strictObject({ params: MatterParams, body: of.body }),
      answer: MatterPerformed,
      async handle({ params, body, caller, requestId, at }) {
        const opened = await openMatter(platform, caller, params.matterNo);
        if (isRefusal(opened)) return opened;
        const organs = organsOf(opened.caller);
        return performed(
          await of.perform({ actor: opened.caller.actor, requestId, at, organs }, params.matterNo, body),
        );
      },
    });
  return [
    verb({
      path: 'withdrawal',
      operationId: 'withdrawMatter',
      summary: 'Withdraws the whole matter; what was granted stands',
      access: ['applicant'],
      body: WithdrawMatter,
      perform: (call, matterNo, body) => withdrawWhole(platform, call, matterNo, body),
    }),
    verb({
      path: 'omissions',
      operationId: 'omitChild',
      summary: 'Leaves out an item that has not begun',
      access: ['applicant'],
      body: WithdrawPlanned,
      perform: (call, matterNo, body) => withdrawChild(platform, call, matterNo, body),
    }),
    verb({
      path: 'holds',
      operationId: 'liftHold',
      summary:
        'Lifts a hold on the evidence that its reason is gone: the organ of a held item, or the one that the hold names',
      access: ['postedOfficer', 'chiefRepresentative', 'departmentHead'],
      body: LiftHold,
      perform: (call, matterNo, body) => lift(platform, call, matterNo, body),
    }),
  ];
}

function performed(answer: Performed | Refusal): z.input<typeof MatterPerformed> | Refusal {
  return isRefusal(answer) ? answer : { matterNo: answer.stream.slice('matter/'.length), seq: answer.seq };
}
