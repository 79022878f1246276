import type { RefusalTable } from '../kernel/refusal.ts';

const house = { rule: 'house', article: '本平台规定' } as const;

/** What the door itself refuses, before any rule of the domain is asked. */
export const httpRefusals = {
  'bad-input': {
    ...house,
    message: { zh: '提交的内容不符合接口要求', en: 'What was sent does not fit the interface' },
    remedy: { zh: '按所列位置逐项更正后重新提交', en: 'Correct each place named and send again' },
  },
  'malformed-request': {
    ...house,
    message: {
      zh: '请求无法读取:不是正确的 UTF-8 编码的 JSON',
      en: 'The request cannot be read: it is no JSON in UTF-8',
    },
    remedy: { zh: '检查编码和格式后重新提交', en: 'Check encoding and format and send again' },
  },
  'request-id-missing': {
    ...house,
    message: {
      zh: '缺少请求编号(Request-Id),无法保证只办理一次',
      en: 'Without a Request-Id nobody can promise that the act is done once',
    },
    remedy: { zh: '在请求头 Request-Id 中附上新的 UUID', en: 'Send a fresh UUID in the header Request-Id' },
  },
  'too-large': {
    ...house,
    message: { zh: '提交的内容超过 1 MB', en: 'What was sent is larger than 1 MB' },
    remedy: { zh: '减少内容后重新提交', en: 'Send less' },
  },
  'media-type-unsupported': {
    ...house,
    message: { zh: '只接受 application/json 格式的内容', en: 'Only application/json is accepted' },
    remedy: { zh: '将 Content-Type 设为 application/json', en: 'Set Content-Type to application/json' },
  },
  'evidence-waits': {
    ...house,
    message: {
      zh: '最近的行为尚未写入可验证存证日志',
      en: 'The latest act has not yet found its place in the transparency log',
    },
    remedy: { zh: '几秒钟后重新下载', en: 'Download again in a few seconds' },
  },
  'evidence-queue-full': {
    ...house,
    message: {
      zh: '正在制作的证据包过多，请稍后重试',
      en: 'Too many evidence bundles are being made at this moment',
    },
    remedy: { zh: '几秒钟后重新下载', en: 'Download again in a few seconds' },
  },
  'evidence-in-work': {
    ...house,
    message: { zh: '正在为您制作另一份证据包', en: 'Another evidence bundle is being made for you at this moment' },
    remedy: { zh: '等它下载完毕后再下载这一份', en: 'Download this one when the other has come' },
  },
  'evidence-too-large': {
    ...house,
    message: {
      zh: '证据包超过核验程序能打开的大小（64 MB 或 20000 个文件）',
      en: 'The evidence bundle would be larger than any verifier opens (64 MB or 20,000 files)',
    },
    remedy: {
      zh: '分别下载所依据的各份授权书的证据包；其余请向办理机关申请调取',
      en: 'Download the bundles of the mandates that it rests on by themselves, and ask the organ for the rest',
    },
  },
  'no-such-entry': {
    ...house,
    message: { zh: '日志中没有这一条', en: 'The log has no such entry' },
    remedy: {
      zh: '核对条目编号(从 0 起);刚作出的行为约一秒后写入日志',
      en: 'Check the number, counted from 0; an act that was just made stands in the log about a second later',
    },
  },
  'no-such-page': {
    ...house,
    message: { zh: '没有这个地址', en: 'There is nothing at this address' },
    remedy: { zh: '检查地址;接口说明见 openapi.json', en: 'Check the address; openapi.json describes the interface' },
  },
  'not-signed-in': {
    ...house,
    message: { zh: '请先登录', en: 'Sign in first' },
    remedy: { zh: '登录后重试', en: 'Sign in and try again' },
  },
  'not-permitted': {
    ...house,
    message: { zh: '您的岗位不办理此项', en: 'Your post does not do this' },
    remedy: { zh: '请由有此职责的岗位办理', en: 'Ask somebody whose post it is' },
  },
  'other-origin': {
    ...house,
    message: { zh: '请求来自其他网站,不予办理', en: 'The request comes from another site' },
    remedy: { zh: '请在本平台的页面上操作', en: 'Act on the pages of this platform' },
  },
  'unknown-seal': {
    ...house,
    message: { zh: '没有这枚印章', en: 'There is no such seal' },
    remedy: {
      zh: '请核对印章编码；其他机关的印章不在此显示',
      en: 'Check the number; other organs’ seals are not shown',
    },
  },
  'unknown-document': {
    ...house,
    message: { zh: '没有这份文书', en: 'There is no such document' },
    remedy: {
      zh: '核对文书摘要;只有当事人和经办机关可以查阅原文',
      en: 'Check the hash; only the parties and the organ concerned may read the document',
    },
  },
  'unknown-mandate': {
    ...house,
    message: { zh: '没有这份授权书', en: 'There is no such mandate' },
    remedy: {
      zh: '核对授权书编号;未公示的授权书只有有关机关可以查阅',
      en: 'Check the number; before publication only the organs concerned may read it',
    },
  },
  'not-yourself': {
    rule: 'R15',
    article: '《行政许可法》第二十九条;《民法典》第一百六十五条',
    message: {
      zh: '线上只能以本人名义申请,或者凭授权委托书代理他人申请',
      en: 'Online one applies in one’s own name, or for another under his letter',
    },
    remedy: {
      zh: '以本人账号申请,或附上申请人签署的授权委托书',
      en: 'Apply under your own account, or attach the letter that the applicant signed',
    },
  },
  'disk-full': {
    ...house,
    message: {
      zh: '服务器磁盘已满,本次什么也没有写入',
      en: 'The disk of the server is full; nothing was written this time',
    },
    remedy: {
      zh: '请告知值班人员;清出空间后以同一请求编号重试,不会重复办理',
      en: 'Tell the duty desk; when there is room again send it under the same request id, nothing is done twice',
    },
  },
  fault: {
    ...house,
    message: { zh: '服务器出错,已经记录', en: 'The server failed and recorded it' },
    remedy: {
      zh: '稍后以同一请求编号重试,不会重复办理;持续出错请告知值班人员问题编号',
      en: 'Try again later under the same request id, nothing is done twice; tell the duty desk the problem number if it persists',
    },
  },
} as const satisfies RefusalTable;

export type HttpRefusalCode = keyof typeof httpRefusals;
