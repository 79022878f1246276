import { expect, test } from 'vitest';
import type { Guide } from '../api/model.ts';
import { applicationOf } from './application.ts';

const plain = {
  nameEn: '',
  necessity: 'required',
  situation: null,
  original: 'original',
  format: 'both',
  copies: 1,
  size: '',
  origin: 'applicant',
  originNote: '',
  notShared: '',
  acceptStandard: '',
  fillNote: '',
  blankForm: '',
  sample: '',
  basis: null,
  certificateListed: false,
  intermediary: null,
} as const;

const guide: Guide = {
  signing: { derived: 2, reasons: [], reason: '', deviation: null },
  itemId: 'MK-06',
  district: '110105',
  name: '小餐饮店许可',
  nameEn: 'Small catering shop permit',
  organ: 'MK',
  organName: '云河区市场监督管理局',
  organNameEn: 'Market Regulation Bureau',
  caseType: '承诺',
  signClass: 2,
  legalLimit: { value: '20', unit: 'W' },
  promisedLimit: { value: 5, unit: 'W' },
  version: 3,
  hash: '',
  subject: '自然人/法人',
  materials: [
    { ...plain, code: 'm.form', name: '申请书', kind: 'form', replaceableBy: [] },
    { ...plain, code: 'm.floor', name: '平面图', kind: 'provided', replaceableBy: [] },
    { ...plain, code: 'm.commit', name: '承诺书', kind: 'commitment', replaceableBy: [] },
    { ...plain, code: 'm.bl', name: '营业执照', kind: 'licence', replaceableBy: ['L-BL'] },
  ],
  inputs: [],
  reviewPoints: [],
  result: { document: '许可证', seal: '', validity: '' },
  promiseOffered: true,
  windowChecks: [],
  bizCode: '',
  implCode: '',
  decidableOnTheSpot: false,
};
const applicant = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;

test('R71: an application lies in the division that the server governs, whichever that is (GB/T 2260)', () => {
  expect(applicationOf(guide, applicant, 'window', {})).toMatchObject({ scope: { region: '110105' } });
});

test('R13: an application names the version of the guide that was filled in', () => {
  expect(applicationOf(guide, applicant, 'online', {})).toMatchObject({ itemId: 'MK-06', itemVersion: 3 });
});

test('a question left empty is no answer, and false is one', () => {
  const fields = { form: { area: null, note: '', chain: false } };
  expect(applicationOf(guide, applicant, 'online', fields)).toMatchObject({ form: { chain: false } });
});

test('the form itself is always there, a promise is given in it, a paper is shown at the window', () => {
  const fields = { materials: { m_floor: true, m_commit: true } };
  expect(applicationOf(guide, applicant, 'window', fields)).toMatchObject({
    materials: [
      { code: 'm.form', source: 'form' },
      { code: 'm.floor', source: 'paper' },
      { code: 'm.commit', source: 'form' },
    ],
  });
});

test('R71: figures by which a mandate is measured go into the scope', () => {
  const { scope } = { scope: {}, ...applicationOf(guide, applicant, 'online', { form: { area: 86, chain: false } }) };
  expect(scope).toEqual({ region: '110105', area: 86 });
});

test('nothing is declared true unless the box was ticked', () => {
  expect(applicationOf(guide, applicant, 'online', {})).toMatchObject({ truthStatement: false });
});

test('R90: a licence that was chosen is changed, closed or renewed; none of them leaves a new application', () => {
  const onLicence = { licenceNo: 'L-7 ', act: 'change', expiresOn: '2026-06-30' } as const;
  const told = (fields: object) => applicationOf(guide, applicant, 'online', fields);
  expect(told({ onLicence })).toMatchObject({ licence: { licenceNo: 'L-7', act: 'change' } });
  expect(told({ onLicence })).not.toHaveProperty('renewal');
  const renewing = told({ onLicence: { ...onLicence, licenceNo: 'L-7', act: 'renew' } });
  expect(renewing).toMatchObject({ renewal: { licenceNo: 'L-7', expiresOn: '2026-06-30' } });
  expect(renewing).not.toHaveProperty('licence');
  for (const none of [{ ...onLicence, licenceNo: 'none' }, { ...onLicence, act: 'none' as const }, {}]) {
    expect(told({ onLicence: none })).not.toHaveProperty('licence');
    expect(told({ onLicence: none })).not.toHaveProperty('renewal');
  }
});

test('R46: what was seen on a paper licence goes with its renewal, or alone where none of the library is meant', () => {
  const told = (fields: object) => applicationOf(guide, applicant, 'window', fields);
  const paperLicence = { kind: '食品经营许可证 ', issuer: '云河区食药局' };
  const renewing = { act: 'renew', licenceNo: '旧证1 ', expiresOn: '2026-06-30', onPaper: true } as const;
  const seen = { kind: '食品经营许可证', licenceNo: '旧证1', issuer: '云河区食药局' };
  expect(told({ onLicence: renewing, paperLicence })).toMatchObject({ paperLicence: seen });
  const notListed = told({ onLicence: { licenceNo: 'none' }, paperLicence: { ...paperLicence, licenceNo: '旧证1' } });
  expect(notListed).toMatchObject({ paperLicence: seen });
  expect(notListed).not.toHaveProperty('licence');
  const online = told({ renewal: { licenceNo: '旧证1', expiresOn: '2026-06-30' }, paperLicence });
  expect(online).toMatchObject({ renewal: { licenceNo: '旧证1' }, paperLicence: seen });
  // What was typed before another choice was made is no part of it.
  for (const onLicence of [
    { act: 'change', licenceNo: 'L-1' },
    { ...renewing, onPaper: false },
  ])
    expect(told({ onLicence, paperLicence })).not.toHaveProperty('paperLicence');
});

test('R63, R79: a renewal and the wish for a person to decide are said only when they were said', () => {
  const plain = applicationOf(guide, applicant, 'online', {});
  expect([Object.hasOwn(plain, 'renewal'), Object.hasOwn(plain, 'humanDecision')]).toEqual([false, false]);
  const renewal = { licenceNo: 'JY21101980000001', expiresOn: '2026-06-30' };
  expect(applicationOf(guide, applicant, 'online', { renewal, humanDecision: true })).toMatchObject({
    renewal,
    humanDecision: true,
  });
});
