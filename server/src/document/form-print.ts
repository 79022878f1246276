import type { InputValue, Item } from '../catalogue/catalogue.ts';
import { saidIn, type SheetLanguage } from './guide-print.ts';
import type { PrintedSheet, SheetRow } from './printed-sheet.ts';

type Line = Item['form'][number];

interface Edition {
  readonly organ: { readonly zh: string; readonly en: string };
  readonly version: number;
}

/**
 * The application form of an item on paper, made from the lines of its own form: blank 空表, or filled in as a sample 样表 with
 * invented persons and the answers of the first example that its rules grant.
 */
export function printedForm(
  item: Item,
  { organ, version }: Edition,
  { language, isSample }: { readonly language: SheetLanguage; readonly isSample: boolean },
): PrintedSheet {
  const said = saidIn(language);
  const { of, say } = said;
  const usual = isSample ? exampleOf(item) : {};
  const isPerson = item.subject.includes('自然人');
  const given = (line: Line): InputValue | undefined => (isSample ? (usual[line.name] ?? invented(line)) : undefined);
  return {
    language,
    organ: of(organ),
    title: `${of({ zh: item.name, en: item.nameEn })}${say('申请表', ': application')}`,
    lead: say(
      '本表与网上申请同一内容，免费提供；带“按情形”的栏目只在说明的情形下填写。证照和共享能取得的材料不用提交。',
      'The same as the application online; free of charge. Lines marked “in some situations” are filled in only there. What licences and shares give need not be handed in.',
    ),
    blocks: [
      { kind: 'heading', text: say('一、申请人', '1. Applicant') },
      { kind: 'rows', rows: applicantRows(isPerson, isSample, language) },
      { kind: 'heading', text: say('二、申请内容', '2. What is applied for') },
      { kind: 'rows', rows: item.form.map((line) => rowOf(line, given(line), language)) },
      { kind: 'heading', text: say('三、随表提交', '3. Handed in with this form') },
      { kind: 'rows', rows: paperRows(item, isSample, language) },
      { kind: 'heading', text: say('四、声明', '4. Statement') },
      {
        kind: 'text',
        text: say(
          '以上内容真实。本人知道隐瞒情况或者提供虚假材料的法律责任（行政许可法第七十八条）。',
          'What stands above is true. I know the consequences of concealing facts or of false materials (Licensing Law art. 78).',
        ),
      },
      {
        kind: 'signature',
        label: say('申请人签名或者盖章', 'Signature or seal'),
        date: say('日期', 'Date'),
        value: isSample ? say('张三', 'Zhang San') : '',
      },
    ],
    foot: say(
      `${item.id} 第 ${version} 版申请表${isSample ? '（样表，人名、号码均为虚构）' : ''}`,
      `${item.id}, version ${version}, application form${isSample ? ' (a sample: names and numbers are invented)' : ''}`,
    ),
    mark: isSample ? say('样表', 'SAMPLE') : '',
  };
}

function applicantRows(isPerson: boolean, isSample: boolean, language: SheetLanguage): SheetRow[] {
  const { say } = saidIn(language);
  const of = (zh: string, en: string, sampleZh: string, sampleEn = sampleZh): SheetRow => ({
    label: say(zh, en),
    value: isSample ? say(sampleZh, sampleEn) : '',
  });
  const person = [of('姓名', 'Name', '张三', 'Zhang San'), of('证件号码', 'Identity number', '1101981990010100XX')];
  const enterprise = [
    of('名称', 'Name of the organisation', '示例有限公司', 'Example Co., Ltd.'),
    of('统一社会信用代码', 'Unified social credit code', '91110198EXAMPLE00X'),
    of('法定代表人及证件号码', 'Legal representative and identity number', '张三 1101981990010100XX'),
  ];
  return [
    ...(isPerson ? person : enterprise),
    of('联系电话', 'Telephone', '138 0000 0000'),
    of('联系地址', 'Address', '云河区示例路1号', '1 Example Road, Yunhe'),
    of('代理人及证件号码（没有可不填）', 'Agent and identity number, if any', ''),
  ];
}

function rowOf(line: Line, value: InputValue | undefined, language: SheetLanguage): SheetRow {
  const { of, say } = saidIn(language);
  const notes = [
    line.when === null ? (line.required ? '' : say('可以不填', 'optional')) : say('按情形', 'in some situations'),
    of(line.help),
  ].filter((part) => part !== '');
  const head = {
    label: of(line.label),
    ...(notes.length === 0 ? {} : { note: notes.join(language === 'zh' ? '；' : '; ') }),
  };
  if (line.type === 'bool') {
    const yes = { text: say('是', 'yes'), chosen: value === true };
    return { ...head, choices: [yes, { text: say('否', 'no'), chosen: value === false }] };
  }
  if (line.type === 'choice')
    return {
      ...head,
      choices: line.options.map((option) => ({ text: of(option.label), chosen: option.value === value })),
    };
  return { ...head, value: value === undefined ? '' : String(value) };
}

function paperRows({ materials }: Item, isSample: boolean, language: SheetLanguage): SheetRow[] {
  const { say } = saidIn(language);
  return materials
    .filter(({ kind, replaceableBy }) => kind !== 'form' && replaceableBy.length === 0)
    .map(({ name, nameEn, necessity }) => ({
      label: say(name, nameEn === '' ? name : nameEn),
      ...(necessity === 'required' ? {} : { note: say('按情形或者可以后补', 'in some situations, or later') }),
      choices: [{ text: say('已附', 'enclosed'), chosen: isSample && necessity === 'required' }],
    }));
}

/** The answers of the first example that the rules grant. */
function exampleOf({ cases }: Item): Readonly<Record<string, InputValue>> {
  const granted = cases.find(({ expect }) => expect === 'APPROVE' || expect === 'APPROVE_PROMISE');
  return granted?.inputs ?? {};
}

/** What an invented person would write there; nothing that could be taken for somebody’s own. */
function invented({ type, options, shared, when }: Line): InputValue | undefined {
  if (when !== null) return undefined;
  switch (type) {
    case 'bool':
      return false;
    case 'choice':
      return options[0]?.value;
    case 'int':
      return 10;
    case 'number':
    case 'money':
      return 100;
    case 'date':
      return '2026-03-02';
    case 'string':
      return samples[shared ?? ''] ?? '（按实际情况填写）';
    default:
      return type satisfies never;
  }
}

const samples: Readonly<Record<string, string>> = {
  'enterprise.name': '示例有限公司',
  'enterprise.uscc': '91110198EXAMPLE00X',
  'legalRep.id': '1101981990010100XX',
  'legalRep.phone': '138 0000 0000',
  'premises.address': '云河区示例路1号',
  'bank.account': '6200 0000 0000 0000',
  'applicant.id': '1101981990010100XX',
};
