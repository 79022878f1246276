import { CaseFile } from '../src/cli/case-file.ts';
import { finishCase } from '../src/cli/case-course.ts';
import { readStream } from '../src/journal/actions.ts';
import type { Actor } from '../src/journal/journal.ts';
import { openLog } from '../src/kernel/log.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Instant } from '../src/kernel/time.ts';
import { submit } from '../src/matter/actions.ts';
import { exampleSubmission } from '../src/matter/example-matters.ts';
import {
  type Bundle,
  type ChildView,
  matterStream,
  type MatterView,
  type Values,
  viewMatter,
} from '../src/matter/matter.ts';
import { runRobotsOnce } from '../src/robots/robots.ts';
import type { TestDistrict } from './platform.ts';
import { applicants } from './district-story.ts';

/** A robot that fails says so in the log and comes again later; here that would only look like a slow turn, so it is a failure. */
export const loudLog = openLog('error', {
  write(line) {
    throw new Error(`a robot failed: ${line}`);
  },
});
const DAY_MS = 86_400_000;

/** The company of the demo that hires. */
export const employer = {
  kind: 'legalPerson',
  name: '云河区禾木餐饮有限公司',
  idType: 'uscc',
  idNo: '91110198MAYH00012J',
  legalRepresentative: { name: '常源浩', idNo: '110198198601256910' },
} as const;

/** What a story says about single items; the rest goes its ordinary way. */
export interface Course {
  readonly refuse?: readonly string[];
  /** Left where its window or officer has it. */
  readonly leave?: readonly string[];
  readonly shares?: Readonly<Record<string, boolean | number | string>>;
  /** Facts that shares answer without being able to vouch for them. */
  readonly unverified?: readonly string[];
}

/** A matter on its way through the district. */
export interface MatterStory {
  readonly matterNo: string;
  readonly view: () => Promise<MatterView>;
  readonly child: (itemId: string) => Promise<ChildView | undefined>;
  /** The state of every child, or how it ended. */
  readonly states: () => Promise<Readonly<Record<string, string>>>;
  readonly robots: () => Promise<void>;
  /** Goes on until nothing but what is left alone can move. */
  readonly goOn: (course?: Course) => Promise<void>;
}

const applicantActor: Actor = { kind: 'applicant', id: 'applicant-1' };

/** Somebody begins the matter of `bundle` online with the answers of an ordinary case, changed by `answers`. */
export async function begin(
  district: TestDistrict,
  bundle: Bundle,
  answers: Values = {},
  by: (typeof applicants)[keyof typeof applicants] | typeof employer = applicants.chang,
): Promise<MatterStory> {
  const { platform } = district;
  const at = platform.clock.now();
  const command = exampleSubmission(bundle, by, answers);
  const answer = await submit(platform, { actor: applicantActor, requestId: district.requestId(), at }, command);
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
  return storyOf(district, answer.stream.slice('matter/'.length));
}

export function storyOf(district: TestDistrict, matterNo: string): MatterStory {
  const { platform } = district;
  const view = async () => viewMatter(await readStream(platform.journal, platform.realm, matterStream(matterNo)));
  const robots = async () => {
    await runRobotsOnce(platform, loudLog);
    // The clock of a test stands still, so that work which was put off would never come: the state would only look late.
    const { rows } = await district.database.database.query<{ readonly topic: string; readonly failed: string }>(
      'select topic, failed from journal.outbox where failed is not null and payload::text like $1',
      [`%${matterNo}%`],
    );
    if (rows.length > 0) throw new Error(`work of the matter was put off: ${JSON.stringify(rows)}`);
  };
  return {
    matterNo,
    view,
    robots,
    child: async (itemId) => (await view()).children.get(itemId),
    async states() {
      const { children } = await view();
      return Object.fromEntries(
        [...children.values()].map((child) => [child.itemId, child.state === 'ended' ? child.end : child.state]),
      );
    },
    async goOn(course = {}) {
      const done = new Set(course.leave);
      district.setShares(sharesOf(course));
      for (;;) {
        await robots();
        const running = [...(await view()).children.values()]
          .filter(isRunning)
          .filter(({ itemId }) => !done.has(itemId));
        if (running.length === 0) return;
        for (const { itemId, caseNo } of running) {
          await finishChild(district, caseNo, itemId, course);
          done.add(itemId);
        }
      }
    },
  };
}

function sharesOf({ shares = {}, unverified = [] }: Course) {
  return { facts: shares, unverified: [...unverified] };
}

type Running = Extract<ChildView, { readonly state: 'running' }>;

function isRunning(child: ChildView): child is Running {
  return child.state === 'running';
}

/** One child to the natural end of its case. */
export function finishFor(district: TestDistrict, caseNo: string, itemId: string): Promise<void> {
  return finishChild(district, caseNo, itemId, {});
}

/** Each case on a day of its own, so that no inspector is in two places at once (T09). */
async function finishChild(district: TestDistrict, caseNo: string, itemId: string, course: Course): Promise<void> {
  const at: Instant = new Date(
    Date.parse(`${district.platform.clock.now().slice(0, 10)}T01:30:00.000Z`) + DAY_MS,
  ).toISOString();
  const application = {
    itemId,
    applicant: applicants.chang,
    channel: 'window',
    scope: { region: '110198' },
    truthStatement: true,
  };
  const decide = course.refuse?.includes(itemId) === true ? { decide: 'REFUSE' } : {};
  const file = CaseFile.parse({ at, application, shares: sharesOf(course), ...decide });
  const run = await finishCase(district, file, caseNo);
  if (run.stopped !== undefined)
    throw new Error(`${itemId} stopped: ${run.stopped.zh} ${JSON.stringify(run.records.at(-1))}`);
}
