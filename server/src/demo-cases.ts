import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { addWorkingDays } from './calendar/calendar.ts';
import { CaseFile } from './cli/case-file.ts';
import { runCase } from './cli/case-course.ts';
import { gateFacts } from './application/application.ts';
import { demoFactSource, type ShareAnswers } from './application/demo-facts.ts';
import { readDemoDistrict } from './demo-district.ts';
import { perform, readStream } from './journal/actions.ts';
import { addDays, dateInChina, type Instant, instantInChina, type PlainDate } from './kernel/time.ts';
import type { Platform } from './platform.ts';

/** A demo case: a case file whose times are counted back from today. */
const DemoCase = z.looseObject({
  title: z.string(),
  /** Working days before today on which the application came in, when the hall opened. */
  daysAgo: z.int().min(1).max(20),
  steps: z.array(z.looseObject({ do: z.string(), afterHours: z.number().min(0).exactOptional() })),
});

const MARK = 'district/demo-cases';
const OPENING = '09:30';

/** Enters some cases in different states, so that nobody's first desk is empty. Done once for an installation. */
export async function loadDemoCases(platform: Platform, at: Instant): Promise<void> {
  if ((await readStream(platform.journal, platform.realm, MARK)).length > 0) return;
  const cases = z
    .array(DemoCase)
    .parse(JSON.parse(readFileSync(new URL('../../db/demo/cases.json', import.meta.url), 'utf8')));
  for (const [index, one] of cases.entries()) await enter(platform, fileOf(platform, one, at), index);
  const loaded = {
    name: 'markDemoCasesLoaded',
    view: () => undefined,
    decide: () => ({ events: [{ type: 'DemoCasesLoaded', data: {} }] }),
  };
  const actor = { kind: 'operator' as const, id: 'demo-loader' };
  const frame = { realm: platform.realm, stream: MARK, actor, requestId: 'demo/cases', at };
  await perform(platform.journal, loaded, { ...frame, command: null, facts: () => undefined });
}

function fileOf(
  platform: Platform,
  { title, daysAgo, steps, ...file }: z.infer<typeof DemoCase>,
  at: Instant,
): CaseFile {
  const startOn = workingDayBefore(platform, dateInChina(at), daysAgo);
  const startAt = instantInChina(startOn, OPENING);
  // Whole days are working days, so that no demo officer visits a restaurant on a Sunday.
  const after = (hours: number) => {
    const on = addWorkingDays(platform.calendar(), startOn, Math.floor(hours / 24));
    return new Date(Date.parse(instantInChina(on, OPENING)) + (hours % 24) * 3_600_000).toISOString();
  };
  const timed = steps.map(({ afterHours = 0, ...step }) => ({ ...step, at: after(afterHours) }));
  return CaseFile.parse({ ...file, title, at: startAt, steps: timed });
}

function workingDayBefore(platform: Platform, todayOn: PlainDate, days: number): PlainDate {
  const calendar = platform.calendar();
  let on = todayOn;
  for (let left = days; left > 0;) {
    on = addDays(on, -1);
    if (addWorkingDays(calendar, on, 0) === on) left -= 1;
  }
  return on;
}

async function enter(platform: Platform, file: CaseFile, index: number): Promise<void> {
  let requests = 0;
  let answers: ShareAnswers = {};
  const { shares } = readDemoDistrict();
  const { signer, demoSigner = signer } = platform;
  const facts = gateFacts({
    gather: (query) => demoFactSource(shares, answers).gather(query),
    credit: (query) => demoFactSource(shares, answers).credit(query),
    known: (query) => demoFactSource(shares, answers).known(query),
    papers: (query) => demoFactSource(shares, answers).papers(query),
  });
  const run = await runCase(
    {
      platform: { ...platform, facts, signer: demoSigner },
      // The platform's own clock goes on; only the acts carry the past.
      setNow: () => undefined,
      setShares(next) {
        answers = next;
      },
      requestId() {
        requests += 1;
        return `demo/case/${index}/${requests}`;
      },
    },
    file,
  );
  const refused = run.records.find((record) => record.refusal !== undefined)?.refusal;
  if (refused !== undefined)
    throw new Error(`demo case ${file.title}: ${refused.code} ${JSON.stringify(refused.detail)}`);
}
