import type { PlainDate } from '../kernel/time.ts';
import { letterDate, type AnnexTable, type LetterContent, type LetterFrame, type LetterSection } from './letter.ts';
import { enumerate, frameOf } from './intake-letters.ts';

export interface MandateLetterItem {
  readonly code: string;
  readonly name: string;
  /** Acts in words: 准予、不予、变更… */
  readonly acts: string;
  readonly limits?: string;
  /** SM3 of the signed rule set that decides (list 0). */
  readonly ruleSetHash?: string;
}

export interface MandateLetterFacts extends Omit<LetterFrame, 'addressee'> {
  readonly addressee?: string;
  /** A 委托受理, B 授权审批, C 委托实施行政许可: never mixed in one letter. */
  readonly construct: 'A' | 'B' | 'C';
  readonly mandateNo: string;
  readonly version: number;
  /** SM3 of the mandate's canonical record: signing the letter signs the data. */
  readonly recordHash: string;
  readonly grantor: { readonly name: string; readonly uscc: string; readonly head: string };
  readonly grantees: readonly { readonly name: string; readonly post: string }[];
  /** The organ that receives, which signs and seals too; absent in an authorisation of one's own staff. */
  readonly coSigner?: string;
  readonly legalBasis: readonly string[];
  readonly powers: readonly string[];
  readonly scope: readonly string[];
  readonly exclusions: readonly string[];
  /** Per officer and day, per case, and actions whose class differs from their item's. */
  readonly limits?: readonly string[];
  readonly seals: readonly string[];
  readonly nonDelegable: readonly string[];
  readonly duties: readonly string[];
  readonly supervision: readonly string[];
  readonly further?: readonly LetterSection[];
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
  readonly termination: readonly string[];
  /** Items that a signed rule set decides, that one officer signs, that officer and chief representative sign. */
  readonly list0: readonly MandateLetterItem[];
  readonly list1: readonly MandateLetterItem[];
  readonly list2: readonly MandateLetterItem[];
  /** Items of constructs A and C, which know no sign lists. */
  readonly items?: readonly MandateLetterItem[];
}

const FORM = {
  A: { title: '政务服务事项委托受理书', verb: '委托', subject: '受委托机构', powers: '委托权限' },
  B: { title: '政务服务事项授权书', verb: '授权', subject: '被授权人', powers: '授权权限' },
  C: { title: '行政许可委托书', verb: '委托', subject: '受委托机关', powers: '委托权限' },
} as const satisfies Record<MandateLetterFacts['construct'], object>;

/** The letter of a mandate 授权书 / 委托书, printed from the record that is enforced; its hash is in the letter. */
export function mandateLetter(facts: MandateLetterFacts): LetterContent {
  const form = FORM[facts.construct];
  const { addressee: _, ...frame } = frameOf({ ...facts, addressee: '' }, 'mandateLetter', form.title);
  const grantees = facts.grantees.map((grantee) => `${grantee.name}（${grantee.post}）`).join('、');
  return {
    ...frame,
    ...(facts.addressee === undefined ? {} : { addressee: facts.addressee }),
    ...(facts.coSigner === undefined ? {} : { coSignedBy: facts.coSigner }),
    paragraphs: [
      `根据${facts.legalBasis.join('、')}，${facts.grantor.name}（统一社会信用代码：${facts.grantor.uscc}，主要负责人：${facts.grantor.head}）` +
        `${form.verb}${grantees}，在本书载明的范围和期限内，以${facts.grantor.name}的名义办理附件所列政务服务事项。${form.verb}内容如下：`,
    ],
    sections: sectionsOf(facts),
    closing: ['本书自公布之日起生效，未公布的不得行使。'],
    record: [
      `授权书编号：${facts.mandateNo}　第${facts.version}版`,
      `数据记录摘要（SM3）：${facts.recordHash}`,
      ...frame.record,
    ],
    annexes: annexesOf(facts),
    mandate: { mandateNo: facts.mandateNo, version: facts.version, hash: facts.recordHash },
  };
}

function sectionsOf(facts: MandateLetterFacts): readonly LetterSection[] {
  const form = FORM[facts.construct];
  const sections: readonly LetterSection[] = [
    { heading: form.subject, paragraphs: facts.grantees.map((grantee) => `${grantee.name}，${grantee.post}。`) },
    { heading: form.powers, paragraphs: listed(facts.powers) },
    { heading: '适用范围', paragraphs: listed(facts.scope) },
    { heading: '不适用的情形', paragraphs: listed(facts.exclusions) },
    { heading: '行使限制', paragraphs: listed(facts.limits ?? []) },
    { heading: '印章', paragraphs: listed(facts.seals) },
    { heading: '不得行使的权力', paragraphs: listed(facts.nonDelegable) },
    { heading: '责任', paragraphs: listed(facts.duties) },
    { heading: '监督和熔断', paragraphs: listed(facts.supervision) },
    ...(facts.further ?? []),
    { heading: '期限', paragraphs: [`自${letterDate(facts.fromOn)}起，至${letterDate(facts.toOn)}止（不含当日）。`] },
    { heading: '终止', paragraphs: listed(facts.termination) },
  ];
  return sections.filter((section) => section.paragraphs.length > 0);
}

function listed(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : enumerate(lines);
}

function annexesOf(facts: MandateLetterFacts): readonly AnnexTable[] {
  const lists = [
    { title: '签0次事项清单（由签发的规则集决定）', items: facts.list0 },
    { title: '签一次事项清单（由经办人决定）', items: facts.list1 },
    { title: '签两次事项清单（由经办人和首席代表决定）', items: facts.list2 },
    { title: '委托事项清单', items: facts.items ?? [] },
  ].filter((list) => list.items.length > 0);
  return lists.map(({ title, items }) => ({
    title,
    columns: [
      { title: '序号', share: 1 },
      { title: '事项名称', share: 5 },
      { title: '业务办理项编码', share: 4.2 },
      { title: '行为', share: 2.6 },
      { title: '限制', share: 3 },
    ],
    rows: items.map((item, index) => [String(index + 1), item.name, item.code, item.acts, item.limits ?? '无']),
    ...ruleSetNote(items),
  }));
}

function ruleSetNote(items: readonly MandateLetterItem[]): { readonly note?: string } {
  const lines = items.flatMap(({ ruleSetHash }, index) =>
    ruleSetHash === undefined ? [] : [`第${index + 1}项 ${ruleSetHash}`],
  );
  return lines.length === 0 ? {} : { note: `规则集摘要（SM3）：${lines.join('；')}。` };
}
