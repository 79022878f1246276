import type { Text } from '../api/model.ts';

/** Items as files: taking them out, looking at a file before it comes in, taking it in. */
export const exchangeText = {
  'exchange.export': { zh: '导出 {{format}}', en: 'Export {{format}}' },
  'exchange.import': { zh: '导入', en: 'Import' },
  'exchange.hint': {
    zh: 'xlsx 或 json。先预览，逐行列出错误；确认后全部成为草案，或者一项也不导入。导入不发布。',
    en: 'xlsx or json. Every fault is shown first, row by row; then all items become drafts, or none. Nothing is published.',
  },
  'exchange.sending': { zh: '正在上传', en: 'Sending' },
  'exchange.reading': { zh: '正在检查', en: 'Checking' },
  'exchange.head': { zh: '预览：{{name}}', en: 'Preview: {{name}}' },
  'exchange.counts': {
    zh: '新增 {{new}}，有变化 {{changed}}，没有变化 {{unchanged}}，有错误 {{faulty}}',
    en: '{{new}} new, {{changed}} changed, {{unchanged}} unchanged, {{faulty}} faulty',
  },
  'exchange.faults': {
    zh: '▲ {{count}} 处错误，整个文件不能导入',
    en: '▲ {{count}} faults; nothing of the file is imported',
  },
  'exchange.firstFaults': { zh: '以下是前 {{count}} 处。', en: 'These are the first {{count}}.' },
  'exchange.nothing': {
    zh: '✔ 与事项库没有区别，无需导入。',
    en: '✔ No difference from the library; nothing to import.',
  },
  'exchange.place': { zh: '位置', en: 'Place' },
  'exchange.row': { zh: '第 {{row}} 行', en: 'row {{row}}' },
  'exchange.value': { zh: '内容', en: 'Value' },
  'exchange.reason': { zh: '问题与办法', en: 'Fault and mend' },
  'exchange.state': { zh: '结果', en: 'Outcome' },
  'exchange.changes': { zh: '变化', en: 'Changes' },
  'exchange.more': { zh: '……共 {{count}} 处', en: '… {{count}} in all' },
  'exchange.confirm': { zh: '确认导入为草案（{{count}} 项）', en: 'Import as drafts ({{count}})' },
  'exchange.drop': { zh: '放弃', en: 'Discard' },
  'exchange.done': {
    zh: '✔ 已建立或更新 {{count}} 份草案，请逐项提交审定。',
    en: '✔ {{count}} drafts are made; submit them one by one.',
  },
  'exchangeState.new': { zh: '＋ 新增', en: '+ new' },
  'exchangeState.changed': { zh: '◔ 有变化', en: '◔ changed' },
  'exchangeState.unchanged': { zh: '○ 没有变化', en: '○ unchanged' },
  'exchangeState.faulty': { zh: '▲ 有错误', en: '▲ faulty' },
  'exchange.at': { zh: '位置：{{place}}', en: 'Place: {{place}}' },
  'exchange.overDraft': { zh: '▲ 会改动正在编写的草案', en: '▲ changes a draft that is being written' },
} as const satisfies Readonly<Record<string, Text>>;
