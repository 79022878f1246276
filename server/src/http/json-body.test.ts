import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from './json-body.ts';

test('whatever JSON can say in whole letters is read as it was said', () => {
  const whole = fc.jsonValue({ noUnicodeString: false }).filter((value) => !JSON.stringify(value).includes('\\u0000'));
  fc.assert(
    fc.property(whole, (value) => {
      const text = JSON.stringify(value);
      if (/\\ud[89a-f]|__proto__/.test(text)) return;
      expect(readJson(Buffer.from(text))).toEqual({ isJson: true, value: JSON.parse(text) });
    }),
  );
});

test('no bytes at all make it fail otherwise than by saying so', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(typeof readJson(bytes).isJson).toBe('boolean');
    }),
  );
});

test('broken letters, NUL, half a surrogate pair and __proto__ are refused wherever they stand', () => {
  const bodies = ['{"a":"\\u0000"}', '[["\\udc00"]]', '{"\\ud800":1}', '{"a":{"__proto__":{}}}', '{', ''];
  for (const body of bodies) expect(readJson(Buffer.from(body))).toEqual({ isJson: false });
  expect(readJson(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toEqual({ isJson: false });
});

test('arrays within arrays without end are bad input, not a fault', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  expect(readJson(Buffer.from(deep))).toEqual({ isJson: false });
});
