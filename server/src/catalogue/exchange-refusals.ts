import type { RefusalTable } from '../kernel/refusal.ts';

const GUIDE = '优化营商环境条例第35条';
const MEND_CELL = { zh: '请改正该格后重新导入。', en: 'Mend the cell and import again.' };
const MEND_FILE = {
  zh: '请另存为不含此类内容的 xlsx 后重试。',
  en: 'Save it as an xlsx without such content and try again.',
};

/** Why a file of items is not read, why a row of it is not taken, and why nothing of it is. */
export const exchangeRefusals = {
  'exchange-file-type': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '不是 xlsx 工作簿或者 JSON 文件。', en: 'It is neither an xlsx workbook nor JSON.' },
    remedy: { zh: '请使用导出的 xlsx 或者 JSON。', en: 'Use an xlsx or JSON as it is exported.' },
  },
  'exchange-file-encrypted': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '文件已加密，或者是旧式 xls。', en: 'The file is encrypted, or an xls of old.' },
    remedy: { zh: '请去掉密码并另存为 xlsx。', en: 'Take the password off and save it as xlsx.' },
  },
  'exchange-file-macros': {
    rule: 'house',
    article: '网络安全法第22条',
    message: { zh: '文件含宏或者可执行的对象。', en: 'The file holds macros or objects that run.' },
    remedy: MEND_FILE,
  },
  'exchange-file-links': {
    rule: 'house',
    article: '网络安全法第22条',
    message: { zh: '文件引用外部文件或者数据连接。', en: 'The file refers to other files or connections.' },
    remedy: MEND_FILE,
  },
  'exchange-file-too-large': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '文件过大，或者压缩内容超出限度。', en: 'The file, or what is packed in it, is too large.' },
    remedy: { zh: '请分成几个文件导入。', en: 'Import it in several files.' },
  },
  'exchange-file-broken': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '文件已损坏，不能读取。', en: 'The file is broken and cannot be read.' },
    remedy: { zh: '请重新保存后重试。', en: 'Save it again and try once more.' },
  },
  'exchange-merged-cells': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '表中有合并的单元格。', en: 'Cells of a sheet are merged.' },
    remedy: { zh: '请取消合并，逐行填写。', en: 'Part the cells and fill in each row.' },
  },
  'exchange-formula': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '表中有公式或者错误值。', en: 'A sheet holds a formula or its fault.' },
    remedy: { zh: '请改为数值本身（选择性粘贴为值）。', en: 'Replace it by its value (paste values).' },
  },
  'exchange-hidden-sheet': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '隐藏的表中有内容。', en: 'A hidden sheet holds content.' },
    remedy: { zh: '请显示或者删除该表。', en: 'Show the sheet or delete it.' },
  },
  'exchange-sheet-missing': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '没有找到“事项”表或者其中的事项。', en: 'There is no sheet of items, or no item on it.' },
    remedy: { zh: '请以导出的文件为样表。', en: 'Take an exported file as the pattern.' },
  },
  'exchange-column-unknown': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '不认识这张表或者这一列。', en: 'This sheet or column is not known.' },
    remedy: { zh: '请使用导出文件中的表名和列名，或者删去。', en: 'Use the names of an exported file, or delete it.' },
  },
  'exchange-column-twice': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '同一列出现两次。', en: 'The same column stands there twice.' },
    remedy: { zh: '请只留一列。', en: 'Keep one of them.' },
  },
  'exchange-row-twice': {
    rule: 'R10',
    article: GUIDE,
    message: { zh: '同一事项或者同一序号出现两次。', en: 'The same item or number stands there twice.' },
    remedy: { zh: '请只留一行。', en: 'Keep one row.' },
  },
  'exchange-row-without-item': {
    rule: 'R10',
    article: GUIDE,
    message: {
      zh: '该行不属于“事项”表中的任何事项或者条目。',
      en: 'The row belongs to no item, or no line, of the file.',
    },
    remedy: { zh: '请填写事项编号（如 MK-01）和序号。', en: 'Fill in the item (such as MK-01) and the number.' },
  },
  'exchange-cell-unreadable': {
    rule: 'house',
    article: GUIDE,
    message: { zh: '不能读作该要素。', en: 'It cannot be read as this element.' },
    remedy: MEND_CELL,
  },
  'exchange-number-for-code': {
    rule: 'house',
    article: '国务院办公厅《政务服务事项实施清单要素》',
    message: {
      zh: '编码被存成数字，已失去位数或者开头的 0。',
      en: 'The code was kept as a number and lost digits or zeros.',
    },
    remedy: { zh: '请把该列设为文本格式后重新填写。', en: 'Make the column a text and type the code again.' },
  },
  'exchange-rows-faulty': {
    rule: 'R10',
    article: GUIDE,
    message: {
      zh: '文件中有错误的行，整个文件未导入。',
      en: 'Rows of the file are faulty; nothing of it was imported.',
    },
    remedy: { zh: '请按预览逐行改正后重新导入。', en: 'Mend the rows that the preview names and import again.' },
  },
  'exchange-changed-meanwhile': {
    rule: 'house',
    article: '行政许可法第5条',
    message: { zh: '预览之后文件或者事项库已有变化。', en: 'The file or the library changed after the preview.' },
    remedy: { zh: '请重新预览后再确认。', en: 'Preview it again before confirming.' },
  },
} as const satisfies RefusalTable;

export type ExchangeRefusalCode = keyof typeof exchangeRefusals;
