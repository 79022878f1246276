import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../kernel/canonical.ts';
import { type LogRecord, recordBytes, writeRecord } from './ledger.ts';

const text = fc.string({ unit: 'binary' });
const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const number = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const root = fc.base64String({ minLength: 44, maxLength: 44 });
const lost = fc.record({ size: number, root });
const pins = fc.record({ origin: text, size: number, root, lost }, { requiredKeys: ['origin', 'size', 'root'] });

/** Members come in the order of the schema, never in that of the record. */
const record: fc.Arbitrary<LogRecord> = fc.record(
  {
    v: fc.constantFrom<1 | 2>(1, 2),
    types: fc.array(text, { minLength: 1 }),
    subject: hex,
    sm3: hex,
    sm2: fc.array(text),
    seq: fc.tuple(number, number),
    realm: text,
    prev: text,
    pins,
    mandate: fc.record({ mandateNo: text, version: fc.integer(), hash: text }),
    kind: text,
    docs: fc.array(hex),
    at: text,
  },
  { requiredKeys: ['v', 'realm', 'kind', 'subject', 'seq', 'types', 'at', 'sm3', 'prev'] },
);

test('a record is written as RFC 8785 has it, whatever it says and in whatever order it was made', () => {
  fc.assert(
    fc.property(record, (one) => {
      expect(writeRecord(one)).toBe(canonicalJson(one));
      expect(recordBytes(one).toString('utf8')).toBe(writeRecord(one));
    }),
  );
});
