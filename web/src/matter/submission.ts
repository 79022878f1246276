import type { MatterPlan, MatterQuestion } from '../api/matter-model.ts';
import type { Applicant, Value } from '../api/model.ts';

type Answers = Readonly<Record<string, Value>>;

/** The division in which the matter lies; the server measures mandates by it (R71). */
const DISTRICT = '110198';

/** The first question that is open; what the account knows and nobody may change is not asked. */
export function nextUnanswered(plan: MatterPlan, answers: Answers): MatterQuestion | undefined {
  return plan.questions.find((question) => isAsked(question) && answers[question.name] === undefined);
}

export function questionsLeft(plan: MatterPlan, answers: Answers): { readonly done: number; readonly all: number } {
  const asked = plan.questions.filter(isAsked);
  return { done: asked.filter(({ name }) => answers[name] !== undefined).length, all: asked.length };
}

function isAsked({ known }: MatterQuestion): boolean {
  return known === undefined || known.isCorrectable;
}

/** The submission as the server takes it; the statement of truth is added when it is made. */
export function submissionOf(
  bundleId: string,
  { version, questions }: MatterPlan,
  given: { readonly applicant: Applicant; readonly channel: 'online' | 'window'; readonly answers: Answers },
): object {
  const { applicant, channel, answers } = given;
  const answered = questions.filter(({ name }) => answers[name] !== undefined);
  const isOwn = ({ name }: MatterQuestion): boolean => name.includes(' ');
  const shared = answered.filter((question) => !isOwn(question));
  const own = Map.groupBy(answered.filter(isOwn), ({ name }) => name.split(' ')[0] ?? '');
  return {
    bundleId,
    bundleVersion: version,
    applicant,
    channel,
    answers: Object.fromEntries(
      shared.filter(({ type }) => type !== 'material').map(({ name }) => [name, answers[name]]),
    ),
    papers: Object.fromEntries(
      shared.filter(({ type }) => type === 'material').map(({ name }) => [name, { source: 'paper' }]),
    ),
    own: Object.fromEntries(
      [...own].map(([itemId, asked]) => [
        itemId,
        {
          form: Object.fromEntries(
            asked
              .filter(({ type }) => type !== 'material')
              .map(({ name }) => [name.slice(`${itemId} form.`.length), answers[name]]),
          ),
          materials: asked
            .filter(({ type }) => type === 'material')
            .map(({ name }) => ({ code: name.slice(itemId.length + 1), source: 'paper' })),
        },
      ]),
    ),
    region: DISTRICT,
  };
}
