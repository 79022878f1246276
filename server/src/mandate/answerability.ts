import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { PlainDateText } from './letter.ts';
import { namedPersons } from './letter.ts';
import { viewMandate } from './life-cycle.ts';
import { lifeRefusals } from './refusals.ts';
import { decided, type MandateStep } from './steps.ts';

/** Who answers when power was used wrongly: objections to orders (R110), acts outside the mandate (R109). */

const Text = z.string().min(1).max(4_000);

export const RecordObjection = z.strictObject({
  caseNo: Text,
  order: Text,
  reason: Text,
  isManifestlyUnlawful: z.boolean(),
});
export type RecordObjection = z.infer<typeof RecordObjection>;

/** A named person objects to an order that he holds to be wrong (公务员法 60, R110). */
export const recordObjection: MandateStep<RecordObjection> = {
  name: 'recordObjection',
  view: viewMandate,
  decide(view, command, _facts, context) {
    const personId = context.actor.id;
    const isNamed = view.versions.some(
      ({ letter, stage }) => stage === 'published' && namedPersons(letter).includes(personId),
    );
    if (!isNamed || context.actor.kind !== 'person') return refuse(lifeRefusals, 'not-named', { personId });
    return decided(view, context, [{ type: 'MandateObjectionRecorded', data: { personId, ...command } }]);
  },
};

export const RecordOverstep = z.strictObject({
  caseNo: Text,
  holder: Text,
  rule: Text,
  actedOn: PlainDateText,
  applicantInGoodFaith: z.boolean(),
});
export type RecordOverstep = z.infer<typeof RecordOverstep>;

/** An act outside the mandate was found after the event (R109). It is logged whatever has become of the mandate. */
export const recordOverstep: MandateStep<RecordOverstep> = {
  name: 'recordOverstep',
  view: viewMandate,
  decide(view, command, _facts, context) {
    if (view.versions.length === 0) return refuse(lifeRefusals, 'wrong-stage', { stage: null });
    return decided(view, context, [{ type: 'MandateOverstepped', data: command }], {
      outbox: [{ topic: 'mandate.overstepped', payload: command }],
    });
  },
};

export const SettleOverstep = z.strictObject({
  caseNo: Text,
  disposition: z.enum(['kept', 'cured', 'revoked']),
  reason: Text,
  protection: z.string().max(4_000),
});
export type SettleOverstep = z.infer<typeof SettleOverstep>;

/** The department keeps, cures or revokes under 许可法 69; an applicant in good faith is protected (R109). */
export const settleOverstep: MandateStep<SettleOverstep> = {
  name: 'settleOverstep',
  view: viewMandate,
  decide(view, command, facts, context) {
    const open = view.oversteps.find(({ caseNo, isSettled }) => caseNo === command.caseNo && !isSettled);
    const grantor = view.versions.at(-1)?.letter.grantor.code;
    if (open === undefined || grantor === undefined)
      return refuse(lifeRefusals, 'overstep-unknown', { caseNo: command.caseNo });
    const isHead = context.actor.kind === 'person' && facts.organ(grantor)?.headPersonId === context.actor.id;
    if (!isHead) return refuse(lifeRefusals, 'not-head', { personId: context.actor.id });
    if (command.disposition === 'revoked' && open.applicantInGoodFaith && command.protection.trim() === '') {
      return refuse(lifeRefusals, 'good-faith-unprotected', { caseNo: command.caseNo });
    }
    return decided(view, context, [{ type: 'MandateOverstepSettled', data: command }]);
  },
};
