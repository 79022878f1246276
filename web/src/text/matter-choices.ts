import type { Text } from '../api/model.ts';

/** What may be left out of a matter, and who decides. */
export const matterChoiceText = {
  'optional.mark': { zh: '选填，可以不填', en: 'Optional' },
  'optional.title': { zh: '选填（可以不填）', en: 'Optional' },
  'optional.hint': {
    zh: '没有的可以不填；属于所列情形的请补充，免得以后再补正。',
    en: 'Leave out what you do not have. Add what your situation calls for, so that nothing has to be corrected later.',
  },
  'optional.add': { zh: '补充', en: 'Add' },
  'optional.addOne': { zh: '补充：{{name}}', en: 'Add: {{name}}' },
  'optional.remove': { zh: '不提供了', en: 'Take back' },
  'optional.removeOne': { zh: '不提供了：{{name}}', en: 'Take back: {{name}}' },
} as const satisfies Readonly<Record<string, Text>>;
