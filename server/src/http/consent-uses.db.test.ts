import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

const CHANG = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;

let district: HttpDistrict;
let holder: Visitor;
beforeAll(async () => {
  district = await httpDistrict('2026-03-03T01:00:00.000Z');
  holder = await district.signIn('applicant-1');
}, 60_000);
afterAll(() => district.close());

interface Use {
  readonly caseNo?: string;
  readonly purpose: string;
  readonly claims: readonly { readonly kind: string; readonly code: string }[];
  readonly ground: { readonly kind: string; readonly basis?: string };
}

async function file(itemId: string, form: object): Promise<readonly Use[]> {
  const filed = await holder.post('/cases', {
    itemId,
    applicant: CHANG,
    channel: 'online',
    form,
    scope: { region: '110198' },
    truthStatement: true,
  });
  expect([filed.status, filed.body.code]).toEqual([200, undefined]);
  const uses: readonly Use[] = (await holder.get('/consents')).body.uses;
  return uses.filter(({ caseNo }) => caseNo === filed.body.caseNo);
}

function basesOf(uses: readonly Use[], kind: string, code: string): readonly (string | undefined)[] {
  const using = uses.filter(({ claims }) => claims.some((claim) => claim.kind === kind && claim.code === code));
  return using.map(({ ground }) => ground.basis);
}

test('R47: what is fetched to compare the applicant’s answers stands on the data list and on the holder’s list, with its norm', async () => {
  const form = {
    wedlock: true,
    motherId: '110198199406138083',
    fatherId: CHANG.idNo,
    newbornName: '常小河',
    newbornBirthDate: '2026-02-20',
    birthCertNo: 'Y110198202600017',
    hukouAddress: '云河区云桥街道柳荫里5号楼2单元301',
  };
  const uses = await file('PS-01', form);
  expect(basesOf(uses, 'answer', 'newbornName')).toEqual([expect.stringMatching(/^《.+》/)]);
  const listed = (await holder.get('/items/PS-01/claims')).body.claims.map((one: { code: string }) => one.code);
  expect(listed).toContain('newbornName');
  // PS-01 knows no bar and takes nobody on his word: his credit is nobody's business there.
  expect(uses.flatMap(({ claims }) => claims).filter(({ kind }) => kind === 'credit')).toEqual([]);
});

test('R35, R71: asking for the credit of an applicant is a use on his list, with the norm of that use', async () => {
  const form = {
    scopeStandard: true,
    preNeeded: false,
    premisesAddress: '云河区河沿路9号',
    legalRepPhone: '12001980172',
  };
  const uses = await file('MK-02', form);
  expect(basesOf(uses, 'credit', 'bar')).toEqual(['《市场主体登记管理条例》第40条']);
  expect(basesOf(uses, 'credit', 'promise')).toEqual([]);
  expect(basesOf(uses, 'credit', 'mandate')).toEqual(['《北京市优化营商环境条例》第33条第1款']);
  const { verified } = (await holder.get('/items/MK-02/claims')).body;
  expect(verified.map(({ kind, code }: { kind: string; code: string }) => `${kind}:${code}`)).toContain('credit:bar');
});
