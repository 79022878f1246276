import type { RefusalTable } from '../kernel/refusal.ts';

/** Why somebody may not read on before he has said why he reads. */
export const readingRefusals = {
  'reading-needs-reason': {
    rule: 'house',
    article: '《个人信息保护法》第六条、第五十一条;本平台规定·查阅记录',
    message: {
      zh: '查阅非本人经办的案件、证照或者一件事,须先写明理由;理由记入查阅记录,当事人可以看到',
      en: 'Who reads a case, licence or matter that is not his to handle says why first; the person concerned can see the reason',
    },
    remedy: {
      zh: '写明查阅理由后继续,十二小时内对所查阅的这一件有效',
      en: 'State the reason and go on; it holds for what you read for twelve hours',
    },
  },
} as const satisfies RefusalTable;
