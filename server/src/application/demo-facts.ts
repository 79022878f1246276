import { z } from 'zod';
import { InputValue, inputsFrom, inputsLeadingTo, type Item } from '../catalogue/catalogue.ts';
import { normalIdNo } from '../identity/identity.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { Paper } from '../consent/consent.ts';
import type { Applicant, CreditRecord, GatheredFact } from './application.ts';
import type { FactSource } from './ports.ts';
import type { SourceAnswer } from './prefill.ts';

const LicenceState = z.strictObject({
  status: z.enum(['valid', 'suspended', 'expired', 'withdrawn', 'annulled', 'forfeited', 'cancelled']),
  validUntilOn: z.iso.date().nullable().default(null),
  holderIdNo: z.string().exactOptional(),
});
type LicenceState = z.infer<typeof LicenceState>;

/** What the shares of the demo district answer when it is not the ordinary case; by id number, then by item. */
export const DemoShares = z.strictObject({
  facts: z.record(z.string(), z.record(z.string(), z.record(z.string(), InputValue))),
  /** What licences and shares say of a person beside what follows from his name and number; by id number, then by source. */
  known: z.record(z.string(), z.record(z.string(), z.record(z.string(), InputValue))),
  /** Materials that no source has for this person, by id number. */
  missing: z.record(z.string(), z.array(z.string())),
  /** Facts that the share could not confirm: answered, but not verified. */
  unverified: z.record(z.string(), z.array(z.string())),
  /** Licences whose state is not the ordinary one, by id number, then by licence type. */
  licences: z.record(z.string(), z.record(z.string(), LicenceState)).default({}),
  credit: z.record(
    z.string(),
    z.strictObject({
      unrepairedFalsePromise: z.boolean(),
      barredUntilOn: z.iso.date().exactOptional(),
      barReason: z.string().exactOptional(),
    }),
  ),
});
export type DemoShares = z.infer<typeof DemoShares>;

/** What a test or an application file says that the shares answer, over the demo's own. */
export interface ShareAnswers {
  readonly facts?: Readonly<Record<string, InputValue>>;
  readonly unverified?: readonly string[];
  readonly missing?: readonly string[];
  readonly credit?: CreditRecord;
  /** The state of licences, by licence type. */
  readonly licences?: Readonly<Record<string, LicenceState>>;
}

const gatheredSources = ['share', 'rule', 'config'] as const;

/**
 * Stands in for the data exchange of the district until its module is there: answers each item's shares as in the
 * ordinary case that the rules approve, with the deviations of `shares`. A demo source; its receipts say so.
 */
export function demoFactSource(shares: DemoShares, answers: ShareAnswers = {}): FactSource {
  return {
    async gather({ caseNo, item, application }) {
      const idNo = normalIdNo(application.applicant.idNo);
      const own = { ...shares.facts[idNo]?.[item.id], ...answers.facts };
      const doubtful = new Set([...(shares.unverified[idNo] ?? []), ...(answers.unverified ?? [])]);
      const usual = usualAnswers(item);
      const facts = inputsFrom(item).flatMap(({ name, source }): readonly GatheredFact[] => {
        const gathered = gatheredSources.find((one) => one === source);
        const value = own[name] ?? usual[name];
        if (gathered === undefined || value === undefined || answers.missing?.includes(name) === true) return [];
        const receipt = `demo-share/${sm3Hex(`${caseNo}/${name}`).slice(0, 16)}`;
        return [{ name, value, source: gathered, verified: !doubtful.has(name), receipt }];
      });
      return facts;
    },
    async known({ applicant, item, wanted }) {
      return knownOf(shares, applicant, item).filter(({ name }) => wanted.has(`answer:${name}`));
    },
    async papers({ applicant, item, wanted }) {
      const idNo = normalIdNo(applicant.idNo);
      const missing = [...(answers.missing ?? []), ...(shares.missing[idNo] ?? [])];
      const states = { ...shares.licences[idNo], ...answers.licences };
      return fetchable(item, missing)
        .filter(({ code }) => wanted.has(`material:${code}`))
        .map((material) => paperOf(material, idNo, states[material.source]));
    },
    async credit({ applicant }) {
      return answers.credit ?? shares.credit[normalIdNo(applicant.idNo)] ?? { unrepairedFalsePromise: false };
    },
  };
}

/** What the licences of the demo district say of an applicant; each answer with the receipt of a demo source. */
function knownOf(shares: DemoShares, applicant: Applicant, item: Item): readonly SourceAnswer[] {
  const idNo = normalIdNo(applicant.idNo);
  const own = shares.known[idNo] ?? {};
  return item.form.flatMap((field) =>
    field.prefill.flatMap((source): readonly SourceAnswer[] => {
      const value = own[source]?.[field.name] ?? registered(source, field.name, applicant);
      const known = sourceNames[source];
      if (value === undefined || known === undefined) return [];
      const receipt = `demo-share/${sm3Hex(`${idNo}/${source}/${field.name}`).slice(0, 16)}`;
      return [{ name: field.name, value, source, sourceName: known.name, organ: known.organ, receipt }];
    }),
  );
}

/** What the register of companies and the licence of an organisation say of it. */
function registered(source: string, field: string, { kind, name, idNo, legalRepresentative }: Applicant) {
  if (kind === 'naturalPerson' || !['S-CORP', 'L-BL'].includes(source)) return undefined;
  if (field === 'enterpriseName') return name;
  if (field === 'enterpriseUscc') return idNo;
  return field === 'legalRepId' ? legalRepresentative?.idNo : undefined;
}

/** The sources of the demo district that prefill a form, with the organ that keeps each. */
const sourceNames: Readonly<Record<string, { readonly name: string; readonly organ: string } | undefined>> = {
  'S-POP': { name: '人口基础信息', organ: 'PS' },
  'S-CORP': { name: '企业登记基础信息', organ: 'MK' },
  'S-ADDR': { name: '标准地址', organ: 'RE' },
  'S-BIRTH': { name: '出生医学证明信息', organ: 'HL' },
  'S-DEATH': { name: '死亡信息', organ: 'HL' },
  'S-ESTATE': { name: '不动产登记信息', organ: 'RE' },
  'S-TAX': { name: '完税信息', organ: 'TX' },
  'S-VEH': { name: '机动车信息', organ: 'PS' },
  'S-MAR': { name: '婚姻登记信息', organ: 'CV' },
  'S-SI': { name: '社保参保与缴费', organ: 'HR' },
  'S-EDU': { name: '学历学籍信息', organ: 'ED' },
  'S-NURSE': { name: '护士电子化注册信息', organ: 'HL' },
  'S-DOC': { name: '医师电子化注册信息', organ: 'HL' },
  'S-SEI': { name: '特种设备检验结果', organ: 'MK' },
  'S-CRIME': { name: '违法犯罪记录核查', organ: 'PS' },
  'S-INCOME': { name: '居民家庭经济状况核对', organ: 'CV' },
  'S-LICENCE': { name: '电子证照验真', organ: 'ZW' },
  'L-MAR': { name: '结婚证', organ: 'CV' },
  'L-DOC': { name: '医师执业证书', organ: 'HL' },
  'L-SEI': { name: '特种设备检验报告', organ: 'MK' },
  'L-IMM': { name: '动物健康免疫证', organ: 'AG' },
  'L-PERM': { name: '营业性演出许可证', organ: 'CT' },
  'L-LAND': { name: '用地批准文件', organ: 'RE' },
  'L-PLAN': { name: '建设工程规划许可证', organ: 'RE' },
  'L-VET': { name: '执业兽医资格证', organ: 'AG' },
  'L-DEG': { name: '学历证书电子注册备案表', organ: 'ED' },
  'L-ID': { name: '居民身份证', organ: 'PS' },
  'L-HKB': { name: '居民户口簿', organ: 'PS' },
  'L-BL': { name: '营业执照', organ: 'MK' },
  'L-BIRTH': { name: '出生医学证明', organ: 'HL' },
  'L-DEATH': { name: '死亡医学证明', organ: 'HL' },
  'L-HLT': { name: '从业人员健康证明', organ: 'HL' },
  'L-REAL': { name: '不动产权证书', organ: 'RE' },
  'L-DEED': { name: '契税完税凭证', organ: 'TX' },
  'L-SSC': { name: '社会保障卡', organ: 'HR' },
  'L-VEH': { name: '机动车行驶证', organ: 'PS' },
  'L-DRV': { name: '机动车驾驶证', organ: 'PS' },
};

/** The ordinary case: the first example that the rules approve, or the first example made one with the fewest changes. */
function usualAnswers(item: Item): Readonly<Record<string, InputValue>> {
  const known = usual.get(item);
  if (known !== undefined) return known;
  const approving = item.cases.find(({ expect }) => FAVOURABLE.includes(expect));
  const start = (approving ?? item.cases[0])?.inputs ?? {};
  const wanted = item.signClass === 'EX' ? ['ESCALATE'] : FAVOURABLE;
  const names = inputsFrom(item).map(({ name }) => name);
  const answers = inputsLeadingTo(item, start, names, ({ outcome }) => wanted.includes(outcome)) ?? start;
  usual.set(item, answers);
  return answers;
}

const FAVOURABLE: readonly string[] = ['APPROVE', 'APPROVE_PROMISE'];
const usual = new WeakMap<Item, Readonly<Record<string, InputValue>>>();

/** R6: what licences and shares can prove is fetched, never demanded: for each material every source that has it. */
function fetchable(item: Item, missing: readonly string[]): readonly Pick<Paper, 'code' | 'source'>[] {
  return item.materials.flatMap(({ code, kind, necessity, replaceableBy }) => {
    if (kind === 'form' || necessity === 'conditional' || missing.includes(code)) return [];
    return replaceableBy.map((source) => ({ code, source }));
  });
}

/** The licence or share behind a material as its source has it: in force, unless the demo says otherwise of this holder. */
function paperOf(
  { code, source }: Pick<Paper, 'code' | 'source'>,
  idNo: string,
  state: LicenceState | undefined,
): Paper {
  const known = sourceNames[source];
  const receipt = `demo-share/${sm3Hex(`${idNo}/${source}`).slice(0, 16)}`;
  return {
    code,
    source,
    sourceName: known?.name ?? source,
    organ: known?.organ ?? '',
    status: state?.status ?? 'valid',
    validUntilOn: state?.validUntilOn ?? null,
    holderIdNo: state?.holderIdNo ?? idNo,
    receipt,
  };
}
