import type { PointVerdict, Value } from '../api/model.ts';

/** What the form holds: one line per review point, one answer per fact that a person must find. */
export interface ReviewFields {
  readonly points?: readonly { readonly result?: PointVerdict; readonly evidence?: string }[];
  readonly findings?: Readonly<Record<string, { readonly value?: Value | null; readonly evidence?: string }>>;
}

/** The review as the server takes it: what was left empty was not judged. */
export function reviewOf({ points = [], findings = {} }: ReviewFields): object {
  return {
    act: 'recordFindings',
    points: points.flatMap(({ result, evidence = '' }, point) =>
      result === undefined ? [] : [{ point, result, evidence }],
    ),
    findings: Object.entries(findings).flatMap(([name, { value, evidence = '' }]) =>
      value === undefined || value === null || value === '' ? [] : [{ name, value, evidence }],
    ),
  };
}

/** Persons as one line of text, separated by any comma. */
export function personsOf(line: string): readonly string[] {
  return line
    .split(/[,，、\s]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Wall time in China as typed, as an instant. */
export function instantOf(wallTime: string): string {
  const [on = '', at = '00:00'] = wallTime.split('T');
  return new Date(`${on}T${at.length === 5 ? `${at}:00` : at}+08:00`).toISOString();
}
