import { isBundle } from '@liangqian/verify/bundle-file.ts';
import type { Command } from './command.ts';
import { readBytes } from './input-file.ts';
import { verifyBundle } from './verify-bundle.ts';
import { verifyDocument } from './verify-document.ts';

/** Offline: needs the file and the trust file, nothing else, not even a running platform. */
export const verifyCommand: Command = {
  name: 'verify',
  summary: {
    zh: '离线核验盖章文书（PDF、OFD、电子印章签名，含委托书）、电子证照凭证或证据包，逐项说明',
    en: 'check a sealed document (PDF, OFD, seal signature; mandate letters too), a licence credential or an evidence bundle offline, line by line',
  },
  parameters: ['PATH'],
  options: {
    trust: {
      type: 'string',
      says: {
        zh: '信任文件：根证书与吊销列表，日志公钥、见证机构与法定数',
        en: 'trust file: roots and revocations, keys of the log, witnesses and quorum',
      },
    },
    'status-list': {
      type: 'string',
      says: {
        zh: '电子证照的状态列表文件；没有时，证照是否仍然有效为未定',
        en: 'file with the list of the status of licences; without it whether one still stands is undecided',
      },
    },
    nonce: {
      type: 'string',
      says: {
        zh: '要求持有人写入其证明的随机数；没有时，证照是否由持有人本人此刻出示为未定',
        en: 'what the holder was asked to put into his proof; without it whether he shows the licence now is undecided',
      },
    },
  },
  run(call) {
    const bytes = readBytes(call.positionals[0] ?? '');
    return Promise.resolve(isBundle(bytes) ? verifyBundle(call, bytes) : verifyDocument(call, bytes));
  },
};
