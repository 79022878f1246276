import type { RefusalTable } from '../kernel/refusal.ts';

const ARTICLE = '《全国年节及纪念日放假办法》第二条、第六条';

/** Why a holiday notice is not taken into the calendar. A wrong day here moves every deadline of the district. */
export const calendarRefusals = {
  'notice-unreadable': {
    rule: 'R52',
    article: ARTICLE,
    message: {
      zh: '放假通知的格式无法识别',
      en: 'The holiday notice has a shape that is not known here',
    },
    remedy: {
      zh: '请使用本平台格式 {year, source, offDays, workDays} 或 holiday-cn 格式 {year, papers, days}',
      en: 'Use our own shape {year, source, offDays, workDays} or the holiday-cn shape {year, papers, days}',
    },
  },
  'notice-day-of-other-year': {
    rule: 'R52',
    article: ARTICLE,
    message: {
      zh: '放假通知含有不属于该年度安排的日期',
      en: 'The holiday notice holds days that its year cannot arrange',
    },
    remedy: {
      zh: '通知只能安排本年,以及相邻的上年12月和次年1月;请核对日期',
      en: 'A notice arranges its own year and the adjoining December and January; check the dates',
    },
  },
  'notice-day-repeated': {
    rule: 'R52',
    article: ARTICLE,
    message: {
      zh: '放假通知中同一日期出现两次',
      en: 'The holiday notice names a day twice',
    },
    remedy: {
      zh: '每一天只能是放假或上班之一,请删去重复',
      en: 'A day is either off or worked; remove the repetition',
    },
  },
  'notice-workday-ordinary': {
    rule: 'R52',
    article: ARTICLE,
    message: {
      zh: '调休上班日本来就是工作日',
      en: 'A make-up working day of the notice is an ordinary working day already',
    },
    remedy: {
      zh: '调休上班只能落在周六或周日,请核对日期',
      en: 'Make-up work falls on a Saturday or Sunday; check the dates',
    },
  },
  'notice-holiday-missing': {
    rule: 'R52',
    article: ARTICLE,
    message: {
      zh: '放假通知缺少法定节假日',
      en: 'The holiday notice leaves out days that the law makes holidays',
    },
    remedy: {
      zh: '请导入完整的全年通知;通知未公布前,系统按法定节假日暂算',
      en: 'Import the complete notice of the year; until it is published the statutory holidays are used provisionally',
    },
  },
} as const satisfies RefusalTable;

export type CalendarRefusalCode = keyof typeof calendarRefusals;
