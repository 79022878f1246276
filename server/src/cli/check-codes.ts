import { z } from 'zod';
import {
  checkELicenceId,
  composeBizCode,
  composeImplCode,
  parseBasicCode,
  parseBizCode,
  parseCaseNo,
  parseImplCode,
} from '../catalogue/catalogue.ts';
import { checkCitizenId, checkUscc, USCC_CHARSET, USCC_WEIGHTS } from '../identity/identity.ts';
import { dateInChina, type PlainDate, systemClock } from '../kernel/time.ts';
import { type CheckReport, newCheckReport } from './check-report.ts';
import { answerOf, checkSections, entriesAt, readAt, type Report } from './vectors.ts';

/** Sections that `check clock` reads. */
const CLOCK_SECTIONS = ['calendar', 'workdays', 'natural', 'months', 'deemedAcceptance', 'renewal'];

/** `liangqian check codes FILE`: recomputes every identifier and code of a vector file. Nobody is born after `todayOn`. */
export function checkCodes(input: unknown, todayOn: PlainDate = dateInChina(systemClock.now())): CheckReport {
  const report = newCheckReport();
  const sections = {
    uscc: checkUsccSection,
    citizenId: (to: Report, label: string, content: unknown) => checkCitizenIds(to, label, content, todayOn),
    eLicenceId: checkELicenceIds,
    itemCode: checkItemCodes,
    caseNo: checkCaseNo,
  };
  checkSections(report, input, sections, CLOCK_SECTIONS);
  return report.report();
}

const UsccSection = z.strictObject({
  valid: z.unknown().exactOptional(),
  invalid: z.unknown().exactOptional(),
  weights: z.array(z.number()).exactOptional(),
  charset: z.string().exactOptional(),
});

const CitizenIdSection = z.strictObject({ valid: z.unknown().exactOptional(), invalid: z.unknown().exactOptional() });

/** A value that must be refused, alone or with the reason in words. */
const InvalidVector = z.union(
  [
    z.string().transform((value) => ({ value, why: undefined })),
    z.strictObject({ value: z.string(), why: z.string().optional() }),
  ],
  'an invalid value is a string or {"value", "why"}',
);

const ELicenceIdVector = z.strictObject({ value: z.string(), valid: z.boolean(), origin: z.string().exactOptional() });

const ItemCodeVector = z.strictObject({ item: z.string(), basic12: z.string(), impl31: z.string(), biz33: z.string() });

const CaseNoVector = z.strictObject({ format: z.string().exactOptional(), example: z.string() });

/** How the reasons of our checks are said in words. */
const REASON_WORDS = [
  ['length', /length|长度|位数/i],
  ['checksum', /check|校验/i],
  ['characters', /char|letter|alphabet|字符|字母/i],
  ['date', /date|birth|month|日期|出生/i],
  ['region', /region|province|行政区划/i],
] as const;

type Checked = { readonly valid: true } | { readonly valid: false; readonly why: string };

function checkUsccSection(report: Report, label: string, content: unknown): void {
  const section = readAt(report, label, content, UsccSection);
  if (section === undefined) return;
  checkSamples(report, label, { valid: section.valid, invalid: section.invalid, check: checkUscc });
  if (section.weights !== undefined) report.expect(`${label}.weights`, USCC_WEIGHTS, section.weights);
  if (section.charset !== undefined) report.expect(`${label}.charset`, USCC_CHARSET, section.charset);
}

function checkCitizenIds(report: Report, label: string, content: unknown, todayOn: PlainDate): void {
  const section = readAt(report, label, content, CitizenIdSection);
  if (section === undefined) return;
  const check = (id: string) => checkCitizenId(id, todayOn);
  checkSamples(report, label, { valid: section.valid, invalid: section.invalid, check });
}

function checkSamples(
  report: Report,
  label: string,
  samples: { readonly valid: unknown; readonly invalid: unknown; readonly check: (value: string) => Checked },
): void {
  for (const { label: place, entry } of samples.valid === undefined
    ? []
    : entriesAt(report, `${label}.valid`, samples.valid)) {
    const value = readAt(report, place, entry, z.string());
    if (value !== undefined) report.expect(place, verdictOf(samples.check(value)), 'valid');
  }
  for (const { label: place, entry } of samples.invalid === undefined
    ? []
    : entriesAt(report, `${label}.invalid`, samples.invalid)) {
    const vector = readAt(report, place, entry, InvalidVector);
    if (vector === undefined) continue;
    const check = samples.check(vector.value);
    report.expect(place, check.valid ? 'valid' : 'invalid', 'invalid');
    const reason = reasonIn(vector.why);
    if (reason !== undefined && !check.valid) report.expect(`${place}.why`, check.why, reason);
  }
}

/** The reason that `why` names in its own words; undefined when it names none of ours. */
function reasonIn(why: string | undefined): string | undefined {
  if (why === undefined) return undefined;
  return REASON_WORDS.find(([reason]) => reason === why)?.[0] ?? REASON_WORDS.find(([, words]) => words.test(why))?.[0];
}

function checkELicenceIds(report: Report, label: string, content: unknown): void {
  for (const { label: place, entry } of entriesAt(report, label, content)) {
    const vector = readAt(report, place, entry, ELicenceIdVector);
    if (vector !== undefined) report.expect(`${place}.valid`, checkELicenceId(vector.value).valid, vector.valid);
  }
}

function checkItemCodes(report: Report, label: string, content: unknown): void {
  for (const { label: place, entry } of entriesAt(report, label, content)) {
    const vector = readAt(report, place, entry, ItemCodeVector);
    if (vector === undefined) continue;
    const { basic12, impl31, biz33 } = vector;
    report.expect(`${place}.basic12`, verdictOf(parseBasicCode(basic12)), 'valid');
    const impl = parseImplCode(impl31);
    const wantedImpl = impl.valid ? answerOf(() => composeImplCode({ ...impl, basicCode: basic12 })) : verdictOf(impl);
    report.expect(`${place}.impl31`, wantedImpl, impl31);
    const biz = parseBizCode(biz33);
    const wantedBiz = biz.valid ? answerOf(() => composeBizCode({ ...biz, implCode: impl31 })) : verdictOf(biz);
    report.expect(`${place}.biz33`, wantedBiz, biz33);
  }
}

function checkCaseNo(report: Report, label: string, content: unknown): void {
  const vector = readAt(report, label, content, CaseNoVector);
  if (vector === undefined) return;
  report.expect(`${label}.example`, verdictOf(parseCaseNo(vector.example)), 'valid');
  const stated = /(\d+) chars/.exec(vector.format ?? '')?.[1];
  if (stated !== undefined) report.expect(`${label}.format`, 43, Number(stated));
}

function verdictOf(check: Checked): string {
  return check.valid ? 'valid' : `invalid: ${check.why}`;
}
