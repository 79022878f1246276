import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

test('RFC 8785 §3.2.2: literals, numbers and strings as ECMAScript writes them', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('RFC 8785 §3.2.3: members are sorted by UTF-16 code units', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
    '10': 'Ten',
    '9': 'Nine',
  };
  const order = ['Carriage', 'One', 'Ten', 'Nine', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew'];
  const places = order.map((word) => canonicalJson(value).indexOf(word));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('whatever JSON can hold comes back as it was, and in one form only', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test('the order in which members were set changes nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.integer()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      const keys = Object.keys(value).toSorted();
      const plain = keys.map((key) => `${JSON.stringify(key)}:${value[key]}`).join(',');
      expect(canonicalJson(value)).toBe(`{${plain}}`);
    }),
  );
});

test('an object of as many members as one request can bring is no work, in whatever order they come', () => {
  const keys = Array.from({ length: 80_000 }, (_, place) => `k${900_000 - place}`);
  const value = Object.fromEntries(keys.map((key) => [key, 1]));
  expect(canonicalJson(value)).toBe(
    `{${keys
      .toReversed()
      .map((key) => `"${key}":1`)
      .join(',')}}`,
  );
});

test.each(['\ud800', 'a\udc00b', '\udc00\ud800'])('a lone surrogate has no bytes and is refused: %j', (text) => {
  expect(() => canonicalJson({ text })).toThrow('lone surrogate');
  expect(() => canonicalJson({ [text]: 1 })).toThrow('lone surrogate');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('x'), () => 1])(
  'what JSON cannot say is a fault: %s',
  (value) => {
    expect(() => canonicalJson({ value })).toThrow('canonical JSON cannot hold');
  },
);
