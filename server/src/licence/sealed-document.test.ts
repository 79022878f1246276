import { expect, test } from 'vitest';
import { LetterContent } from '../document/document.ts';
import { stateOfLetter } from './act-letter.ts';
import type { Licence } from './licence.ts';
import { documentContent, stateOfDocument } from './sealed-document.ts';

const verification = { code: '20230310720430.001', url: 'https://yunhe.example/verify?no=20230310720430.001' };

/** As the library holds it when it was taken over: no case, no decision, and fields that nobody filled in. */
const takenOver: Licence = {
  stream: 'licence/11110198YH00010020001.11110198YH00010020.20230310720430',
  licenceNo: '1.2.156.3005.2.11110198YH00010020001.11110198YH00010020.20230310720430.001.Y',
  version: 1,
  numbers: [],
  typeId: 'L-BL',
  typeCode: '11110198YH00010020001',
  typeName: '营业执照',
  organ: { code: 'MK', name: '云河区市场监督管理局', uscc: '11110198YH00010020' },
  holder: { kind: 'legalPerson', name: '禾木餐饮', idType: 'uscc', idNo: '91110198MAYH00012J', key: '0'.repeat(64) },
  claims: {
    name: { title: { zh: '名称', en: 'Name' }, value: '禾木餐饮' },
    phone: { title: { zh: '电话', en: 'Telephone' }, value: '' },
    remark: { title: { zh: '备注', en: 'Remark' }, value: '  ' },
    area: { title: { zh: '面积', en: 'Area' }, value: 0 },
    chain: { title: { zh: '连锁', en: 'Chain' }, value: false },
  },
  validFromOn: '2023-03-10',
  validToOn: null,
  termWords: '长期',
  issuedAt: '2025-03-03T01:00:00.000Z',
  foundedBy: undefined,
  paper: undefined,
  course: { letters: [], announced: undefined },
  basis: { caseNo: '', itemId: '', decisionHash: '', decisionNo: '', outcome: 'TAKEN_OVER' },
  continues: undefined,
  document: undefined,
  recorded: { status: 'valid' },
  history: [],
};

test('许可法39: a licence that was taken over is printed without the decision and the fields that it does not have', () => {
  const letter = LetterContent.parse(documentContent(takenOver, verification, true, '2025-03-03'));
  expect(letter.slip?.map(({ label, value }) => `${label} ${value}`)).toEqual([
    '持证主体 禾木餐饮',
    '证件号码 91110198MAYH00012J',
    '名称 禾木餐饮',
    '面积 0',
    '连锁 否',
    `证照标识 ${takenOver.licenceNo}`,
    '有效期限 长期',
    '发证机关 云河区市场监督管理局',
  ]);
});

test('R82: a licence has one sealed document, and while it does not stand none; a letter goes out once under its number', () => {
  const sealed = {
    sealId: '11019801020001',
    sealKind: 'organSeal',
    signedHash: 'a'.repeat(64),
    sealedHash: 'b'.repeat(64),
    documentKind: 'suspensionDecision',
    docNo: '云市监扣字〔2025〕第1号',
    keeper: 'robot/sealing',
    at: '2025-03-03T01:00:00.000Z',
    certificateSerial: '5f',
  } as const;
  const suspended = { status: 'suspended', at: sealed.at, reason: '整改' } as const;
  const states = [takenOver, { ...takenOver, document: sealed }, { ...takenOver, recorded: suspended }].map((licence) =>
    stateOfDocument(licence, '2025-03-03'),
  );
  expect(states).toEqual(['readyToSeal', 'sealed', 'notReady']);
  const course = { letters: [{ applied: sealed, served: undefined }], announced: undefined };
  expect(stateOfLetter({ course }, sealed.docNo)).toBe('sealed');
  expect(stateOfLetter({ course }, '云市监扣字〔2025〕第1-2号')).toBe('readyToSeal');
});
