import type { PublishedVersion } from '../catalogue/catalogue.ts';
import type { Instant } from '../kernel/time.ts';
import type { GuideSheet } from './sheet.ts';
import type { Words } from './sheet-words.ts';

/** What changed for people from one version of a guide to the next, in words; what they do not see is not told. */

export type VersionState = 'past' | 'inForce' | 'coming' | 'withdrawn';

/** Where a version stands at `at`; `inForce` is the one that governs new applications. */
export function versionState(version: PublishedVersion, inForce: number | undefined, at: Instant): VersionState {
  if (version.version === inForce) return 'inForce';
  if (version.withdrawn !== undefined && version.withdrawn.at <= at) return 'withdrawn';
  return version.effectiveFrom > at ? 'coming' : 'past';
}

/** The differences in the order of the guide; none when people would notice nothing. */
export function changesBetween(before: GuideSheet, after: GuideSheet): readonly Words[] {
  return [
    ...plain.flatMap(([label, of]) => changed(label, of(before), of(after))),
    ...materialChanges(before, after),
    ...lists.flatMap(([label, of]) => listChanges(label, of(before), of(after))),
    ...signChanges(before, after),
  ];
}

type Of<T> = (sheet: GuideSheet) => T;

/** Single texts, by the words under which people know them. */
const plain: readonly (readonly [Words, Of<Words>])[] = [
  [{ zh: '名称', en: 'Name' }, ({ name }) => name],
  [{ zh: '说明', en: 'In one sentence' }, ({ summary }) => summary],
  [{ zh: '办理部门', en: 'Department' }, ({ organ }) => organ],
  [{ zh: '承诺时限', en: 'Promised time' }, ({ time }) => time.promised],
  [{ zh: '法定时限', en: 'Statutory time' }, ({ time }) => time.statutory],
  [{ zh: '数量限制', en: 'Limited number' }, ({ who }) => who.quantity ?? NONE],
  [{ zh: '本人到场', en: 'In person' }, ({ who }) => who.inPerson ?? NOT_NEEDED],
  [{ zh: '收费', en: 'Fee' }, ({ fee }) => (fee.free ? FREE : CHARGED)],
  [{ zh: '结果', en: 'Result' }, ({ result }) => result.document],
  [{ zh: '有效期', en: 'Validity' }, ({ result }) => result.validity],
  [{ zh: '网上办理', en: 'Online' }, ({ where }) => where.online],
  [{ zh: '到现场次数', en: 'Visits' }, ({ where }) => figure(where.visits.count)],
  [{ zh: '咨询电话', en: 'Phone for questions' }, ({ where }) => same(where.consultPhone)],
  [{ zh: '投诉电话', en: 'Phone for complaints' }, ({ where }) => same(where.complaintPhone)],
  [{ zh: '告知承诺', en: 'Grant on promise' }, ({ promise }) => (promise === null ? NOT_OFFERED : OFFERED)],
  [{ zh: '容缺受理', en: 'Accepted with materials to follow' }, ({ tolerant }) => (tolerant ? OFFERED : NOT_OFFERED)],
  [{ zh: '复议机关', en: 'Review organ' }, ({ remedies }) => remedies.review.organ],
  [{ zh: '诉讼法院', en: 'Court' }, ({ remedies }) => remedies.suit.organ],
];

const NONE: Words = { zh: '无', en: 'none' };
const NOT_NEEDED: Words = { zh: '不需要', en: 'not needed' };
const FREE: Words = { zh: '不收费', en: 'free of charge' };
const CHARGED: Words = { zh: '收费', en: 'charged' };
const OFFERED: Words = { zh: '可以', en: 'possible' };
const NOT_OFFERED: Words = { zh: '不可以', en: 'not possible' };

/** Texts of which there are several: told as one that came or went. */
const lists: readonly (readonly [Words, Of<readonly Words[]>])[] = [
  [{ zh: '服务对象', en: 'Who may apply' }, ({ who }) => who.kinds],
  [{ zh: '条件', en: 'Condition' }, ({ who }) => who.conditions.map(({ text }) => text)],
  [{ zh: '特别程序', en: 'Special procedure' }, ({ time }) => time.special.map(({ name }) => name)],
  [{ zh: '收费项目', en: 'Fee' }, ({ fee }) => fee.lines.map(({ name, standard }) => beside(name, standard))],
  [{ zh: '送达方式', en: 'Delivery' }, ({ result }) => result.delivery],
  [{ zh: '办理渠道', en: 'Way in' }, ({ where }) => where.channels.filter(({ open }) => open).map(({ name }) => name)],
  [
    { zh: '办理窗口', en: 'Window' },
    ({ where }) => where.windows.map(({ name, address, hours }) => beside(beside(name, address), hours)),
  ],
  [{ zh: '审查要点', en: 'What is examined' }, ({ points }) => points],
  [{ zh: '依据', en: 'Basis' }, ({ bases }) => bases],
  [{ zh: '常见问题', en: 'Question and answer' }, ({ faq }) => faq.map(({ question }) => question)],
];

function changed(label: Words, before: Words, after: Words): readonly Words[] {
  if (before.zh === after.zh) return [];
  return [
    { zh: `${label.zh}：${before.zh} → ${after.zh}`, en: `${label.en}: ${inEnglish(before)} → ${inEnglish(after)}` },
  ];
}

function listChanges(label: Words, before: readonly Words[], after: readonly Words[]): readonly Words[] {
  const gone = before.filter(({ zh }) => !after.some((other) => other.zh === zh));
  const come = after.filter(({ zh }) => !before.some((other) => other.zh === zh));
  return [
    ...gone.map((one) => ({ zh: `${label.zh}取消：${one.zh}`, en: `${label.en} gone: ${inEnglish(one)}` })),
    ...come.map((one) => ({ zh: `${label.zh}新增：${one.zh}`, en: `${label.en} added: ${inEnglish(one)}` })),
  ];
}

interface Held {
  readonly name: Words;
  readonly part: 'bring' | 'fetched' | 'made';
  readonly necessity: 'required' | 'conditional' | 'deferrable';
  /** What a person would have to do differently. */
  readonly details: string;
}

function materialsIn({ materials }: GuideSheet): ReadonlyMap<string, Held> {
  const parts = ['bring', 'fetched', 'made'] as const;
  return new Map(
    parts.flatMap((part) =>
      materials[part].map((one): readonly [string, Held] => {
        const details = 'accepted' in one ? [one.accepted.zh, one.form.zh, one.when.zh].join('|') : one.when.zh;
        return [one.code, { name: one.name, part, necessity: one.necessity, details }];
      }),
    ),
  );
}

function materialChanges(before: GuideSheet, after: GuideSheet): readonly Words[] {
  const [old, now] = [materialsIn(before), materialsIn(after)];
  const codes = new Set([...old.keys(), ...now.keys()]);
  return [...codes].flatMap((code): readonly Words[] => {
    const [was, is] = [old.get(code), now.get(code)];
    if (was === undefined)
      return is === undefined ? [] : [said({ zh: '新增材料：{}', en: 'New material: {}' }, is.name)];
    if (is === undefined) return [said({ zh: '不再需要：{}', en: 'No longer needed: {}' }, was.name)];
    if (was.part !== is.part) return [moved(is)];
    if (was.necessity !== is.necessity) return [necessityChange(is)];
    const renamed = changed({ zh: '材料名称', en: 'Name of a material' }, was.name, is.name);
    if (renamed.length > 0) return renamed;
    return was.details === is.details
      ? []
      : [said({ zh: '材料要求有变化：{}', en: 'Requirements changed: {}' }, is.name)];
  });
}

function moved({ name, part }: Held): Words {
  if (part === 'fetched')
    return said({ zh: '{}：改由我们调取，不用您交', en: '{}: we fetch it now, you need not bring it' }, name);
  if (part === 'made')
    return said({ zh: '{}：改为在系统里填写或确认', en: '{}: now filled in or adopted on screen' }, name);
  return said({ zh: '{}：改为由您提供', en: '{}: to be brought by you now' }, name);
}

function necessityChange({ name, necessity }: Held): Words {
  if (necessity === 'required') return said({ zh: '{}：改为必须提供', en: '{}: required now' }, name);
  if (necessity === 'deferrable') return said({ zh: '{}：改为可以后补', en: '{}: may follow later now' }, name);
  return said({ zh: '{}：改为特定情形才需要', en: '{}: needed in some situations only now' }, name);
}

function signChanges(before: GuideSheet, after: GuideSheet): readonly Words[] {
  const label = { zh: '签批级别', en: 'Sign class' };
  const [was, is] = [before.decides, after.decides];
  return [
    ...changed(label, classWords(was.signClass), classWords(is.signClass)),
    ...changed({ zh: '偏离说明', en: 'Reason for deviating' }, was.deviation ?? NONE, is.deviation ?? NONE),
  ];
}

const signWords: Readonly<Record<string, Words>> = {
  '0': { zh: '系统按规则即时准予', en: 'granted by rules at once' },
  '1': { zh: '一次签批', en: 'one signature' },
  '2': { zh: '两次签批', en: 'two signatures' },
  EX: { zh: '部门办理', en: 'decided by the department' },
};

/** People know no classes: they are told who decides. */
function classWords(signClass: string): Words {
  return signWords[signClass] ?? same(signClass);
}

/** A sentence with the name of a material in the place of `{}`. */
function said(sentence: Words, name: Words): Words {
  return { zh: sentence.zh.replace('{}', () => name.zh), en: sentence.en.replace('{}', () => inEnglish(name)) };
}

function beside(first: Words, second: Words): Words {
  return { zh: `${first.zh}，${second.zh}`, en: `${inEnglish(first)}, ${inEnglish(second)}` };
}

function inEnglish({ zh, en }: Words): string {
  return en === '' ? zh : en;
}

function same(text: string): Words {
  return { zh: text, en: text };
}

function figure(count: number): Words {
  return same(String(count));
}
