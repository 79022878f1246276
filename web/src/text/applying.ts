import type { Text } from '../api/model.ts';

/** Files as materials, drafts, what we already know, and what is paid. */
export const applyingText = {
  'file.add': { zh: '上传“{{name}}”', en: 'Upload “{{name}}”' },
  'file.more': { zh: '再加一页（一个文件）', en: 'Add another file' },
  'file.kinds': {
    zh: 'PDF、JPEG、PNG 或 OFD，每个不超过 20 MB；手机可以直接拍照',
    en: 'PDF, JPEG, PNG or OFD, up to 20 MB each; on a phone you can take a photograph',
  },
  'file.sending': { zh: '正在上传 {{percent}}%', en: 'Uploading {{percent}}%' },
  'file.remove': { zh: '删除 {{name}}', en: 'Remove {{name}}' },
  'file.kept': { zh: '已上传 {{size}}', en: 'uploaded, {{size}}' },
  'file.scan': { zh: '扫描件', en: 'Scan' },
} as const satisfies Readonly<Record<string, Text>>;
