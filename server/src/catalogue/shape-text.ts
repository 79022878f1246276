import type { z } from 'zod';

/** Why content is not of the kind that an element takes, in the words of who fills in a table. */
export function shapeText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `最多 ${String(issue.maximum)}${unitOf(issue.origin)}`;
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? '不能为空'
        : `至少 ${String(issue.minimum)}${unitOf(issue.origin)}`;
    case 'invalid_type':
      return `应为${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')}`;
    case 'invalid_format':
      return issue.format === 'date' ? '应为日期，如 2026-01-31' : '格式不对';
    default:
      return issue.message;
  }
}

function unitOf(origin: string): string {
  if (origin === 'array') return ' 项';
  return origin === 'string' ? ' 个字' : '';
}

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: '是或否',
  array: '若干项',
  object: '一组要素',
};
