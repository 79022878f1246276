import { z } from 'zod';

import { choice, element, LongText, ShortText } from './element.ts';

/** 网办: how far the item can be done without coming (网办深度 Ⅰ–Ⅳ). */
export const Online = z.strictObject({
  available: element(z.boolean(), '是否网办', 'Online', 'is_online'),
  depth: element(
    choice(['published', 'submit', 'precheck', 'whole'], {
      published: ['Ⅰ级（公布信息）', 'I: information'],
      submit: ['Ⅱ级（网上提交）', 'II: submitted online'],
      precheck: ['Ⅲ级（网上预审，到场一次）', 'III: checked online, one visit'],
      whole: ['Ⅳ级（全程网办）', 'IV: wholly online'],
    }),
    '网办深度',
    'Online depth',
    'online_handle_depth',
  ),
  address: element(z.string().max(400), '网上办理地址', 'Online address', 'online_handle_url'),
  singleSignOn: element(z.boolean(), '单点登录', 'Single sign-on', 'is_single_login'),
  mobile: element(z.boolean(), '移动端办理', 'On a phone'),
  mailsMaterials: element(z.boolean(), '材料可寄递', 'Materials by post', 'is_mail_material'),
  mailsResult: element(z.boolean(), '结果可寄递', 'Result by post', 'is_mail_result'),
});

/** R14: a way in, open unless a ground of its own closes it; that another way exists is no ground (优化条例37). */
const Channel = z.strictObject({
  kind: element(
    choice(['window', 'online', 'kiosk', 'station'], {
      window: ['窗口', 'Counter'],
      online: ['网上', 'Online'],
      kiosk: ['自助终端', 'Kiosk'],
      station: ['街乡站点', 'Street station'],
    }),
    '渠道',
    'Channel',
  ),
  open: element(z.boolean(), '开通', 'Open'),
  closedBecause: element(
    choice(['none', 'presenceRequired', 'notYetBuilt', 'statute', 'otherChannel'], {
      none: ['—', '—'],
      presenceRequired: ['依法须本人到场', 'Presence required by law'],
      notYetBuilt: ['尚未建设', 'Not yet built'],
      statute: ['法律另有规定', 'Statute says otherwise'],
      otherChannel: ['已有其他渠道', 'Another channel exists'],
    }),
    '未开通原因',
    'Why closed',
  ),
});

export const Channels = z.array(Channel).max(4);

/** 到办事现场次数. */
export const Visits = z.strictObject({
  count: element(z.int().min(0).max(9), '到办事现场次数', 'Visits', 'limit_scene_num'),
  reason: element(LongText, '必须到现场的原因', 'Why one must come', 'limit_scene_explain'),
});

/** 办理地点: where, when and by which number people are served, and where they complain (许可法30). */
export const Place = z.strictObject({
  windows: element(
    z
      .array(
        z.strictObject({
          name: element(ShortText, '窗口', 'Window'),
          address: element(ShortText, '地址', 'Address', 'transact_addr'),
          hours: element(ShortText, '办理时间', 'Hours', 'transact_time'),
          phone: element(z.string().max(40), '窗口电话', 'Phone'),
        }),
      )
      .max(20),
    '办理窗口',
    'Windows',
  ),
  consultPhone: element(z.string().max(40), '咨询电话', 'Questions', 'link_way'),
  complaintPhone: element(z.string().max(40), '监督投诉电话', 'Complaints', 'supervise_way'),
  complaintAddress: element(ShortText, '投诉受理地址', 'Where to complain'),
  /** 9-digit codes of the streets and towns whose stations take the item. */
  streets: element(z.array(z.string().regex(/^\d{9}$/)).max(40), '可办街乡', 'Streets and towns', 'town'),
});
