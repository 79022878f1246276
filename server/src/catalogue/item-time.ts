import { z } from 'zod';

import { choice, Duration, element, LegalBasis, LongText, ShortText } from './element.ts';

/** 时间: what the limits mean, which procedures statute adds (许可法45) and how long each stage may take. */
export const TimeElements = z.strictObject({
  legalNote: element(LongText, '法定时限说明', 'Note on the statutory limit', 'anticipate_explain'),
  promiseNote: element(LongText, '承诺时限说明', 'Note on the promise', 'promise_explain'),
  special: element(
    z
      .array(
        z.strictObject({
          kind: element(
            choice(
              [
                'hearing',
                'bidding',
                'auction',
                'inspection',
                'testing',
                'quarantine',
                'appraisal',
                'expertReview',
                'siteVisit',
                'publicity',
                'investigation',
                'audit',
                'jointOpinion',
                'intakeTerm',
              ],
              {
                hearing: ['听证', 'Hearing'],
                bidding: ['招标', 'Bidding'],
                auction: ['拍卖', 'Auction'],
                inspection: ['检验', 'Inspection'],
                testing: ['检测', 'Testing'],
                quarantine: ['检疫', 'Quarantine'],
                appraisal: ['鉴定', 'Appraisal'],
                expertReview: ['专家评审', 'Expert review'],
                siteVisit: ['现场核查', 'Site visit'],
                publicity: ['公示', 'Publicity'],
                investigation: ['调查核实', 'Investigation'],
                audit: ['待遇或者费用审核', 'Audit of benefits or expenses'],
                jointOpinion: ['征求联办机构意见', 'Opinion of a joint organ'],
                intakeTerm: ['集中受理期', 'Term for applying'],
              },
            ),
            '程序种类',
            'Procedure',
          ),
          limit: element(Duration, '程序时限', 'Limit of the procedure'),
          basis: element(LegalBasis, '程序依据', 'Basis of the procedure'),
        }),
      )
      .max(10),
    '特别程序',
    'Special procedures',
    'special_procedure',
  ),
  stages: element(
    z
      .array(
        z.strictObject({
          stage: element(
            choice(['receive', 'accept', 'review', 'decide', 'finish', 'deliver'], {
              receive: ['收件', 'Receipt'],
              accept: ['受理', 'Acceptance'],
              review: ['审核', 'Review'],
              decide: ['审批', 'Decision'],
              finish: ['办结', 'Completion'],
              deliver: ['送达', 'Delivery'],
            }),
            '环节',
            'Stage',
          ),
          by: element(ShortText, '办理人', 'Done by'),
          limit: element(Duration, '环节时限', 'Limit of the stage'),
          standard: element(LongText, '环节标准', 'Standard of the stage'),
          outcome: element(ShortText, '环节结果', 'Outcome of the stage'),
        }),
      )
      .max(12),
    '审批环节',
    'Stages',
  ),
  /** How long the item takes a person of the hall, measured; the capacity of the windows is planned by it. */
  baselineMinutes: element(z.int().min(0).max(10_000), '基准办理用时（分钟）', 'Baseline handling time (minutes)'),
});
