import type { ElementPath } from './element-name.ts';
import { regionName } from './code-lists.ts';
import type { Item } from './item.ts';
import { parseBasicCode, parseBizCode, parseImplCode } from './item-code.ts';

/** A place that breaks a check, and what stands there. */
export interface Place {
  readonly path: ElementPath;
  readonly found: string;
}

function place(path: ElementPath, found: string): Place {
  return { path, found };
}

function when(broken: boolean, path: ElementPath, found: string): readonly Place[] {
  return broken ? [place(path, found)] : [];
}

const NOTHING = '未填写';

/** R2 (许可法30; 国令716-7; 北京2024第31条): what a guide must say, each element by itself. */
export function missingElements(item: Item): readonly Place[] {
  const texts: readonly (readonly [ElementPath, string])[] = [
    [['plain', 'summary', 'zh'], item.plain.summary.zh],
    [['plain', 'summary', 'en'], item.plain.summary.en],
    [['power', 'organName'], item.power.organName],
    [['power', 'organCode'], item.power.organCode],
    [['result', 'documentEn'], item.result.documentEn],
    [['result', 'sample'], item.result.sample],
    [['place', 'consultPhone'], item.place.consultPhone],
    [['place', 'complaintPhone'], item.place.complaintPhone],
    [['services', 'remedies', 'review', 'organ'], item.services.remedies.review.organ],
    [['services', 'remedies', 'suit', 'organ'], item.services.remedies.suit.organ],
    ...item.place.windows.flatMap((window, at): readonly (readonly [ElementPath, string])[] => [
      [['place', 'windows', at, 'address'], window.address],
      [['place', 'windows', at, 'hours'], window.hours],
      [['place', 'windows', at, 'phone'], window.phone],
    ]),
    ...item.materials.flatMap((material, at): readonly (readonly [ElementPath, string])[] => [
      [['materials', at, 'nameEn'], material.nameEn],
      [['materials', at, 'acceptStandard'], material.acceptStandard],
      ...(material.kind === 'form'
        ? [
            [['materials', at, 'blankForm'], material.blankForm] as const,
            [['materials', at, 'sample'], material.sample] as const,
          ]
        : []),
    ]),
  ];
  const lists: readonly (readonly [ElementPath, readonly unknown[]])[] = [
    [['power', 'legalBases'], item.power.legalBases],
    [['intake', 'conditions'], item.intake.conditions],
    [['time', 'stages'], item.time.stages],
    [['place', 'windows'], item.place.windows],
    [['services', 'flow', 'offline'], item.services.flow.offline],
    [['audience', 'kinds'], item.audience.kinds],
    [['result', 'delivery'], item.result.delivery],
    [['channels'], item.channels],
  ];
  return [
    ...texts.flatMap(([path, text]) => when(text.trim() === '', path, NOTHING)),
    ...lists.flatMap(([path, list]) => when(list.length === 0, path, NOTHING)),
    ...unaskedInputs(item),
  ];
}

/** What the rules read from the form must be asked in it. */
function unaskedInputs(item: Item): readonly Place[] {
  const asked = new Set(item.form.map(({ name }) => name));
  return item.inputs.flatMap(({ name, source, label }, at) =>
    when(source === 'form' && !asked.has(name), ['inputs', at, 'source'], `申请表没有提问“${label}”`),
  );
}

/** §3.5 (GB/T 39554.1): each code is of its kind and contains the one before; checksums by GB 32100. */
export function wrongCodes(item: Item, { district }: { readonly district?: string } = {}): readonly Place[] {
  const basic = parseBasicCode(item.basicCode);
  const impl = parseImplCode(item.implCode);
  const biz = parseBizCode(item.bizCode);
  return [
    ...(basic.valid
      ? when(basic.type !== item.typeCode, ['typeCode'], `${item.typeCode},基本编码为 ${basic.type}`)
      : [place(['basicCode'], `${item.basicCode}(${codeFaults[basic.why]})`)]),
    ...(impl.valid
      ? [
          ...when(impl.basicCode !== item.basicCode, ['implCode'], `${item.implCode} 不含基本编码`),
          ...when(String(impl.level) !== item.useLevel, ['useLevel'], `${item.useLevel},实施编码为 ${impl.level}`),
          ...when(impl.uscc !== item.power.organCode, ['power', 'organCode'], `${item.power.organCode} 与实施编码不符`),
        ]
      : [place(['implCode'], `${item.implCode}(${codeFaults[impl.why]})`)]),
    ...(biz.valid
      ? when(biz.implCode !== item.implCode, ['bizCode'], `${item.bizCode} 不含实施编码`)
      : [place(['bizCode'], `${item.bizCode}(${codeFaults[biz.why]})`)]),
    ...wrongRegion(item.region, district),
  ];
}

/** Six digits of a division, or nine of a street below it. */
function wrongRegion(region: string, district: string | undefined): readonly Place[] {
  if (!/^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}(\d{3})?$/.test(region))
    return [place(['region'], region)];
  const isKnown = district === undefined || region.startsWith(district) || regionName(region) !== undefined;
  return when(!isKnown, ['region'], `${region}(GB/T 2260 没有该区划)`);
}

const codeFaults = {
  length: '位数不对',
  characters: '含非法字符',
  type: '类型码不对',
  uscc: '统一社会信用代码校验位不对',
  level: '行使层级不对',
  'basic-code': '基本编码不对',
  'impl-code': '实施编码不对',
  serial: '序号不对',
} as const satisfies Record<string, string>;

/** Elements that contradict each other (domain §3.6). */
export function contradictions(item: Item): readonly Place[] {
  const { promisedLimit, caseType, visits, online, fees, place: at, audience, result, time, services } = item;
  const persons = audience.kinds.includes('person');
  const corps = audience.kinds.some((kind) => kind !== 'person');
  const mailed = online.mailsMaterials && online.mailsResult;
  return [
    ...when(
      (promisedLimit.value === 0) !== (caseType === '即办'),
      ['caseType'],
      `承诺时限 ${promisedLimit.value},${caseType}件`,
    ),
    ...when(
      visits.count === 0 && !online.available && !mailed,
      ['online', 'mailsResult'],
      '到场 0 次、不能网办又不能寄递',
    ),
    ...when(visits.count > 0 && visits.reason.trim() === '', ['visits', 'reason'], `到场 ${visits.count} 次未说明原因`),
    ...when(online.depth === 'whole' && visits.count > 0, ['online', 'depth'], `Ⅳ级全程网办,到场 ${visits.count} 次`),
    ...when(fees.charged !== fees.lines.length > 0, ['fees', 'charged'], `收费项目 ${fees.lines.length} 个`),
    ...when(
      fees.charged !== fees.paidOnline,
      ['fees', 'paidOnline'],
      fees.charged ? '收费但不能网上支付' : '不收费却有网上支付',
    ),
    ...when(
      at.consultPhone === at.complaintPhone && at.consultPhone !== '',
      ['place', 'complaintPhone'],
      at.complaintPhone,
    ),
    ...when(persons !== audience.personTopics.length > 0, ['audience', 'personTopics'], '与服务对象不符'),
    ...when(corps !== audience.corpTopics.length > 0, ['audience', 'corpTopics'], '与服务对象不符'),
    ...when(
      item.typeCode === '01' && time.stages.length < 5,
      ['time', 'stages'],
      `行政许可少于 5 个环节(${time.stages.length})`,
    ),
    ...when(item.typeCode === '01' && services.faq.length === 0, ['services', 'faq'], '行政许可没有常见问题'),
    ...when(result.kind === 'licence' && result.finish !== 'licenceMade', ['result', 'finish'], '证照应为出证办结'),
    ...when(result.kind === 'approval' && result.finish !== 'approvalGiven', ['result', 'finish'], '批文应为审批办结'),
    ...when(
      item.delegation.nonDelegable && item.delegation.constructs.some((one) => one !== 'A'),
      ['delegation', 'constructs'],
      '不得委托的事项只能委托受理',
    ),
    ...situationFaults(item),
  ];
}

/** Situation questions name materials, fields and questions of this item, and come to an end. */
function situationFaults(item: Item): readonly Place[] {
  const codes = new Set(item.materials.map(({ code }) => code));
  const fields = new Set(item.form.map(({ name }) => name));
  const order = item.situations.map(({ id }) => id);
  return item.situations.flatMap(({ options }, at) =>
    options.flatMap((option, index) => {
      const path = ['situations', at, 'options', index] as const;
      const unknown = [...option.materials.add, ...option.materials.remove].filter((code) => !codes.has(code));
      const unset = Object.keys(option.sets).filter((name) => !fields.has(name));
      const next = option.next === null ? at + 1 : order.indexOf(option.next);
      return [
        ...when(unknown.length > 0, [...path, 'materials'], unknown.join('、')),
        ...when(unset.length > 0, [...path, 'sets'], unset.join('、')),
        ...when(next <= at, [...path, 'next'], String(option.next)),
        ...when(option.leadsTo === item.id, [...path, 'leadsTo'], item.id),
      ];
    }),
  );
}

/** R4: a notice cites codes, so a code stands for one thing. */
export function repeatedCodes(item: Item): readonly Place[] {
  const repeats = (path: string, names: readonly string[], key: string, group?: string): readonly Place[] =>
    names.flatMap((name, at) =>
      when(names.indexOf(name) !== at, group === undefined ? [path, at, key] : [path, group, at, key], name),
    );
  return [
    ...repeats(
      'materials',
      item.materials.map(({ code }) => code),
      'code',
    ),
    ...repeats(
      'form',
      item.form.map(({ name }) => name),
      'name',
    ),
    ...repeats(
      'situations',
      item.situations.map(({ id }) => id),
      'id',
    ),
    ...repeats(
      'intake',
      item.intake.conditions.map(({ code }) => code),
      'code',
      'conditions',
    ),
  ];
}
