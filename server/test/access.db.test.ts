import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRoutes } from '../src/http/routes.ts';
import type { Platform } from '../src/platform.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from './http.ts';

/**
 * Who may knock where, written out by hand: a route that is opened wider, or a new one, fails here first. What is lawful
 * behind the door is decided by mandates and is tested there.
 */
const organs = ['officer', 'chief', 'head'];
/** Whoever signs anything: decisions, acts on licences, letters of mandates and what stops them. */
const signers = [...organs, 'legal', 'supervisor', 'keeper'] as const;
const readers = ['applicant', 'clerk', ...organs, 'keeper', 'legal', 'supervisor'];
const sealReaders = ['chief', 'head', 'keeper', 'legal', 'supervisor', 'manager'];
const everybodySignedIn = [...readers, 'manager', 'operator'];
const everybody = ['stranger', ...everybodySignedIn];

const expected: Readonly<Record<string, readonly string[]>> = {
  getHealth: everybody,
  getLogStatus: ['head', 'supervisor', 'manager', 'operator'],
  signIn: everybody,
  listDemoSignIns: everybody,
  findItems: everybody,
  getItem: everybody,
  getGuide: everybody,
  followSituation: everybody,
  countSearch: everybody,
  countChoice: everybody,
  listSayings: ['head', 'legal', 'manager'],
  addSaying: ['head', 'legal', 'manager'],
  retireSaying: ['head', 'legal', 'manager'],
  declineSaying: ['head', 'legal', 'manager'],
  getRules: [...organs, 'legal', 'supervisor', 'manager'],
  checkRules: [...organs, 'legal', 'supervisor', 'manager'],
  getItemForm: everybody,
  listLicencesForItem: ['applicant'],
  listDiscrepancies: organs,
  recordMisconduct: ['head'],
  payFee: ['applicant'],
  reduceFee: ['chief', 'head'],
  refundFee: ['chief', 'head'],
  getSignLists: everybody,
  listLibrary: [...organs, 'legal', 'supervisor', 'manager'],
  getItemSchema: [...organs, 'legal', 'supervisor', 'manager'],
  getLibraryItem: [...organs, 'legal', 'supervisor', 'manager'],
  openItemDraft: [...organs, 'legal'],
  editItemDraft: [...organs, 'legal'],
  submitItemDraft: [...organs, 'legal'],
  returnItemDraft: ['head', 'legal'],
  approveItemDraft: ['head', 'legal'],
  dropItemDraft: [...organs, 'legal'],
  publishItemDraft: [...organs, 'legal'],
  withdrawItem: ['head', 'legal'],
  signRuleSet: ['head'],
  askToSignRuleSet: ['head'],
  exportItems: [...organs, 'legal', 'supervisor', 'manager'],
  previewItemImport: [...organs, 'legal'],
  importItems: [...organs, 'legal'],
  getImportProgress: [...organs, 'legal'],
  checkDocument: everybody,
  listMandates: everybody,
  getMandate: everybody,
  getMandateEvidence: everybody,
  getCaseEvidence: readers,
  getLogState: everybody,
  getLogEntry: everybody,
  getCaseChain: readers,
  getMandateChain: everybody,
  getLicenceEvidence: ['applicant', ...organs, 'legal', 'supervisor'],
  listLicenceReadings: ['applicant', 'supervisor'],
  listCaseReadings: ['applicant', 'supervisor'],
  stateReason: ['supervisor'],
  stateLicenceReason: ['supervisor'],
  stateRegisterReason: ['supervisor'],
  stateMatterReason: ['supervisor'],
  listReadings: ['supervisor'],
  getMandateLetter: everybody,
  getTrust: everybody,
  getStanding: everybody,
  getSealedMandateLetter: everybody,
  getSealedMandateLetterAsOfd: everybody,
  listMyLicences: ['applicant'],
  listLicences: [...organs, 'legal', 'supervisor'],
  findLicences: [...organs, 'legal', 'supervisor'],
  getLicence: ['applicant', ...organs, 'legal', 'supervisor'],
  getLicenceStatus: everybody,
  getLicenceLineage: everybody,
  actOnLicence: [...organs, 'legal', 'supervisor'],
  askToConfirmLicenceAct: [...organs, 'legal', 'supervisor'],
  draftLicenceAct: [...organs, 'legal', 'supervisor'],
  getLicenceActDraft: [...organs, 'legal', 'supervisor'],
  serveLicenceLetter: [...organs, 'legal', 'supervisor'],
  answerLicenceNotice: ['applicant', ...organs, 'legal', 'supervisor'],
  recordLicenceHearing: [...organs, 'legal', 'supervisor'],
  issueOwedLicence: organs,
  askToConfirmOwedLicence: organs,
  issueCredential: ['applicant'],
  getVault: ['applicant'],
  keepInVault: ['applicant'],
  keepCaseFile: ['applicant'],
  getVaultFile: ['applicant'],
  dropVaultFile: ['applicant'],
  shareVaultFile: ['applicant'],
  revokeVaultShare: ['applicant'],
  getLicenceDocument: ['applicant', ...organs, 'legal', 'supervisor'],
  getLicenceDocumentAsOfd: ['applicant', ...organs, 'legal', 'supervisor'],
  listSeals: sealReaders,
  getSeal: sealReaders,
  listSealUses: sealReaders,
  requestSeal: ['head'],
  makeSeal: ['head'],
  fileSeal: ['head'],
  putSealInUse: ['head'],
  offerSeal: ['head', 'keeper'],
  takeSeal: ['keeper'],
  stopSeal: ['head', 'keeper', 'supervisor'],
  handBackSeal: ['head', 'keeper'],
  getConfirmationWays: signers,
  askToRegisterPasskey: signers,
  askToChangeWays: signers,
  registerPasskey: signers,
  removePasskey: signers,
  changePin: signers,
  beginCodes: signers,
  startCodes: signers,
  removeCodes: signers,
  resetConfirmation: ['head'],
  draftBatch: organs,
  askToConfirm: organs,
  signBatch: organs,
  getSession: everybodySignedIn,
  signOut: everybodySignedIn,
  draftMandate: [...organs, 'legal'],
  reviewMandate: ['head', 'legal'],
  signMandate: ['head'],
  askToSignMandate: ['head'],
  acceptMandate: [...organs, 'keeper'],
  askToAcceptMandate: [...organs, 'keeper'],
  getMandateToSign: [...organs, 'keeper'],
  getMandateToSignAsPdf: [...organs, 'keeper'],
  fileMandate: ['head', 'legal', 'manager'],
  publishMandate: [...organs, 'legal', 'manager'],
  amendMandate: [...organs, 'legal'],
  suspendMandate: ['head', 'supervisor'],
  askToSuspendMandate: ['head', 'supervisor'],
  resumeMandate: ['head', 'supervisor'],
  askToResumeMandate: ['head', 'supervisor'],
  revokeMandate: ['head'],
  askToRevokeMandate: ['head'],
  uploadFile: ['applicant', 'clerk'],
  getUpload: ['applicant', 'clerk'],
  getUploadLimits: everybody,
  deleteUpload: ['applicant', 'clerk'],
  getCaseFile: readers,
  listDrafts: ['applicant'],
  getDraft: ['applicant'],
  saveDraft: ['applicant'],
  deleteDraft: ['applicant'],
  getKnownAnswers: ['applicant'],
  getKnownAtCounter: ['clerk'],
  getMatterKnownAtCounter: ['clerk'],
  listAskedQuestions: everybody,
  getGuideDocument: everybody,
  getBlankForm: everybody,
  getSampleForm: everybody,
  listMatterDrafts: ['applicant'],
  getMatterDraft: ['applicant'],
  saveMatterDraft: ['applicant'],
  deleteMatterDraft: ['applicant'],
  getNeededClaims: ['applicant'],
  giveConsent: ['applicant'],
  withdrawConsent: ['applicant'],
  listConsentsAndUses: ['applicant'],
  readCode: ['clerk', 'officer', 'chief'],
  readPaperConsent: ['clerk', 'officer', 'chief'],
  getDataList: everybody,
  getMatterClaims: ['applicant'],
  giveSharingLetter: ['applicant', 'clerk'],
  listSharingLetters: ['applicant'],
  withdrawSharingLetter: ['applicant', 'clerk'],
  listBundles: everybody,
  getBundle: everybody,
  planMatter: everybody,
  checkBundle: ['head', 'legal'],
  draftBundle: ['head', 'legal'],
  publishBundle: ['head', 'legal'],
  withdrawBundle: ['head', 'legal'],
  submitMatter: ['applicant', 'clerk'],
  listMatters: ['applicant'],
  getMatter: readers,
  withdrawMatter: ['applicant'],
  omitChild: ['applicant'],
  liftHold: organs,
  receiveCase: ['applicant', 'clerk'],
  supplyCorrections: ['applicant', 'clerk'],
  supplyDeferred: ['applicant', 'clerk'],
  correctStatement: ['applicant', 'clerk'],
  withdrawApplication: ['applicant', 'clerk'],
  settleAcceptance: ['clerk', ...organs],
  issueOwedLetter: ['clerk', ...organs],
  reviewCase: ['applicant', ...organs],
  draftDecision: organs,
  getDecisionDraft: organs,
  signDecision: organs,
  recordPaperDecision: organs,
  getPaperRecord: readers,
  returnProposal: ['chief', 'head'],
  recuseOfficer: organs,
  requestRecusal: ['applicant', 'clerk'],
  decideRecusal: ['chief', 'head'],
  escalateCase: ['officer', 'chief'],
  terminateCase: organs,
  deliverCase: ['clerk'],
  getDocument: readers,
  getDocumentAsOfd: readers,
  getReceipt: readers,
  getDeliveryReceipt: readers,
  getCase: readers,
  listCases: [...readers, 'manager'],
};

const logins: Readonly<Record<string, string>> = {
  applicant: 'applicant-1',
  clerk: 'clerk-1',
  officer: 'ps-officer-1',
  chief: 'ps-chief',
  head: 'ps-head',
  keeper: 'ps-keeper',
  legal: 'ps-legal',
  supervisor: 'ps-supervisor',
  manager: 'centre-manager',
  operator: 'operator-1',
};

const behind: Platform = Object.create(null);
const routes = allRoutes(behind, undefined);

let district: HttpDistrict;
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  visitors.set('stranger', district.stranger);
  for (const [role, login] of Object.entries(logins)) visitors.set(role, await district.signIn(login));
}, 90_000);
afterAll(() => district.close());

test('every route has its line in the table of access', () => {
  expect(routes.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(expected).toSorted());
});

test.each(
  routes.filter(({ operationId }) => operationId !== 'signOut').map((route) => [route.operationId, route] as const),
)('%s is open to exactly those whom the table names', async (operationId, route) => {
  const found: string[] = [];
  for (const [role, visitor] of visitors) if (!(await isTurnedAway(visitor, route))) found.push(role);
  expect(found.toSorted()).toEqual([...(expected[operationId] ?? [])].toSorted());
});

/** The answer of the door itself; what lies behind it may still refuse by law. */
async function isTurnedAway(
  { cookie, csrfToken }: Visitor,
  { method, path }: (typeof routes)[number],
): Promise<boolean> {
  const url = `/api${path
    .replace(/:mandateNo/, 'NO-SUCH-MANDATE')
    .replace(/:documentHash/, '0'.repeat(64))
    .replace(/:\w+/, '1')}`;
  const answer = await district.http.inject({
    method,
    url,
    headers: {
      ...(cookie === '' ? {} : { cookie, 'x-csrf-token': csrfToken }),
      'request-id': randomUUID(),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    },
    ...(method === 'POST' ? { payload: '{}' } : {}),
  });
  const code = answer.headers['content-type']?.toString().includes('problem') === true ? answer.json().code : '';
  expect(answer.statusCode).not.toBe(500);
  return code === 'not-signed-in' || code === 'not-permitted';
}

test('signing out is for whoever is signed in', async () => {
  const visitor = await district.signIn('clerk-6');
  const out = (cookie: string) =>
    district.http.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie, 'x-csrf-token': visitor.csrfToken },
    });
  expect((await out('')).statusCode).toBe(401);
  expect((await out(visitor.cookie)).statusCode).toBe(200);
  expect((await visitor.get('/session')).status).toBe(401);
});

test('a case is seen by its parties and by those whose post has to do with it, and by nobody else', async () => {
  const clerk = visitors.get('clerk') ?? district.stranger;
  const received = await clerk.post('/cases', {
    itemId: 'PS-03',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    materials: ['m.live', 'm.photo'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
  });
  const { caseNo } = received.body;
  const others = [
    'applicant-2',
    'company-1',
    'mk-officer-1',
    'mk-chief',
    'mk-head',
    'mk-legal',
    'yq-officer-1',
    'zw-supervisor',
  ];
  for (const login of others) visitors.set(login, await district.signIn(login));
  // Who supervises everything says first why he looks at this.
  for (const who of ['supervisor', 'zw-supervisor'])
    await visitors.get(who)?.post(`/cases/${caseNo}/readings`, { reason: '随机抽查' });
  const statuses: Record<string, number> = {};
  for (const [who, visitor] of visitors) statuses[who] = (await visitor.get(`/cases/${caseNo}`)).status;
  expect(statuses).toEqual({
    stranger: 401,
    applicant: 200,
    clerk: 200,
    officer: 200,
    chief: 200,
    head: 200,
    keeper: 200,
    legal: 200,
    supervisor: 200,
    manager: 403,
    operator: 403,
    'applicant-2': 404,
    'company-1': 404,
    'mk-officer-1': 404,
    'mk-chief': 404,
    'mk-head': 404,
    'mk-legal': 404,
    'yq-officer-1': 404,
    'zw-supervisor': 200,
  });
});
