import type { Text } from '../api/model.ts';

/** The state of the transparency log, for those who answer for it. */
export const logStateText = {
  'nav.logState': { zh: '存证', en: 'Evidence log' },
  'logState.title': { zh: '可验证存证日志', en: 'Transparency log' },
  'logState.what': {
    zh: '每一个行为在约一秒内成为日志的一条；见证机构只签认日志的延续，此后任何改动都会被发现。这不是区块链，排序由本平台一家完成。',
    en: 'Every act becomes an entry of the log within about a second; witnesses sign only what continues it, and any later change is found. It is not a blockchain: the platform alone orders the entries.',
  },
  'logState.state.alone': {
    zh: '没有见证机构：只有日志自己签名，不能对外作证',
    en: 'No witnesses: the log is signed by itself alone and proves nothing to others',
  },
  'logState.state.witnessed': { zh: '见证已到最新', en: 'Witnessed up to date' },
  'logState.state.late': { zh: '见证滞后，自 {{since}} 起', en: 'Witnessing is late, since {{since}}' },
  'logState.state.waiting': {
    zh: '等待见证机构应答，暂不签发',
    en: 'Waiting to hear the witnesses; nothing new is signed',
  },
  'logState.state.behind': {
    zh: '停止签发：见证机构所知多于数据库',
    en: 'Stopped: the witnesses know more than the database',
  },
  'logState.state.forked': {
    zh: '停止签发：出现了本日志没有说过的检查点',
    en: 'Stopped: a checkpoint exists that this log never said',
  },
  'logState.actsGoOn': {
    zh: '业务照常办理：行为已入账簿，存证随后补上。',
    en: 'Acts go on: they stand in the journal, and their evidence follows.',
  },
  'logState.alarms': { zh: '需要今天处理', en: 'To be seen to today' },
  'logState.noAlarms': { zh: '没有需要处理的事', en: 'Nothing to be seen to' },
  'logState.alarmSince': { zh: '自 {{since}} 起', en: 'since {{since}}' },
  'logState.size': { zh: '已签发条数', en: 'Entries signed' },
  'logState.witnessed': { zh: '已达法定数见证的条数', en: 'Entries witnessed by the quorum' },
  'logState.backlog': { zh: '等待入日志的行为', en: 'Acts waiting for their place' },
  'logState.signedAt': { zh: '最新检查点', en: 'Newest checkpoint' },
  'logState.generation': { zh: '第几个日志', en: 'Number of the log' },
  'logState.origin': { zh: '日志名', en: 'Name of the log' },
  'logState.witnesses': { zh: '见证机构', en: 'Witnesses' },
  'logState.witness.cosigned': { zh: '已签认', en: 'has cosigned' },
  'logState.witness.never-asked': { zh: '尚未询问', en: 'not asked yet' },
  'logState.witness.knows': { zh: '所知更多', en: 'knows more' },
  'logState.witness.refused': { zh: '应答不能采信', en: 'its answer cannot be believed' },
  'logState.witness.silent': { zh: '没有应答', en: 'does not answer' },
  'logState.witnessSize': { zh: '签认至 {{size}} 条', en: 'up to {{size}} entries' },
  'logState.witnessLate': { zh: '自 {{since}} 起滞后', en: 'late since {{since}}' },
} as const satisfies Readonly<Record<string, Text>>;
