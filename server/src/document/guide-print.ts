import type { GuideSheet, Words } from '../guide/guide.ts';
import type { PrintedSheet, SheetBlock, SheetRow } from './printed-sheet.ts';

export type SheetLanguage = PrintedSheet['language'];

interface Said {
  readonly language: SheetLanguage;
  /** A text of the guide; the Chinese where nobody has written English. */
  readonly of: (words: Words) => string;
  /** A text of ours. */
  readonly say: (zh: string, en: string) => string;
  readonly join: (texts: readonly string[]) => string;
}

export function saidIn(language: SheetLanguage): Said {
  return {
    language,
    of: ({ zh, en }) => (language === 'zh' || en === '' ? zh : en),
    say: (zh, en) => (language === 'zh' ? zh : en),
    join: (texts) => texts.join(language === 'zh' ? '、' : ', '),
  };
}

/** The guide 办事指南 on paper: everything that 许可法30 wants published, in one language, from the same data as the screen (R10). */
export function printedGuide(
  sheet: GuideSheet,
  edition: { readonly version: number; readonly hash: string; readonly effectiveOn: string },
  language: SheetLanguage,
): PrintedSheet {
  const said = saidIn(language);
  const { of, say } = said;
  const { version, hash, effectiveOn } = edition;
  return {
    language,
    organ: of(sheet.organ),
    title: `${say('办事指南：', 'Guide: ')}${of(sheet.name)}`,
    lead: of(sheet.summary),
    blocks: [
      { kind: 'rows', rows: glance(sheet, said) },
      ...whoBlocks(sheet, said),
      ...materialBlocks(sheet, said),
      ...timeBlocks(sheet, said),
      ...placeBlocks(sheet, said),
      ...decisionBlocks(sheet, said),
      ...questionBlocks(sheet, said),
    ],
    foot: say(
      `${sheet.itemId} 第 ${version} 版，${effectiveOn} 起实施，${hash.slice(0, 16)}。以政务服务网公布的现行版本为准。`,
      `${sheet.itemId}, version ${version}, in force from ${effectiveOn}, ${hash.slice(0, 16)}. The version in force on the portal governs.`,
    ),
    mark: '',
  };
}

function glance({ time, fee, where, result, alsoCalled }: GuideSheet, { of, say, join, language }: Said): SheetRow[] {
  const { count, reason } = where.visits;
  const fees = fee.lines.map(({ name, standard, reduction, basis }) =>
    `${of(name)}: ${of(standard)} ${of(reduction)} (${of(basis)})`.replaceAll('  ', ' '),
  );
  return [
    ...(language === 'zh' && alsoCalled.length > 0 ? [{ label: '大家也叫', value: join(alsoCalled) }] : []),
    {
      label: say('多久办完', 'How long'),
      value: say(
        `承诺 ${of(time.promised)}；法定 ${of(time.statutory)}`,
        `promised ${of(time.promised)}; by statute at most ${of(time.statutory)}`,
      ),
    },
    { label: say('收费', 'Fee'), value: fee.free ? say('不收费', 'free of charge') : fees.join('\n') },
    {
      label: say('要跑几次', 'Visits'),
      value: `${count === 0 ? say('不用到现场', 'none') : String(count)} ${of(reason)}`.trim(),
    },
    {
      label: say('办成后您会拿到', 'You receive'),
      value: [of(result.document), of(result.validity), join(result.delivery.map(of))].join(say('；', '; ')),
    },
  ];
}

function whoBlocks({ who }: GuideSheet, { of, say, join }: Said): readonly SheetBlock[] {
  return [
    heading(say('谁可以申请', 'Who may apply')),
    { kind: 'text', text: join(who.kinds.map(of)) },
    ...(who.inPerson === null
      ? []
      : [text(say(`必须本人到场：${of(who.inPerson)}`, `In person: ${of(who.inPerson)}`))]),
    list(who.conditions.map(({ text: condition, basis }) => `${of(condition)} (${of(basis)})`)),
    ...(who.quantity === null ? [] : [text(of(who.quantity))]),
    ...(who.bars.length === 0 ? [] : [list(who.bars.map(of))]),
  ];
}

function materialBlocks({ materials, promise, tolerant }: GuideSheet, said: Said): readonly SheetBlock[] {
  const { of, say, join } = said;
  const lines = (some: GuideSheet['materials']['bring']): SheetRow[] =>
    some.map(({ name, necessity, when, form, accepted, basis }) => ({
      label: of(name),
      note: necessityOf(necessity, said),
      value: [of(form), of(accepted), of(when), of(basis)].filter((part) => part !== '').join('\n'),
    }));
  return [
    heading(say('要您准备的', 'What you bring')),
    ...(materials.bring.length === 0
      ? [text(say('不用您准备任何材料。', 'You need not bring anything.'))]
      : [rows(lines(materials.bring))]),
    ...(materials.fetched.length === 0
      ? []
      : [
          heading(say('我们自己调取，不用您交', 'What we fetch ourselves')),
          list(materials.fetched.map(({ name, sources }) => `${of(name)} (${join(sources.map(of))})`)),
        ]),
    ...(materials.made.length === 0
      ? []
      : [heading(say('填写或者确认的', 'Filled in or adopted')), rows(lines(materials.made))]),
    ...(tolerant ? [text(say('次要材料可以先受理、后补交。', 'Minor materials may follow after acceptance.'))] : []),
    ...(promise === null ? [] : [heading(say('可以告知承诺', 'May be granted on your promise')), text(of(promise))]),
  ];
}

function necessityOf(necessity: GuideSheet['materials']['bring'][number]['necessity'], { say }: Said): string {
  switch (necessity) {
    case 'required':
      return say('必要', 'required');
    case 'conditional':
      return say('按情形', 'in some situations');
    case 'deferrable':
      return say('可以后补', 'may follow later');
    default:
      return necessity satisfies never;
  }
}

function timeBlocks({ time, course }: GuideSheet, { of, say }: Said): readonly SheetBlock[] {
  const steps = (some: readonly Words[]): string => some.map((step, at) => `${at + 1}. ${of(step)}`).join('\n');
  return [
    heading(say('时间怎么算', 'How the time is counted')),
    rows(time.stages.map(({ name, by, limit }) => ({ label: of(name), note: of(by), value: of(limit) }))),
    ...(time.special.length === 0
      ? []
      : [list(time.special.map(({ name, limit, basis }) => `${of(name)}: ${of(limit)} (${of(basis)})`))]),
    heading(say('怎么办', 'How it goes')),
    rows([
      { label: say('在窗口', 'At the window'), value: steps(course.window) },
      ...(course.online.length === 0 ? [] : [{ label: say('在网上', 'Online'), value: steps(course.online) }]),
    ]),
  ];
}

function placeBlocks({ where }: GuideSheet, { of, say }: Said): readonly SheetBlock[] {
  const closed = where.channels.filter(({ open }) => !open);
  return [
    heading(say('到哪里、什么时候', 'Where and when')),
    rows([
      ...where.windows.map(({ name, address, hours, phone }) => ({
        label: of(name),
        value: `${of(address)}\n${of(hours)} ${phone}`,
      })),
      {
        label: say('咨询、投诉', 'Questions, complaints'),
        value: `${where.consultPhone} / ${where.complaintPhone}\n${of(where.complaintAddress)}`,
      },
      ...closed.map(({ name, why }) => ({ label: of(name), value: say(`暂不能办：${of(why)}`, `closed: ${of(why)}`) })),
    ]),
  ];
}

function decisionBlocks({ decides, points, bases, remedies }: GuideSheet, { of, say }: Said): readonly SheetBlock[] {
  const { review, suit } = remedies;
  return [
    heading(say('谁来决定，会审查什么', 'Who decides, and what is examined')),
    text(of(decides.reason)),
    ...(decides.deviation === null ? [] : [text(of(decides.deviation))]),
    list(points.map(of)),
    heading(say('法律依据', 'Legal basis')),
    list(bases.map(of)),
    heading(say('不同意怎么办', 'If you disagree')),
    text(
      say(
        `行政复议：六十日内向${of(review.organ)}申请（${of(review.address)}，${review.phone}）。`,
        `Review: within sixty days by ${of(review.organ)} (${of(review.address)}, ${review.phone}).`,
      ),
    ),
    text(
      say(
        `行政诉讼：六个月内向${of(suit.organ)}起诉（${of(suit.address)}，${suit.phone}）。`,
        `Suit: within six months at ${of(suit.organ)} (${of(suit.address)}, ${suit.phone}).`,
      ),
    ),
  ];
}

function questionBlocks({ faq }: GuideSheet, { of, say }: Said): readonly SheetBlock[] {
  if (faq.length === 0) return [];
  return [
    heading(say('常见问题', 'Questions and answers')),
    rows(faq.map(({ question, answer }) => ({ label: of(question), value: of(answer) }))),
  ];
}

function heading(words: string): SheetBlock {
  return { kind: 'heading', text: words };
}

function text(words: string): SheetBlock {
  return { kind: 'text', text: words };
}

function list(items: string[]): SheetBlock {
  return { kind: 'list', items };
}

function rows(some: SheetRow[]): SheetBlock {
  return { kind: 'rows', rows: some };
}
