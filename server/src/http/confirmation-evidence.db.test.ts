import { checkSignatures } from '@liangqian/verify/bundle-signature.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmWith, register, reviewedCase, show, sign } from '../../test/confirming.ts';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';
import { caseStream } from '../application/actions.ts';
import { actRecordOf, sealAct } from '../journal/act-record.ts';
import { readStream } from '../journal/actions.ts';
import type { Recorded } from '../journal/journal.ts';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z', undefined, { pinAlone: false });
}, 60_000);
afterAll(() => district.close());

const none = new Uint8Array();

/** The acts as they lie in a bundle. */
function bundled(events: readonly Recorded[], change: (text: string) => string = (text) => text) {
  return [...Map.groupBy(events, ({ requestId }) => requestId).values()].map((act) => {
    const stream = act[0]?.stream ?? '';
    const body = Buffer.from(change(sealAct(actRecordOf(act, '')).body.toString('utf8')));
    const name = `${stream} ${act[0]?.seq}`;
    return { stream, name, body, record: none, leaf: none, salt: none, proof: '', fields: {}, logProof: undefined };
  });
}

test('R72: whoever holds the bundle checks certificate and passkey offline, and finds every change', async () => {
  const clerk = await district.signIn('clerk-1');
  const officer = await district.signIn('ps-officer-1');
  const { device } = await register(officer);
  const [one, other] = [
    await show(officer, await reviewedCase(clerk, officer)),
    await show(officer, await reviewedCase(clerk, officer)),
  ];
  const passkey = await confirmWith(officer, device, [one, other]);
  expect((await officer.post('/decisions', { decisions: [one, other], passkey })).status).toBe(200);
  const events = await readStream(district.platform.journal, district.platform.realm, caseStream(other.caseNo));

  const states = (change?: (text: string) => string) =>
    checkSignatures(bundled(events, change)).map(({ check, state }) => `${check} ${state}`);
  expect(states()).toEqual(['signature true', 'confirmed true']);
  const altered = ['signature false', 'confirmed false'];
  expect(states((text) => text.replaceAll('符合条件', '不符条件'))).toEqual(altered);
  expect(states((text) => text.replaceAll('"recusal":"none"', '"recusal":"spouse"'))).toEqual(altered);
  expect(states((text) => text.replaceAll('YH-B-PS-2025', 'YH-B-PS-2024'))).toEqual(altered);
  expect(states((text) => text.replaceAll('"id":"ps-officer-1"', '"id":"ps-officer-2"'))).toEqual(altered);
  expect(states((text) => text.replaceAll('"rpId":"localhost"', '"rpId":"evil"'))).toEqual(altered);
  expect(states((text) => text.replaceAll('http://localhost', 'http://evil'))).toEqual(altered);
  // The instant is the server's word: the certificate covers it, the passkey was asked before.
  expect(
    states((text) =>
      text.replaceAll('"at":"2025-03-03T01:00:00.000Z","events"', '"at":"2025-03-04T01:00:00.000Z","events"'),
    ),
  ).toEqual(['signature false', 'confirmed true']);
  const [first = ''] = bundled(events).flatMap(
    ({ body }) => /"decisions":\["([0-9a-f]{64})/.exec(body.toString())?.[1] ?? [],
  );
  expect(states((text) => text.replaceAll(first, 'f'.repeat(64)))).toEqual(altered);
});

test('R72: what was confirmed without a passkey claims no more than the certificate’s signature', async () => {
  const clerk = await district.signIn('clerk-1');
  const officer = await district.signIn('ps-officer-2');
  Object.assign(district.platform.confirmation, { pinAlone: true });
  const shown = await show(officer, await reviewedCase(clerk, officer));
  expect((await sign(officer, shown, { pin: '246810' })).status).toBe(200);
  const events = await readStream(district.platform.journal, district.platform.realm, caseStream(shown.caseNo));
  expect(checkSignatures(bundled(events)).map(({ check, state }) => [check, state])).toEqual([['signature', 'true']]);
});
