import { missingMaterials } from '../acceptance/acceptance.ts';
import { deemCaseAccepted, linesToAnswer, supplyCorrections, supplyDeferred } from '../acceptance/actions.ts';
import { correctOwnStatement, withdraw } from '../application/actions.ts';
import { getPinnedVersion } from '../application/application.ts';
import {
  answerRecusal,
  askRecusal,
  deemCaseRenewed,
  escalate,
  recordPaper,
  recuse,
  returnToReview,
  settle,
  terminate,
} from '../decision/actions.ts';
import { deliver } from '../delivery/actions.ts';
import { assess, pay } from '../fee/actions.ts';
import { declareRelation, reinstatePerson, suspendPerson } from '../identity/actions.ts';
import type { Item } from '../catalogue/catalogue.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { dateInChina } from '../kernel/time.ts';
import { mandates } from '../mandate/actions.ts';
import type { StepName, StepOf } from './case-file.ts';
import { courseActs } from './case-course-acts.ts';
import { APPLICANT } from './case-people.ts';
import type { Answer, Scene, Situation } from './case-scene.ts';
import { signAct } from './case-sign.ts';

/** What each `do` of a file does; `finish` is the command's own (case-finish.ts). */
export type Acts = { readonly [Do in Exclude<StepName, 'finish'>]: (scene: Scene, step: StepOf<Do>) => Answer };

/** Does one step of the file. */
export function doStep<Do extends Exclude<StepName, 'finish'>>(name: Do, scene: Scene, step: StepOf<Do>): Answer {
  return acts[name](scene, step);
}

const acts: Acts = {
  accept: (
    scene,
    { tolerated, toleratedUntilOn, promiseReference = '容缺承诺书', windowEndsOn, checked = checkedBy(scene) },
  ) =>
    settleWith(scene, {
      outcome: 'ACCEPT',
      tolerated,
      checked: [...checked],
      ...(toleratedUntilOn === undefined ? {} : { toleratedUntilOn, promiseReference }),
      ...(windowEndsOn === undefined ? {} : { windowEndsOn }),
    }),
  correct: (scene, { defects = defectsOf(scene) }) => settleWith(scene, { outcome: 'CORRECT', defects: [...defects] }),
  notNeeded: (scene, { reason = whyOf(scene.situation) }) => settleWith(scene, { outcome: 'NOT_NEEDED', reason }),
  notOurs: (scene, { reason = whyOf(scene.situation), competentOrgan = '市级主管部门' }) =>
    settleWith(scene, { outcome: 'NOT_OURS', reason, competentOrgan }),
  fixOnSpot: (scene, { fixed, materials, form }) =>
    settleWith(scene, { outcome: 'FIX_ON_SPOT', fixed, materials, form }),
  supply: (scene, { materials, form }) =>
    supplyCorrections(scene.run.world.platform, scene.call, scene.caseNo, { materials, form }),
  supplyDeferred: (scene, { materials, form }) =>
    supplyDeferred(scene.run.world.platform, scene.call, scene.caseNo, { materials, form }),
  correctStatement: (scene, { materials, form }) =>
    correctOwnStatement(scene.run.world.platform, scene.call, scene.caseNo, { materials, form }),
  withdraw: (scene, { reason, proof }) =>
    withdraw(scene.run.world.platform, scene.call, scene.caseNo, {
      reason,
      ...(proof === undefined ? {} : { proof }),
    }),
  ...courseActs,
  sign: signAct,
  recordPaper: (
    scene,
    {
      signedBy = scene.call.actor.id,
      paperNo,
      signedOn = dateInChina(scene.call.at),
      reason = '符合规定条件',
      recusal,
    },
  ) => {
    const said = { reason, facts: '', norms: [], recusal };
    return recordPaper(scene.run.world.platform, scene.call, scene.caseNo, { ...said, signedBy, paperNo, signedOn });
  },
  return: (scene, { reason }) => returnToReview(scene.run.world.platform, scene.call, scene.caseNo, { reason }),
  recuse: (scene, { personId = scene.call.actor.id, ground, note }) =>
    recuse(scene.run.world.platform, scene.call, scene.caseNo, { personId, ground, note }),
  requestRecusal: (scene, { personId, ground, reason }) =>
    askRecusal(scene.run.world.platform, scene.call, scene.caseNo, { personId, ground, reason }),
  decideRecusal: (scene, { personId, granted, reason, superiorNo }) => {
    const command = { personId, granted, reason, ...(superiorNo === undefined ? {} : { superiorNo }) };
    return answerRecusal(scene.run.world.platform, scene.call, scene.caseNo, command);
  },
  escalate: (scene, { reason }) => escalate(scene.run.world.platform, scene.call, scene.caseNo, { reason }),
  terminate: (scene, { ground, reason }) =>
    terminate(scene.run.world.platform, scene.call, scene.caseNo, { ground, reason }),
  payFee: async ({ run, call, caseNo }) => {
    const { platform } = run.world;
    // The robot makes the notice; the case file does not wait for its turn.
    const notice = await assess(platform, { at: call.at, requestId: `${call.requestId}/notice` }, caseNo);
    return isRefusal(notice) ? notice : pay(platform, call, caseNo);
  },
  deliver: (scene, { method, recipient = recipientOf(scene.situation), reference }) => {
    const command = { method, recipient, ...(reference === undefined ? {} : { reference }) };
    return deliver(scene.run.world.platform, scene.call, scene.caseNo, command);
  },
  robots: runRobots,
  suspendMandate: ({ run, call }, { mandateNo, reason, holders }) =>
    mandates.suspend(roomOf(run), { ...call, mandateNo }, { kind: 'department', reason, holders }),
  resumeMandate: ({ run, call }, { mandateNo, reason, holders }) =>
    mandates.resume(roomOf(run), { ...call, mandateNo }, { reason, holders }),
  revokeMandate: ({ run, call }, { mandateNo, reason }) =>
    mandates.revoke(roomOf(run), { ...call, mandateNo }, { reason }),
  suspendPerson: ({ run, call }, { personId, reason }) =>
    suspendPerson(run.world.platform.identity, { ...call, personId, command: { reason } }),
  reinstatePerson: ({ run, call }, { personId, reason }) =>
    reinstatePerson(run.world.platform.identity, { ...call, personId, command: { reason } }),
  declareRelation: ({ run, call }, { personId, idNo, kind, label }) =>
    declareRelation(run.world.platform.identity, { ...call, personId, command: { idNo, kind, label } }),
};

function settleWith(scene: Scene, outcome: Parameters<typeof settle>[3]): Answer {
  return settle(scene.run.world.platform, scene.call, scene.caseNo, outcome);
}

function roomOf({ world: { platform } }: Scene['run']) {
  return { journal: platform.journal, realm: platform.realm, facts: platform.mandateFacts };
}

/** What the window looks at with its own eyes: every line that the record does not prove (R30). */
function checkedBy({ run, call, situation }: Scene) {
  return linesToAnswer(run.world.platform, call, situation.events)
    .filter(({ provenByRecord }) => !provenByRecord)
    .map(({ check }) => check);
}

/** The defects that the guide and the rules see: what is missing, and the answers on which the rules ask for correction. */
function defectsOf({ run, situation }: Scene) {
  const { item, certain, view } = situation;
  const { received } = view.review.acceptance.application;
  if (received === undefined) return [];
  const version = getPinnedVersion(run.world.platform, received.itemId, received.itemVersion);
  const missing = missingMaterials(view.review.acceptance, version);
  const absent = item.materials
    .filter(({ code }) => missing.required.includes(code) || missing.deferrable.includes(code))
    .map(({ code, name }) => ({ code, what: `未提交${name}`, need: `提交${name}` }));
  if (isRefusal(certain) || certain.outcome !== 'CORRECT') return absent;
  const when = item.decide[certain.row]?.when ?? '';
  const asked = item.inputs.filter(({ name, source }) => source === 'form' && new RegExp(`\\b${name}\\b`).test(when));
  const wrong = asked.map(({ name, label }) => ({ code: name, what: certain.why, need: `更正或补充${label}` }));
  return [...absent, ...(wrong.length > 0 ? wrong : [paperDefect(item, when, certain.why)])];
}

/** Where shared data disagree, the applicant proves his side with a paper: his identity, or else the corrected form. */
function paperDefect({ materials }: Item, when: string, what: string) {
  const code = when.includes('realName') ? 'm.id' : 'm.form';
  const paper = materials.find((one) => one.code === code) ?? materials[0];
  return { code: paper?.code ?? '', what, need: `更正后重新提交${paper?.name ?? ''}` };
}

function whyOf({ certain }: Situation): string {
  return isRefusal(certain) ? '' : certain.why;
}

function recipientOf({ view }: Situation): string {
  return view.review.acceptance.application.received?.applicant.name ?? APPLICANT;
}

/** What the platform's robots do by the time: each act that is due now, and none that is not. */
async function runRobots({ run, caseNo, call, situation }: Scene): Promise<readonly Performed[]> {
  const { platform } = run.world;
  const at = { at: call.at };
  const eDelivery = situation.view.review.acceptance.application.received?.eDelivery === true;
  const done: Performed[] = [];
  const served = { method: 'electronic' as const, recipient: recipientOf(situation) };
  for (const answer of [
    await deemCaseAccepted(platform, { ...at, requestId: `${call.requestId}/accepted` }, caseNo),
    await deemCaseRenewed(platform, { ...at, requestId: `${call.requestId}/renewed` }, caseNo),
    ...(eDelivery
      ? [
          await deliver(
            platform,
            { ...at, actor: { kind: 'robot', id: 'robot/delivery' }, requestId: `${call.requestId}/served` },
            caseNo,
            served,
          ),
        ]
      : []),
  ]) {
    if (!isRefusal(answer)) done.push(answer);
  }
  return done;
}
