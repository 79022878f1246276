import { expect, test } from 'vitest';
import { z } from 'zod';
import { shapeText } from './shape-text.ts';

test.each([
  [z.array(z.string()).max(2), ['一', '二', '三'], '最多 2 项'],
  [z.string().min(1), '', '不能为空'],
  [z.string().max(2), '三个字', '最多 2 个字'],
  [z.int().min(0), -1, '至少 0'],
  [z.int(), 1.5, '应为整数'],
  [z.number(), 'x', '应为数'],
  [z.boolean(), '是', '应为是或否'],
  [z.enum(['W', 'N']), 'X', '只能是 W、N'],
  [z.iso.date(), '31.1.2026', '应为日期，如 2026-01-31'],
  [z.string().regex(/^\d{2}$/), 'x', '格式不对'],
])('who fills in a table reads in his own words what an element takes: %#', (schema, value, text) => {
  const { error } = schema.safeParse(value);
  expect(error?.issues.map(shapeText)).toEqual([text]);
});
