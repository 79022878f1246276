import { expect, test } from 'vitest';
import { readAct } from './bundle-act.ts';
import { checkUnsigned } from './bundle-unsigned.ts';
import { utf8 } from './bytes.ts';
import { readPolicy } from './policy.ts';

const policy = readPolicy('quorum none');
if ('reason' in policy) throw new Error(policy.reason);

function act(stream: string, type: string, data: object, kind = 'person') {
  const nothing = new Uint8Array();
  const body = utf8(JSON.stringify({ actor: { kind, id: 'mk-head' }, events: [{ type, data }] }));
  if ('reason' in policy) throw new Error(policy.reason);
  return readAct({ stream, record: utf8('{}'), leaf: nothing, salt: nothing, proof: '', body }, policy);
}

test('R71: a letter that was signed on paper and taken over is undecided, and never reads as signed', () => {
  const letter = act('mandate/YH-B-1', 'MandateSigned', { version: 1, hash: 'ab' });
  expect(checkUnsigned([letter])).toMatchObject([{ check: 'signature', state: 'undecided' }]);
  expect(checkUnsigned([letter])[0]?.en).toContain('The record holds no signature of mk-head');
  const accepted = act('mandate/YH-B-1', 'MandateAccepted', { version: 1, hash: 'ab', signed: { confirmation: {} } });
  expect(checkUnsigned([accepted])).toMatchObject([{ state: 'undecided' }]);
  // Robots sign nothing, and of what has its signature nothing is open here.
  expect(checkUnsigned([act('mandate/YH-B-1', 'MandateSuspended', {}, 'robot')])).toEqual([]);
  const signed = act('mandate/YH-B-1', 'MandateSigned', { version: 1, signed: { signature: { value: 'AA==' } } });
  expect(checkUnsigned([signed])).toEqual([]);
});
