import { checkBundle } from '@liangqian/verify/bundle.ts';
import { checkLicenceActs } from '@liangqian/verify/bundle-licence.ts';
import { checkSignatures } from '@liangqian/verify/bundle-signature.ts';
import { inspect } from '@liangqian/verify/inspect.ts';
import { readTrustFile } from '@liangqian/verify/trust-file.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmLicenceAct, PIN, register } from '../../test/confirming.ts';
import { type Acting, actingIn } from '../../test/district-story.ts';
import { grantedRestaurant } from '../../test/granted-restaurant.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { actOn, announceAndWaive, serveLast } from '../../test/licence-acts.ts';
import { readStream } from '../journal/actions.ts';
import { actRecordOf, sealAct } from '../journal/act-record.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { openLog } from '../kernel/log.ts';
import { instantInChina } from '../kernel/time.ts';
import { licenceByNo, licencesOf } from '../licence/actions.ts';
import { licenceEvents } from '../licence/licence.ts';
import { workOutbox } from '../robots/outbox.ts';
import { sealEvents } from '../seal/seal.ts';

let district: HttpDistrict;
let acting: Acting;
let head: Visitor;
let officer: Visitor;
let holder: Visitor;
const HOLDER = '110198198601256910';
const said = {
  facts: '两次因经营超过保质期的食品受到罚款处罚后仍不改正',
  reason: '情节严重',
  basis: '《中华人民共和国食品安全法》第一百三十四条',
};
const forfeit = { act: 'forfeit', ...said, deliberation: '经法制审核，并经本机关负责人集体讨论', recusal: 'none' };

beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  acting = actingIn(district);
}, 120_000);
afterAll(() => district.close());

let day = 3;
/** A food licence, granted on a day of its own; everybody signs in anew, since days pass. */
async function granted(eDelivery: boolean): Promise<string> {
  day += 1;
  const on = `2025-03-${String(day).padStart(2, '0')}`;
  await grantedRestaurant(acting, on, { eDelivery });
  await on9(on);
  const [newest] = await licencesOf(district.platform, HOLDER);
  return newest?.licenceNo ?? '';
}

/** Another day: sessions of the day before are over. */
async function on9(on: string, time = '15:00'): Promise<void> {
  district.setNow(instantInChina(on, time));
  [head, officer, holder] = await Promise.all([
    district.signIn('mk-head'),
    district.signIn('mk-officer-1'),
    district.signIn('applicant-1'),
  ]);
}

const doing = (no: string, command: object) => actOn(head, no, command, { pin: PIN });
const announce = (no: string, intended: string) => doing(no, { act: 'announce', intended, recusal: 'none', ...said });

describe('R91, R42: before a licence is forfeited its holder is told, may answer, and is heard where he asks', () => {
  let no = '';
  beforeAll(async () => {
    no = await granted(false);
  }, 60_000);

  test('R91: without the notice the act is refused, and the page says so before', async () => {
    expect((await doing(no, forfeit)).body.code).toBe('ending-not-announced');
    const { can } = (await head.get(`/licences/${no}`)).body;
    expect(can.forfeit).toMatchObject({ allowed: false, refusal: { code: 'ending-not-announced' } });
    const byOfficer = { act: 'announce', intended: 'forfeit', recusal: 'none', ...said };
    const answer = await officer.post(`/licences/${no}/acts`, { command: byOfficer, pin: PIN });
    expect(answer.body.code).toBe('licence-act-not-yours');
  });

  test('R87: the notice is a sealed letter with its own number; until it is served no time runs', async () => {
    const { status, body } = await announce(no, 'forfeit');
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.licence.status).toBe('valid');
    expect(body.announced).toMatchObject({ intended: 'forfeit', facts: said.facts, answers: [] });
    expect(body.announced.answerUntilOn).toBeUndefined();
    expect(body.letters).toMatchObject([
      { kind: 'endingNotice', docNo: expect.stringMatching(/告字〔2025〕第\d{3}-MK05/) },
    ]);
    expect((await doing(no, forfeit)).body.code).toBe('announcement-not-served');
    const { docNo } = body.letters[0];
    const way = { docNo, recipient: '常源浩' };
    const online = await head.post(`/licences/${no}/service`, { ...way, method: 'electronic' });
    expect(online.body.code).toBe('no-consent-to-electronic-service');
    const none = await head.post(`/licences/${no}/service`, { ...way, docNo: '没有的文号', method: 'direct' });
    expect(none.body.code).toBe('unknown-letter');
    const served = await officer.post(`/licences/${no}/service`, { ...way, method: 'direct' });
    expect(served.body.announced.answerUntilOn).toBe('2025-03-11');
    expect(served.body.letters[0].served).toEqual({ on: '2025-03-04', method: 'direct', recipient: '常源浩' });
    expect(served.body.letters[0].remedies).toBeUndefined();
    expect((await serveLast(officer, no, served)).body.code).toBe('letter-served');
    expect((await doing(no, forfeit)).body.code).toBe('answer-time-open');
  });

  test('行政处罚法64: the holder asks for a hearing; it is told seven days before, and whoever announced does not preside', async () => {
    const other = await district.signIn('applicant-2');
    expect((await other.post(`/licences/${no}/answers`, { said: 'hearingAsked', words: '' })).status).toBe(404);
    expect((await holder.get(`/licences/${no}`)).body.can).toMatchObject({
      answer: { allowed: true },
      askHearing: { allowed: true },
    });
    const silent = await holder.post(`/licences/${no}/answers`, { said: 'statement', words: '' });
    expect(silent.body.code).toBe('statement-without-words');
    const spoke = await holder.post(`/licences/${no}/answers`, { said: 'statement', words: '只有一次，请求从轻' });
    expect(spoke.body.announced.answers).toMatchObject([{ said: 'statement', words: '只有一次，请求从轻' }]);
    // A statement does not use up the time in which he may ask for a hearing.
    expect((await doing(no, forfeit)).body.code).toBe('answer-time-open');
    await holder.post(`/licences/${no}/answers`, { said: 'hearingAsked', words: '' });
    expect((await doing(no, forfeit)).body.code).toBe('hearing-not-held');
    await on9('2025-03-17');
    expect((await doing(no, forfeit)).body.code).toBe('hearing-not-held');
    // Who may have presided is named to the organ's staff: everybody in office but who announced; to nobody else.
    const presiders = (await officer.get(`/licences/${no}`)).body.presiders.map(
      ({ personId }: { personId: string }) => personId,
    );
    expect(presiders).toEqual(expect.arrayContaining(['mk-legal', 'mk-officer-1']));
    expect(presiders).not.toEqual(expect.arrayContaining(['mk-head']));
    expect(presiders.filter((one: string) => !one.startsWith('mk-'))).toEqual([]);
    expect((await holder.get(`/licences/${no}`)).body.presiders).toBeUndefined();
    const hearing = {
      noticedOn: '2025-03-07',
      heldOn: '2025-03-14',
      presider: 'mk-legal',
      record: '双方质证，笔录已签字',
    };
    const enter = (more: object) => officer.post(`/licences/${no}/hearings`, { ...hearing, ...more });
    expect((await enter({ noticedOn: '2025-03-08' })).body.code).toBe('hearing-notice-short');
    // Nobody is told of a hearing before he asked for it.
    expect((await enter({ noticedOn: '2025-03-03' })).body.code).toBe('hearing-notice-short');
    expect((await enter({ presider: '张三' })).body.code).toBe('presider-not-apart');
    expect((await enter({ presider: 'wa-officer-1' })).body.code).toBe('presider-not-apart');
    expect((await enter({ heldOn: '2025-03-18' })).body.code).toBe('hearing-notice-short');
    expect((await enter({ presider: 'mk-head' })).body.code).toBe('presider-not-apart');
    expect((await enter({})).body.announced.hearing).toMatchObject({ heldOn: '2025-03-14' });
  });

  test('R67, 行政处罚法62: the decision rests on the facts that were announced, and answers what the holder said', async () => {
    expect((await doing(no, forfeit)).body.code).toBe('statement-unanswered');
    const heard = { heard: '经复核，两次处罚属实，不予采纳' };
    expect((await doing(no, { ...forfeit, ...heard, facts: '另查明的其他事实' })).body.code).toBe(
      'facts-not-announced',
    );
    const onOther = { ...forfeit, ...heard, basis: '《中华人民共和国食品安全法》第一百二十二条' };
    expect((await doing(no, onOther)).body.code).toBe('facts-not-announced');
    const { status, body } = await doing(no, { ...forfeit, ...heard });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.licence.status).toBe('forfeited');
    expect(body.announced).toBeUndefined();
    expect(body.letters[1]).toMatchObject({
      kind: 'forfeitureDecision',
      docNo: expect.stringMatching(/吊字〔2025〕第\d{3}-MK05/),
    });
  });

  test('R82: the seal is bound to the document that was signed with the act, in one commit', async () => {
    const { platform } = district;
    const licence = await licenceByNo(platform, no);
    const events = await readStream(platform.journal, platform.realm, licence?.stream ?? '');
    const [done, sealed] = events.slice(-2);
    const data = licenceEvents.LicenceForfeited.parse(done?.data);
    const applied = sealEvents.SealApplied.parse(sealed?.data);
    expect(done?.requestId).toBe(sealed?.requestId);
    expect([data.letter?.documentHash, data.penaltyNo]).toEqual([applied.signedHash, applied.docNo]);
  });

  test('R67, R68: the letter verifies, its holder and nobody else fetches it, and its remedies run from service', async () => {
    const before = (await holder.get(`/licences/${no}`)).body.letters[1];
    expect(before.remedies).toBeUndefined();
    const pdf = await district.http.inject({
      url: `/api/documents/${before.sealedHash}`,
      headers: { cookie: holder.cookie },
    });
    expect(pdf.statusCode).toBe(200);
    const documents = readTrustFile((await district.http.inject({ url: '/api/trust' })).body);
    if ('reason' in documents) throw new Error(documents.reason);
    const found = inspect(pdf.rawPayload, { documents, log: undefined, at: district.platform.clock.now() });
    expect(found).toMatchObject({ result: 'valid', kind: 'pdf' });
    const other = await district.signIn('applicant-2');
    expect((await other.get(`/documents/${before.sealedHash}`)).body.code).toBe('unknown-document');
    expect((await district.stranger.get(`/documents/${before.sealedHash}`)).status).toBe(401);
    const served = await serveLast(head, no, await head.get(`/licences/${no}`));
    // Sixty days after 17 March is a Friday; six months after is a Wednesday.
    expect(served.body.letters[1].remedies).toEqual({ reviewUntilOn: '2025-05-16', suitUntilOn: '2025-09-17' });
    const standing = (await district.stranger.get(`/standing?no=${encodeURIComponent(before.docNo)}`)).body;
    expect(standing).toMatchObject({ state: 'stands', kind: 'forfeitureDecision', organName: '云河区市场监督管理局' });
    expect(JSON.stringify(standing)).not.toContain('常源浩');
  });
});

describe('R71, R82: the evidence of an ended licence', () => {
  test('holds its letters, and verify checks signature, power and seal of what was done to it', async () => {
    const [licence] = await licencesOf(district.platform, HOLDER);
    const path = `/licences/${encodeURIComponent(licence?.licenceNo ?? '')}`;
    while ((await district.platform.ledger.turn()) > 0);
    const { status, body } = await holder.get(`${path}/evidence`);
    expect([status, body.code]).toEqual([200, undefined]);
    const documents = readTrustFile((await district.http.inject({ url: '/api/trust' })).body);
    if ('reason' in documents) throw new Error(documents.reason);
    const { state, checks } = checkBundle(body, district.platform.ledger.trust, documents);
    expect(checks.filter((one) => one.state === 'false')).toEqual([]);
    // Who heads the organ stands in no bundle: what rests on an office is undecided, and so is the whole.
    expect(state).toBe('undecided');
    const open = checks.filter((one) => one.state === 'undecided');
    expect(open.map(({ check, of }) => [check, of.split('/')[0]])).toEqual([
      ['mandate', 'licence'],
      ['mandate', 'licence'],
    ]);
    const own = checks.filter(
      ({ check, of }) => of.startsWith('licence/') && (check === 'signature' || check === 'sealed'),
    );
    expect(own.map(({ check, state: one }) => `${check} ${one}`).toSorted()).toEqual([
      'sealed true',
      'sealed true',
      'signature true',
      'signature true',
    ]);
    expect(checks.filter(({ check, of }) => check === 'document' && /告字|吊字/u.test(of))).toHaveLength(2);
  });

  test('R71, R72: every change of a recorded act is found', async () => {
    const { platform } = district;
    const [licence] = await licencesOf(platform, HOLDER);
    const events = await readStream(platform.journal, platform.realm, licence?.stream ?? '');
    const none = new Uint8Array();
    const states = (change: (text: string) => string = (text) => text) => {
      const acts = [...Map.groupBy(events, ({ requestId }) => requestId).values()].map((act) => {
        const stream = act[0]?.stream ?? '';
        const body = Buffer.from(change(sealAct(actRecordOf(act, '')).body.toString('utf8')));
        const name = `${stream} ${act[0]?.seq}`;
        return {
          stream,
          name,
          body,
          record: none,
          leaf: none,
          salt: none,
          proof: '',
          fields: {},
          logProof: undefined,
          log: -1,
        };
      });
      const checks = [...checkSignatures(acts), ...checkLicenceActs(acts)];
      return checks.filter(({ check }) => check !== 'signer').map(({ check, state }) => `${check} ${state}`);
    };
    const ofBoth = (signature: string, mandate: string, sealed: string) => [
      ...[signature, signature].map((state) => `signature ${state}`),
      ...[mandate, sealed, mandate, sealed].map((state, nth) => `${nth % 2 === 0 ? 'mandate' : 'sealed'} ${state}`),
    ];
    expect(states()).toEqual(ofBoth('true', 'undecided', 'true'));
    const forged = ofBoth('false', 'undecided', 'true');
    expect(states((text) => text.replaceAll(said.facts, '没有的事实'))).toEqual(forged);
    expect(states((text) => text.replaceAll('"id":"mk-head"', '"id":"mk-chief"'))).toEqual(forged);
    expect(states((text) => text.replaceAll('"office":"MK",', ''))).toEqual(ofBoth('false', 'false', 'true'));
    expect(states((text) => text.replaceAll('"signedHash":"', '"signedHash":"0'))).toEqual(
      ofBoth('true', 'undecided', 'false'),
    );
    const bare = ['signature undecided', 'sealed true'];
    const unsigned = states((text) => text.replaceAll('"signed":{', '"notSigned":{'));
    expect(unsigned).toEqual([...bare, ...bare]);
  });
});

test('R92, R87: a letter to a holder who agreed is served by the robot, and a public notice counts after thirty days', async () => {
  const no = await granted(true);
  await announce(no, 'withdraw');
  await workOutbox(district.platform, openLog('silent'));
  const { body } = await holder.get(`/licences/${no}`);
  expect(body.letters[0].served).toMatchObject({ method: 'electronic', recipient: '常源浩' });
  expect((await holder.post(`/licences/${no}/answers`, { said: 'hearingAsked', words: '' })).body.code).toBe(
    'no-right-to-hearing',
  );
  const withdraw = {
    act: 'withdraw',
    ...said,
    ground: 'factsChanged',
    compensation: '按评估价补偿装修损失',
    recusal: 'none',
  };
  expect((await doing(no, withdraw)).body.code).toBe('answer-time-open');
  await on9('2025-03-17');
  expect((await doing(no, withdraw)).body.licence?.status).toBe('withdrawn');
  const next = await announced(await granted(false), 'annul');
  const notice = await head.post(`/licences/${next.no}/service`, {
    docNo: next.docNo,
    method: 'publicNotice',
    recipient: '公告栏',
    reference: '区政府网站2025年3月6日公告',
  });
  expect(notice.body.letters[0].served.on).toBe('2025-04-05');
  // Five working days, over the holiday of Qingming.
  expect(notice.body.announced.answerUntilOn).toBe('2025-04-11');
}, 60_000);

async function announced(no: string, intended: string): Promise<{ readonly no: string; readonly docNo: string }> {
  const { body } = await announce(no, intended);
  return { no, docNo: body.letters[0].docNo };
}

test('R91, 行政处罚法45: who announces waives nothing in the holder’s name, and a statement ends no time early', async () => {
  const { no, docNo } = await announced(await granted(false), 'withdraw');
  const waive = { said: 'waiver', words: '' };
  const byMail = { docNo, method: 'mail', recipient: '常源浩' };
  expect((await officer.post(`/licences/${no}/service`, byMail)).body.code).toBe('service-without-reference');
  await officer.post(`/licences/${no}/service`, { ...byMail, reference: 'EMS1234567890CN' });
  expect((await head.post(`/licences/${no}/answers`, { ...waive, paper: '1号' })).body.code).toBe('waiver-not-his');
  expect((await officer.post(`/licences/${no}/answers`, waive)).body.code).toBe('waiver-not-his');
  await holder.post(`/licences/${no}/answers`, { said: 'statement', words: '投入很大，请求保留' });
  const withdraw = { act: 'withdraw', ...said, ground: 'factsChanged', compensation: '按评估价补偿', recusal: 'none' };
  const heard = { heard: '经复核，已按评估价补偿' };
  expect((await doing(no, { ...withdraw, ...heard })).body.code).toBe('answer-time-open');
  await holder.post(`/licences/${no}/answers`, waive);
  expect((await doing(no, { ...withdraw, ...heard })).body.licence?.status).toBe('withdrawn');
}, 60_000);

test('R103: the number of a notice cannot be told from the number of the licence, so that nobody asks whether one was sent', async () => {
  const { docNo } = await announced(await granted(false), 'forfeit');
  expect(docNo).toMatch(/-[0-9A-F]{6}号$/);
  const guessed = docNo.replace(/-[0-9A-F]{6}号$/, '号');
  const ask = (no: string) => district.stranger.get(`/standing?no=${encodeURIComponent(no)}`);
  expect((await ask(guessed)).body.state).toBe('unknown');
  expect((await ask(docNo)).body.state).toBe('stands');
}, 60_000);

test('R93: 注销 takes nothing, so nobody is heard before; its letter goes out all the same, as does that of a suspension', async () => {
  const no = await granted(false);
  const unproven = { act: 'cancel', ...said, ground: 'onRequest', recusal: 'none' };
  expect((await doing(no, unproven)).body.code).toBe('cancellation-without-proof');
  const cancel = { ...unproven, proof: '注销申请书1号' };
  const { status, body } = await doing(no, cancel);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.letters).toMatchObject([{ kind: 'cancellationDecision' }]);
  const suspension = await granted(false);
  await announceAndWaive(head, suspension, { intended: 'suspend', ...said, untilOn: '2025-03-31' }, { clerk: officer });
  const done = await doing(suspension, { act: 'suspend', ...said, untilOn: '2025-03-31', recusal: 'none' });
  expect(done.body.letters.map(({ kind }: { kind: string }) => kind)).toEqual(['endingNotice', 'suspensionDecision']);
  const lifted = await doing(suspension, {
    act: 'reinstate',
    reason: '整改完成',
    basis: '《行政处罚法》第九条',
    recusal: 'none',
  });
  expect(lifted.body.letters).toHaveLength(2);
}, 60_000);

test('行政处罚法44, 45: a suspension lasts as long as was announced, after the holder was heard no longer, and a shorter time only then', async () => {
  const no = await granted(false);
  const untilOn = '2025-03-31';
  const annulled = { act: 'announce', ...said, intended: 'annul', untilOn, recusal: 'none' };
  expect((await doing(no, annulled)).body.code).toBe('last-day-without-suspension');
  await announceAndWaive(head, no, { intended: 'suspend', ...said, untilOn }, { clerk: officer });
  expect((await head.get(`/licences/${no}`)).body.announced).toMatchObject({ intended: 'suspend', untilOn });
  const suspend = { act: 'suspend', ...said, recusal: 'none' };
  // Longer, without an end, and shorter without anybody having been heard: none of them was told.
  for (const other of [{ untilOn: '2025-04-01' }, {}, { untilOn: '2025-03-30' }])
    expect((await doing(no, { ...suspend, ...other })).body.code).toBe('suspension-not-announced');
  expect(
    (await head.post(`/licences/${no}/answers`, { said: 'statement', words: '已整改', paper: '申辩书1号' })).status,
  ).toBe(200);
  // 行政处罚法45: nor is a new notice a way to something heavier on the same facts.
  const anew = { act: 'announce', ...said, recusal: 'none' };
  const heavier = [{ intended: 'suspend', untilOn: '2025-04-30' }, { intended: 'suspend' }, { intended: 'forfeit' }];
  for (const more of heavier) expect((await doing(no, { ...anew, ...more })).body.code).toBe('heavier-after-statement');
  const heard = { ...suspend, heard: '采纳申辩意见' };
  for (const other of [{ untilOn: '2025-04-01' }, {}])
    expect((await doing(no, { ...heard, ...other })).body.code).toBe('suspension-not-announced');
  expect((await doing(no, { ...heard, untilOn: '2025-03-30' })).status).toBe(200);
}, 60_000);

test('R71: the letter of an act on a licence is shown before it is signed', async () => {
  const no = await granted(false);
  const command = { act: 'cancel', ...said, ground: 'onRequest', proof: '注销申请书1号', recusal: 'none' };
  const draft = await head.post(`/licences/${no}/acts/draft`, { command });
  expect(draft.status, JSON.stringify(draft.body)).toBe(200);
  const { documentHash, docNo, pdfUrl } = draft.body;
  const fetched = (by: Visitor) => district.http.inject({ url: pdfUrl, headers: { cookie: by.cookie } });
  const pdf = await fetched(head);
  expect([pdf.statusCode, pdf.headers['content-type'], sm3Hex(pdf.rawPayload)]).toEqual([
    200,
    'application/pdf',
    documentHash,
  ]);
  // A draft is on no record: nobody else opens it, nor the same head in another session.
  expect((await fetched(officer)).statusCode).toBe(404);
  expect((await fetched(await district.signIn('mk-head'))).statusCode).toBe(404);
  expect((await head.get(`/licences/${no}`)).body.letters).toEqual([]);
  // What he was not shown, or was shown otherwise, he does not sign, and no passkey is asked for it.
  const other = { ...command, facts: `${command.facts}，另有事实` };
  const bodies = [{ command }, { command, documentHash: 'f'.repeat(64) }, { command: other, documentHash }];
  for (const body of bodies) {
    const signed = await head.post(`/licences/${no}/acts`, { ...body, pin: PIN });
    const asked = await head.post(`/licences/${no}/acts/challenge`, body);
    expect([signed.body.code, asked.body.code]).toEqual(['letter-changed', 'letter-changed']);
  }
  const { device } = await register(head);
  const passkey = await confirmLicenceAct(head, device, no, { command, documentHash });
  const done = await head.post(`/licences/${no}/acts`, { command, documentHash, passkey });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  expect(done.body.letters).toMatchObject([{ docNo }]);
  const licence = await licenceByNo(district.platform, no);
  expect(licence?.course.letters.map(({ applied }) => applied.signedHash)).toEqual([documentHash]);
  // 补发 issues no letter: there is none to show, and the power and the state of the licence are asked at the draft already.
  const none = await head.post(`/licences/${no}/acts/draft`, { command: { act: 'replace', recusal: 'none' } });
  expect(none.status).toBe(400);
  expect((await head.post(`/licences/${no}/acts/draft`, { command })).body.code).toBe('licence-not-live');
}, 60_000);
