import type { Text } from '../api/model.ts';

/** The words of the page on one licence across departments. */
export const licenceLineageText = {
  'lineage.issued': { zh: '形成的证照', en: 'Licence that came of it' },
  'lineage.ofLicence': { zh: '查看证照沿革', en: 'The licence across departments' },
  'licenceLineage.title': { zh: '证照沿革', en: 'A licence across departments' },
  'licenceLineage.lead': {
    zh: '从哪一件办件来，哪些部门的哪些办件依什么用过，后来怎样变化。每一步都有它在存证日志中的位置和见证。',
    en: 'From which case it came, which cases of which organs used it on which ground, and what became of it. Each step has its place in the log and its witnesses.',
  },
  'licenceLineage.steps': { zh: '来历、使用与变化', en: 'Origin, uses and changes' },
  'licenceLineage.as.holder': { zh: '您是持证主体，看到的是全部。', en: 'You hold it and see all of it.' },
  'licenceLineage.as.issuer': {
    zh: '您的机关签发了它：这里有它的全部变化和本机关办件的使用。其他部门的使用只有持证主体和监督人员能看到。',
    en: 'Your organ issued it: all that became of it is here, and its uses in your organ’s cases. Uses by other organs are for the holder and for who supervises.',
  },
  'licenceLineage.as.user': {
    zh: '您有权查看的办件用过它：这里有这些使用，其余只是公开的部分。',
    en: 'Cases that you may open used it: these uses are here, and otherwise what is public.',
  },
  'licenceLineage.as.supervisor': {
    zh: '您以监督人员身份查看全部，本次查看已经记录。',
    en: 'You see all of it as a supervisor; that you read it was noted.',
  },
  'licenceLineage.as.public': {
    zh: '这里只有公开的部分：证照状态怎样形成。持证主体、来源办件、理由和使用不公开。',
    en: 'Only what is public: how its status came about. Its holder, its case, reasons and uses are not.',
  },
  'licenceLineage.use': { zh: '被使用', en: 'Used' },
  'licenceLineage.usedFor': {
    zh: '{{organ}}办理“{{item}}”，作为“{{claim}}”',
    en: '{{organ}} for “{{item}}”, as “{{claim}}”',
  },
  'licenceLineage.consent': { zh: '依据：持证主体同意', en: 'on the consent of its holder' },
  'licenceLineage.statute': { zh: '依据：{{basis}}', en: 'under {{basis}}' },
  'licenceLineage.machine': { zh: '平台调取', en: 'fetched by the platform' },
  'licenceLineage.case': { zh: '办件', en: 'case' },
  'licenceLineage.unused': { zh: '还没有办件使用过它', en: 'No case has used it yet' },
  'licenceLineage.cut': { zh: '较早的使用没有列出', en: 'Older uses are not listed' },
  'licenceLineage.waits': { zh: '正在写入日志', en: 'on its way into the log' },
  'licenceLineage.waiting': {
    zh: '还有 {{count}} 步正在写入日志',
    en: '{{count}} steps are on their way into the log',
  },
} as const satisfies Readonly<Record<string, Text>>;
