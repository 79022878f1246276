import type { EffectKind, EffectRow } from './item.ts';

/** A period in an effect: `15N` natural days, `20W` working days. */
export interface Period {
  readonly value: number;
  readonly unit: 'W' | 'N';
}

interface Reasoned {
  readonly why: string;
  /** The catalogue marks the figure 待核: to be verified against the published text; shown so wherever it appears. */
  readonly toVerify: boolean;
}

/** What a matching rule sets in motion beside the decision itself. */
export type Effect = Reasoned &
  (
    | {
        readonly kind: 'SITE';
        /** Officers on site, at least two by 许可法34(3). */
        readonly staff: number;
        readonly optional: boolean;
        readonly household: boolean;
        readonly within?: Period;
      }
    | { readonly kind: 'HEARING'; readonly announced: boolean; readonly compulsory: boolean }
    | { readonly kind: 'JOINT'; readonly organ: string }
    | ({ readonly kind: 'PUBLICITY' | 'LIMIT' | 'AFTERCHECK' } & Period)
    | { readonly kind: 'SIGN2' | 'SUSPEND' | 'FEE' }
    | { readonly kind: 'QUEUE'; readonly by: 'acceptedAt' }
    | { readonly kind: 'TAG'; readonly text: string; readonly within?: Period }
    | { readonly kind: 'NOTICE'; readonly organs: readonly string[] }
  );

type Read = (parts: readonly string[], why: Reasoned) => Effect | undefined;

const reads = {
  SITE: readSite,
  HEARING: (parts, why) => {
    const words = parts.flatMap((part) => part.split(';'));
    if (words.some((word) => word !== '公告' && word !== '法定必须')) return undefined;
    return { kind: 'HEARING', announced: words.includes('公告'), compulsory: words.includes('法定必须'), ...why };
  },
  JOINT: ([organ = '', ...rest], why) =>
    /^[A-Z]{2}$/.test(organ) && rest.length === 0 ? { kind: 'JOINT', organ, ...why } : undefined,
  PUBLICITY: (parts, why) => readPeriodEffect('PUBLICITY', parts, why),
  LIMIT: (parts, why) => readPeriodEffect('LIMIT', parts, why),
  AFTERCHECK: (parts, why) => readPeriodEffect('AFTERCHECK', parts, why),
  SIGN2: (parts, why) => (parts.length === 0 ? { kind: 'SIGN2', ...why } : undefined),
  SUSPEND: (parts, why) => (parts.length === 0 ? { kind: 'SUSPEND', ...why } : undefined),
  FEE: (parts, why) => (parts.length === 0 ? { kind: 'FEE', ...why } : undefined),
  // 许可法57: equal claims to a limited number are served in the order of acceptance.
  QUEUE: (parts, why) =>
    parts.length === 1 && parts[0] === '按受理时间戳' ? { kind: 'QUEUE', by: 'acceptedAt', ...why } : undefined,
  TAG: readTag,
  NOTICE: (parts, why) => {
    const organs = parts.flatMap((part) => part.split('、')).filter((organ) => organ !== '');
    return organs.length === 0 ? undefined : { kind: 'NOTICE', organs, ...why };
  },
} as const satisfies Record<EffectKind, Read>;

/** The typed meaning of an effect row, or undefined when its shorthand cannot be read. */
export function effectOf(row: EffectRow): Effect | undefined {
  const words = row.arg.split(',').filter((word) => word !== '');
  const parts = words.filter((word) => word !== '待核');
  return reads[row.kind](parts, { why: row.why, toVerify: words.length !== parts.length });
}

function readSite(parts: readonly string[], why: Reasoned): Effect | undefined {
  const [first = '', ...rest] = parts;
  const staff = /^([1-9]\d?)人(入户)?$/.exec(first);
  const within = rest.map(readPeriod).find((period) => period !== undefined);
  if (staff === null || rest.some((word) => word !== '可选' && readPeriod(word) === undefined)) return undefined;
  const site = { staff: Number(staff[1]), optional: rest.includes('可选'), household: staff[2] !== undefined };
  return { kind: 'SITE', ...site, ...(within === undefined ? {} : { within }), ...why };
}

function readTag(parts: readonly string[], why: Reasoned): Effect | undefined {
  const text = parts.join(',');
  if (text === '') return undefined;
  const within = /(\d+[WN])/.exec(text)?.[1];
  const period = within === undefined ? undefined : readPeriod(within);
  return { kind: 'TAG', text, ...(period === undefined ? {} : { within: period }), ...why };
}

function readPeriodEffect(
  kind: 'PUBLICITY' | 'LIMIT' | 'AFTERCHECK',
  [first = '', ...rest]: readonly string[],
  why: Reasoned,
): Effect | undefined {
  const period = readPeriod(first);
  return period === undefined || rest.length > 0 ? undefined : { kind, ...period, ...why };
}

function readPeriod(text: string): Period | undefined {
  const [, value, unit] = /^([1-9]\d*)([WN])$/.exec(text) ?? [];
  return unit === 'W' || unit === 'N' ? { value: Number(value), unit } : undefined;
}
