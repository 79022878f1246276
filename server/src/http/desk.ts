import { z } from 'zod';
import { caseStates } from '../application/application.ts';
import { itemStream } from '../catalogue/catalogue.ts';
import { type Desk, listCasesOfApplicant, listedStates, type ListedPage, listWorkOf } from '../desk/actions.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller, StaffCaller } from './caller.ts';
import { entrustedItems } from './case-access.ts';
import { readCase } from './case-reading.ts';
import { CaseParams } from './case-act-route.ts';
import { caseReaders } from './case-acts.ts';
import { CaseAnswer, caseAnswer } from './case-view.ts';
import { ClocksAnswer, clocksAnswer } from './clocks-view.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const PAGE = 20;

const CaseRow = z
  .object({
    caseNo: z.string(),
    itemId: z.string(),
    itemName: z.string(),
    itemNameEn: z.string(),
    organ: z.string(),
    applicantName: z.string(),
    state: z.enum(caseStates),
    holder: z.string().meta({
      description:
        'Whose turn it is: window, applicant, handler, chief, head, delivery, nobody; opinion where another organ’s opinion is awaited',
    }),
    clocks: ClocksAnswer.exactOptional(),
    dueOn: z.string(),
    signatures: z.int(),
    updatedAt: z.string(),
  })
  .meta({ id: 'CaseRow' });

const CasePage = z.object({ cases: z.array(CaseRow), nextCursor: z.string().exactOptional() });

/** A place in a list, as text that nobody has to understand. */
const Cursor = z.codec(
  z.string().max(200),
  z.object({ sort: z.iso.date().or(z.iso.datetime()), caseNo: z.string().regex(/^[0-9A-Za-z]{1,80}$/) }),
  {
    decode: (text, context) => readCursor(text) ?? fail(text, context),
    encode: (place) => Buffer.from(JSON.stringify([place.sort, place.caseNo])).toString('base64url'),
  },
);

/** Work lists and cases. */
export function deskRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/cases',
      operationId: 'listCases',
      summary: 'One’s work, the most urgent first; an applicant’s own cases, the newest change first',
      access: [...caseReaders, 'centreManager'],
      asks: z.strictObject({
        query: z.strictObject({
          state: z.enum(listedStates).exactOptional(),
          cursor: Cursor.exactOptional(),
        }),
      }),
      answer: CasePage,
      async handle({ query, caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        return pageAnswer(platform, await pageFor(platform, caller, query, at), isWithSubstance(caller));
      },
    }),
    route({
      method: 'GET',
      path: '/cases/:caseNo',
      operationId: 'getCase',
      summary: 'The case, with what the caller could do now and why not the rest',
      access: caseReaders,
      asks: z.strictObject({ params: CaseParams }),
      answer: CaseAnswer,
      async handle({ params, caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const opened = await readCase(platform, caller, { caseNo: params.caseNo, what: 'case', at });
        return isRefusal(opened) ? opened : caseAnswer(platform, caller, opened, at);
      },
    }),
  ];
}

function pageFor(
  platform: Platform,
  caller: Caller,
  query: {
    readonly state?: (typeof listedStates)[number];
    readonly cursor?: { readonly sort: string; readonly caseNo: string };
  },
  at: Instant,
): Promise<ListedPage> {
  const asked = { state: query.state, after: query.cursor, todayOn: dateInChina(at), limit: PAGE };
  return caller.kind === 'applicant'
    ? listCasesOfApplicant(platform, caller.key, asked)
    : listWorkOf(platform, desksOf(platform, caller, at), asked);
}

function desksOf(platform: Platform, caller: StaffCaller, at: Instant): readonly Desk[] {
  return caller.posts.map(({ kind, organ }) => ({
    kind,
    organ,
    entrusted: entrustedItems(platform, organ, at).flatMap((itemId) => {
      const dept = platform.items.get(itemStream(itemId))?.view.versions.at(-1)?.item.dept;
      return dept === undefined ? [] : [{ itemId, organ: dept }];
    }),
  }));
}

/** A manager of the centre sees how work runs, not whose matters they are. */
function isWithSubstance(caller: Caller): boolean {
  return caller.roles.some((role) => caseReaders.some((reader) => reader === role));
}

function pageAnswer(platform: Platform, { rows, next }: ListedPage, withSubstance: boolean): z.input<typeof CasePage> {
  const cases = rows.map(({ clocks, waitsFor, state, applicantName, ...row }) => ({
    ...row,
    itemNameEn: platform.items.get(itemStream(row.itemId))?.view.versions.at(-1)?.item.nameEn ?? row.itemName,
    state: z.enum(caseStates).parse(state),
    applicantName: withSubstance ? applicantName : '',
    holder: waitsFor,
    ...clocksAnswer(clocks),
  }));
  return next === undefined ? { cases } : { cases, nextCursor: z.encode(Cursor, next) };
}

function readCursor(text: string): { readonly sort: string; readonly caseNo: string } | undefined {
  try {
    const [sort, caseNo] = z
      .tuple([z.string(), z.string()])
      .parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { sort, caseNo };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

function fail(text: string, context: z.core.ParsePayload<string>): never {
  context.issues.push({ code: 'custom', message: 'no cursor of ours', input: text });
  return z.NEVER;
}
