import type { LegalBasis } from './element.ts';
import type { ElementPath } from './element-name.ts';
import { personalInstrumentOf, type Item } from './item.ts';
import type { Material } from './material.ts';
import type { Place } from './publication-elements.ts';
import type { PublicationFacts } from './publication.ts';

function when(broken: boolean, path: ElementPath, found: string): readonly Place[] {
  return broken ? [{ path, found }] : [];
}

/** R3 (北京2024第31条): wording that lets a window ask for anything. */
const VAGUE = /(其他|有关|相关)(的)?(材料|文件|证明|条件|要求)/;

/** R3: conditions, materials and review points name what they want. */
export function vagueTexts(item: Item): readonly Place[] {
  return [
    ...item.materials.flatMap(({ name, acceptStandard }, at) => [
      ...when(VAGUE.test(name), ['materials', at, 'name'], name),
      ...when(VAGUE.test(acceptStandard), ['materials', at, 'acceptStandard'], acceptStandard),
    ]),
    ...item.intake.conditions.flatMap(({ text }, at) =>
      when(VAGUE.test(text.zh), ['intake', 'conditions', at, 'text', 'zh'], text.zh),
    ),
    ...item.reviewPoints.flatMap((point, at) => when(VAGUE.test(point), ['reviewPoints', at], point)),
  ];
}

/** R6 (国令716-7; 市场主体条例16): what a share or an e-licence gives is not demanded of the applicant. */
export function obtainableMaterials(item: Item, facts: PublicationFacts): readonly Place[] {
  const sources = facts.sources ?? new Map<string, string>();
  return item.materials.flatMap((material, at) => {
    const { replaceableBy, name, format, origin, notShared } = material;
    const unknown = replaceableBy.filter((id) => sources.size > 0 && !sources.has(id));
    const named = isAsked(material)
      ? [...sources].find(([, title]) => title.length > 2 && name.replace(/\(.*\)/, '').includes(title))
      : undefined;
    return [
      ...when(unknown.length > 0, ['materials', at, 'replaceableBy'], `${unknown.join('、')} 不存在`),
      ...when(named !== undefined, ['materials', at, 'replaceableBy'], `${name}可由 ${named?.[0] ?? ''} 取得`),
      ...when(
        replaceableBy.length > 0 && format === 'paper',
        ['materials', at, 'format'],
        `${name}可共享取得,不得只收纸质`,
      ),
      ...when(
        origin === 'government' && replaceableBy.length === 0 && notShared.trim() === '',
        ['materials', at, 'notShared'],
        `${name}由政府部门核发,未关联来源也未说明理由`,
      ),
    ];
  });
}

/** Whether the applicant has to bring it himself. */
function isAsked({ kind, replaceableBy }: Material): boolean {
  return replaceableBy.length === 0 && (kind === 'provided' || kind === 'licence');
}

const CERTIFICATE_RANKS: readonly LegalBasis['rank'][] = [
  'law',
  'adminRegulation',
  'stateCouncilDecision',
  'localRegulation',
];

/** R7 (优化条例44): a 证明 is asked on a statute, a regulation or a State Council decision, and from the public list. */
export function unfoundedCertificates(item: Item): readonly Place[] {
  return item.materials.flatMap((material, at) => {
    if (!isAsked(material) || !material.name.includes('证明')) return [];
    const { basis, certificateListed, name } = material;
    const founded = basis !== null && basis.law.trim() !== '' && CERTIFICATE_RANKS.includes(basis.rank);
    return [
      ...when(!founded, ['materials', at, 'basis'], `${name}没有法律、法规或者国务院决定依据`),
      ...when(!certificateListed, ['materials', at, 'certificateListed'], `${name}不在证明事项清单`),
    ];
  });
}

const PROVIDER = /(有限公司|有限责任公司|事务所|指定(的)?(机构|单位)|检测中心|研究院)/;

/** R8 (优化条例43): an intermediary's output rests on a listed service with its basis, and no provider is named. */
export function unlawfulIntermediaries(item: Item): readonly Place[] {
  const listed = new Set(item.services.intermediaries.map(({ code }) => code));
  return [
    ...item.services.intermediaries.flatMap((service, at) => {
      const path = ['services', 'intermediaries', at] as const;
      return [
        ...when(service.basis.law.trim() === '', [...path, 'basis', 'law'], `${service.name.zh}没有依据`),
        ...when(!service.listed, [...path, 'listed'], `${service.name.zh}不在中介服务清单`),
        ...when(service.provider.trim() !== '', [...path, 'provider'], service.provider),
      ];
    }),
    ...item.materials.flatMap(({ origin, intermediary, name, originNote }, at) => [
      ...when(
        origin === 'intermediary' && (intermediary === null || !listed.has(intermediary)),
        ['materials', at, 'intermediary'],
        `${name}由中介出具,未关联所列中介服务`,
      ),
      ...when(origin === 'intermediary' && PROVIDER.test(originNote), ['materials', at, 'originNote'], originNote),
    ]),
  ];
}

const FEE_RANKS: readonly LegalBasis['rank'][] = ['law', 'adminRegulation'];

/** R9 (许可法58、59): fees rest on a statute or administrative regulation and a published standard, and go to the treasury. */
export function unfoundedFees(item: Item): readonly Place[] {
  const inputs = new Set(item.inputs.map(({ name }) => name));
  return [
    ...when(!item.fees.formsFree, ['fees', 'formsFree'], '格式文本收费'),
    ...item.fees.lines.flatMap(({ basis, standard, payee, amount, name }, at) => {
      const path = ['fees', 'lines', at] as const;
      return [
        ...when(
          basis.law.trim() === '' || !FEE_RANKS.includes(basis.rank),
          [...path, 'basis'],
          `${name.zh}:${basis.law}`,
        ),
        ...when(standard.trim() === '', [...path, 'standard'], '未公布标准'),
        ...when(payee !== 'treasury', [...path, 'payee'], '收款方不是国库'),
        ...when(amount.kind !== 'fixed' && !inputs.has(amount.input), [...path, 'amount'], '计费输入项不存在'),
      ];
    }),
  ];
}

/** R10 (优化条例35): one guide for an item and a level, for all windows and channels. */
export function secondGuides(item: Item, { others = [] }: PublicationFacts): readonly Place[] {
  const twin = others.find(
    ({ id, implCode, bizCode }) => id !== item.id && (bizCode === item.bizCode || implCode === item.implCode),
  );
  return when(twin !== undefined, ['bizCode'], `${item.bizCode} 已由 ${twin?.id ?? ''} 使用`);
}

/** R11 (许可法29; 个保法6): every question serves a rule, the result or a statute. */
export function purposelessFields(item: Item): readonly Place[] {
  const asked = new Set(item.inputs.filter(({ source }) => source === 'form').map(({ name }) => name));
  return item.form.flatMap(({ name, label, purpose, type, options }, at) => [
    ...when(!serves(purpose, asked), ['form', at, 'purpose'], `${label.zh === '' ? name : label.zh}没有收集目的`),
    ...when(type === 'choice' && options.length < 2, ['form', at, 'options'], `${label.zh}没有选项`),
  ]);
}

function serves(purpose: Item['form'][number]['purpose'], asked: ReadonlySet<string>): boolean {
  switch (purpose.kind) {
    case 'rule':
      return asked.has(purpose.input);
    case 'result':
      return purpose.of.trim() !== '';
    case 'statute':
      return purpose.basis.law.trim() !== '' && purpose.basis.article.trim() !== '';
    default:
      return purpose satisfies never;
  }
}

const CHANNEL_NAMES = { window: '窗口', online: '网上', kiosk: '自助终端', station: '街乡站点' } as const;

/** R14 (优化条例37; 北京2024第36条): no way in is closed because there is another. */
export function closedChannels(item: Item, { inForce }: PublicationFacts): readonly Place[] {
  const { required } = item.intake.personalPresence;
  return [
    ...item.channels.flatMap(({ kind, open, closedBecause }, at) => {
      if (open) return [];
      const wasOpen = inForce?.channels.some((one) => one.kind === kind && one.open) === true;
      const founded =
        closedBecause === 'statute' || (closedBecause === 'presenceRequired' && required && kind !== 'window');
      const building = closedBecause === 'notYetBuilt' && !wasOpen && kind !== 'window';
      return when(!founded && !building, ['channels', at, 'closedBecause'], `${CHANNEL_NAMES[kind]}未开通`);
    }),
    ...when(
      item.channels.every(({ kind }) => kind !== 'window'),
      ['channels'],
      '没有窗口渠道',
    ),
  ];
}

/** R33 (北京2024第33条): a promise is taken from the public list only, and never in an excluded field without a statute. */
export function unlawfulPromises(item: Item): readonly Place[] {
  const { offered, listed, excludedBy, createdBy, wording } = item.intake.promise;
  const granted = item.decide.some(({ outcome }) => outcome === 'APPROVE_PROMISE');
  return [
    ...when(offered && !listed, ['intake', 'promise', 'listed'], '未列入告知承诺目录'),
    ...when(
      offered && excludedBy !== 'none' && createdBy === null,
      ['intake', 'promise', 'excludedBy'],
      '属于排除领域',
    ),
    ...when(offered && wording.zh.trim() === '', ['intake', 'promise', 'wording'], '没有承诺内容'),
    ...when(offered !== granted, ['intake', 'promise', 'offered'], '与决定规则不一致'),
  ];
}

/** R16: presence needs its basis, and an instrument of personal status needs presence. */
export function unlawfulPresence(item: Item): readonly Place[] {
  const { required, basis } = item.intake.personalPresence;
  const path = ['intake', 'personalPresence'] as const;
  return [
    ...when(required && (basis === null || basis.law.trim() === ''), [...path, 'basis'], '要求到场没有依据'),
    ...when(personalInstrumentOf(item) !== undefined && !required, [...path, 'required'], '涉及人身关系须本人到场'),
  ];
}

/** R32: what may follow later is taken in tolerance, and nothing else is. */
export function unsoundTolerance(item: Item): readonly Place[] {
  const deferrable = item.materials.some(({ necessity }) => necessity === 'deferrable');
  const found = deferrable ? '有可容缺材料' : '没有可容缺材料';
  return when(item.intake.tolerant !== deferrable, ['intake', 'tolerant'], found);
}

/** R34 (许可法57): a limited number has its basis, and is granted in the order of acceptance. */
export function unfoundedLimits(item: Item): readonly Place[] {
  const limit = item.intake.quantityLimit;
  const queued = item.effects.some(({ kind }) => kind === 'QUEUE');
  const names = item.inputs.map(({ name }) => name);
  const path = ['intake', 'quantityLimit'] as const;
  return [
    ...when(limit !== null && limit.basis.law.trim() === '', [...path, 'basis'], '数量限制没有依据'),
    ...when(limit === null && queued, path, '规则按受理先后排队,未说明数量限制'),
    ...when(limit !== null && !queued, path, '规则没有按受理先后排队'),
    ...when(typeof limit?.input === 'string' && !names.includes(limit.input), [...path, 'input'], limit?.input ?? ''),
  ];
}

/** R35 (许可法78、79): a bar to applying again is made by statute alone. */
export function unfoundedBars(item: Item): readonly Place[] {
  return item.intake.bars.flatMap(({ basis }, at) =>
    when(basis.law.trim() === '', ['intake', 'bars', at, 'basis'], '限制重新申请没有依据'),
  );
}
