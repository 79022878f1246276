import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { compactVerify, decodeProtectedHeader } from 'jose';
import { checkBundle } from '@liangqian/verify/bundle.ts';
import { inspect } from '@liangqian/verify/inspect.ts';
import { readCertificate } from '@liangqian/verify/certificate.ts';
import { verifySm2 } from '@liangqian/verify/signature.ts';
import { readTrustFile } from '@liangqian/verify/trust-file.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acting, actingIn } from '../../test/district-story.ts';
import { confirmLicenceAct, PIN, register } from '../../test/confirming.ts';
import { actOn, type Announced, announceAndWaive, shownAct } from '../../test/licence-acts.ts';
import { grantedRestaurant } from '../../test/granted-restaurant.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { readStream } from '../journal/actions.ts';
import { openLog } from '../kernel/log.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { addDays, dateInChina, instantInChina } from '../kernel/time.ts';
import { act, draftAct, licenceByNo, licencesOf, presentCredential } from '../licence/actions.ts';
import { licenceEvents } from '../licence/licence.ts';
import { actText } from '../confirmation/confirmation.ts';
import { workOutbox } from '../robots/outbox.ts';
import { searchSubject } from './licence-reading.ts';
import { verifySealedOfd, verifySealedPdf } from '../seal/actions.ts';

let district: HttpDistrict;
let acting: Acting;
let holder: Visitor;
let other: Visitor;
let officer: Visitor;
let no = '';
/** Places in the status list of the versions, as their credentials name them. */
const places: number[] = [];
const HOLDER = '110198198601256910';
const NAME = '云河区禾木餐饮有限公司';

beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  acting = actingIn(district);
  no = await grant();
  [holder, other, officer] = await Promise.all([
    district.signIn('applicant-1'),
    district.signIn('applicant-2'),
    district.signIn('mk-officer-1'),
  ]);
}, 120_000);
afterAll(() => district.close());

let day = 3;
async function grant(): Promise<string> {
  day += 1;
  const on = `2025-03-${String(day).padStart(2, '0')}`;
  await grantedRestaurant(acting, on);
  const [newest] = await licencesOf(district.platform, HOLDER);
  return newest?.licenceNo ?? '';
}

describe('who sees a licence', () => {
  test('its holder finds it among his own, with what it says and on which decision it rests', async () => {
    const { body } = await holder.get('/my/licences');
    expect(body.licences[0]).toMatchObject({ licenceNo: no, typeName: '食品经营许可证', status: 'valid' });
    expect(body.licences.map(({ typeId }: { typeId: string }) => typeId)).toContain('L-ID');
    const one = await holder.get(`/licences/${no}`);
    expect(one.body).toMatchObject({
      holder: { name: '常源浩', no: '110***********6910' },
      claims: expect.arrayContaining([expect.objectContaining({ name: 'enterpriseName', value: NAME })]),
      history: expect.arrayContaining([
        expect.objectContaining({
          type: 'LicenceIssued',
          by: 'robot/licences',
          mandate: { mandateNo: 'YH-B-MK-2025', version: 1 },
        }),
      ]),
      can: {},
    });
    expect(one.body.basis.decisionNo).toContain('准字');
  });

  test('for another person, another organ and a stranger it is as if it did not exist', async () => {
    expect(JSON.stringify((await other.get('/my/licences')).body)).not.toContain('常源浩');
    const hl = await district.signIn('hl-officer-1');
    for (const [visitor, status] of [
      [other, 404],
      [hl, 404],
      [district.stranger, 401],
    ] as const) {
      expect((await visitor.get(`/licences/${no}`)).status).toBe(status);
      expect((await visitor.get(`/licences/${no}/document`)).status).toBe(status);
    }
    const theirs = await hl.post('/licences/search', { idNo: HOLDER });
    expect(JSON.stringify(theirs.body)).not.toContain(no);
    expect((await other.post(`/licences/${no}/credential`, {})).status).toBe(404);
    expect((await other.post('/licences/search', { idNo: HOLDER })).status).toBe(403);
  });

  test('the organ that issued it finds it in its register and by the number of its holder', async () => {
    expect((await officer.get('/licences')).body.licences[0]).toMatchObject({ licenceNo: no, holderName: '常源浩' });
    expect((await officer.post('/licences/search', { idNo: HOLDER })).body.licences).toHaveLength(1);
    expect((await officer.post('/licences/search', { idNo: '110198199406138083' })).body.licences).toEqual([]);
  });

  test('R46: anybody who has the number learns whether it stands, and nothing about its holder', async () => {
    const { status, body } = await district.stranger.get(`/licences/${no}/status`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ licenceNo: no, status: 'valid', inUse: true, organName: '云河区市场监督管理局' });
    expect(JSON.stringify(body)).not.toMatch(/常源浩|6910|禾木/);
    const forged = `${no.slice(0, -1)}${no.endsWith('0') ? '1' : '0'}`;
    expect((await district.stranger.get(`/licences/${forged}/status`)).status).toBe(404);
  });
});

interface Parts {
  readonly jwt: string;
  readonly disclosures: readonly string[];
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly payload: any;
}

/** Reads a credential with tools written by others and by the letter of RFC 9901, without the library that made it. */
async function read(credential: string): Promise<Parts> {
  const [jwt = '', ...disclosures] = credential.split('~').filter((part) => part !== '');
  const { x5c = [] } = decodeProtectedHeader(jwt);
  const certificates = x5c.map((text) => new X509Certificate(Buffer.from(text, 'base64')));
  const [leaf, above] = certificates;
  const roots = district.platform.authority.trusted.map((bytes) => Buffer.from(bytes));
  if (leaf === undefined || above === undefined) throw new Error('no certificates');
  expect(leaf.verify(above.publicKey)).toBe(true);
  expect(roots.some((root) => root.equals(above.raw))).toBe(true);
  const { payload } = await compactVerify(jwt, createPublicKey(leaf.publicKey.export({ type: 'spki', format: 'pem' })));
  return { jwt, disclosures, payload: JSON.parse(Buffer.from(payload).toString('utf8')) };
}

/** What a credential says after its disclosures are put in place; a disclosure whose digest nobody signed says nothing. */
function disclosedIn({ payload, disclosures }: Parts): Record<string, unknown> {
  const digests = new Map(disclosures.map((text) => [createHash('sha256').update(text).digest('base64url'), text]));
  const opened = (object: { readonly _sd?: readonly string[] }) =>
    Object.fromEntries(
      (object._sd ?? []).flatMap((digest) => {
        const text = digests.get(digest);
        if (text === undefined) return [];
        const [, name, value] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
        return [[name, value]];
      }),
    );
  return { ...opened(payload), claims: opened(payload.claims ?? {}) };
}

test('the evidence of a licence proves its document, the case that granted it and the mandates behind both', async () => {
  const path = `/licences/${encodeURIComponent(no)}`;
  expect((await holder.get(`${path}/document`)).status).toBe(200);
  while ((await district.platform.ledger.turn()) > 0);
  expect((await holder.get(path)).body.can.downloadEvidence).toEqual({ allowed: true });
  const answer = await holder.get(`${path}/evidence`);
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  const roots = readTrustFile((await district.http.inject({ url: '/api/trust' })).body);
  if ('reason' in roots) throw new Error(roots.reason);
  const { state, checks } = checkBundle(answer.body, district.platform.ledger.trust, roots);
  expect(checks.filter((one) => one.state !== 'true')).toEqual([]);
  expect(state).toBe('yes');
  const chains = checks.filter(({ check }) => check === 'chain').map(({ of }) => of.split('/')[0]);
  expect(new Set(chains)).toEqual(new Set(['licence', 'case', 'mandate']));
  expect((await other.get(`${path}/evidence`)).body.code).toBe('unknown-licence');
});

test('个保法45: a holder sees who of the staff looked at his licence', async () => {
  const path = `/licences/${encodeURIComponent(no)}`;
  expect((await officer.get(path)).status).toBe(200);
  const { readings } = (await holder.get(`${path}/readings`)).body;
  expect(readings[0]).toMatchObject({ what: 'licence', readerId: 'mk-officer-1' });
  expect((await other.get(`${path}/readings`)).body.code).toBe('unknown-licence');
});

test('个保法6, 51: a supervisor says why before he reads or searches, and a search that finds nothing is noted too', async () => {
  const supervisor = await district.signIn('mk-supervisor');
  const path = `/licences/${encodeURIComponent(no)}`;
  for (const asked of [path, `${path}/document`, `${path}/evidence`])
    expect((await supervisor.get(asked)).body.code).toBe('reading-needs-reason');
  const reason = '核查群众投诉';
  expect((await supervisor.post(`${path}/readings`, { reason })).status).toBe(200);
  expect((await supervisor.get(path)).status).toBe(200);
  const { readings } = (await holder.get(`${path}/readings`)).body;
  expect(readings[0]).toMatchObject({ what: 'licence', readerId: 'mk-supervisor', post: 'supervisor', reason });
  // The register is read like the rest: with a reason, and each licence that it shows is noted under it.
  expect((await supervisor.get('/licences')).body.code).toBe('reading-needs-reason');
  expect((await supervisor.post('/licences/readings', { reason: '季度抽查' })).status).toBe(200);
  expect((await officer.post('/licences/readings', { reason: '季度抽查' })).status).toBe(403);
  expect((await supervisor.get('/licences')).body.licences.length).toBeGreaterThan(0);
  const [listed] = (await holder.get(`${path}/readings`)).body.readings;
  expect(listed).toMatchObject({ readerId: 'mk-supervisor', reason: '季度抽查' });
  const nobody = { idNo: '110198199001011234' };
  expect((await supervisor.post('/licences/search', nobody)).body.code).toBe('reading-needs-reason');
  expect((await supervisor.post('/licences/search', { ...nobody, reason })).body.licences).toEqual([]);
  expect((await officer.post('/licences/search', nobody)).body.licences).toEqual([]);
  const subject = searchSubject(district.platform.realm, nobody.idNo);
  const noted = await district.platform.readings.list({ subject });
  expect(noted.map(({ reader, reason: why }) => [reader, why])).toEqual([
    ['mk-officer-1', undefined],
    ['mk-supervisor', reason],
  ]);
});

describe('the licence as data (RFC 9901, SD-JWT VC)', () => {
  let credential = '';
  beforeAll(async () => {
    credential = (await holder.post(`/licences/${no}/credential`, {})).body.credential;
  });

  test('a verifier that is not ours finds the organ’s signature under a chain, and each claim by its digest', async () => {
    const parts = await read(credential);
    expect(decodeProtectedHeader(parts.jwt)).toMatchObject({ typ: 'dc+sd-jwt', alg: 'ES256' });
    expect(parts.payload).toMatchObject({
      vct: expect.stringContaining('/credential-types/11110198YH'),
      type_name: '食品经营许可证',
      issuing_organ: '云河区市场监督管理局',
      status: { status_list: { idx: expect.any(Number), uri: expect.stringContaining('/licence-status/0') } },
    });
    places.push(parts.payload.status.status_list.idx);
    expect(JSON.stringify(parts.payload)).not.toMatch(/常源浩|6910|禾木|云桥/);
    expect(disclosedIn(parts)).toMatchObject({
      licence_no: no,
      holder_name: '常源浩',
      holder_id_no: HOLDER,
      claims: { enterpriseName: NAME, premisesAddress: '云桥街道1号' },
    });
  });

  test('the verifier that anybody runs takes it by what the platform publishes, and by nothing less', async () => {
    const published = (await district.http.inject({ url: '/api/trust' })).body;
    const documents = readTrustFile(published);
    if ('reason' in documents) throw new Error(documents.reason);
    const statusList = (await district.http.inject({ url: '/licence-status/0' })).body;
    const beliefs = { documents, log: undefined, statusList, at: district.platform.clock.now() };
    const whole = inspect(Buffer.from(credential), beliefs);
    expect(whole.checks.filter(({ state }) => state !== 'true').map(({ name }) => name)).toEqual(['holder']);
    expect(whole).toMatchObject({ kind: 'licence', result: 'valid' });
    const shown = await presentCredential(credential, ['licence_no']);
    expect(inspect(Buffer.from(shown), beliefs).licence?.claims).toContainEqual(['licence_no', no]);
    expect(inspect(Buffer.from(credential), { ...beliefs, statusList: undefined }).result).toBe('undecided');
  });

  test('what the holder does not disclose is not there, claim by claim', async () => {
    const shown = await presentCredential(credential, ['claims.enterpriseName', 'licence_no']);
    const parts = await read(shown);
    expect(disclosedIn(parts)).toEqual({ licence_no: no, claims: { enterpriseName: NAME } });
    expect(Buffer.from(shown.split('~').slice(1).join(''), 'base64url').toString('utf8')).not.toContain('常源浩');
  });

  test('a disclosed claim that was altered has no digest that was signed', async () => {
    const parts = await read(credential);
    const altered = parts.disclosures.map((text) => {
      const [salt, name, value] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
      const next = name === 'enterpriseName' ? '冒名餐饮有限公司' : value;
      return Buffer.from(JSON.stringify([salt, name, next])).toString('base64url');
    });
    expect(disclosedIn({ ...parts, disclosures: altered })).not.toHaveProperty('claims.enterpriseName');
    const [head = '', body = '', signature = ''] = parts.jwt.split('.');
    const forged = Buffer.from(JSON.stringify({ ...parts.payload, type_name: '烟草专卖零售许可证' })).toString(
      'base64url',
    );
    await expect(read(`${head}.${forged}.${signature}~`)).rejects.toThrow(/signature/);
    expect(body).not.toBe(forged);
  });

  test('every making has salts of its own, so that two verifiers cannot tell that they saw the same licence', async () => {
    const again = await read((await holder.post(`/licences/${no}/credential`, {})).body.credential);
    const first = await read(credential);
    expect(again.payload._sd.filter((digest: string) => first.payload._sd.includes(digest))).toEqual([]);
  });

  test('a key of the holder’s wallet is inside where he names one, and no other kind of key is taken', async () => {
    const holderKey = { kty: 'EC', crv: 'P-256', x: 'a'.repeat(43), y: 'b'.repeat(43) };
    const bound = await read((await holder.post(`/licences/${no}/credential`, { holderKey })).body.credential);
    expect(bound.payload.cnf).toEqual({ jwk: holderKey });
    const wrong = await holder.post(`/licences/${no}/credential`, { holderKey: { ...holderKey, kty: 'RSA' } });
    expect(wrong.status).toBe(400);
  });
});

/** What the list says of version `version` of the licence; earlier versions stand before it. */
async function statusAt(version: number): Promise<number> {
  const idx = places[version] ?? -1;
  const answer = await district.http.inject({ method: 'GET', url: '/licence-status/0' });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/statuslist+jwt',
    'cache-control': 'public, max-age=300',
  });
  const { x5c: [leaf = ''] = [], typ } = decodeProtectedHeader(answer.body);
  expect(typ).toBe('statuslist+jwt');
  const key = createPublicKey(
    new X509Certificate(Buffer.from(leaf, 'base64')).publicKey.export({ type: 'spki', format: 'pem' }),
  );
  const { payload } = await compactVerify(answer.body, key);
  expect(JSON.parse(Buffer.from(payload).toString('utf8'))).toMatchObject({
    sub: 'http://127.0.0.1:8080/licence-status/0',
    ttl: 300,
  });
  return getListFromStatusListJWT(answer.body).getStatus(idx);
}

test('a list that does not exist, or a number that is none, is no list', async () => {
  for (const list of ['1', '00', '-1', 'x', '99999999999'])
    expect((await district.http.inject({ method: 'GET', url: `/licence-status/${list}` })).statusCode).toBe(404);
});

test('the sealed document holds for the verifier, as PDF and as its OFD twin', async () => {
  const trust = { roots: district.platform.authority.trusted, revoked: [] };
  const pdf = await district.http.inject({
    method: 'GET',
    url: `/api/licences/${no}/document`,
    headers: { cookie: holder.cookie },
  });
  expect(pdf.headers['content-type'], pdf.body.slice(0, 400)).toBe('application/pdf');
  const checked = verifySealedPdf(pdf.rawPayload, trust);
  expect(checked).toMatchObject({ result: 'valid', sealName: expect.stringContaining('云河区市场监督管理局') });
  const again = await district.http.inject({
    method: 'GET',
    url: `/api/licences/${no}/document`,
    headers: { cookie: officer.cookie },
  });
  expect(again.rawPayload.equals(pdf.rawPayload)).toBe(true);
  const ofd = await district.http.inject({
    method: 'GET',
    url: `/api/licences/${no}/document/ofd`,
    headers: { cookie: holder.cookie },
  });
  expect(verifySealedOfd(ofd.rawPayload, trust).result).toBe('valid');
}, 60_000);

describe('what the organ does to a licence', () => {
  const why = { reason: '检查中发现违反食品安全管理规定', basis: '《食品安全法》第一百二十二条', recusal: 'none' };
  const found = { ...why, facts: '两次抽检食品不合格' };
  const announce = (
    head: Visitor,
    intended: Announced['intended'],
    confirmed?: object,
    lastDay: Pick<Announced, 'untilOn'> = {},
  ) =>
    announceAndWaive(
      head,
      no,
      { intended, ...found, ...lastDay },
      { clerk: officer, ...(confirmed === undefined ? {} : { confirmed }) },
    );
  const doing = (who: Visitor, command: object, confirmed: object = { pin: PIN }) => actOn(who, no, command, confirmed);

  test('R81: an officer replaces under his mandate or is told why not; suspending and annulling are for the head', async () => {
    for (const act of ['suspend', 'annul', 'withdraw', 'forfeit'] as const) {
      const more = {
        suspend: {},
        annul: { ground: 'fraud' },
        withdraw: { ground: 'lawChanged', compensation: '依法补偿' },
        forfeit: { deliberation: '经法制审核和集体讨论' },
      }[act];
      const { status, body } = await doing(officer, { act, ...found, ...more });
      expect([status, body.code]).toEqual([403, 'licence-act-not-yours']);
    }
    const { body } = await officer.get(`/licences/${no}`);
    expect(body.can.suspend).toMatchObject({ allowed: false, refusal: { code: 'licence-act-not-yours' } });
  });

  test('R72: no act without its signer’s confirmation and declaration, and the record keeps his signature over exactly that act', async () => {
    const head = await district.signIn('mk-head');
    const suspend = { act: 'suspend', ...found };
    await announce(head, 'suspend');
    expect((await doing(head, suspend, {})).body.code).toBe('confirmation-missing');
    expect((await district.stranger.get(`/licences/${no}/status`)).body.status).toBe('valid');
    await doing(head, suspend);
    const { platform } = district;
    const licence = await licenceByNo(platform, no);
    const event = (await readStream(platform.journal, platform.realm, licence?.stream ?? '')).findLast(
      ({ type }) => type === 'LicenceSuspended',
    );
    if (event === undefined) throw new Error('no act');
    const { signed, ...data } = licenceEvents.LicenceSuspended.parse(event.data);
    if (signed === undefined) throw new Error('not signed');
    const { signature, ...declared } = signed;
    const place = { stream: event.stream, type: event.type, signer: 'mk-head', mandate: event.mandate, at: event.at };
    const text = Buffer.from(actText(place, { ...data, signed: declared }));
    const { spki } = readCertificate(Buffer.from(signature.certificate ?? '', 'base64'));
    const isSigned = (bytes: Buffer) => verifySm2(Buffer.from(signature.value, 'base64'), bytes, spki.subarray(-65));
    expect(declared).toEqual({ recusal: 'none', office: 'MK', confirmation: { way: 'pin' } });
    expect([isSigned(text), isSigned(Buffer.concat([text, text]))]).toEqual([true, false]);
    const reinstate = { act: 'reinstate', ...why };
    expect((await doing(head, reinstate, { pin: '999999' })).body.code).toBe('pin-wrong');
    expect((await doing(head, { ...reinstate, recusal: 'spouse' })).body.code).toBe('recusal-declared');
    await doing(head, reinstate);
  });

  test('R72: a confirmation is used up for one act, so that none other goes under the name of its request', async () => {
    const { platform } = district;
    const licence = await licenceByNo(platform, no);
    if (licence === undefined) throw new Error('no licence');
    const uses: string[] = [];
    const confirm: typeof platform.signer.confirm = (asked) => {
      uses.push(asked.useId);
      return platform.signer.confirm(asked);
    };
    const ports = { ...platform, signer: { ...platform.signer, confirm } };
    const call = { actor: { kind: 'person', id: 'mk-head' }, requestId: 'one name', at: platform.clock.now() } as const;
    const { reason, basis } = why;
    const words = { reason, basis, recusal: 'none' } as const;
    const replace = { command: { act: 'replace', ...words } } as const;
    const cancel = {
      act: 'cancel',
      ground: 'onRequest',
      facts: found.facts,
      proof: '注销申请书1号',
      ...words,
    } as const;
    const letter = await draftAct(ports, call, licence, cancel);
    if (isRefusal(letter)) throw new Error(letter.code);
    for (const shown of [replace, { command: cancel, documentHash: letter.documentHash }, replace])
      expect(await act(ports, call, licence, { ...shown, given: { pin: '999999' } })).toMatchObject({
        code: 'pin-wrong',
      });
    expect([uses[0] === uses[1], uses[0] === uses[2]]).toEqual([false, true]);
  });

  test('promise 8: whoever reads the number off the paper learns how the licence stands, and no name', async () => {
    const head = await district.signIn('mk-head');
    const short = no.split('.').slice(-3, -1).join('.');
    const asked = async () => (await district.stranger.get(`/standing?no=${encodeURIComponent(short)}`)).body;
    expect(await asked()).toMatchObject({ state: 'stands', kind: 'licence', mandate: { mandateNo: 'YH-B-MK-2025' } });
    await announce(head, 'suspend');
    await doing(head, { act: 'suspend', ...found });
    expect(await asked()).toMatchObject({ state: 'notNow', says: { zh: '证照已被暂扣，现在不能使用。' } });
    await doing(head, { act: 'reinstate', ...why });
    expect(JSON.stringify(await asked())).not.toMatch(/常源浩|禾木/);
  });

  test('suspended is told by the list, and a suspended licence gives no credential and no new document', async () => {
    const head = await district.signIn('mk-head');
    expect(await statusAt(0)).toBe(0);
    await announce(head, 'suspend');
    const done = await doing(head, { act: 'suspend', ...found });
    expect(done.body).toMatchObject({ licence: { status: 'suspended' }, standing: { reason: why.reason } });
    expect(await statusAt(0)).toBe(2);
    expect((await district.stranger.get(`/standing?no=${no}`)).body).toMatchObject({
      state: 'notNow',
      kind: 'licence',
    });
    const refused = await holder.post(`/licences/${no}/credential`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'licence-not-live']);
    await doing(head, { act: 'reinstate', ...why });
    expect(await statusAt(0)).toBe(0);
  });

  test('行政处罚法9: after the last day of a suspension the licence stands again, and the robot tells the list', async () => {
    const head = await district.signIn('mk-head');
    // The holder has time to answer before it is over: a shorter one cannot be announced.
    const untilOn = addDays(dateInChina(district.platform.clock.now()), 20);
    await announce(head, 'suspend', undefined, { untilOn });
    const done = await doing(head, { act: 'suspend', ...found, untilOn });
    expect(done.body.licence.status).toBe('suspended');
    expect(await statusAt(0)).toBe(2);
    district.setNow(instantInChina(addDays(untilOn, 1), '09:00'));
    expect((await district.stranger.get(`/licences/${no}/status`)).body.status).toBe('valid');
    await workOutbox(district.platform, openLog('silent'));
    [holder, officer] = await Promise.all([district.signIn('applicant-1'), district.signIn('mk-officer-1')]);
    expect(await statusAt(0)).toBe(0);
  });

  test('a replaced version is no longer good, and its number leads to the one in use', async () => {
    const head = await district.signIn('mk-head');
    const { body } = await doing(head, { act: 'replace', ...why });
    const next = body.licence.licenceNo;
    expect(next).toMatch(/\.002\.[0-9A-Z]$/);
    const again = await read((await holder.post(`/licences/${next}/credential`, {})).body.credential);
    places.push(again.payload.status.status_list.idx);
    expect([await statusAt(0), await statusAt(1)]).toEqual([1, 0]);
    const { body: status } = await district.stranger.get(`/licences/${no}/status`);
    expect(status).toMatchObject({ licenceNo: no, inUse: false, status: 'valid' });
    const standing = await Promise.all([no, next].map((one) => district.stranger.get(`/standing?no=${one}`)));
    expect(standing.map(({ body: { state } }) => state)).toEqual(['ended', 'stands']);
  });

  test('R72, R93: annulled, then cancelled, each confirmed by the passkey for that act alone; what has ended takes no other act', async () => {
    const head = await district.signIn('mk-head');
    const annul = { act: 'annul', ...found, ground: 'fraud' };
    await announce(head, 'annul');
    const { device, answer } = await register(head);
    expect(answer.status).toBe(200);
    const confirmed = async (command: object) => ({
      passkey: await confirmLicenceAct(head, device, no, await shownAct(head, no, command)),
    });
    // Who holds a passkey is not asked for less, and what it confirmed is that act and no other.
    expect((await doing(head, annul)).body.code).toBe('confirmation-missing');
    const other = await doing(head, annul, await confirmed({ act: 'replace', ...why }));
    expect(other.body.code).toBe('confirmation-other-decision');
    expect((await doing(head, annul, await confirmed(annul))).body.licence?.status).toBe('annulled');
    const again = await doing(head, { act: 'suspend', ...found });
    expect([again.status, again.body.code]).toEqual([409, 'licence-not-live']);
    const wrong = await doing(head, { act: 'cancel', ...found, ground: 'onRequest' });
    expect(wrong.body.code).toBe('cancellation-ground-unfit');
    const cancel = { act: 'cancel', ...found, ground: 'ended' };
    const closed = await doing(head, cancel, await confirmed(cancel));
    expect(closed.body.licence.status).toBe('cancelled');
    expect(closed.body.history.map(({ type }: { type: string }) => type).slice(-4)).toEqual([
      'LicenceAnnulled',
      'LetterSealed',
      'LicenceCancelled',
      'LetterSealed',
    ]);
    expect([await statusAt(0), await statusAt(1)]).toEqual([1, 1]);
    expect((await district.stranger.get(`/licences/${no}/status`)).body.status).toBe('cancelled');
    const standing = (await district.stranger.get(`/standing?no=${no}`)).body;
    expect(standing).toMatchObject({ state: 'ended', says: { zh: '证照已经注销，不再有效。' } });
    expect(JSON.stringify(standing)).not.toMatch(/常源浩|6910|禾木/);
  });
});
