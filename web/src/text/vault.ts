import type { Text } from '../api/model.ts';

/** The vault of a holder: his files, what each was shared for, and which case used it. */
export const vaultText = {
  'vault.title': { zh: '我的材料库', en: 'My files' },
  'vault.about': {
    zh: '照片、证明等文件存一次，办事时按事项逐份授权使用，不用再上传。每次使用都记在下面。',
    en: 'Keep photos and papers once; for each matter you share a file for exactly one requirement, and every use is told below.',
  },
  'vault.none': { zh: '还没有存放文件', en: 'No files yet' },
  'vault.file': { zh: '材料文件', en: 'File' },
  'vault.photo': { zh: '照片', en: 'photo' },
  'vault.document': { zh: '文件', en: 'document' },
  'vault.drop': { zh: '删除 {{name}}', en: 'Remove {{name}}' },
  'vault.uses': { zh: '授权与使用记录', en: 'Shared and used' },
  'vault.usesNone': { zh: '没有授权过', en: 'Nothing was shared' },
  'vault.for': { zh: '{{item}} · {{material}}', en: '{{item}} · {{material}}' },
  'vault.open': { zh: '已授权，{{on}}前有效', en: 'shared, good until {{on}}' },
  'vault.used': { zh: '已用于办件', en: 'used by case' },
  'vault.revoked': { zh: '已撤回', en: 'taken back' },
  'vault.revoke': { zh: '撤回授权', en: 'Take back' },
  'vault.from': { zh: '从我的材料库选用', en: 'Use one of my files' },
  'vault.fromCase': { zh: '本案交过的材料', en: 'Files of this case' },
  'vault.fromCaseAbout': {
    zh: '存进材料库，下次办事不用再上传。',
    en: 'Kept in your vault they need no upload the next time.',
  },
  'vault.keep': { zh: '存进材料库', en: 'Keep in the vault' },
  'vault.keepNamed': { zh: '把{{name}}存进材料库', en: 'Keep {{name}} in the vault' },
  'vault.kept': { zh: '已存进材料库', en: 'kept in the vault' },
} as const satisfies Readonly<Record<string, Text>>;
