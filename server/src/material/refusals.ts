import type { RefusalTable } from '../kernel/refusal.ts';

const house = { rule: 'house', article: '本平台规定·材料文件' } as const;

/** Why a file is not taken in. Every code says what the applicant can do with the very file that he has. */
export const materialRefusals = {
  'file-type-refused': {
    ...house,
    message: {
      zh: '文件内容不是可以接收的类型(PDF、JPEG、PNG、OFD)',
      en: 'The content of the file is none of the kinds taken in: PDF, JPEG, PNG, OFD',
    },
    remedy: {
      zh: '请另存(导出)为 PDF,或者拍照上传;改文件名不起作用,系统看的是内容',
      en: 'Save or export it as PDF, or take a photograph; a new file name does not help, the content counts',
    },
  },
  'file-extension-differs': {
    ...house,
    message: { zh: '文件名后缀与文件内容不符', en: 'The ending of the file name is not that of its content' },
    remedy: {
      zh: '请确认选对了文件;确实无误的,把后缀改成与内容一致后再上传',
      en: 'Make sure that it is the right file; then give it the ending of its content',
    },
  },
  'file-ambiguous': {
    ...house,
    message: {
      zh: '文件中夹带了另一种文件,无法确定各方看到的是同一内容',
      en: 'The file holds a second file in another format, so that two readers might see two things',
    },
    remedy: { zh: '请重新打印或导出为单一格式的文件', en: 'Print or export it anew, as one file of one format' },
  },
  'file-damaged': {
    ...house,
    message: { zh: '文件不完整或已损坏', en: 'The file is incomplete or damaged' },
    remedy: { zh: '请在本机打开检查后重新上传', en: 'Open it on your device, then upload it again' },
  },
  'file-archive-unsafe': {
    ...house,
    message: {
      zh: '压缩结构异常(条目过多、展开后过大或者加密),不予接收,也不展开',
      en: 'Its archive has too many entries, unpacks to too much or is encrypted: refused, and never unpacked',
    },
    remedy: { zh: '请重新导出该版式文件', en: 'Export the document anew' },
  },
  'file-too-large': {
    ...house,
    message: { zh: '单个文件超过大小上限', en: 'The file is larger than one file may be' },
    remedy: { zh: '降低扫描分辨率或者拆成几个文件', en: 'Scan at a lower resolution, or split it' },
  },
  'uploads-too-large': {
    ...house,
    message: { zh: '本件材料文件合计超过大小上限', en: 'The files of this case together are larger than they may be' },
    remedy: {
      zh: '删除不需要的文件,或者把原件交窗口核对',
      en: 'Delete files that are not needed, or show the originals at the window',
    },
  },
  'file-empty': {
    ...house,
    message: { zh: '文件是空的', en: 'The file is empty' },
    remedy: { zh: '请重新选择文件', en: 'Choose the file again' },
  },
  'upload-interrupted': {
    ...house,
    message: { zh: '上传中断,文件没有保存', en: 'The upload broke off; nothing was kept' },
    remedy: { zh: '请检查网络后重新上传', en: 'Check the connection and upload it again' },
  },
  'upload-unknown': {
    ...house,
    message: {
      zh: '没有这个上传文件,或者已过保留期、已用于其他办件',
      en: 'There is no such upload any more: its time is over, or another case has it',
    },
    remedy: { zh: '请重新上传', en: 'Upload it again' },
  },
} as const satisfies RefusalTable;

export type MaterialRefusalCode = keyof typeof materialRefusals;
