import { caseStream } from '../application/actions.ts';
import { type Call, type CasePorts, findPerson, personFence, viewApplication } from '../application/application.ts';
import { addWorkingDays } from '../calendar/calendar.ts';
import { checkInOffice, postsAt } from '../identity/identity.ts';
import { perform, readStream } from '../journal/actions.ts';
import type { FenceUse, Performed, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type PlainDate } from '../kernel/time.ts';
import {
  ANSWER_DAYS,
  announcedOn,
  type AnswerEnding,
  type EndingCourse,
  mayAnswer,
  mayRecord,
  type RecordHearing,
} from './ending-course.ts';
import { type Licence, viewLicence } from './licence.ts';
import { licenceRefusals } from './refusals.ts';

/** The last day for the holder's answer to what was announced: working days from service, the day itself not counted (行政处罚法 64, 85). */
export function answerUntil(ports: Pick<CasePorts, 'calendar'>, course: EndingCourse): PlainDate | undefined {
  const on = announcedOn(course);
  return on === undefined ? undefined : addWorkingDays(ports.calendar(), on, ANSWER_DAYS);
}

/** R87: whether the holder agreed, in the case that the licence rests on, to be served electronically. */
export async function agreedToServiceOnline(
  { journal, realm }: Pick<CasePorts, 'journal' | 'realm'>,
  { basis: { caseNo }, holder }: Pick<Licence, 'basis' | 'holder'>,
): Promise<boolean> {
  if (caseNo === '') return false;
  const { received } = viewApplication(await readStream(journal, realm, caseStream(caseNo)));
  return received?.eDelivery === true && received.applicant.idNo === holder.idNo;
}

type CoursePorts = Pick<CasePorts, 'journal' | 'realm' | 'people' | 'calendar'>;

/** The fence of a member of the organ's staff, who may enter what is no use of power; a refusal for anybody else. */
export function staffOf(
  ports: Pick<CasePorts, 'people'>,
  { actor, at }: Pick<Call, 'actor' | 'at'>,
  organ: string,
): readonly FenceUse[] | Refusal {
  const person = findPerson(ports, actor);
  const barred = person === undefined ? undefined : checkInOffice(person);
  if (barred !== undefined) return barred;
  const isOurs = person !== undefined && postsAt(person, at).some((post) => post.organ === organ);
  return isOurs ? [personFence(ports, person.personId)] : refuse(licenceRefusals, 'licence-act-not-yours', {});
}

interface CourseFacts {
  readonly entry: readonly FenceUse[] | Refusal;
  readonly untilOn: PlainDate | undefined;
  /** Whether the presider of a hearing is in office in the organ. */
  readonly presiderIsOurs: boolean;
}

/** 陈述、申辩、要求听证: the holder himself, or the organ for what he brought on paper or said at the desk. */
const answerEnding: Step<AnswerEnding, Licence | undefined, CourseFacts> = {
  name: 'answerEnding',
  view: viewLicence,
  decide(view, { said, words, receivedOn, paper }, { entry, untilOn }, { at, actor }) {
    if (view === undefined) return refuse(licenceRefusals, 'unknown-licence');
    if (isRefusal(entry)) return entry;
    const on = dateInChina(at);
    const answer = { said, words, receivedOn: receivedOn ?? on, ...(paper === undefined ? {} : { paper }) };
    const by = actor.kind === 'person' ? actor.id : undefined;
    const refusal = mayAnswer(view.course, { ...answer, by }, on, untilOn);
    return refusal ?? { events: [{ type: 'EndingAnswered', data: answer }], fences: entry };
  },
};

/** 听证笔录: what came out of the hearing; the decision is made on it (行政处罚法 65). */
const recordHearing: Step<RecordHearing, Licence | undefined, CourseFacts> = {
  name: 'recordHearing',
  view: viewLicence,
  decide(view, command, { entry, presiderIsOurs }, { at }) {
    if (view === undefined) return refuse(licenceRefusals, 'unknown-licence');
    if (isRefusal(entry)) return entry;
    const refusal = mayRecord(view.course, command, { on: dateInChina(at), isOfOrgan: presiderIsOurs });
    return refusal ?? { events: [{ type: 'EndingHeard', data: command }], fences: entry };
  },
};

/** Takes the holder's answer; `holderKey` is the key of whoever answers himself, absent where the organ enters it. */
export function answerAnnouncement(
  ports: CoursePorts,
  call: Call & { readonly holderKey?: string },
  { stream }: Pick<Licence, 'stream'>,
  command: AnswerEnding,
): Promise<Performed | Refusal> {
  const { holderKey, ...acting } = call;
  return perform(ports.journal, answerEnding, {
    realm: ports.realm,
    ...acting,
    stream,
    command: holderKey === undefined ? command : { said: command.said, words: command.words },
    facts(events) {
      const view = viewLicence(events);
      const untilOn = view === undefined ? undefined : answerUntil(ports, view.course);
      const isHis = view !== undefined && view.holder.key === holderKey;
      return { untilOn, presiderIsOurs: false, entry: isHis ? [] : staffOf(ports, call, view?.organ.code ?? '') };
    },
  });
}

/** Records a hearing. */
export function enterHearing(
  ports: CoursePorts,
  call: Call,
  { stream }: Pick<Licence, 'stream'>,
  command: RecordHearing,
): Promise<Performed | Refusal> {
  return perform(ports.journal, recordHearing, {
    realm: ports.realm,
    ...call,
    stream,
    command,
    facts(events) {
      const organ = viewLicence(events)?.organ.code ?? '';
      const presider = { actor: { kind: 'person' as const, id: command.presider }, at: call.at };
      const presiderIsOurs = !isRefusal(staffOf(ports, presider, organ));
      return { untilOn: undefined, presiderIsOurs, entry: staffOf(ports, call, organ) };
    },
  });
}
