import { expect, test } from 'vitest';
import { afterOne } from '../journal/one-event-act.ts';
import type { Recorded } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { issueCertificate, readCertificate } from './certificate.ts';
import { issueRoot } from './development-ca.ts';
import { generateKey } from './signature-key.ts';
import {
  certificatesOf,
  fingerprintOf,
  importCertificate,
  importOf,
  trustAuthority,
  untrustAuthority,
  viewAuthorities,
} from './trusted-authorities.ts';

const AT = '2025-03-03T02:00:00.000Z';
const actor = { kind: 'operator', id: 'test' } as const;
const context = { actor, at: AT, stream: 'certificates' };
const term = { notBeforeAt: '2025-01-01T00:00:00.000Z', notAfterAt: '2044-01-01T00:00:00.000Z' };
const rootKey = generateKey('sm2');
const root = await issueRoot(rootKey, term.notBeforeAt);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function certify(organization: string, spki: Uint8Array, serial: number): Promise<Uint8Array> {
  const subject = { country: 'CN', organization, commonName: '林晓' };
  const about = { serial: Buffer.from([serial]), subject, subjectKey: { spki }, isAuthority: false, ...term };
  return issueCertificate(about, rootKey, readCertificate(root));
}

function after(events: readonly Recorded[], decided: ReturnType<typeof trustAuthority.decide>): readonly Recorded[] {
  if (isRefusal(decided)) throw new Error(decided.code);
  return decided.events.reduce(
    (before, event) =>
      afterOne(before, { ...event, stream: 'certificates', at: AT, actor, requestId: `r${before.length}` }),
    events,
  );
}

async function importing(organization: string, key = 'seal-1', others: readonly Uint8Array[] = []) {
  const { spki } = generateKey('sm2');
  const certificate = await certify(organization, spki, 5);
  return { key, purpose: 'seal' as const, ...importOf({ certificate, authorities: [...others, root], spki }) };
}

test('R73: a text that the record could not read again is refused, and nothing is written', async () => {
  const long = '甲'.repeat(401);
  const view = viewAuthorities([]);
  const refusals = [
    trustAuthority.decide(view, { certificate: text(root), basis: long }, undefined, context),
    importCertificate.decide(view, await importing('甲', long), undefined, context),
    untrustAuthority.decide(
      { ...view, roots: [{ certificate: root, fingerprint: fingerprintOf(root) }] },
      { fingerprint: fingerprintOf(root), reason: long },
      undefined,
      context,
    ),
  ];
  for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'certificate-text-unfit' });
  // Names in a certificate are whoever issued it’s: they are cut, and an empty organ is none.
  const named = async (organization: string) => {
    const events = after([], importCertificate.decide(view, await importing(organization), undefined, context));
    expect(viewAuthorities(events).imported).toHaveLength(1);
    return events[0]?.data;
  };
  expect(await named('')).not.toHaveProperty('organ');
  expect(await named(long)).toMatchObject({ organ: `${'甲'.repeat(399)}…` });
});

test('R73: only authorities on the way to the root are kept and published, no certificate of a person that came along', async () => {
  const staff = await certify('云河区', generateKey('sm2').spki, 9);
  const command = await importing('甲', 'seal-1', [staff]);
  const taken = after([], importCertificate.decide(viewAuthorities([]), command, undefined, context));
  expect(taken[0]?.data).toMatchObject({ between: [], root: fingerprintOf(root) });
  // What an earlier build kept is not published either.
  const roots = [{ certificate: root, fingerprint: fingerprintOf(root) }];
  expect(certificatesOf({ roots, imported: [], between: [staff] })).toEqual([root]);
});

test('R73: a certificate taken in again for its key is on record once', async () => {
  const command = await importing('甲');
  const once = after([], importCertificate.decide(viewAuthorities([]), command, undefined, context));
  expect(importCertificate.decide(viewAuthorities(once), command, undefined, context)).toEqual({ events: [] });
});
