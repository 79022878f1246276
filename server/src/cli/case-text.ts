import type { LetterKind } from '../document/document.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseSummary, RefusalLine, SignatureLine } from './case-summary.ts';

/** The summary as `summary.txt` and the terminal show it, in Chinese. */
export function textOf(summary: CaseSummary): string {
  const { item, title, caseNo } = summary;
  const lines = [
    ...(title === null ? [] : [title, '']),
    `办件编号  ${caseNo ?? '(未收件)'}`,
    ...(item === null
      ? []
      : [
          `事项      ${item.itemId} ${item.name}(第${item.version}版,签类 ${item.signClass})`,
          `部门      ${item.organName}`,
        ]),
    `申请人    ${summary.applicant}`,
    `状态      ${stateNames[summary.state] ?? summary.state}`,
    ...outcomeLines(summary),
    ...timeLines(summary),
    '',
    ...signatureLines(summary),
    '',
    ...documentLines(summary),
    '',
    ...refusalLines(summary.refusals),
    ...(summary.stopped === null ? [] : [`说明      ${summary.stopped.zh}`, '']),
    `办理经过  ${summary.history.events} 个事件,${summary.history.intact ? '哈希链完整' : '哈希链不完整'}`,
    summary.reached ? '结果      已到达预期' : '结果      未到达预期',
    ...summary.differences.map((difference) => `  - ${difference}`),
  ];
  return `${lines.join('\n')}\n`;
}

const stateNames: Readonly<Record<string, string>> = {
  refused: '未收件(申请不符合收件条件)',
  received: '已收件',
  correcting: '待补正',
  notAccepted: '不予受理',
  accepted: '已受理',
  proposed: '已提出决定建议',
  decided: '已决定',
  sealed: '已用印',
  delivered: '已送达',
  withdrawn: '申请人已撤回',
  terminated: '已终止办理',
};

const outcomeNames: Readonly<Record<string, string>> = {
  GRANT: '准予',
  GRANT_ON_PROMISE: '准予(告知承诺)',
  REFUSE: '不予',
  DEEMED_RENEWED: '视为准予延续',
  NOT_NEEDED: '依法不需要办理',
  NOT_OURS: '不属于本机关职权范围',
  CORRECT: '一次性告知补正',
};

const letterNames = {
  acceptanceNotice: '受理通知书',
  correctionNotice: '补正告知书',
  nonAcceptanceNotice: '不予受理通知书',
  specialProcedureNotice: '特别程序告知书',
  extensionNotice: '延期告知书',
  terminationNotice: '终止办理通知书',
  grantDecision: '准予决定书',
  paperDecisionRecord: '纸质决定登记单',
  refusalDecision: '不予决定书',
  mandateLetter: '授权书',
  receiptSlip: '收件回执',
  hearingNotice: '听证通知书',
  licence: '许可证',
  deliveryReceipt: '送达回证',
  withdrawalDecision: '撤回决定书',
  annulmentDecision: '撤销决定书',
  forfeitureDecision: '吊销决定书',
  cancellationDecision: '注销决定书',
  suspensionDecision: '暂扣决定书',
  endingNotice: '拟处理告知书',
} as const satisfies Record<LetterKind, string>;

const lightNames: Readonly<Record<string, string>> = { green: '绿灯', yellow: '黄灯', red: '红灯' };
const roleNames: Readonly<Record<string, string>> = { handler: '派驻人员', chief: '首席代表', head: '部门负责人' };
const kindNames = { propose: '决定建议', endorse: '会签', decide: '决定' } as const satisfies Record<
  SignatureLine['kind'],
  string
>;

function outcomeLines({ outcome, reason }: CaseSummary): readonly string[] {
  return [
    ...(outcome === null ? [] : [`结论      ${outcomeNames[outcome] ?? outcome}`]),
    ...(reason === null ? [] : [`理由      ${reason}`]),
  ];
}

function timeLines({ receivedAt, acceptedAt, deemed, clocks }: CaseSummary): readonly string[] {
  return [
    ...(receivedAt === null ? [] : [`收件      ${inChina(receivedAt)}`]),
    ...(acceptedAt === null ? [] : [`受理      ${inChina(acceptedAt)}${deemed ? '(视为受理)' : ''}`]),
    ...(clocks === null
      ? []
      : (['statutory', 'promised'] as const).map((name) => {
          const { dueOn, light, provisional, paused } = clocks[name];
          const notes = [lightNames[light] ?? light, ...(paused ? ['计时停止'] : []), ...(provisional ? ['暂定'] : [])];
          return `${name === 'statutory' ? '法定时限' : '承诺时限'}  至 ${dueOn}(${notes.join(',')})`;
        })),
    ...(clocks?.readings === undefined
      ? []
      : [`          法律只称“日”:本机关按较短的计算;另一种算法至 ${clocks.readings.applicant.dueOn}`]),
  ];
}

function signatureLines({ signatures, ruleSet }: CaseSummary): readonly string[] {
  if (ruleSet !== null) {
    const under = ruleSet.mandate === null ? '' : `,依据 ${ruleSet.mandate.mandateNo} 第${ruleSet.mandate.version}版`;
    return [`签批      0 签:由规则集自动作出${under}`, `          规则集摘要 ${ruleSet.hash}`];
  }
  return [
    `签批      ${signatures.length} 签`,
    ...signatures.map(({ no, name, personId, role, kind, at, mandateNo, mandateVersion, office }) => {
      const power = mandateNo === null ? `依职权(${office ?? ''})` : `依据 ${mandateNo} 第${mandateVersion ?? ''}版`;
      return `  第${no}签  ${name}(${personId},${roleNames[role] ?? role})${kindNames[kind]} ${inChina(at)} ${power}`;
    }),
  ];
}

function documentLines({ documents }: CaseSummary): readonly string[] {
  const verdicts = { valid: '验证有效', invalid: '验证无效', undecided: '无法判定' } as const;
  return [
    `文书      ${documents.length} 份`,
    ...documents.flatMap(({ kind, docNo, sealName, verification, failed, file, at }) => [
      `  ${letterNames[kind]} ${docNo} ${inChina(at)}`,
      `    ${file}`,
      `    ${sealName} ${verdicts[verification]}${failed.length === 0 ? '' : `(${failed.join(',')})`}`,
    ]),
  ];
}

function refusalLines(refusals: readonly RefusalLine[]): readonly string[] {
  if (refusals.length === 0) return [];
  return [
    `被拒操作  ${refusals.length} 次`,
    ...refusals.flatMap(({ step, by, at, rule, code, message, article, remedy, detail, expected }) => [
      `  第${step}步 ${by} ${inChina(at)} ${rule} ${code}${expected ? '(预期)' : ''}`,
      `    ${message.zh}${article === '' ? '' : `(${article})`}`,
      ...(Object.keys(detail).length === 0 ? [] : [`    ${JSON.stringify(detail)}`]),
      `    可以:${remedy.zh}`,
    ]),
    '',
  ];
}

function inChina(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
