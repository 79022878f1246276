import type { MatterPlan, MatterQuestion } from '../api/matter-model.ts';
import type { Applicant, Maker } from '../api/model.ts';
import { type Given, isDone, itemOf, lineOf } from './given.ts';

/** The first question that is open; what the account knows and nobody may change is not asked, nor what may be left out. */
export function nextUnanswered(plan: MatterPlan, given: Given): MatterQuestion | undefined {
  return plan.questions.find((question) => isAsked(question) && !isDone(given, question));
}

export function questionsLeft(plan: MatterPlan, given: Given): { readonly done: number; readonly all: number } {
  const asked = plan.questions.filter(isAsked);
  return { done: asked.filter((question) => isDone(given, question)).length, all: asked.length };
}

/** The question that was answered last, as the plan asks them now. */
export function lastAnswered(plan: MatterPlan, given: Given): MatterQuestion | undefined {
  return plan.questions.findLast((question) => isAsked(question) && isDone(given, question));
}

function isAsked({ known, isOptional }: MatterQuestion): boolean {
  return isOptional !== true && (known === undefined || known === null || known.isCorrectable);
}

/** What may be left out, and is only offered. */
export function optionalIn({ questions }: MatterPlan): readonly MatterQuestion[] {
  return questions.filter(({ isOptional }) => isOptional === true);
}

/** The submission as the server takes it; the statement of truth is added when it is made. */
export function submissionOf(
  bundleId: string,
  plan: MatterPlan,
  by: { readonly applicant: Applicant; readonly channel: 'online' | 'window'; readonly given: Given },
): object {
  const { applicant, channel, given } = by;
  const { version, district, questions } = plan;
  const answered = questions.filter((question) => isDone(given, question));
  const isOwn = ({ name }: MatterQuestion): boolean => name.includes(' ');
  const shared = answered.filter((question) => !isOwn(question));
  const own = Map.groupBy(answered.filter(isOwn), ({ name }) => itemOf(name));
  return {
    bundleId,
    bundleVersion: version,
    applicant,
    channel,
    answers: valuesOf(shared, given, (name) => name),
    papers: Object.fromEntries(shared.filter(isPaper).map((question) => [question.name, papersOf(given, question)])),
    own: Object.fromEntries(
      itemsOf(plan, own, given).map((itemId) => [
        itemId,
        { ...ownOf(own.get(itemId) ?? [], given), ...promiseOf(plan, given, itemId) },
      ]),
    ),
    // What was wished for an item that no longer follows is no wish.
    humanDecision: plan.children.flatMap(({ itemId }) => (given.humanDecision.includes(itemId) ? [itemId] : [])),
    region: district,
  };
}

type Own = ReadonlyMap<string, readonly MatterQuestion[]>;

/** The items of which something of their own is sent: answers, papers, or a promise. */
function itemsOf(plan: MatterPlan, own: Own, given: Given): readonly string[] {
  const promised = plan.children.filter(({ itemId }) => given.later[itemId] !== undefined);
  return [...new Set([...own.keys(), ...promised.map(({ itemId }) => itemId)])];
}

function ownOf(asked: readonly MatterQuestion[], given: Given): object {
  const papers = asked.filter(isPaper);
  return {
    form: valuesOf(asked, given, lineOf),
    materials: papers.flatMap((question) =>
      papersOf(given, question).map((paper) => ({ code: lineOf(question.name), ...paper })),
    ),
  };
}

/** R32: the promise for an item names what of its papers is not handed in with the matter. */
function promiseOf({ children }: MatterPlan, { later, files, ticked }: Given, itemId: string): object {
  const workingDays = later[itemId];
  const isThere = (name: string): boolean => ticked.includes(name) || (files[name] ?? []).length > 0;
  const papers = children.find((child) => child.itemId === itemId)?.deferrable?.papers ?? [];
  const codes = papers.flatMap(({ code }) => (isThere(`${itemId} ${code}`) ? [] : [code]));
  return workingDays === undefined || codes.length === 0 ? {} : { deferral: { codes, workingDays } };
}

function valuesOf(questions: readonly MatterQuestion[], { answers }: Given, key: (name: string) => string): object {
  const values = questions.filter((question) => !isPaper(question));
  return Object.fromEntries(values.map(({ name }) => [key(name), answers[name]]));
}

function isPaper({ type }: MatterQuestion): boolean {
  return type === 'material';
}

interface Paper {
  readonly source: 'file' | 'paper' | 'form';
  readonly reference?: string;
  readonly maker?: Maker;
}

/** The files of a paper, or the paper itself; nothing where it is not there now. */
function papersOf({ files, ticked, makers }: Given, { name, isPromise }: MatterQuestion): readonly Paper[] {
  const maker = makers[name];
  const some = (files[name] ?? []).map(({ uploadId }) => ({
    source: 'file' as const,
    reference: uploadId,
    ...(maker === undefined ? {} : { maker }),
  }));
  if (some.length > 0) return some;
  return ticked.includes(name) ? [{ source: isPromise === true ? 'form' : 'paper' }] : [];
}
