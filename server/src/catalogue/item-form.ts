import { z } from 'zod';

import { choice, element, LegalBasis, LongText, ShortText, Words } from './element.ts';
import { SourceId } from './material.ts';

/** R11 (许可法29; 个保法6): why a field is asked: a rule reads it, the result shows it, or a statute wants it. */
const Purpose = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rule'), input: element(z.string().max(60), '规则输入项', 'Input of the rules') }),
  z.strictObject({ kind: z.literal('result'), of: element(ShortText, '结果栏目', 'Line of the result') }),
  z.strictObject({ kind: z.literal('statute'), basis: element(LegalBasis, '收集依据', 'Basis') }),
]);

/** One question of the application form. The applicant himself (name, number, address) is asked for by every form alike. */
export const FormField = z.strictObject({
  /** As in the submitted form; the same as the input's name when a rule reads it. */
  name: element(z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/), '字段名', 'Field'),
  label: element(Words, '提问', 'Question'),
  help: element(Words, '填写说明', 'Help'),
  type: element(
    choice(['bool', 'int', 'number', 'string', 'date', 'money', 'choice'], {
      bool: ['是否', 'Yes or no'],
      int: ['整数', 'Whole number'],
      number: ['数值', 'Number'],
      string: ['文字', 'Text'],
      date: ['日期', 'Date'],
      money: ['金额（元）', 'Amount (yuan)'],
      choice: ['单选', 'One of several'],
    }),
    '类型',
    'Type',
  ),
  /** For `choice`: the values that the rules know and how people read them. */
  options: element(z.array(z.strictObject({ value: z.string().max(60), label: Words })).max(40), '选项', 'Options'),
  required: element(z.boolean(), '必填', 'Required'),
  /** CEL over the fields before it: the question is asked only when true; null is always. */
  when: element(z.string().max(1000).nullable(), '显示条件', 'Asked when'),
  /** The name by which a bundle 一件事 asks for it once, e.g. `enterprise.name`. */
  shared: element(z.string().max(80).nullable(), '一件事共享字段', 'Shared field'),
  /** Licences and shares from which it is prefilled, in this order; the person may correct it (R47). */
  prefill: element(z.array(SourceId).max(6), '预填来源', 'Prefilled from'),
  purpose: element(Purpose, '收集目的', 'Purpose'),
});

/** 情形引导: a question whose answer settles which materials, which variant or which other item it is. */
export const Situation = z.strictObject({
  id: element(z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/), '问题代码', 'Code'),
  question: element(Words, '情形问题', 'Question'),
  options: element(
    z
      .array(
        z.strictObject({
          id: element(z.string().regex(/^[A-Za-z0-9]+$/), '选项代码', 'Code'),
          label: element(Words, '选项', 'Answer'),
          /** Changes to the list of materials: codes of this item. */
          materials: element(
            z.strictObject({
              add: element(z.array(z.string().max(40)).max(40), '增加材料', 'Adds'),
              remove: element(z.array(z.string().max(40)).max(40), '减少材料', 'Removes'),
            }),
            '材料变化',
            'Materials',
          ),
          /** Answers to form questions that follow from it. */
          sets: element(z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])), '代填字段', 'Fills in'),
          variant: element(ShortText.nullable(), '办理情形', 'Variant'),
          leadsTo: element(
            z
              .string()
              .regex(/^[A-Z]{2}-\d{2}$/)
              .nullable(),
            '转至事项',
            'Leads to item',
          ),
          /** The next question; null ends the questions. */
          next: element(z.string().max(60).nullable(), '下一题', 'Next question'),
        }),
      )
      .min(2)
      .max(12),
    '选项',
    'Answers',
  ),
});

/** 便民说法: how people call the item and what it is in one plain sentence. */
export const Plain = z.strictObject({
  summary: element(Words, '一句话说明', 'In one sentence'),
  alsoCalled: element(z.array(ShortText).max(40), '俗称', 'Also called'),
  keywords: element(z.array(ShortText).max(40), '关键词', 'Keywords'),
  note: element(LongText, '办理提示', 'Advice'),
});
